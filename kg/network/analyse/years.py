"""How a graph changes from year to year."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import networkx as nx

from kg.model.dates import later
from kg.network.analyse.records import Known, Line, lines
from kg.network.analyse.scope import Analysis, Scope
from kg.network.analyse.spans import window
from kg.network.analyse.turnover import Turnover, turnover, whole

Analyse = Callable[[Known, Scope], Analysis[Any]]


@dataclass(frozen=True, slots=True)
class Year:
    """The graph of a year in figures.

    `nodes` are its `people` and `bodies`; `possible` counts the edges that are only possible, which are among `edges`
    if they were asked for. `newcomers` were surely not in the graph of the year before, `leavers` were in it and surely
    no longer are; `unsure` came or went as far as is certain, and may have been there. `degree` is the mean number of
    edges at a node, `largest` the number of nodes in the largest part that hangs together.
    """

    year: int
    nodes: int
    people: int
    bodies: int
    edges: int
    possible: int
    newcomers: int
    leavers: int
    unsure: int
    degree: float
    largest: int
    evidence: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Graphs:
    """The graph of a year, of what counts, and of all that is possible."""

    taken: nx.Graph[str]
    full: nx.Graph[str]


def by_year(known: Known, scope: Scope, analyse: Analyse) -> Iterator[Year]:
    """A row for each year from the first to the last of which a day is known."""
    last: _Graphs | None = None
    for year, scoped in scopes(known, scope):
        if last is None:
            last = _graphs(known, _of_year(scope, year - 1), analyse)
        graphs = _graphs(known, scoped, analyse)
        yield _row(year, graphs, last)
        last = graphs


def turnover_by_year(known: Known, scope: Scope) -> Iterator[Turnover]:
    """The turnover of each body in each year, in the order of the years."""
    for _, scoped in scopes(known, scope):
        yield from turnover(known, scoped).rows


def _graphs(known: Known, scope: Scope, analyse: Analyse) -> _Graphs:
    full = analyse(known, Scope(scope.period, scope.bodies, True)).graph
    return _Graphs(full if scope.possible else certain(full), full)


def _of_year(scope: Scope, year: int) -> Scope:
    return Scope(window(f"{year:04}-01-01", f"{year:04}-12-31"), scope.bodies, scope.possible)


def scopes(known: Known, scope: Scope) -> Iterator[tuple[int, Scope]]:
    """A scope for each year; the first and the last one may be cut by the period asked for."""
    period = scope.period or whole(known)
    if period is None:
        return
    first, last = period.first_start, later(period.last_end, -1)
    for year in range(int(first[:4]), int(last[:4]) + 1):
        days = window(max(first, f"{year:04}-01-01"), min(last, f"{year:04}-12-31"))
        yield year, Scope(days, scope.bodies, scope.possible)


def certain(full: nx.Graph[str]) -> nx.Graph[str]:
    """The edges of a graph that are certain, with their nodes."""
    taken = full.__class__()
    for one, other, data in full.edges(data=True):
        if data["certainty"] == "certain":
            taken.add_node(one, **full.nodes[one])
            taken.add_node(other, **full.nodes[other])
            taken.add_edge(one, other, **data)
    return taken


def _row(year: int, graphs: _Graphs, last: _Graphs) -> Year:
    taken = graphs.taken
    kinds = [taken.nodes[node]["kind"] for node in taken]
    edges = taken.number_of_edges()
    parts = nx.connected_components(taken.to_undirected(as_view=True))
    newcomers, leavers = set(taken) - set(last.full), set(last.taken) - set(graphs.full)
    changed = set(taken) ^ set(last.taken)
    return Year(
        year, len(taken), kinds.count("person"), kinds.count("body"), edges, _possible(graphs.full),
        len(newcomers), len(leavers), len(changed - newcomers - leavers),
        round(2 * edges / len(taken), 2) if taken else 0.0, max(map(len, parts), default=0),
        lines(*(data["evidence"] for *_, data in taken.edges(data=True))),
    )  # fmt: skip


def _possible(full: nx.Graph[str]) -> int:
    return sum(data["certainty"] == "possible" for *_, data in full.edges(data=True))
