"""Posts that a passage gives or takes are changes, and no statements besides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from kg.model.facts import Evidence, PersonnelEvent, Position


def without_acts(positions: Iterable[Position], events: Iterable[PersonnelEvent]) -> list[Position]:
    """The statements but for those that repeat, in the same words, what an act says of the same person and title."""
    acts: dict[tuple[str | None, str], list[Evidence]] = defaultdict(list)
    for event in events:
        acts[event.person, event.title].append(event.evidence)
    return [row for row in positions if not any(map(row.evidence.overlaps, acts[row.person, row.title]))]
