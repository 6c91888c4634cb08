"""Who came to a meeting, in lists and in sentences."""
