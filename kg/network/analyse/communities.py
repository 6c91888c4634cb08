"""Groups of people and bodies that are linked more closely with each other than with the rest."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

import networkx as nx

from kg.network.analyse.centrality import SEED
from kg.network.analyse.graphs import Labels
from kg.network.analyse.membership import graph, pairs
from kg.network.analyse.records import Known, Line, lines
from kg.network.analyse.scope import Analysis, LeftOut, Scope, around

CENTRAL = 5


@dataclass(frozen=True, slots=True)
class Community:
    """A group, its size, and those of its people and bodies with most links within it.

    `inside` counts the links within the group, `outside` those that leave it.
    """

    community: int
    size: int
    people: int
    bodies: int
    inside: int
    outside: int
    central_bodies: tuple[str, ...]
    central_people: tuple[str, ...]
    evidence: tuple[Line, ...]


def communities(known: Known, scope: Scope) -> Analysis[Community]:
    """The groups that the method of Louvain finds in the graph of people and bodies, the largest first.

    Nodes of the graph get the number of their group as `community`, the graph its `modularity`. Of bodies asked for,
    the graph is that of their people with all bodies of these.
    """
    left = LeftOut()
    known, scope = around(known, scope)
    found = graph(Labels(known), pairs(known, scope, left))
    groups = louvain(found)
    for number, group in enumerate(groups, 1):
        for node in group:
            found.nodes[node]["community"] = number
    found.graph["modularity"] = modularity(found, groups)
    rows = tuple(_row(found, number, group) for number, group in enumerate(groups, 1))
    return Analysis("communities", rows, found, left.told())


def louvain(found: nx.Graph[str]) -> list[list[str]]:
    """The nodes of each group, sorted; the same in every run.

    The nodes are numbered first, because sets of texts have another order in every run of Python.
    """
    nodes = sorted(found)
    place = {node: number for number, node in enumerate(nodes)}
    numbered: nx.Graph[int] = nx.Graph()
    numbered.add_nodes_from(range(len(nodes)))
    numbered.add_edges_from(sorted(_ends(place[one], place[other]) for one, other in found.edges))
    groups = nx.community.louvain_communities(numbered, seed=SEED) if nodes else []
    return sorted((_named(nodes, group) for group in groups), key=lambda group: (-len(group), group))


def modularity(found: nx.Graph[str], groups: list[list[str]]) -> float:
    """How much more links lie within the groups than chance would put there: 0 for none, near 1 for clear groups."""
    parts = map(set, groups)
    return round(nx.community.modularity(found, parts, weight=None), 6) if found.number_of_edges() else 0.0


def _ends(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def _named(nodes: list[str], group: Set[int]) -> list[str]:
    return [nodes[number] for number in sorted(group)]


def _row(found: nx.Graph[str], number: int, group: list[str]) -> Community:
    within = found.subgraph(group)
    people = [node for node in group if found.nodes[node]["kind"] == "person"]
    bodies = [node for node in group if found.nodes[node]["kind"] == "body"]
    inside = within.number_of_edges()
    outside = sum(len(found[node]) for node in group) - 2 * inside
    evidence = lines(*(data["evidence"] for *_, data in within.edges(data=True)))
    central_bodies, central_people = _central(within, bodies), _central(within, people)
    return Community(
        number, len(group), len(people), len(bodies), inside, outside, central_bodies, central_people, evidence
    )


def _central(within: nx.Graph[str], nodes: list[str]) -> tuple[str, ...]:
    ordered = sorted(nodes, key=lambda node: (-len(within[node]), node))
    return tuple(str(within.nodes[node]["label"]) for node in ordered[:CENTRAL])
