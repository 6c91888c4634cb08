"""How long people stayed in their posts."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import networkx as nx

from kg.network.analyse.graphs import Labels, edge
from kg.network.analyse.records import Known, Line, Tenure, lines
from kg.network.analyse.scope import POSSIBLE, Analysis, LeftOut, Scope, tenures
from kg.network.analyse.spans import Certainty, exact_days, least_days, most_days
from kg.network.analyse.succession import Stay, stays

DESCRIPTION = (
    "Derived: people and the bodies in which they held posts, an edge for each stay in a post; days is its length."
)


@dataclass(frozen=True, slots=True)
class StayLength:
    """A stay of a person in a post, and its length in days: exact where both ends are days, or else between two bounds.

    `certainty` is that of the length; `most_days` is None where nothing bounds it.
    """

    person: str
    post: str
    since: str
    until: str
    days: int | None
    least_days: int
    most_days: int | None
    certainty: Certainty
    evidence: tuple[Line, ...]
    person_iri: str
    post_iri: str


def stay_lengths(known: Known, scope: Scope) -> Analysis[StayLength]:
    """The stays that hold a day of a period, the shortest first; the whole stay counts, not its part in the period."""
    left, labels = LeftOut(), Labels(known)
    found = _stays(known, scope, left)
    kept = [stay for stay in found if scope.takes(_certainty(stay))]
    left.add("stays whose length is not known exactly", len(found) - len(kept), POSSIBLE)
    rows = sorted((_row(labels, stay) for stay in kept), key=_order)
    graph: nx.MultiGraph[str] = nx.MultiGraph(description=DESCRIPTION)
    for stay in kept:
        _add(graph, labels, stay)
    return Analysis("stays", tuple(rows), graph, left.told())


def _stays(known: Known, scope: Scope, left: LeftOut) -> list[Stay]:
    held: defaultdict[tuple[str, str], list[Tenure]] = defaultdict(list)
    for tenure, certainty in tenures(known, scope, left):
        if scope.takes(certainty):
            held[tenure.post, tenure.person].append(tenure)
        else:
            left.add("possible memberships", option=POSSIBLE)
    return [stay for pair in sorted(held) for stay in stays(held[pair])]


def _certainty(stay: Stay) -> Certainty:
    return "possible" if exact_days(stay.span.start, stay.span.end) is None else "certain"


def _row(labels: Labels, stay: Stay) -> StayLength:
    span = stay.span
    return StayLength(
        labels.person(stay.person), stay.name, span.start, span.end, exact_days(span.start, span.end),
        least_days(span), most_days(span), _certainty(stay), lines(stay.evidence), stay.person, stay.post,
    )  # fmt: skip


def _order(row: StayLength) -> tuple[bool, int, float, str, str, str]:
    most = float("inf") if row.most_days is None else row.most_days
    return row.days is None, row.least_days, most, row.person_iri, row.post_iri, row.since


def _add(graph: nx.MultiGraph[str], labels: Labels, stay: Stay) -> None:
    body = stay.body or ""
    graph.add_node(stay.person, **labels.node(stay.person, "person"))
    graph.add_node(body, **labels.node(body, "body"))
    days = exact_days(stay.span.start, stay.span.end)
    attributes = edge("stayed", 1, _certainty(stay), stay.span.start, stay.span.end, stay.evidence)
    graph.add_edge(stay.person, body, **attributes, post=stay.name, days=days, span=stay.span)
