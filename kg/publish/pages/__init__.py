"""Pages of HTML: what there is to say of one thing, and of the terms that it is said in."""
