"""What facts rest on: their event and date, and the words of the gazettes that state them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kg.query.opening import Graph
from kg.query.rows import every, grouped, text
from kg.query.sparql import Record, described

QUESTION = Path(__file__).with_name("evidence.rq")
# What a class of facts says, as the tables call it.
EVENTS = {
    "Appointment": "appoint",
    "Removal": "remove",
    "ResignationAcceptance": "accept_resignation",
    "ResignationRequest": "resign",
    "Election": "elect",
    "ConsequentialTermination": "terminate",
    "AutomaticLapse": "lapse",
    "Dismissal": "dismiss",
    "Confirmation": "confirm",
    "Proposal": "propose",
    "PositionStatement": "holds",
    "DeputyChange": "seat",
    "Attendance": "attends",
}


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Words of a gazette: where they begin (an offset from 0), their lines (from 1)."""

    gazette: str
    start: int
    lines: tuple[int, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact: its event as the tables call it, its date as far as it is known, how a post is held, and its passages."""

    fact: str
    event: str
    date: str | None
    qualifier: str | None
    passages: tuple[Passage, ...]


def facts(graph: Graph, wanted: Iterable[str]) -> dict[str, Fact]:
    """The facts of these IRIs, by IRI."""
    rows = described(graph, QUESTION, "fact", wanted)
    return {fact: _fact(fact, of_fact) for fact, of_fact in grouped(rows, "fact")}


def passages(rows: Iterable[Record]) -> tuple[Passage, ...]:
    """The passages in rows with a line each, in the order of the text."""
    found = [_passage(of_span) for _, of_span in grouped(rows, "start")]
    return tuple(sorted(dict.fromkeys(found)))


def _fact(fact: str, rows: list[Record]) -> Fact:
    event = EVENTS.get((text(rows, "class") or "").rpartition("#")[2], "states")
    if event == "holds" and any(row["former"] is True for row in rows):
        event = "held"
    dates = (text(rows, column) for column in ("acted", "seen", "held", "printed"))
    qualifier = "、".join(every(rows, "qualifier")) or None
    return Fact(fact, event, next((date for date in dates if date), None), qualifier, passages(rows))


def _passage(rows: list[Record]) -> Passage:
    first = rows[0]
    lines = {line for row in rows if isinstance(line := row["line"], int)}
    start = first["start"] if isinstance(first["start"], int) else 0
    return Passage(str(first["gazette"]), start, tuple(sorted(lines)), str(first["words"]))
