"""Who and what stands in the middle of the graph of people and bodies."""

from __future__ import annotations

from dataclasses import dataclass

import networkx as nx

from kg.network.analyse.graphs import Labels
from kg.network.analyse.membership import graph, pairs
from kg.network.analyse.records import Known, Line, lines
from kg.network.analyse.scope import Analysis, LeftOut, Scope, around

# All shortest paths of a graph of this many nodes are counted; of a larger one, those from a sample of nodes.
EXACT_UP_TO = 1_000
SAMPLE = 200
SEED = 1
DAMPING = 0.85
_STEPS, _CLOSE = 200, 1e-10

MEASURES = ("degree", "betweenness", "pagerank")


@dataclass(frozen=True, slots=True)
class Centrality:
    """One person or body and three measures of its place in the graph of people and bodies.

    `degree` is the number of its neighbours: the bodies that a person sat in, the people of a body. `betweenness`, 0 to
    1, is the share of shortest paths between two others that lead over it: how much it links what is apart.
    `pagerank` is how often a walk along random edges, which starts anew at a random node in 15 of 100 steps, comes by;
    all together are 1.
    """

    label: str
    kind: str
    degree: int
    betweenness: float
    pagerank: float
    evidence: tuple[Line, ...]
    iri: str


def centrality(known: Known, scope: Scope, by: str = "degree") -> Analysis[Centrality]:
    """The measures of all people and bodies, the highest first by one of `MEASURES`, then by the others.

    Of bodies asked for, the graph is that of their people with all bodies of these.
    """
    left = LeftOut()
    known, scope = around(known, scope)
    found = graph(Labels(known), pairs(known, scope, left))
    betweenness = _betweenness(found)
    ranks = pagerank(found)
    rows = [_row(found, node, betweenness[node], ranks[node]) for node in found]
    rows.sort(key=lambda row: (-getattr(row, by), -row.degree, -row.betweenness, -row.pagerank, row.iri))
    for row in rows:
        found.nodes[row.iri].update(degree=row.degree, betweenness=row.betweenness, pagerank=row.pagerank)
    sampled = len(found) > EXACT_UP_TO
    if sampled:
        left.add(f"starts of shortest paths but {SAMPLE}, which makes betweenness an estimate", len(found) - SAMPLE)
    return Analysis("centrality", tuple(rows), found, left.told())


def pagerank(graph: nx.Graph[str]) -> dict[str, float]:
    """The PageRank of the nodes of an undirected graph without isolated nodes, each edge counting once.

    By iteration here, because that of networkx wants scipy.
    """
    size = len(graph)
    ranks = dict.fromkeys(graph, 1 / size) if size else {}
    for _ in range(_STEPS):
        last = ranks
        shares = {node: last[node] / len(graph[node]) for node in graph}
        ranks = {node: (1 - DAMPING) / size + DAMPING * sum(shares[other] for other in graph[node]) for node in graph}
        if sum(abs(ranks[node] - last[node]) for node in graph) < _CLOSE:
            break
    return ranks


def _betweenness(found: nx.Graph[str]) -> dict[str, float]:
    sample = SAMPLE if len(found) > EXACT_UP_TO else None
    return nx.betweenness_centrality(found, k=sample, seed=SEED)


def _row(found: nx.Graph[str], node: str, betweenness: float, rank: float) -> Centrality:
    evidence = lines(*(found[node][other]["evidence"] for other in found[node]))
    return Centrality(
        found.nodes[node]["label"], found.nodes[node]["kind"], len(found[node]), round(betweenness, 6), round(rank, 6),
        evidence, node,
    )  # fmt: skip
