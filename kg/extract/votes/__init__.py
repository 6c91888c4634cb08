"""Votes: counts in sentences and tables, and whose they are."""
