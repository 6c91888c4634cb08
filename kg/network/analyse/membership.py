"""Who sat in which body: the graph of people and bodies, which grows with the tenures alone."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import networkx as nx

from kg.network.analyse.graphs import Labels, edge
from kg.network.analyse.records import Known, Line, Tenure, lines
from kg.network.analyse.scope import POSSIBLE, Analysis, LeftOut, Scope, tenures
from kg.network.analyse.spans import Certainty, hull

DESCRIPTION = (
    "Derived: people and the bodies in which they held posts; an edge stands for all posts of one in the other."
)


@dataclass(frozen=True, slots=True)
class Membership:
    """One post of a person in a body; `since` and `until` are EDTF."""

    person: str
    body: str
    title: str
    qualifier: str | None
    since: str
    until: str
    certainty: Certainty
    evidence: tuple[Line, ...]
    person_iri: str
    body_iri: str


Held = dict[tuple[str, str], list[tuple[Tenure, Certainty]]]


def membership(known: Known, scope: Scope) -> Analysis[Membership]:
    """The posts of a period; in the graph, people and bodies with an edge for each pair of them.

    `weight` of an edge is the number of tenures.
    """
    left = LeftOut()
    held = pairs(known, scope, left)
    labels = Labels(known)
    rows = [_row(labels, tenure, certainty) for group in held.values() for tenure, certainty in group]
    return Analysis("membership", tuple(sorted(rows, key=_order)), graph(labels, held), left.told())


def pairs(known: Known, scope: Scope, left: LeftOut) -> Held:
    """The tenures that count by person and body, in order."""
    found: defaultdict[tuple[str, str], list[tuple[Tenure, Certainty]]] = defaultdict(list)
    for tenure, certainty in tenures(known, scope, left):
        if not scope.takes(certainty):
            left.add("possible memberships", option=POSSIBLE)
        elif tenure.body is not None:
            found[tenure.person, tenure.body].append((tenure, certainty))
    return dict(sorted(found.items()))


def graph(labels: Labels, held: Held) -> nx.Graph[str]:
    """The graph of people and bodies."""
    found: nx.Graph[str] = nx.Graph(description=DESCRIPTION)
    for (person, body), group in held.items():
        found.add_node(person, **labels.node(person, "person"))
        found.add_node(body, **labels.node(body, "body"))
        span = hull([tenure.span for tenure, _ in group])
        certainty: Certainty = "certain" if any(how == "certain" for _, how in group) else "possible"
        evidence = tuple(line for tenure, _ in group for line in tenure.evidence)
        titles = tuple(sorted({tenure.title for tenure, _ in group}))
        found.add_edge(
            person, body, **edge("member", len(group), certainty, span.start, span.end, evidence, titles=titles),
            span=span,
        )  # fmt: skip
    return found


def _row(labels: Labels, tenure: Tenure, certainty: Certainty) -> Membership:
    body = tenure.body or ""
    return Membership(
        labels.person(tenure.person), labels.body(body), tenure.title, tenure.qualifier,
        tenure.span.start, tenure.span.end, certainty, lines(tenure.evidence), tenure.person, body,
    )  # fmt: skip


def _order(row: Membership) -> tuple[object, ...]:
    return row.body, row.title, row.since, row.person, row.person_iri, row.until, row.evidence
