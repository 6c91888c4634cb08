"""Records to networkx graphs, one for each lens; an edge holds all that links two of their nodes.

In both graphs a *hub* is drawn in the middle of a disc and a *leaf* around it: bodies and their people, or those who
answer for something and what they answer for. An edge between a leaf and a hub has a `state`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TypeAlias

import networkx as nx

from kg.network.records import BEGINS, ENDS, Fact, Records, Said

Network: TypeAlias = "nx.Graph[str]"

# What is known of a person in a body, the strongest first: the order in which drawings prefer them.
STATES = ("holds", "left", "proposed", "seen")
# How somebody answers for something, the strongest first; `acts` is the body named with a project.
ROLES = ("lead", "answer", "acts", "head", "handle", "assist", "member", "entrusted")
_PLANS = frozenset({"propose", "resign"})


def network(records: Records) -> Network:
    """The graph of appointments.

    A node has `kind` (`person` or `body`) and `record`. An edge between a person and a body has `kind="post"`, `state`
    (one of `STATES`), `title` and `facts` in date order; one between a body and its parent has `kind="part"`.
    """
    graph: Network = nx.Graph(leaf="person")
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


def duties(records: Records) -> Network:
    """The graph of responsibilities: people and bodies that answer for something, and what that is.

    A node has `kind` (`person`, `body` or `task`) and `record`. An edge has `kind="duty"`, `state` (one of `ROLES`, the
    strongest that is stated), `title` (the role as printed) and `said`, the statements.
    """
    graph: Network = nx.Graph(leaf="task")
    agents: dict[str, tuple[str, object]] = {body.id: ("body", body) for body in records.bodies}
    agents |= {person.id: ("person", person) for person in records.people}
    graph.add_nodes_from((task.id, {"kind": "task", "record": task}) for task in records.tasks)
    for (task, agent), said in _duties(records.said).items():
        if agent in agents and task in graph:
            kind, record = agents[agent]
            graph.add_node(agent, kind=kind, record=record)
            first = min(said, key=lambda one: ROLES.index(role(one)))
            graph.add_edge(task, agent, kind="duty", state=role(first), title=_printed(first), said=said)
    return graph


def role(said: Said) -> str:
    """The group of a role; one of no group answers, the body of a project acts."""
    if said.kind == "project":
        return "acts"
    return said.sort if said.sort in ROLES else "answer"


def _printed(said: Said) -> str | None:
    return said.role if said.kind == "duty" else None


def kind(graph: Network, node: str) -> str:
    """`person`, `body` or `task`."""
    return str(graph.nodes[node]["kind"])


def is_leaf(graph: Network, node: str) -> bool:
    """Whether a node stands around a hub: a person in the graph of posts, a task in that of duties."""
    return kind(graph, node) == str(graph.graph["leaf"])


def ends(graph: Network, one: str, other: str) -> tuple[str, str]:
    """The leaf and the hub of an edge between the two."""
    return (one, other) if is_leaf(graph, one) else (other, one)


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


def _duties(said: Iterable[Said]) -> dict[tuple[str, str], tuple[Said, ...]]:
    found: defaultdict[tuple[str, str], list[Said]] = defaultdict(list)
    for one in said:
        for part, who in one.about:
            if one.task is not None and part == "agent":
                found[one.task, who].append(one)
    return {
        pair: tuple(sorted(group, key=lambda one: (one.date or "", one.id))) for pair, group in sorted(found.items())
    }


def _pairs(facts: Iterable[Fact]) -> dict[tuple[str, str], tuple[Fact, ...]]:
    found: defaultdict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.person and fact.body:
            found[fact.person, fact.body].append(fact)
    return {pair: in_order(facts) for pair, facts in sorted(found.items())}
