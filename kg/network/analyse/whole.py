"""The whole network as one graph: people, the posts that they held, bodies, and meetings.

Unlike an analysis, it leaves nothing out: what is only possible is in it too, with the four bounds beside it.
"""

from __future__ import annotations

from typing import Any

import networkx as nx

from kg.network.analyse.graphs import Labels
from kg.network.analyse.records import Known, Presence, Tenure
from kg.network.analyse.spans import Span

DESCRIPTION = (
    "People, posts, bodies and meetings. The start and end of an edge are the first and the last day on which it may "
    "have held; start_latest and end_earliest bound what is certain. A bound that is absent is not known."
)


def whole(known: Known) -> nx.MultiDiGraph[str]:
    """The graph of all that is known.

    A node has `kind` (`person`, `post`, `body` or `meeting`), `iri` and `label`. An edge has `kind`: `held` from a
    person to a post, `attended` from a person to a meeting, `of` from a post to its body, `part` from a body to the one
    that it belongs to, `by` from a meeting to the body that held it.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(description=DESCRIPTION)
    names = Labels(known)
    holders = {one.person for one in known.tenures} | {one.person for one in known.presences}
    for iri in sorted(holders.union(known.people)):
        graph.add_node(iri, **names.node(iri, "person"))
    for iri in sorted(_bodies(known)):
        graph.add_node(iri, **names.node(iri, "body"))
    for body in known.bodies.values():
        if body.parent is not None and body.parent != body.id:
            graph.add_edge(body.id, body.parent, kind="part")
    _add_tenures(graph, known.tenures)
    _add_presences(graph, known.presences)
    return graph


def _bodies(known: Known) -> set[str]:
    parents = (body.parent for body in known.bodies.values())
    named = (*parents, *(one.body for one in known.tenures), *(one.body for one in known.presences))
    return {*known.bodies, *(iri for iri in named if iri is not None)}


def _add_tenures(graph: nx.MultiDiGraph[str], tenures: tuple[Tenure, ...]) -> None:
    for one in tenures:
        if one.post not in graph:
            graph.add_node(
                one.post, iri=one.post, label=one.name or one.title, kind="post", title=one.title, several=one.several
            )
            if one.body is not None:
                graph.add_edge(one.post, one.body, kind="of")
        graph.add_edge(one.person, one.post, **_held(one.span), kind="held", iri=one.id, qualifier=one.qualifier,
                       evidence=one.evidence)  # fmt: skip


def _add_presences(graph: nx.MultiDiGraph[str], presences: tuple[Presence, ...]) -> None:
    for one in presences:
        if one.meeting not in graph:
            graph.add_node(
                one.meeting, iri=one.meeting, label=one.name, kind="meeting", date=one.span and one.span.start
            )
            if one.body is not None:
                graph.add_edge(one.meeting, one.body, kind="by")
        graph.add_edge(one.person, one.meeting, span=one.span, kind="attended", evidence=one.evidence)


def _held(span: Span) -> dict[str, Any]:
    return {
        "span": span,
        "start_earliest": span.start_earliest,
        "start_latest": span.start_latest,
        "end_earliest": span.end_earliest,
        "end_latest": span.end_latest,
    }
