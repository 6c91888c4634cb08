"""The first view: a few hundred nodes that answer who holds what in which body, and a count of what was left out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from itertools import combinations

from kg.network.build import STATES, Network, kind
from kg.network.layout import Disc, Point, arrange, positions

NODE_LIMIT = 200
# No body takes more than this part of the first view: it is to show many.
_BODY_SHARE = 6
_SHARED, _PART = 4, 1


@dataclass(frozen=True, slots=True)
class FirstView:
    """What is drawn at first: discs, the place of every node, and how much of the whole it is."""

    discs: tuple[Disc, ...]
    points: Mapping[str, Point]
    people: int
    bodies: int
    people_left_out: int
    only_seen: int
    bodies_left_out: int


def first_view(graph: Network, limit: int = NODE_LIMIT) -> FirstView:
    """Choose and lay out at most `limit` nodes: the bodies with most known holders, each with its people.

    Whoever is known from lists of attendance alone is left out, unless that is all that is known of anybody.
    """
    everybody = _members(graph)
    holders = _holders(graph, everybody)
    members = _within(graph, holders or everybody, limit)
    discs = tuple(arrange(members, _links(graph, members)))
    people = sum(len(disc.people) for disc in discs)
    kinds = Counter(kind(graph, node) for node in graph)
    seen = sum(map(len, everybody.values())) - sum(map(len, holders.values())) if holders else 0
    return FirstView(
        discs, positions(discs), people, len(discs), kinds["person"] - people, seen, kinds["body"] - len(discs)
    )


def _holders(graph: Network, members: Mapping[str, list[str]]) -> dict[str, list[str]]:
    kept = {body: [one for one in people if graph[one][body]["state"] != "seen"] for body, people in members.items()}
    return {body: people for body, people in kept.items() if people}


def home(graph: Network, person: str) -> str | None:
    """The body a person is drawn at: where a post is held, rather than where one is only a deputy or was only seen."""
    bodies = [body for body in graph[person] if graph[person][body]["kind"] == "post"]
    return min(bodies, key=lambda body: _home_rank(graph, person, body), default=None)


def _home_rank(graph: Network, person: str, body: str) -> tuple[object, ...]:
    edge = graph[person][body]
    # 代表 is the seat that people have beside their post: the post says more of them.
    return STATES.index(edge["state"]), edge["title"] == "代表", -len(edge["facts"]), graph.degree(body), body


def _members(graph: Network) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for person in graph:
        if kind(graph, person) == "person" and (body := home(graph, person)) is not None:
            found[body].append(person)
    return {body: sorted(people, key=partial(_seat_rank, graph, body)) for body, people in found.items()}


def _seat_rank(graph: Network, body: str, person: str) -> tuple[int, int, str, str]:
    edge = graph[person][body]
    return STATES.index(edge["state"]), -len(graph[person]), edge["title"] or "~", person


def _within(graph: Network, members: Mapping[str, list[str]], limit: int) -> dict[str, list[str]]:
    def rank(body: str) -> tuple[int, int, str]:
        people = members[body]
        return -sum(graph[person][body]["state"] == "holds" for person in people), -len(people), body

    chosen: dict[str, list[str]] = {}
    left = limit
    for body in sorted(members, key=rank):
        if left < 2:
            break
        chosen[body] = members[body][: min(limit // _BODY_SHARE or 1, left - 1)]
        left -= len(chosen[body]) + 1
    return chosen


def _links(graph: Network, members: Mapping[str, list[str]]) -> Counter[tuple[str, str]]:
    weights: Counter[tuple[str, str]] = Counter()
    for person in (person for people in members.values() for person in people):
        bodies = sorted(body for body in graph[person] if body in members)
        for pair in combinations(bodies, 2):
            weights[pair] += _SHARED
    for body in members:
        for other in graph[body]:
            if graph[body][other]["kind"] == "part" and other in members:
                weights[min(body, other), max(body, other)] += _PART
    return weights
