"""What the page knows, as plain JSON: every person, body and fact, and the drawing of the first view.

Nodes, gazettes, words and item titles are named by their place in a list, so that a long passage that states forty
appointments stands in the page once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from kg.network.build import Network, by_time, ends, in_order
from kg.network.choose import FirstView
from kg.network.labels import common_place, labels
from kg.network.layout import Slot
from kg.network.lenses import outcomes, sectors
from kg.network.records import Fact, Quote, Records, Said, Tenure
from kg.publish.view.drawn import OPTIONS, drawn
from kg.publish.view.nodes import Json, Node, node_rows, stated


class _Pool:
    """Texts that are said once and then named by number."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def __call__(self, text: str) -> int:
        return self.numbers.setdefault(text, len(self.numbers))


class Lens(NamedTuple):
    """One way to look at the whole: a graph, what is drawn of it at first, and the room of a label."""

    graph: Network
    view: FirstView
    slot: Slot


class _Texts:
    """What rows point to instead of repeating it: nodes, gazettes, words, and the titles of papers and meetings."""

    def __init__(self, known: Records) -> None:
        self.nodes: list[Node] = [
            *known.bodies, *known.people, *known.tasks, *known.meetings, *outcomes(known), *sectors(known),
        ]  # fmt: skip
        self.order = {node.id: number for number, node in enumerate(self.nodes)}
        self.gazettes = {gazette.id: number for number, gazette in enumerate(known.gazettes)}
        self.words, self.items, self.papers = _Pool(), _Pool(), _Pool()

    def quotes(self, quotes: Iterable[Quote]) -> list[list[Any]]:
        """Each as gazette, lines, words, title, and the number of the paper: two of one title are not the same."""
        return [
            [
                self.gazettes.get(quote.gazette), list(quote.lines), self.words(quote.text),
                quote.item and self.items(quote.item), quote.paper and self.papers(quote.paper),
            ]
            for quote in quotes
        ]  # fmt: skip


def page_data(known: Records, lenses: Mapping[str, Lens]) -> Json:
    """The whole of it; the keys are those that the scripts of the page read."""
    place = common_place(body.name for body in known.bodies)
    named = labels([body.name for body in known.bodies], place)
    facts = in_order(known.facts)
    texts = _Texts(known)
    said = said_rows(known.said, texts)
    tenures = sorted(known.tenures, key=by_time)
    rows: tuple[Sequence[Fact | Said | Tenure], ...] = (facts, known.said, tenures)
    numbers = {one.id: number for row in rows for number, one in enumerate(row)}
    return {
        "place": place, "base": _base(texts.nodes),
        "gazettes": [{"stem": g.stem, "title": g.title, "year": g.year, "issue": g.issue} for g in known.gazettes],
        "nodes": node_rows(texts.nodes, texts.order, lenses["posts"].graph, named, dict(known.spelled)),
        "links": [link for name, lens in lenses.items() for link in _links(name, lens.graph, texts.order, numbers)],
        "facts": [_fact(fact, texts) for fact in facts],
        "tenures": [_tenure(tenure, texts.order, numbers) for tenure in tenures],
        "said": said,
        "words": list(texts.words.numbers),
        "items": list(texts.items.numbers),
        "papers": _papers(known, texts),
        "options": OPTIONS,
        "views": {name: _view(name, lens, texts.order, named) for name, lens in lenses.items()},
    }  # fmt: skip


def _base(nodes: Iterable[Node]) -> str:
    """What the ids in the page leave out, so that a question can name things in full."""
    return next((node.id.partition("/id/")[0] + "/id/" for node in nodes if "/id/" in node.id), "")


def _papers(known: Records, texts: _Texts) -> list[list[Any] | None]:
    """The title, gazette, first and last line of every paper that a quote names, in the order of their numbers."""
    papers = {paper.id: paper for paper in known.papers}
    found = (papers.get(name) for name in texts.papers.numbers)
    return [
        None if paper is None else [paper.title, texts.gazettes.get(paper.gazette), paper.start, paper.end]
        for paper in found
    ]


