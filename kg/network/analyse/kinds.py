"""The analyses by their names, as a command calls them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from functools import partial
from typing import Any

from kg.network.analyse.careers import Move, careers
from kg.network.analyse.centrality import Centrality, centrality
from kg.network.analyse.comembership import LARGEST, Pair, comembership
from kg.network.analyse.communities import Community, communities
from kg.network.analyse.membership import Membership, membership
from kg.network.analyse.overlap import Overlap, overlap
from kg.network.analyse.records import Known
from kg.network.analyse.scope import Analysis, Scope
from kg.network.analyse.stays import StayLength, stay_lengths
from kg.network.analyse.succession import Succession, succession
from kg.network.analyse.turnover import Turnover, turnover
from kg.network.analyse.years import Year, by_year, turnover_by_year

Analyse = Callable[[Known, Scope], Analysis[Any]]


@dataclass(frozen=True, slots=True)
class Kind:
    """An analysis, the class of its rows, and the graph that is counted year by year."""

    row: type[Any]
    analyse: Analyse
    yearly: Analyse


KINDS: Mapping[str, Kind] = {
    "membership": Kind(Membership, membership, membership),
    "comembership": Kind(Pair, comembership, comembership),
    "succession": Kind(Succession, succession, succession),
    "stays": Kind(StayLength, stay_lengths, stay_lengths),
    "careers": Kind(Move, careers, careers),
    "overlap": Kind(Overlap, overlap, overlap),
    # Their graph is that of memberships, and costs less to make without them.
    "centrality": Kind(Centrality, centrality, membership),
    "communities": Kind(Community, communities, membership),
    "turnover": Kind(Turnover, turnover, membership),
}


def analyse(
    kind: str, known: Known, scope: Scope, *, yearly: bool = False, largest: int = LARGEST, by: str = "degree"
) -> Analysis[Any]:
    """One of `KINDS`, in figures for each year with `yearly`; `largest` is for comembership and `by` for centrality.

    The graph is always that of the whole scope.
    """
    one, each = KINDS[kind].analyse, KINDS[kind].yearly
    if kind == "comembership":
        one = each = partial(comembership, largest=largest)
    if kind == "centrality":
        one = partial(centrality, by=by)
    found = one(known, scope)
    if not yearly:
        return found
    rows = turnover_by_year(known, scope) if kind == "turnover" else by_year(known, scope, each)
    return replace(found, rows=tuple(rows))


def columns(kind: str, *, yearly: bool = False) -> tuple[str, ...]:
    """The names of the fields of the rows, also where there are no rows."""
    return tuple(field.name for field in fields(row_class(kind, yearly=yearly)))


def row_class(kind: str, *, yearly: bool = False) -> type[Any]:
    """The class of the rows."""
    return Year if yearly and kind != "turnover" else KINDS[kind].row
