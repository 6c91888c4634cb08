"""Bodies that ended: abolished, merged into another, or named anew, which makes a new body."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kg.model.dates import bounds

# ?body ?type ?date ?change: a change of a body, which the body did not outlive.
ENDED = """
SELECT ?body ?type ?date ?change WHERE {
  ?change a gz:BodyChange ; gz:changeType ?type ; org:originalOrganization ?body ; gz:onDateText ?date .
  FILTER NOT EXISTS { ?change org:resultingOrganization ?body }
}
"""
_TYPES = ("Abolition", "Merger", "NameChange")

# By body, the days by which it had ended, each with the change that says so, in order of time.
Ends = Mapping[str, Sequence[tuple[str, str]]]


def ended_bodies(rows: Iterable[Sequence[str | None]]) -> Ends:
    """When each body that ended had ended, from the rows of `ENDED`; they are few."""
    found: dict[str, set[tuple[str, str]]] = {}
    for body, kind, date, change in rows:
        day = bounds(date)[1]
        if body and change and day is not None and (kind or "").rpartition("#")[2] in _TYPES:
            found.setdefault(body, set()).add((day, change))
    return {body: sorted(days) for body, days in found.items()}
