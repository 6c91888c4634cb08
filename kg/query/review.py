"""What a person has to decide: pairs of mentions that may be of one person, with what is stated of both sides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kg.query.opening import Graph
from kg.query.rows import grouped
from kg.query.sparql import Record, records

QUESTION = Path(__file__).with_name("review.rq")
# What is still open, and what is shown only when asked for.
OPEN = ("unsure", "name_only")


@dataclass(frozen=True, slots=True)
class Told:
    """One passage about a side; `lines` are 1-based."""

    date: str | None
    gazette: str
    lines: tuple[int, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """One side of a pair: the key that a judgement names it by, the person it belongs to now, and what is stated."""

    key: str
    person: str
    name: str
    place: str | None
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Undecided:
    """A pair: `judgement` is `unsure`, `name_only` or `different`, `score` in [0, 1] with its reason in words."""

    judgement: str
    kind: str
    score: float
    reason: str
    by: str | None
    left: Candidate
    right: Candidate


def review(graph: Graph, *, judgements: Iterable[str] = OPEN, name: str | None = None) -> list[Undecided]:
    """The pairs of these judgements, those most likely to be one person first; with `name` those of that name alone."""
    wanted = frozenset(judgements)
    pairs = [_pair(rows) for _, rows in grouped(records(graph, QUESTION), "pair") if rows[0]["judgement"] in wanted]
    kept = [pair for pair in pairs if pair is not None and name in (None, pair.left.name, pair.right.name)]
    return sorted(kept, key=lambda pair: (-pair.score, pair.left.key, pair.right.key))


def _pair(rows: list[Record]) -> Undecided | None:
    sides = {str(side[0]["side"]): _candidate(side) for _, side in grouped(rows, "side")}
    if len(sides) < 2:
        return None
    first = rows[0]
    return Undecided(
        judgement=str(first["judgement"]),
        kind=str(first["kind"]),
        score=float(first["score"] or 0),
        reason=str(first["reason"]),
        by=None if first["by"] is None else str(first["by"]),
        left=sides["left"],
        right=sides["right"],
    )


def _candidate(rows: list[Record]) -> Candidate:
    told = sorted(
        {_told(passage) for _, fact in grouped(rows, "fact") for _, passage in grouped(fact, "start")},
        key=lambda one: (one.date or "~", one.gazette, one.lines, one.words),
    )
    first = min(rows, key=lambda row: str(row["key"]))
    place = None if first["place"] is None else str(first["place"])
    return Candidate(str(first["key"]), str(first["person"]), str(first["name"]), place, tuple(told))


def _told(rows: list[Record]) -> Told:
    first = rows[0]
    lines = {line for row in rows if isinstance(line := row["line"], int)}
    date = None if first["date"] is None else str(first["date"])
    return Told(date, str(first["gazette"]), tuple(sorted(lines)), str(first["words"]))
