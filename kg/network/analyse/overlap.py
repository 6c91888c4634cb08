"""Which bodies share members at the same time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import networkx as nx

from kg.network.analyse.graphs import Labels, edge
from kg.network.analyse.records import Known, Line, Tenure, lines
from kg.network.analyse.scope import POSSIBLE, Analysis, LeftOut, Scope, tenures
from kg.network.analyse.spans import Certainty, Span, hull, shared

DESCRIPTION = "Derived: bodies, and an edge where people sat in both at the same time; weight is their number."


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two bodies and the people who sat in both at the same time.

    `jaccard` is their share of all people of the two, 0 to 1; `possible` counts those of `people` of whom it is only
    possible, and who stand last.
    """

    body: str
    other: str
    shared: int
    possible: int
    jaccard: float
    people: tuple[str, ...]
    since: str
    until: str
    certainty: Certainty
    evidence: tuple[Line, ...]
    body_iri: str
    other_iri: str


@dataclass(frozen=True, slots=True)
class _Both:
    """That a person sat in two bodies."""

    person: str
    certainty: Certainty
    span: Span
    evidence: tuple[Line, ...]


def overlap(known: Known, scope: Scope) -> Analysis[Overlap]:
    """The pairs of bodies that share most people first."""
    left, labels = LeftOut(), Labels(known)
    every = Scope(scope.period, None, scope.possible)
    people: defaultdict[str, list[Tenure]] = defaultdict(list)
    members: defaultdict[str, set[str]] = defaultdict(set)
    for tenure, certainty in tenures(known, every, left):
        people[tenure.person].append(tenure)
        if scope.takes(certainty):
            members[tenure.body or ""].add(tenure.person)
    found: defaultdict[tuple[str, str], list[_Both]] = defaultdict(list)
    uncertain = set()
    for person in sorted(people):
        for pair, both in _both(person, people[person], scope):
            if scope.takes(both.certainty):
                found[pair].append(both)
            else:
                uncertain.add((person, pair))
    uncertain -= {(both.person, pair) for pair, group in found.items() for both in group}
    left.add("people who possibly sat in two bodies at once", len(uncertain), POSSIBLE)
    rows = [_row(labels, pair, group, members) for pair, group in found.items()]
    return Analysis("overlap", tuple(sorted(rows, key=_order)), _graph(labels, rows, found), left.told())


def _both(person: str, held: list[Tenure], scope: Scope) -> Iterator[tuple[tuple[str, str], _Both]]:
    for one, other in combinations(held, 2):
        first, second = sorted((one.body or "", other.body or ""))
        if first == second or not (scope.names(first) or scope.names(second)):
            continue
        certainty = scope.certainty(one.span, other.span)
        if certainty is not None:
            evidence = (*one.evidence, *other.evidence)
            yield (first, second), _Both(person, certainty, shared(one.span, other.span), evidence)


def _row(labels: Labels, pair: tuple[str, str], group: list[_Both], members: dict[str, set[str]]) -> Overlap:
    certain = sorted({both.person for both in group if both.certainty == "certain"})
    possible = sorted({both.person for both in group} - set(certain))
    people = (*certain, *possible)
    span = hull([both.span for both in group])
    of_both = members[pair[0]] | members[pair[1]]
    return Overlap(
        labels.body(pair[0]), labels.body(pair[1]), len(people), len(possible), round(len(people) / len(of_both), 4),
        tuple(map(labels.person, people)), span.start, span.end, "certain" if certain else "possible",
        lines(*(both.evidence for both in group)), *pair,
    )  # fmt: skip


def _order(row: Overlap) -> tuple[int, float, str, str]:
    return -row.shared, -row.jaccard, row.body_iri, row.other_iri


def _graph(labels: Labels, rows: list[Overlap], found: dict[tuple[str, str], list[_Both]]) -> nx.Graph[str]:
    graph: nx.Graph[str] = nx.Graph(description=DESCRIPTION)
    for body in sorted({body for pair in found for body in pair}):
        graph.add_node(body, **labels.node(body, "body"))
    for row in sorted(rows, key=lambda row: (row.body_iri, row.other_iri)):
        more: dict[str, object] = {"jaccard": row.jaccard, "people": row.people}
        more["span"] = hull([both.span for both in found[row.body_iri, row.other_iri]])
        attributes = edge("shares people with", row.shared, row.certainty, row.since, row.until, row.evidence, **more)
        graph.add_edge(row.body_iri, row.other_iri, **attributes)
    return graph
