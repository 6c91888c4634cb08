"""What an item says of itself: heading, authors, meeting, agenda, decision, masthead."""
