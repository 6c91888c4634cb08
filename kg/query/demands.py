"""What was demanded of whom, and which later report answers it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.query.opening import Graph
from kg.query.rows import grouped
from kg.query.sparql import Record, records

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Demand:
    """An opinion, its points, and the first report that answers it; `answer` is None where none was found.

    `days` is the time that the answer took, where both days are known; `basis` tells how it was found: `named` by its
    title, `matched` by its subject. `answers` counts the reports: there may be several.
    """

    date: str | None
    title: str
    issued_by: str | None
    addressee: str | None
    points: tuple[str, ...]
    answered_on: str | None
    days: int | None
    basis: str | None
    answer: str | None
    answers: int
    gazette: str
    line: int


def demands(graph: Graph, *, unanswered: bool = False, addressee: str = "") -> list[Demand]:
    """All demands in order of their date, or those alone that no report answers, or that ask a body of such a name.

    Demands without a date come last.
    """
    points = {key: [str(row["point"]) for row in rows] for key, rows in _grouped(graph, "points.rq")}
    responses = dict(_grouped(graph, "responses.rq"))
    found = [
        _demand(rows[0], points.get(key, []), responses.get(key, [])) for key, rows in _grouped(graph, "demands.rq")
    ]
    kept = [
        demand
        for demand in found
        if not (unanswered and demand.answer is not None) and addressee in (demand.addressee or "")
    ]
    return sorted(kept, key=lambda one: (one.date is None, one.date or "", one.gazette, one.line, one.title))


def _grouped(graph: Graph, question: str) -> Iterator[tuple[str, list[Record]]]:
    """The rows of a question, opinion by opinion."""
    return grouped(records(graph, FOLDER / question), "opinion")


def _demand(row: Record, points: list[str], responses: list[Record]) -> Demand:
    first: Record = responses[0] if responses else {}
    days, line = first.get("days"), row["line"]
    return Demand(
        _text(row, "date"),
        str(row["title"]),
        _text(row, "issued_by"),
        _text(row, "addressee"),
        tuple(points),
        _text(first, "answered_on"),
        days if isinstance(days, int) else None,
        _text(first, "basis"),
        _text(first, "answer"),
        len(responses),
        str(row["gazette"]),
        line if isinstance(line, int) else 0,
    )


def _text(row: Record, column: str) -> str | None:
    value = row.get(column)
    return None if value is None else str(value)
