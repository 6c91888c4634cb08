"""A gazette checked against itself: where its own words contradict each other, both sides are told."""