def _fact(fact: Fact, texts: _Texts) -> Json:
    return stated({
        "event": fact.event, "person": texts.order.get(fact.person or ""), "body": texts.order.get(fact.body or ""),
        "title": fact.title, "date": fact.date, "qualifier": fact.qualifier, "note": fact.note,
        "meeting": None if fact.meeting is None else texts.items(fact.meeting), "quotes": texts.quotes(fact.quotes),
        "at": texts.order.get(fact.at or ""), "outcome": texts.order.get(fact.id),
    })  # fmt: skip


def _tenure(tenure: Tenure, order: Mapping[str, int], numbers: Mapping[str, int]) -> Json:
    told = {"opened": tenure.opened, "closed": tenure.closed, "attested": tenure.attested,
            "sources": tenure.sources}  # fmt: skip
    return stated({
        "person": order.get(tenure.person), "body": order.get(tenure.body or ""), "title": tenure.title,
        "bounds": tenure.bounds, "qualifiers": tenure.qualifiers or None,
        "startFrom": tenure.start_from or None, "endFrom": tenure.end_from or None,
        **{name: sorted(numbers[fact] for fact in facts if fact in numbers) or None for name, facts in told.items()},
    })  # fmt: skip


def said_rows(said: Sequence[Said], texts: _Texts) -> list[Json]:
    """What reports say; the answers of an opinion are named by their place in the list."""
    numbers = {one.id: number for number, one in enumerate(said)}
    return [
        stated({
            "kind": one.kind, "text": one.text, "zh": one.chinese,
            "about": [[part, texts.order[node]] for part, node in one.about if node in texts.order],
            "sort": one.sort, "role": one.role, "date": one.date, "note": one.note,
            "task": texts.order.get(one.task or ""), "points": one.points or None,
            "answers": [[numbers[node], days] for node, days in one.answers if node in numbers] or None,
            "meetings": [texts.items(meeting) for meeting in one.meetings] or None, "quotes": texts.quotes(one.quotes),
            "outcome": texts.order.get(one.id),
        })
        for one in said
    ]  # fmt: skip


def _links(name: str, graph: Network, order: Mapping[str, int], numbers: Mapping[str, int]) -> Iterator[Json]:
    for leaf, hub, edge in _edges(graph, order):
        yield stated({
            "lens": name, "leaf": order[leaf], "hub": order[hub], "state": edge["state"], "title": edge["title"],
            "facts": [numbers[one.id] for one in edge.get("facts", ())] or None,
            "said": [numbers[one.id] for one in edge.get("said", ())] or None,
            "tenures": [numbers[one.id] for one in edge.get("tenures", ())] or None,
        })  # fmt: skip


def _edges(graph: Network, within: Iterable[str]) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    inside = set(within)
    for one, other, edge in sorted(graph.edges(data=True), key=lambda found: sorted(found[:2])):
        if "state" in edge and one in inside and other in inside:
            yield *ends(graph, one, other), edge


def _view(name: str, lens: Lens, order: Mapping[str, int], named: Mapping[str, str]) -> Json:
    graph, view = lens.graph, lens.view
    names = {node: graph.nodes[node]["record"].name for node in view.points}
    nodes = (
        {"id": order[node], "label": named.get(names[node], names[node]), "x": x, "y": y}
        for node, (x, y) in view.points.items()
    )
    edges = (
        {"id": f"{name}.{order[leaf]}-{order[hub]}", "from": order[leaf], "to": order[hub], "state": edge["state"]}
        for leaf, hub, edge in _edges(graph, view.points)
    )
    return {
        **drawn(nodes, edges),
        "slot": lens.slot,
        "discs": [{"hub": order[d.body], "x": d.x, "y": d.y, "radius": d.radius} for d in view.discs],
        "shown": [view.hubs, view.leaves],
        "leftOut": [view.hubs_left_out, view.leaves_left_out, view.only_seen, view.alone],
    }
