"""One thing as the graph tells it, whatever it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kg.query.describing.labels import spoken
from kg.query.evidence import Passage, facts
from kg.query.opening import Graph
from kg.query.rows import grouped
from kg.query.sparql import Cell, Iri, Record, described, records

FOLDER = Path(__file__).parent
# A row for each graph that a statement stands in; the question stops there.
MOST = 1000
# Where an item is printed; whoever has the texts asks it.
PRINTED = FOLDER / "printed.rq"


@dataclass(frozen=True, slots=True)
class Value:
    """A statement of a thing; `derived` tells that no gazette states it."""

    property: str
    value: Cell
    derived: bool


@dataclass(frozen=True, slots=True)
class Pointing:
    """A statement that points to a thing, from `other`."""

    other: str
    property: str
    derived: bool


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact with the words that state it, each with the issue of its gazette; the date as far as it is known."""

    fact: str
    date: str | None
    passages: tuple[tuple[Passage, str | None], ...]


@dataclass(frozen=True, slots=True)
class Description:
    """A thing, its statements and those that point to it, and the words of gazettes behind them.

    `classes` are those of the thing and of all that points to it. `cut` tells that more points to it than is told.
    """

    iri: str
    values: tuple[Value, ...]
    pointing: tuple[Pointing, ...]
    stated: tuple[Stated, ...]
    classes: dict[str, tuple[str, ...]]
    cut: bool


def describe(graph: Graph, iri: str, language: str) -> Description | None:
    """What is known of a thing, in a language where it is told in several; None where the graph holds nothing of it."""
    own = spoken(records(graph, FOLDER / "statements.rq", thing=Iri(iri)), language)
    others = records(graph, FOLDER / "pointing.rq", thing=Iri(iri))
    if not own and not others:
        return None
    derived = f"{graph.base}graph/derived"
    pointing = tuple(Pointing(str(o), str(p), d) for (o, p), d in _told(others, ("other", "property"), derived))
    near = {iri, *(one.other for one in pointing if not one.other.startswith("_:"))}
    return Description(
        iri,
        tuple(Value(str(p), v, d) for (p, v), d in _told(own, ("property", "value"), derived)),
        pointing,
        tuple(_stated(graph, near)),
        _classes(graph, near),
        len(others) == MOST,
    )


def details(graph: Graph, wanted: Iterable[str], language: str) -> dict[str, list[tuple[str, Cell]]]:
    """What some facts are about: pairs of property and value, by fact."""
    rows = described(graph, FOLDER / "details.rq", "thing", wanted)
    return {
        fact: [(str(row["property"]), row["value"]) for row in spoken(told, language)]
        for fact, told in grouped(rows, "thing")
    }


def _told(rows: list[Record], columns: tuple[str, str], derived: str) -> list[tuple[tuple[Cell, Cell], bool]]:
    """Statements each once; one is derived where every graph that it stands in is."""
    found: dict[tuple[Cell, Cell], bool] = {}
    for row in rows:
        key = (row[columns[0]], row[columns[1]])
        found[key] = found.get(key, True) and str(row["graph"]).startswith(derived)
    return list(found.items())


def _classes(graph: Graph, things: Iterable[str]) -> dict[str, tuple[str, ...]]:
    rows = described(graph, FOLDER / "classes.rq", "thing", things)
    return {thing: tuple(str(row["class"]) for row in of_thing) for thing, of_thing in grouped(rows, "thing")}


def _stated(graph: Graph, things: Iterable[str]) -> list[Stated]:
    """The facts among things, by date; those without a date last."""
    told = [fact for fact in facts(graph, things).values() if fact.passages]
    stems = sorted({passage.gazette for fact in told for passage in fact.passages})
    rows = records(graph, FOLDER / "issues.rq", stem=stems) if stems else []
    issues = {str(row["stem"]): str(row["issue"]) for row in reversed(rows)}
    ordered = sorted(told, key=lambda one: (one.date is None, one.date or "", one.passages, one.fact))
    return [
        Stated(one.fact, one.date, tuple((passage, issues.get(passage.gazette)) for passage in one.passages))
        for one in ordered
    ]
