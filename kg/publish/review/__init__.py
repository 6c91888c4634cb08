"""The page of undecided pairs: both sides beside each other, and the lines of the decisions to take away."""

from kg.publish.review.page import render_review, write_review

__all__ = ["render_review", "write_review"]
