"""A meeting as rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.answers.flat import Cell, Flat
from kg.answers.tenures import lines_of

if TYPE_CHECKING:
    from kg.query import Meeting, Passage

MEETING = (
    "part", "number", "what", "person", "name", "post", "qualifier", "text", "votes_for", "votes_against",
    "abstentions", "passed", "gazette", "line", "words",
)  # fmt: skip
_COUNTS = ("number", "votes_for", "votes_against", "abstentions")


def meeting_rows(found: Meeting) -> Flat:
    """All that happened at a meeting; `part` tells what a row is."""
    kinds = {**dict.fromkeys(_COUNTS, int), "passed": bool}
    return Flat(MEETING, ([row.get(name) for name in MEETING] for row in meeting_cells(found)), kinds)


def meeting_cells(found: Meeting) -> Iterator[dict[str, Cell]]:
    """All that happened, a row each; `what` is the kind of each part, `_` the lines of all texts that state it."""
    for point in found.agenda:
        yield {"part": "agenda", "number": point.number, "text": point.title, **_place(point.passages)}
    for one in found.attendance:
        yield {
            "part": "attendance",
            "what": one.status,
            "person": one.person,
            "name": one.name,
            "post": one.post,
            **_place(one.passages),
        }
    for vote in found.votes:
        counts = {"votes_for": vote.votes_for, "votes_against": vote.votes_against, "abstentions": vote.abstentions}
        told = {"person": vote.person, "name": vote.name, "text": vote.subject, "passed": vote.passed}
        yield {"part": "votes", **told, **counts, **_place(vote.passages)}
    for ruling in found.decisions:
        yield {
            "part": "decisions",
            "what": ruling.kind,
            "text": ruling.title or ruling.subject or ruling.result,
            **_place(ruling.passages),
        }
    for act in found.acts:
        told = {"person": act.person, "name": act.name, "post": act.post, "qualifier": act.qualifier}
        yield {"part": "acts", "what": act.event, **told, **_place(act.passages)}


def _place(passages: tuple[Passage, ...]) -> dict[str, Cell]:
    first = passages[0]
    return {
        "gazette": first.gazette,
        "line": " ".join(map(str, first.lines)),
        "words": first.words,
        "_": lines_of(passages),
    }
