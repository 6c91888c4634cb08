"""What stands where in a sentence: people, bodies, titles, meetings, dates, laws and counts."""
