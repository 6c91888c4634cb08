"""Changes of bodies that a gazette tells more than once, told once."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model.reports import BodyChange

_FULL = ("renamed", "merged", "split")


def once_told(found: Sequence[BodyChange]) -> list[BodyChange]:
    """The changes without those that say less of the same: without its day, or of one side alone."""
    return [one for one in found if not any(_says_more(other, one) for other in found)]


def _says_more(other: BodyChange, one: BodyChange) -> bool:
    if (other.kind, other.before, other.after) == (one.kind, one.before, one.after):
        return bool(other.date and other.date.startswith(one.date or "") and other.date != one.date)
    if other.kind not in _FULL or (one.date and other.date and one.date != other.date):
        return False
    if one.kind == "founded":
        return one.after[0] in other.after
    return one.kind == "abolished" and one.before[0] in other.before
