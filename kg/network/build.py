"""Records to networkx graphs, one for each lens; an edge holds all that links two of their nodes.

In both graphs a *hub* is drawn in the middle of a disc and a *leaf* around it: bodies and their people, or those who
answer for something and what they answer for. An edge between a leaf and a hub has a `state`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TypeAlias

import networkx as nx

from kg.network.records import BEGINS, Fact, Records, Said, Tenure

Network: TypeAlias = "nx.Graph[str]"

# What is known of a person in a body, the strongest first: the order in which drawings prefer them. `known` began and
# is not known to have ended, which does not say that it lasts; of what is `undated` only that it was, not when.
STATES = ("known", "left", "undated", "proposed", "seen")
# How somebody answers for something, the strongest first; `acts` is the body named with a project.
ROLES = ("lead", "answer", "acts", "head", "handle", "assist", "member", "entrusted")
# A deputy's seat has no tenure: what was last told of it is its state.
_SEATS = {"seat_begins": "known", "seat_ends": "left"}


def network(records: Records) -> Network:
    """The graph of appointments.

    A node has `kind` (`person` or `body`) and `record`. An edge between a person and a body has `kind="post"`, `state`
    (one of `STATES`), `title`, `tenures` in order of time and `facts` in date order; one between a body and its parent
    has `kind="part"`.
    """
    graph: Network = nx.Graph(leaves=("person",))
    graph.add_nodes_from((body.id, {"kind": "body", "record": body}) for body in records.bodies)
    graph.add_nodes_from((person.id, {"kind": "person", "record": person}) for person in records.people)
    for body in records.bodies:
        if body.parent and body.parent in graph and body.parent != body.id:
            graph.add_edge(body.id, body.parent, kind="part")
    tenures = _tenures(records.tenures)
    for (person, place), facts in _pairs(records.facts).items():
        if person in graph and place in graph:
            held = tenures.get((person, place), ())
            state, title = standing(held, facts)
            graph.add_edge(person, place, kind="post", state=state, title=title, tenures=held, facts=facts)
    return graph


def duties(records: Records) -> Network:
    """The graph of responsibilities: people and bodies that answer for something, and what that is.

    A node has `kind` (`person`, `body` or `task`) and `record`. An edge has `kind="duty"`, `state` (one of `ROLES`, the
    strongest that is stated), `title` (the role as printed) and `said`, the statements.
    """
    graph: Network = nx.Graph(leaves=("task",))
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
    return kind(graph, node) in graph.graph["leaves"]


def ends(graph: Network, one: str, other: str) -> tuple[str, str]:
    """The leaf and the hub of an edge between the two; of two hubs the one that is a part of the other comes first."""
    if (part := graph[one][other].get("part")) is not None:
        return (one, other) if part == one else (other, one)
    return (one, other) if is_leaf(graph, one) else (other, one)


def standing(tenures: Sequence[Tenure], facts: Sequence[Fact]) -> tuple[str, str | None]:
    """How a person stands in a body, and the title of the last post that it is said of; both are in order of time.

    The tenures decide. Without one, a seat that began or ended does, and then whether somebody was proposed.
    """
    for state in ("known", "left", "undated"):
        if found := [tenure for tenure in tenures if _tenure_state(tenure) == state]:
            return state, _title(found)
    if seats := [fact for fact in facts if fact.event in _SEATS]:
        return _SEATS[seats[-1].event], _title(seats)
    if proposed := [fact for fact in facts if fact.event == "propose"]:
        return "proposed", _title(proposed)
    return "seen", _title(facts)


def _tenure_state(tenure: Tenure) -> str:
    if tenure.end_latest is not None or tenure.closed:
        return "left"
    return "undated" if tenure.start_latest is None and tenure.end_earliest is None else "known"


def in_order(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """By date, those without one last; on one day what ends comes before what begins."""
    return tuple(sorted(facts, key=lambda fact: (fact.date or "9999", fact.event in BEGINS, fact.event, fact.id)))


def by_time(tenure: Tenure) -> tuple[str, str]:
    """The order of tenures: by the earliest bound that is known, those without one last."""
    return next((day for day in tenure.bounds if day is not None), "~"), tenure.id


def _title(stated: Iterable[Fact | Tenure]) -> str | None:
    titles = [one.title for one in stated if one.title]
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


def _tenures(tenures: Iterable[Tenure]) -> dict[tuple[str, str], tuple[Tenure, ...]]:
    found: defaultdict[tuple[str, str], list[Tenure]] = defaultdict(list)
    for tenure in sorted(tenures, key=by_time):
        if tenure.body is not None:
            found[tenure.person, tenure.body].append(tenure)
    return {pair: tuple(group) for pair, group in found.items()}


def _pairs(facts: Iterable[Fact]) -> dict[tuple[str, str], tuple[Fact, ...]]:
    found: defaultdict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.person and fact.body:
            found[fact.person, fact.body].append(fact)
    return {pair: in_order(facts) for pair, facts in sorted(found.items())}
