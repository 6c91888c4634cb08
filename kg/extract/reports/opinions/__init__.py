"""Demands and advice: the part of a document that gives them, its points, and who is asked."""
