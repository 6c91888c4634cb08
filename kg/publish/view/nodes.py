"""What the page knows of every person, body, task, meeting and kind of project, as plain JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import singledispatch
from typing import Any, NamedTuple, TypeAlias

from kg.network.build import Network
from kg.network.choose import home
from kg.network.labels import common_place, group, told_apart
from kg.network.levels import LEVELS, levels
from kg.network.records import Body, Meeting, Person, Task

Json: TypeAlias = dict[str, Any]
Node: TypeAlias = Body | Person | Task | Meeting


class _Around(NamedTuple):
    """What is said of a node besides its record: places in the list, labels, marks, the shared place, levels."""

    order: Mapping[str, int]
    named: Mapping[str, str]
    marks: Mapping[str, str]
    place: str
    levels: Mapping[str, str]


def node_rows(
    nodes: Sequence[Node],
    order: Mapping[str, int],
    posts: Network,
    named: Mapping[str, str],
    spelled: Mapping[str, tuple[str, ...]],
) -> list[Json]:
    """One row a node, in their order; `named` are the labels of bodies, `spelled` how names are typed in Latin."""
    people = [node for node in nodes if isinstance(node, Person)]
    bodies = [node for node in nodes if isinstance(node, Body)]
    place = common_place(body.name for body in bodies)
    around = _Around(order, named, told_apart(people, _posts(people, posts, named)), place, levels(bodies))
    return [
        stated({"id": local(node.id), "name": node.name, **_row(node, around), "typed": spelled.get(node.id)})
        for node in nodes
    ]


def stated(whole: Json) -> Json:
    """A row without what is not known."""
    return {name: value for name, value in whole.items() if value is not None}


def local(iri: str) -> str:
    """The part of an address that tells a thing from others."""
    return iri.partition("/id/")[2] or iri


@singledispatch
def _row(node: Node, around: _Around) -> Json:
    raise TypeError(f"{type(node).__name__} is no node of the page")


@_row.register
def _body(body: Body, around: _Around) -> Json:
    level = around.levels.get(body.id)
    return {
        "kind": "body", "label": around.named[body.name], "type": body.type, "group": group(body.type),
        "aliases": list(body.aliases), "parent": around.order.get(body.parent or ""),
        "level": None if level is None else LEVELS.index(level),
    }  # fmt: skip


@_row.register
def _person(person: Person, around: _Around) -> Json:
    mark = around.marks.get(person.id)
    return {
        "kind": "person", "label": f"{person.name}（{mark}）" if mark else person.name, "mark": mark,
        "place": person.place, "aliases": list(person.aliases),
    }  # fmt: skip


@_row.register
def _task(task: Task, around: _Around) -> Json:
    # The shared place is said once, here too; a task is no body, so whatever is left will do.
    label = task.name.removeprefix(around.place) or task.name
    kind = "sector" if task.sort == "sector" else "task"
    return {"kind": kind, "label": label, "sort": task.sort, "aliases": []}


@_row.register
def _meeting(meeting: Meeting, around: _Around) -> Json:
    return {
        "kind": "meeting", "label": meeting.name.removeprefix(around.place) or meeting.name, "group": "congress",
        "aliases": [], "date": meeting.date, "of": around.order.get(meeting.body or ""),
    }  # fmt: skip


def _posts(people: Sequence[Person], graph: Network, named: Mapping[str, str]) -> dict[str, str]:
    hubs = {person.id: hub for person in people if (hub := home(graph, person.id)) is not None}
    return {who: named[graph.nodes[hub]["record"].name] + (graph[who][hub]["title"] or "") for who, hub in hubs.items()}
