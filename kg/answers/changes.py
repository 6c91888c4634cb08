"""Changes between two dates as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.answers.flat import Flat
from kg.answers.tenures import lines_of

if TYPE_CHECKING:
    from kg.query import Change, Changes

CHANGE = (
    "date", "kind", "event", "person", "name", "place", "post", "body", "gazette", "line", "words", "prints",
    "evidence",
)  # fmt: skip


def changes_rows(found: Changes) -> Flat:
    """A row a change; the words are those of the first text that states it, `evidence` names the lines of all."""
    rows = ({**change_cells(change), "prints": len(change.passages)} for change in found.changes)
    return Flat(CHANGE, ([row[name] for name in CHANGE] for row in rows), {"prints": int})


def change_cells(change: Change) -> dict[str, str | None]:
    """The cells of a change by column, also those of `kg changes` for people."""
    first = change.passages[0]
    return {
        "date": change.date,
        "kind": change.kind,
        "event": change.event,
        "person": change.person,
        "name": change.name,
        "place": change.place,
        "post": change.post,
        "qualifier": change.qualifier,
        "body": change.body,
        "gazette": first.gazette,
        "line": " ".join(map(str, first.lines)),
        "words": first.words,
        "prints": str(len(change.passages)),
        "evidence": lines_of(change.passages),
    }
