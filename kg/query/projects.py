"""What became of a project: all that gazettes say of it, in order, with their words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kg.model.errors import QueryError
from kg.query.evidence import facts
from kg.query.naming import Thing, find
from kg.query.opening import Graph
from kg.query.periods import Period, window
from kg.query.rows import grouped, text
from kg.query.sparql import Record, records
from kg.query.tenures import Heads, HeadsAsked

QUESTION = Path(__file__).with_name("project.rq")


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that a gazette says of a project; `date` is that of the item, `lines` are 1-based.

    `derived_heads` are the people who held the head post of the body, where that was asked for: no gazette states that
    they answer for the project.
    """

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
    derived_heads: Heads | None = None


@dataclass(frozen=True, slots=True)
class ProjectHistory:
    """One project and what is said of it; projects of one name in two places are two of these."""

    project: str
    name: str
    region: str | None
    kind: str
    statements: tuple[Statement, ...]


def project_history(
    graph: Graph,
    name: str,
    *,
    between: tuple[str, str] | None = None,
    heads: bool = False,
    on: str | None = None,
) -> list[ProjectHistory]:
    """The projects that a name means, or a part of one, its pinyin or an IRI, ordered by name.

    Statements are ordered by date; those of items without one come last, and are left out with `between`. With `heads`,
    who headed the responsible body on the day of each statement; with `on`, on that day. Raises `QueryError` when no
    project is called so, `DateError` when a date is none.
    """
    time, day = window(None, between), window(on, None)
    found = find(graph, name, ("project",))
    if not found:
        raise QueryError(f"no project in this graph has {name!r} in its name; try a shorter part of it")
    known = HeadsAsked(graph) if heads or day else None
    return [_project(graph, one, time, known, day) for one in found]


def _project(
    graph: Graph, one: Thing, time: Period | None, heads: HeadsAsked | None, day: Period | None
) -> ProjectHistory:
    rows = records(graph, QUESTION, project=one.iri)
    told = list(_statements(graph, rows))
    if heads is not None:
        told = [
            (replace(said, derived_heads=heads.of(body, day or said.date)) if body else said, body)
            for said, body in told
        ]
    said = sorted((said for said, _ in told if time is None or time.meets(said.date)), key=_order)
    return ProjectHistory(one.iri, one.name, one.where, text(rows, "kind") or "", tuple(said))


def _statements(graph: Graph, rows: list[Record]) -> Iterator[tuple[Statement, str | None]]:
    """The statements, each with the IRI of the responsible body."""
    by_fact = dict(grouped(rows, "fact"))
    known = facts(graph, by_fact)
    for fact, of_fact in by_fact.items():
        for passage in known[fact].passages if fact in known else ():
            statement = Statement(
                date=text(of_fact, "date"),
                status=text(of_fact, "status"),
                body=text(of_fact, "body"),
                place=text(of_fact, "place"),
                amount=_number(of_fact),
                unit=text(of_fact, "unit"),
                period=text(of_fact, "period"),
                item=text(of_fact, "item"),
                gazette=passage.gazette,
                lines=passage.lines,
                words=passage.words,
            )
            yield statement, text(of_fact, "responsible")


def _number(rows: list[Record]) -> str | None:
    """The amount without the point of a whole number."""
    printed = text(rows, "amount")
    return printed.removesuffix(".0") if printed else None


def _order(one: Statement) -> tuple[bool, str, str, tuple[int, ...], str, str]:
    return (one.date is None, one.date or "", one.gazette, one.lines, one.status or "", one.words)
