"""Work plans: what is scheduled for which month and forum, and which bodies prepare it."""
