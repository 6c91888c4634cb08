"""What somebody answers for: every duty stated of a body or a person, with its words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from kg.model.errors import QueryError
from kg.query.opening import Graph
from kg.query.sparql import Cell, Table, ask

QUESTION = Path(__file__).with_name("duties.rq")

_Row = dict[str, Cell]


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty: whose (`agent`, the full name), the role as printed and its group, what for, and where it stands.

    `kind` is `lead`, `answer`, `head`, `handle`, `assist`, `member` or `entrusted`; `lines` are 1-based.
    """

    agent: str
    kind: str | None
    role: str
    object: str
    gazette: str
    lines: tuple[int, ...]
    words: str


def duties(graph: Graph, name: str) -> list[Duty]:
    """The duties of all bodies and people called `name`, by agent and then in the order of the gazettes.

    A body is also known by a short form that a gazette prints; spaces in the name do not count. Raises `QueryError`
    when nobody has this name; of somebody without duties the list is empty.
    """
    name = "".join(name.split())
    table = ask(graph, QUESTION.read_text(encoding="utf-8"), {"name": name})
    if not isinstance(table, Table):
        raise TypeError(f"{QUESTION.name} is no SELECT")
    rows: list[_Row] = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    if not rows:
        raise QueryError(f"no body and nobody is called {name!r} in this graph; try the full name, with its place")
    by_fact: dict[tuple[str, str], list[_Row]] = defaultdict(list)
    for row in rows:
        if row["fact"] is not None:
            by_fact[str(row["fact"]), str(row["start"])].append(row)
    return list(map(_duty, sorted(by_fact.values(), key=_order)))


def _duty(rows: list[_Row]) -> Duty:
    lines = {line for row in rows if isinstance(line := row["line"], int)}
    first = min(rows, key=lambda row: str(row["label"]))
    kind = first["kind"]
    return Duty(
        str(first["label"]),
        None if kind is None else str(kind),
        str(first["role"]),
        str(first["object"]),
        str(first["gazette"]),
        tuple(sorted(lines)),
        str(first["words"]),
    )


def _order(rows: list[_Row]) -> tuple[str, str, int, str, str]:
    first = min(rows, key=lambda row: str(row["label"]))
    start = first["start"]
    at = start if isinstance(start, int) else 0
    return str(first["label"]), str(first["gazette"]), at, str(first["role"]), str(first["object"])
