"""Records to a networkx graph: people and bodies are its nodes, an edge holds all that links two of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TypeAlias

import networkx as nx

from kg.network.records import BEGINS, ENDS, Fact, Records

Network: TypeAlias = "nx.Graph[str]"

# What is known of a person in a body, the strongest first: the order in which drawings prefer them.
STATES = ("holds", "left", "proposed", "seen")
_PLANS = frozenset({"propose", "resign"})


def network(records: Records) -> Network:
    """The graph of appointments.

    A node has `kind` (`person` or `body`) and `record`. An edge between a person and a body has `kind="post"`, `state`
    (one of `STATES`), `title` and `facts` in date order; one between a body and its parent has `kind="part"`.
    """
    graph: Network = nx.Graph()
    graph.add_nodes_from((body.id, {"kind": "body", "record": body}) for body in records.bodies)
    graph.add_nodes_from((person.id, {"kind": "person", "record": person}) for person in records.people)
    for body in records.bodies:
        if body.parent and body.parent in graph and body.parent != body.id:
            graph.add_edge(body.id, body.parent, kind="part")
    for (person, place), facts in _pairs(records.facts).items():
        if person in graph and place in graph:
            state, title = holding(facts)
            graph.add_edge(person, place, kind="post", state=state, title=title, facts=facts)
    return graph


def kind(graph: Network, node: str) -> str:
    """`person` or `body`."""
    return str(graph.nodes[node]["kind"])


def holding(facts: Sequence[Fact]) -> tuple[str, str | None]:
    """Whether a person holds a post in a body after these facts in date order, and the title of the last such post."""
    last: dict[str | None, Fact] = {}
    for fact in facts:
        if fact.event in BEGINS or fact.event in ENDS:
            last.pop(fact.title, None)
            last[fact.title] = fact
    held = [fact for fact in last.values() if fact.event in BEGINS]
    if held:
        return "holds", _title(held)
    if last:
        return "left", _title(last.values())
    if any(fact.event in _PLANS for fact in facts):
        return "proposed", _title(facts)
    return "seen", _title(facts)


def in_order(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """By date, those without one last; on one day what ends comes before what begins."""
    return tuple(sorted(facts, key=lambda fact: (fact.date or "9999", fact.event in BEGINS, fact.event, fact.id)))


def _title(facts: Iterable[Fact]) -> str | None:
    titles = [fact.title for fact in facts if fact.title]
    return titles[-1] if titles else None


def _pairs(facts: Iterable[Fact]) -> dict[tuple[str, str], tuple[Fact, ...]]:
    found: defaultdict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.person and fact.body:
            found[fact.person, fact.body].append(fact)
    return {pair: in_order(facts) for pair, facts in sorted(found.items())}
