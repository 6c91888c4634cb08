"""Statements that somebody holds a post."""
