"""What the page knows, as plain JSON: every person, body and fact, and the drawing of the first view.

Nodes, gazettes, words and item titles are named by their place in a list, so that a long passage that states forty
appointments stands in the page once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kg.network.build import Network, in_order
from kg.network.choose import FirstView
from kg.network.labels import common_place, group, labels
from kg.network.layout import SLOT_HEIGHT, SLOT_WIDTH
from kg.network.records import Body, Fact, Person, Records
from kg.publish.view.drawn import drawn

Json = dict[str, Any]


class _Pool:
    """Texts that are said once and then named by number."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def __call__(self, text: str) -> int:
        return self.numbers.setdefault(text, len(self.numbers))


def page_data(known: Records, graph: Network, view: FirstView) -> Json:
    """The whole of it; the keys are those that the scripts of the page read."""
    place = common_place(body.name for body in known.bodies)
    order = {node: number for number, node in enumerate([b.id for b in known.bodies] + [p.id for p in known.people])}
    named = labels([body.name for body in known.bodies], place)
    facts = in_order(known.facts)
    words, items = _Pool(), _Pool()
    gazettes = {gazette.id: number for number, gazette in enumerate(known.gazettes)}
    rows = [_fact(fact, order, gazettes, words, items) for fact in facts]
    numbers = {fact.id: number for number, fact in enumerate(facts)}
    return {
        "place": place,
        "slot": [SLOT_WIDTH, SLOT_HEIGHT],
        "gazettes": [{"stem": g.stem, "title": g.title, "year": g.year, "issue": g.issue} for g in known.gazettes],
        "nodes": [*(_body(body, order, named[body.name]) for body in known.bodies), *map(_person, known.people)],
        "links": list(_links(graph, order, numbers)),
        "facts": rows,
        "words": list(words.numbers),
        "items": list(items.numbers),
        "view": _view(graph, view, order, named),
    }


def _body(body: Body, order: Mapping[str, int], label: str) -> Json:
    return {
        "id": _local(body.id), "kind": "body", "name": body.name, "label": label, "type": body.type,
        "group": group(body.type), "aliases": list(body.aliases), "parent": order.get(body.parent or ""),
    }  # fmt: skip


def _person(person: Person) -> Json:
    return {
        "id": _local(person.id), "kind": "person", "name": person.name, "label": person.name,
        "place": person.place, "aliases": list(person.aliases),
    }  # fmt: skip


def _local(iri: str) -> str:
    return iri.partition("/id/")[2] or iri


def _fact(fact: Fact, order: Mapping[str, int], gazettes: Mapping[str, int], words: _Pool, items: _Pool) -> Json:
    whole = {
        "event": fact.event, "person": order.get(fact.person or ""), "body": order.get(fact.body or ""),
        "title": fact.title, "date": fact.date, "qualifier": fact.qualifier, "note": fact.note,
        "meeting": None if fact.meeting is None else items(fact.meeting),
        "quotes": [
            [gazettes.get(quote.gazette), list(quote.lines), words(quote.text), quote.item and items(quote.item)]
            for quote in fact.quotes
        ],
    }  # fmt: skip
    return {name: value for name, value in whole.items() if value is not None}


def _links(graph: Network, order: Mapping[str, int], numbers: Mapping[str, int]) -> Iterator[Json]:
    for one, other, edge in _posts(graph, order):
        yield {
            "person": order[one], "body": order[other], "state": edge["state"], "title": edge["title"],
            "facts": [numbers[fact.id] for fact in edge["facts"]],
        }  # fmt: skip


def _posts(graph: Network, within: Iterable[str]) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    inside = set(within)
    for one, other, edge in sorted(graph.edges(data=True), key=lambda found: sorted(found[:2])):
        if edge["kind"] == "post" and one in inside and other in inside:
            person, body = (one, other) if graph.nodes[one]["kind"] == "person" else (other, one)
            yield person, body, edge


def _view(graph: Network, view: FirstView, order: Mapping[str, int], named: Mapping[str, str]) -> Json:
    names = {node: graph.nodes[node]["record"].name for node in view.points}
    nodes = (
        {"id": order[node], "label": named.get(names[node], names[node]), "x": x, "y": y}
        for node, (x, y) in view.points.items()
    )
    edges = (
        {"id": f"{order[one]}-{order[other]}", "from": order[one], "to": order[other], "state": edge["state"]}
        for one, other, edge in _posts(graph, view.points)
    )
    return {
        **drawn(nodes, edges),
        "discs": [{"body": order[d.body], "x": d.x, "y": d.y, "radius": d.radius} for d in view.discs],
        "shown": [view.bodies, view.people],
        "leftOut": [view.bodies_left_out, view.people_left_out, view.only_seen],
    }
