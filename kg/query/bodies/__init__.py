"""What is known of a body."""

from kg.query.bodies.asking import Body, BodyLink, BodyPost, body

__all__ = ["Body", "BodyLink", "BodyPost", "body"]
