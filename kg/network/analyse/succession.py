"""Who followed whom in a post of one seat, and how long people stayed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

import networkx as nx

from kg.model.dates import later
from kg.network.analyse.graphs import Labels, edge
from kg.network.analyse.records import Known, Line, Tenure, lines
from kg.network.analyse.scope import POSSIBLE, Analysis, LeftOut, Scope
from kg.network.analyse.spans import NEVER_AFTER, Certainty, Span, before, exact_days, hull, together, within
from kg.rdf.tenure import LAG_DAYS

DESCRIPTION = "Derived: people who followed each other in a post of one seat, from predecessor to successor."


@dataclass(frozen=True, slots=True)
class Succession:
    """Two people who followed each other; `place` is that of the predecessor in a line of `line` holders.

    That it is certain is said of the order alone: in a gap there may be a holder whom no gazette names. `gap_days` lie
    between the end of one and the start of the other, and `stayed_days` is the stay of the predecessor, None where a
    day is not known.
    """

    post: str
    line: int
    place: int
    predecessor: str
    stayed_days: int | None
    left: str
    successor: str
    took: str
    gap_days: int | None
    certainty: Certainty
    evidence: tuple[Line, ...]
    post_iri: str
    predecessor_iri: str
    successor_iri: str


@dataclass(frozen=True, slots=True)
class Stay:
    """The holding of one post by one person without a break; `several` is None where the seats are unknown."""

    person: str
    post: str
    name: str
    body: str | None
    span: Span
    several: bool | None
    opens: tuple[Line, ...]
    closes: tuple[Line, ...]
    evidence: tuple[Line, ...]


_SEATS = "successions in posts of which it is not known that they have one seat"
Link = tuple[Stay, Stay, Certainty]


def succession(known: Known, scope: Scope) -> Analysis[Succession]:
    """The successions in the posts of a scope, the longest lines first; of a period, those that fell into it.

    A post counts where it is known to have one seat; where its seats are unknown, its successions are only possible. A
    post that goes on in a renamed body is one post with it.
    """
    left = LeftOut()
    labels = Labels(known)
    posts = _posts(known, scope, left)
    chains = [chain for post in posts for chain in _chains(_links(posts[post], known, scope, left))]
    # The posts are in order, and the lines of one post in that of time.
    chains.sort(key=lambda chain: -len(chain))
    rows = [row for chain in chains for row in _rows(labels, chain)]
    return Analysis("succession", tuple(rows), _graph(labels, rows), left.told())


def stays(tenures: list[Tenure]) -> list[Stay]:
    """The stays of one post in order of time; tenures of one person without a gap that is known are one stay."""
    found: list[Stay] = []
    for tenure in sorted(tenures, key=_when):
        stay = _stay(tenure)
        if found and found[-1].person == stay.person and not found[-1].span.last_end < stay.span.first_start:
            stay = _joined(found.pop(), stay)
        found.append(stay)
    return found


def _stay(tenure: Tenure) -> Stay:
    opens, closes = tenure.opens or tenure.evidence, tenure.closes or tenure.evidence
    return Stay(
        tenure.person,
        tenure.post,
        tenure.name,
        tenure.body,
        tenure.span,
        tenure.several,
        opens,
        closes,
        tenure.evidence,
    )


def _joined(one: Stay, other: Stay) -> Stay:
    evidence = (*one.evidence, *other.evidence)
    return replace(one, span=hull([one.span, other.span]), closes=other.closes, evidence=evidence)


def _when(tenure: Tenure) -> tuple[str, bool, str, str]:
    """Holders of one seat stand in the order of their ends; of somebody former, only the last possible end is known."""
    span = tenure.span
    return span.first_end or span.last_end, bool(span.first_end), span.last_start, tenure.id


def _posts(known: Known, scope: Scope, left: LeftOut) -> dict[str, list[Tenure]]:
    held: defaultdict[str, list[Tenure]] = defaultdict(list)
    for tenure in known.tenures:
        if not tenure.span.empty:
            held[known.last_form(tenure.post)].append(tenure)
    found = {post: group for post, group in held.items() if any(scope.names(tenure.body) for tenure in group)}
    several = [post for post, group in found.items() if any(tenure.several for tenure in group)]
    left.add("posts of more than one seat", len(several))
    return {post: found[post] for post in sorted(found) if post not in several}


def _links(post: list[Tenure], known: Known, scope: Scope, left: LeftOut) -> Iterator[Link]:
    placed = True
    for one, other in pairwise(stays(post)):
        reason = _unlinked(one, other, known)
        if reason is not None:
            left.add(reason)
        elif (certainty := _certainty(one, other, placed, scope)) is not None:
            if scope.takes(certainty):
                yield one, other, certainty
            else:
                left.add(_SEATS if one.several is None else "possible successions", option=POSSIBLE)
        placed = reason is None


def _unlinked(one: Stay, other: Stay, known: Known) -> str | None:
    """Why two stays in a post are no succession."""
    if one.person == other.person:
        return "returns of a person to a post after a gap"
    if known.name(one.person) == known.name(other.person):
        return "pairs of holders of one name, who may be one person"
    if together(one.span, other.span) == "certain":
        return "pairs of people who held a post at the same time"
    return None if _in_order(one.span, other.span) else "pairs of holders whose order no date tells"


def _certainty(one: Stay, other: Stay, placed: bool, scope: Scope) -> Certainty | None:
    """That another holder came next after one; None where that did not fall into the period.

    Where nothing orders one and who stands before, `placed` is false: somebody may have come between.
    """
    taken = within(other.span.start_earliest, other.span.start_latest, scope.period) if scope.period else "certain"
    sure = one.several is False and placed and taken == "certain"
    return taken and ("certain" if sure else "possible")


def _in_order(one: Span, other: Span) -> bool:
    """Two holders of one seat never hold it together, so what is sure of their days puts both in order.

    That somebody is seen in office says nothing until some days after another began: reports carry old posts on.
    """
    if before(one, other) or one.last_start < other.first_start or one.last_end < other.first_end:
        return True
    return one.last_start != NEVER_AFTER and later(one.last_start, LAG_DAYS) < other.first_end


def _chains(links: Iterator[Link]) -> Iterator[list[Link]]:
    chain: list[Link] = []
    for link in links:
        if chain and chain[-1][1] != link[0]:
            yield chain
            chain = []
        chain.append(link)
    if chain:
        yield chain


def _rows(labels: Labels, chain: list[Link]) -> Iterator[Succession]:
    for place, (one, other, certainty) in enumerate(chain, 1):
        left, took = one.span.end, other.span.start
        post = one.name if one.name == other.name else f"{one.name} → {other.name}"
        yield Succession(
            post, len(chain) + 1, place, labels.person(one.person), exact_days(one.span.start, left), left,
            labels.person(other.person), took, exact_days(left, took), certainty, lines(one.closes, other.opens),
            one.post, one.person, other.person,
        )  # fmt: skip


def _graph(labels: Labels, rows: list[Succession]) -> nx.MultiDiGraph[str]:
    found: nx.MultiDiGraph[str] = nx.MultiDiGraph(description=DESCRIPTION)
    for person in sorted({iri for row in rows for iri in (row.predecessor_iri, row.successor_iri)}):
        found.add_node(person, **labels.node(person, "person"))
    for row in rows:
        more = {"post": row.post, "gap_days": row.gap_days}
        attributes = edge("followed by", 1, row.certainty, row.left, row.took, row.evidence, **more)
        found.add_edge(row.predecessor_iri, row.successor_iri, **attributes)
    return found
