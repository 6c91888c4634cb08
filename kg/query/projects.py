"""What became of a project: all that gazettes say of it, in order, with their words."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from kg.model.errors import QueryError
from kg.query.opening import Graph
from kg.query.sparql import Cell, Table, ask

QUESTION = Path(__file__).with_name("project.rq")

Record = dict[str, Cell]


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that a gazette says of a project; `date` is that of the item, `lines` are 1-based."""

    date: str | None
    status: str | None
    body: str | None
    place: str | None
    amount: str | None
    unit: str | None
    period: str | None
    item: str | None
    gazette: str
    lines: tuple[int, ...]
    words: str


@dataclass(frozen=True, slots=True)
class ProjectHistory:
    """One project and what is said of it; projects of one name in two places are two of these."""

    project: str
    name: str
    region: str | None
    kind: str
    statements: tuple[Statement, ...]


def project_history(graph: Graph, part: str) -> list[ProjectHistory]:
    """The projects called `part`, or else those with it in their name, ordered by name; spaces in it do not count.

    Statements are ordered by date; those of items without one come last. Raises `QueryError` when no name holds it.
    """
    part = "".join(part.split())
    if not part:
        raise QueryError("an empty name names no project; give a part of one")
    table = ask(graph, QUESTION.read_text(encoding="utf-8"), {"part": part})
    if not isinstance(table, Table):
        raise TypeError(f"{QUESTION.name} is no SELECT")
    records = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    if not records:
        raise QueryError(f"no project in this graph has {part!r} in its name; try a shorter part of it")
    records = [record for record in records if record["name"] == part] or records
    projects = [_project(rows) for rows in _grouped(records, "project")]
    return sorted(projects, key=lambda one: (one.name, one.project))


def _project(rows: list[Record]) -> ProjectHistory:
    statements = [_statement(of_span) for of_fact in _grouped(rows, "fact") for of_span in _grouped(of_fact, "start")]
    return ProjectHistory(
        project=_text(rows, "project") or "",
        name=_text(rows, "name") or "",
        region=_text(rows, "region"),
        kind=_text(rows, "kind") or "",
        statements=tuple(sorted(statements, key=_order)),
    )


def _grouped(rows: list[Record], column: str) -> list[list[Record]]:
    ordered = sorted(rows, key=lambda row: str(row[column]))
    return [list(group) for _, group in groupby(ordered, key=lambda row: str(row[column]))]


def _statement(rows: list[Record]) -> Statement:
    said = {column: _text(rows, column) for column in ("date", "status", "body", "place", "unit", "period", "item")}
    return Statement(
        **said,
        amount=_number(rows),
        gazette=_text(rows, "gazette") or "",
        lines=tuple(sorted({line for row in rows if isinstance(line := row["line"], int)})),
        words=_text(rows, "words") or "",
    )


def _text(rows: list[Record], column: str) -> str | None:
    """The one value of a column; of several, the first in order, so that the answer is the same every time."""
    return min((str(row[column]) for row in rows if row[column] is not None), default=None)


def _number(rows: list[Record]) -> str | None:
    """The amount without the point of a whole number."""
    printed = _text(rows, "amount")
    return printed.removesuffix(".0") if printed else None


def _order(one: Statement) -> tuple[bool, str, str, tuple[int, ...], str, str]:
    return (one.date is None, one.date or "", one.gazette, one.lines, one.status or "", one.words)
