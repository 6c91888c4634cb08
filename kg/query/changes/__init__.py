"""What changed between two dates: who came, who left, which bodies became others."""

from kg.query.changes.asking import BODY_EVENTS, Change, Changes, changes

__all__ = ["BODY_EVENTS", "Change", "Changes", "changes"]
