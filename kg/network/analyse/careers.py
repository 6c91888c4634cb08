"""Who went from which body to which: posts left in one, and the posts taken next in another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import networkx as nx

from kg.network.analyse.graphs import Labels, edge
from kg.network.analyse.records import Known, Line, Tenure, lines
from kg.network.analyse.scope import POSSIBLE, Analysis, LeftOut, Scope
from kg.network.analyse.spans import Certainty, Span, before, starting, together, within

DESCRIPTION = "Derived: bodies, and an edge where people left a post in one and next took a post in the other."


@dataclass(frozen=True, slots=True)
class Move:
    """The people who left `source` and next took a post in `target`; `first` and `last` are the dates of taking it.

    `certain` counts those whose order the dates tell, `possible` the others.
    """

    source: str
    target: str
    certain: int
    possible: int
    people: tuple[str, ...]
    first: str
    last: str
    certainty: Certainty
    evidence: tuple[Line, ...]
    source_iri: str
    target_iri: str


Step = tuple[Tenure, Tenure, Certainty]


def careers(known: Known, scope: Scope) -> Analysis[Move]:
    """The ways that most people went first; of a period, those who took the later post in it.

    Who goes on with a body that is renamed, merged or split has not moved.
    """
    left, labels = LeftOut(), Labels(known)
    found: defaultdict[tuple[str, str], list[Step]] = defaultdict(list)
    uncertain = set()
    for group in _by_person(known):
        for step in _steps(group, scope):
            one, other, certainty = step
            ends = one.body or "", other.body or ""
            if not (scope.names(one.body) or scope.names(other.body)):
                continue
            if known.goes_on_as(one.body, other.body):
                left.add("steps with a body that was renamed, merged or split")
            elif scope.takes(certainty):
                found[ends].append(step)
            else:
                uncertain.add((one.person, ends))
    uncertain -= {(one.person, ends) for ends, steps in found.items() for one, _, _ in steps}
    left.add("possible moves of a person", len(uncertain), POSSIBLE)
    rows = sorted((_row(labels, ends, steps) for ends, steps in found.items()), key=_order)
    return Analysis("careers", tuple(rows), _graph(labels, rows, found), left.told())


def _by_person(known: Known) -> list[list[Tenure]]:
    found: defaultdict[str, list[Tenure]] = defaultdict(list)
    for tenure in known.tenures:
        if tenure.body is not None and not tenure.span.empty:
            found[tenure.person].append(tenure)
    return [found[person] for person in sorted(found)]


def _steps(tenures: list[Tenure], scope: Scope) -> Iterator[Step]:
    for one in tenures:
        for other in _next(one, tenures):
            certainty = _certainty(one, other, tenures, scope)
            if certainty is not None and one.body != other.body:
                yield one, other, certainty


def _next(one: Tenure, tenures: list[Tenure]) -> list[Tenure]:
    """What may have followed a tenure, without what surely came after something else that followed it."""
    later = [other for other in tenures if other is not one and _may_follow(one.span, other.span)]
    sure = [other for other in later if before(one.span, other.span)]
    first_over = min((other.span.last_end for other in sure), default="~")
    return [other for other in later if other.span.first_start < first_over]


def _may_follow(one: Span, other: Span) -> bool:
    """Whether one may have been left for another: some day of it was surely before some day of the other."""
    if before(one, other):
        return True
    may_be_over = together(one, other) != "certain" and one.first_end <= other.last_start
    return may_be_over and one.last_start < other.first_end


def _certainty(one: Tenure, other: Tenure, tenures: list[Tenure], scope: Scope) -> Certainty | None:
    """That of a step: certain where one was over when the other began, and no other post was kept in its body."""
    taken = within(other.span.start_earliest, other.span.start_latest, scope.period)
    if scope.period is not None and taken is None:
        return None
    begun = starting(other.span)
    kept = {together(held.span, begun) for held in tenures if held.body == one.body and held is not one}
    if "certain" in kept:
        return None
    sure = before(one.span, other.span) and "possible" not in kept
    return "certain" if sure and (scope.period is None or taken == "certain") else "possible"


def _row(labels: Labels, ends: tuple[str, str], steps: list[Step]) -> Move:
    steps = sorted(steps, key=_when)
    certain = {one.person for one, _, certainty in steps if certainty == "certain"}
    people = list(dict.fromkeys(one.person for one, _, _ in steps))
    people.sort(key=lambda person: person not in certain)
    return Move(
        labels.body(ends[0]), labels.body(ends[1]), len(certain), len(people) - len(certain),
        tuple(map(labels.person, people)), steps[0][1].span.start, steps[-1][1].span.start,
        "certain" if certain else "possible", lines(*map(_evidence, steps)), *ends,
    )  # fmt: skip


def _when(step: Step) -> tuple[str, str, str, str]:
    one, other, _ = step
    return other.span.start_earliest or other.span.last_start, other.span.last_start, one.id, other.id


def _evidence(step: Step) -> tuple[Line, ...]:
    one, other, _ = step
    return (*(one.closes or one.evidence), *(other.opens or other.evidence))


def _order(row: Move) -> tuple[int, int, str, str]:
    return -row.certain, -row.possible, row.source_iri, row.target_iri


def _graph(labels: Labels, rows: list[Move], found: Mapping[tuple[str, str], list[Step]]) -> nx.DiGraph[str]:
    graph: nx.DiGraph[str] = nx.DiGraph(description=DESCRIPTION)
    for body in sorted({body for ends in found for body in ends}):
        graph.add_node(body, **labels.node(body, "body"))
    for row in sorted(rows, key=lambda row: (row.source_iri, row.target_iri)):
        weight = row.certain + row.possible
        attributes = edge("moved", weight, row.certainty, row.first, row.last, row.evidence, people=row.people)
        graph.add_edge(row.source_iri, row.target_iri, **attributes)
    return graph
