"""Who sat with whom: in one body at the same time, or at one meeting.

The pairs of a group grow with the square of its people, so those of a large body are not drawn: with a limit the
whole grows with the number of memberships alone. `membership` keeps all of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations

import networkx as nx

from kg.network.analyse.graphs import Labels, edge
from kg.network.analyse.records import Known, Line, lines
from kg.network.analyse.scope import POSSIBLE, Analysis, LeftOut, Scope, tenures
from kg.network.analyse.spans import Certainty, Span, hull, least_days, shared

LARGEST = 100
DESCRIPTION = (
    "Derived: people who sat in one body at the same time, or were at one meeting; weight is the number of both."
)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people, the bodies and the number of meetings that they shared.

    `days` is how long they surely sat together in one of the bodies, 0 where no date tells.
    """

    person: str
    other: str
    bodies: tuple[str, ...]
    meetings: int
    days: int
    since: str
    until: str
    certainty: Certainty
    evidence: tuple[Line, ...]
    person_iri: str
    other_iri: str


@dataclass(frozen=True, slots=True)
class _Group:
    """A body or a meeting with what says that people were in it; of a meeting the body is None."""

    name: str
    body: str | None
    members: dict[str, list[tuple[Span | None, tuple[Line, ...]]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Shared:
    """What two people share of one group."""

    body: str | None
    certainty: Certainty
    days: int
    span: Span | None
    evidence: tuple[Line, ...]


def comembership(known: Known, scope: Scope, largest: int = LARGEST) -> Analysis[Pair]:
    """The pairs that shared most first; groups of more than `largest` people are left out and told."""
    left = LeftOut()
    found: defaultdict[tuple[str, str], list[_Shared]] = defaultdict(list)
    for group in (*_bodies(known, scope, left), *_meetings(known, scope, left)):
        if len(group.members) > largest:
            left.add(f"people of {group.name}, which are more than {largest}", len(group.members), "--largest")
            continue
        for pair, what in _pairs(group, scope):
            found[pair].append(what)
    alike = [pair for pair in found if known.name(pair[0]) == known.name(pair[1])]
    for pair in alike:
        del found[pair]
    left.add("pairs of one name, who may be one person", len(alike))
    kept = {pair: takes for pair, every in found.items() if (takes := [w for w in every if scope.takes(w.certainty)])}
    left.add("possible pairs", len(found) - len(kept), POSSIBLE)
    labels = Labels(known)
    rows = sorted((_row(labels, pair, every) for pair, every in kept.items()), key=_order)
    return Analysis("comembership", tuple(rows), _graph(labels, rows, kept), left.told())


def _bodies(known: Known, scope: Scope, left: LeftOut) -> list[_Group]:
    groups: dict[str, _Group] = {}
    labels = Labels(known)
    for tenure, _ in tenures(known, scope, left):
        body = tenure.body or ""
        group = groups.setdefault(body, _Group(labels.body(body), body))
        group.members.setdefault(tenure.person, []).append((tenure.span, tenure.evidence))
    return [groups[body] for body in sorted(groups)]


def _meetings(known: Known, scope: Scope, left: LeftOut) -> list[_Group]:
    groups: dict[str, _Group] = {}
    undated = set()
    for one in known.presences:
        if not scope.names(one.body):
            continue
        if scope.period is not None and one.span is None:
            undated.add(one.meeting)
        elif one.span is None or scope.certainty(one.span) is not None:
            group = groups.setdefault(one.meeting, _Group(one.name, None))
            group.members.setdefault(one.person, []).append((one.span, one.evidence))
    left.add("meetings without a date", len(undated))
    return [groups[meeting] for meeting in sorted(groups)]


def _pairs(group: _Group, scope: Scope) -> Iterator[tuple[tuple[str, str], _Shared]]:
    for one, other in combinations(sorted(group.members), 2):
        for span, evidence in group.members[one]:
            for its_span, its_evidence in group.members[other]:
                what = _what(group, scope, span, its_span, (*evidence, *its_evidence))
                if what is not None:
                    yield (one, other), what


def _what(
    group: _Group, scope: Scope, span: Span | None, other: Span | None, evidence: tuple[Line, ...]
) -> _Shared | None:
    if span is None or other is None:
        return _Shared(None, "certain", 0, None, evidence)
    # At a meeting both were there together, however vague its date is.
    spans = [span, other] if group.body else [span]
    certainty = scope.certainty(*spans) if group.body or scope.period else "certain"
    if certainty is None:
        return None
    days = least_days(*spans, *([scope.period] if scope.period else [])) if group.body else 0
    return _Shared(group.body, certainty, days, shared(*spans), evidence)


def _row(labels: Labels, pair: tuple[str, str], every: list[_Shared]) -> Pair:
    bodies = sorted({what.body for what in every if what.body is not None})
    span = _span(every)
    evidence = lines(*(what.evidence for what in every))
    return Pair(
        labels.person(pair[0]), labels.person(pair[1]), tuple(map(labels.body, bodies)),
        sum(what.body is None for what in every), max(what.days for what in every), span.start, span.end,
        _certainty(every), evidence, *pair,
    )  # fmt: skip


def _span(every: list[_Shared]) -> Span:
    spans = [what.span for what in every if what.span is not None]
    return hull(spans) if spans else Span()


def _certainty(every: list[_Shared]) -> Certainty:
    return "certain" if any(what.certainty == "certain" for what in every) else "possible"


def _order(row: Pair) -> tuple[int, bool, int, str, str]:
    return -len(row.bodies) - row.meetings, row.certainty != "certain", -row.days, row.person_iri, row.other_iri


def _graph(labels: Labels, rows: list[Pair], kept: dict[tuple[str, str], list[_Shared]]) -> nx.Graph[str]:
    found: nx.Graph[str] = nx.Graph(description=DESCRIPTION)
    for person in sorted({person for pair in kept for person in pair}):
        found.add_node(person, **labels.node(person, "person"))
    for row in sorted(rows, key=lambda row: (row.person_iri, row.other_iri)):
        every = kept[row.person_iri, row.other_iri]
        weight = len(row.bodies) + row.meetings
        more = {"bodies": len(row.bodies), "meetings": row.meetings, "days": row.days, "span": _span(every)}
        found.add_edge(
            row.person_iri, row.other_iri,
            **edge("together", weight, row.certainty, row.since, row.until, row.evidence, **more),
        )  # fmt: skip
    return found
