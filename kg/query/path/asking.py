"""Connections between two people or bodies asked of a graph, each step with the words that state it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from kg.model.errors import QueryError
from kg.query.evidence import Passage, facts
from kg.query.naming import find_one
from kg.query.opening import Graph
from kg.query.path.search import Edge, Route, Search
from kg.query.rows import grouped, text
from kg.query.sparql import described
from kg.query.tenures import grounds_of

FOLDER = Path(__file__).parent
# Steps that rest on tenures, which rest on facts themselves.
_OF_TENURES = frozenset(("held", "sat_in"))
_MOST = 3
_EVIDENCE = 3


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a connection: what it leads from and to, how they are connected, and the words that state it.

    `back` tells that the relation is told from `other` to `one`. That a body is part of another is told by its name,
    and has no passage.
    """

    one: str
    one_name: str
    relation: str
    back: bool
    other: str
    other_name: str
    what: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Connection:
    """The steps from the one to the other."""

    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Connections:
    """The connections that say most, the best first; `searched` is how many steps were looked through."""

    one: str
    one_name: str
    other: str
    other_name: str
    searched: int
    connections: tuple[Connection, ...]


def connections(graph: Graph, one: str, other: str, *, length: int = 4) -> Connections:
    """How two people or bodies are connected, in at most `length` steps.

    Raises `QueryError` when nobody is called so or both are the same, `AmbiguousName` when several are.
    """
    first, second = (find_one(graph, name, ("person", "body")) for name in (one, other))
    if first.iri == second.iri:
        raise QueryError(f"{one!r} and {other!r} are both {first.name}; give two people or bodies")
    found = Search(lambda things: _neighbours(graph, things)).between(first.iri, second.iri, length, _MOST)
    names = _names(graph, {thing for route, _ in found.routes for thing in route} | {first.iri, second.iri})
    told = tuple(Connection(tuple(_steps(graph, route, names))) for route in found.routes)
    return Connections(first.iri, first.name, second.iri, second.name, found.searched, told)


def _neighbours(graph: Graph, things: Iterable[str]) -> Iterator[Edge]:
    rows = described(graph, FOLDER / "neighbours.rq", "from", things)
    for row in rows:
        near, far = str(row["from"]), str(row["to"])
        subject, obj = (far, near) if row["back"] else (near, far)  # some engines say 1 for true
        stated = tuple(str(row[column]) for column in ("fact", "other") if row[column] is not None)
        yield Edge(subject, str(row["step"]), obj, str(row["what"] or ""), stated)


def _names(graph: Graph, things: Iterable[str]) -> dict[str, str]:
    rows = described(graph, FOLDER / "labels.rq", "thing", things)
    return {
        thing: text(of_thing, "label") or text(of_thing, "title") or thing for thing, of_thing in grouped(rows, "thing")
    }


def _steps(graph: Graph, route: Route, names: dict[str, str]) -> Iterator[Step]:
    things, edges = route
    for (near, far), edge in zip(pairwise(things), edges, strict=True):
        yield Step(
            near, names[near], edge.step, edge.subject != near, far, names[far], edge.what, _passages(graph, edge)
        )


def _passages(graph: Graph, edge: Edge) -> tuple[Passage, ...]:
    """The first few passages that state a step; of a tenure those that open it before those that attest it."""
    if edge.step in _OF_TENURES:
        known = [passage for ground in grounds_of(graph, edge.facts) for passage in ground.passages]
    else:
        known = [passage for fact in facts(graph, edge.facts).values() for passage in fact.passages]
    return tuple(dict.fromkeys(known))[:_EVIDENCE]
