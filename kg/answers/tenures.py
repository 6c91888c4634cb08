"""Tenures as rows, and the short form of evidence."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING

from kg.answers.flat import Cell, Flat

if TYPE_CHECKING:
    from kg.query import Holders, Passage, Roster, Stretch, Tenure

TENURE = (
    "person", "name", "place", "post", "qualifier", "status", "start_earliest", "start_latest", "end_earliest",
    "end_latest", "certain_from", "certain_until", "start_inferred_by", "end_inferred_by", "why", "evidence",
)  # fmt: skip


def tenure_cells(tenure: Tenure) -> tuple[Cell, ...]:
    """The cells of the columns `TENURE`; a bound that is not known is empty."""
    start, end = tenure.start, tenure.end
    return (
        tenure.person, tenure.name, tenure.place, tenure.label, tenure.qualifier, tenure.status,
        start.earliest, start.latest, end.earliest, end.latest, *(tenure.certain or (None, None)),
        start.inferred_by, end.inferred_by, tenure.why, evidence(tenure),
    )  # fmt: skip


def roster_rows(found: Roster) -> Flat:
    """The tenures in a body."""
    return Flat(TENURE, map(tenure_cells, found.tenures))


def holders_rows(found: Holders) -> Flat:
    """The tenures in a post, then its gaps and overlaps; `row` tells which."""
    tenures = (("holder", *tenure_cells(tenure)) for tenure in found.tenures)
    return Flat(("row", *TENURE), (*tenures, *(_stretch(found.label, one) for one in found.stretches)))


def _stretch(post: str, stretch: Stretch) -> tuple[Cell, ...]:
    cells = {"post": post, "start_latest": stretch.since, "end_earliest": stretch.until, "why": why(stretch)}
    return stretch.kind, *(cells.get(name) for name in TENURE)


def why(stretch: Stretch) -> str:
    """What a gap or an overlap is, in words."""
    people = "、".join(stretch.people)
    if stretch.kind == "overlap":
        return f"both are certain: {people}"
    return f"nobody is certain; possible: {people}" if people else "nobody is known"


def evidence(tenure: Tenure) -> str:
    """Where the words stand that a tenure rests on: gazettes with their lines."""
    return lines_of(passage for ground in tenure.grounds for passage in ground.passages)


def lines_of(passages: Iterable[Passage]) -> str:
    """Gazettes and lines in short: qingwu-2024-4:12,15."""
    ordered = sorted({(passage.gazette, line) for passage in passages for line in passage.lines})
    groups = groupby(ordered, key=lambda pair: pair[0])
    return " ".join(f"{gazette}:{','.join(str(line) for _, line in group)}" for gazette, group in groups)
