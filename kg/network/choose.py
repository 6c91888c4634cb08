"""The first view of a graph: a few hundred nodes that answer its question, and a count of what was left out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import combinations

from kg.network.build import ROLES, STATES, Network, is_leaf
from kg.network.layout import LABEL, Disc, Point, Slot, arrange, positions
from kg.network.lenses import MET, PART, STATUSES

NODE_LIMIT = 200
# A usual screen of 1440 by 900 at the smallest scale at which labels are read, without head, panel and legend; in the
# units of vis-network. A view that is larger is drawn with fewer nodes, so that none begins cut off.
SCREEN = (2500.0, 1480.0)
_FEWER, _FEWEST = 20, 40
_STRENGTH = {state: place for order in (STATES, ROLES, MET, STATUSES, (PART,)) for place, state in enumerate(order)}
# What counts when hubs are compared: posts that are not known to have been left, what came of a meeting rather than
# who sat in it, and every duty, project and part.
_KNOWN = frozenset({"known", *ROLES, *MET[:4], *STATUSES, PART})
# No hub takes more than this part of the first view: it is to show many.
_HUB_SHARE = 6
_SHARED, _PART = 4, 1


@dataclass(frozen=True, slots=True)
class FirstView:
    """What is drawn at first: discs, the place of every node, and how much of the whole it is.

    `only_seen` counts the leaves left out of which only attendance is known, `alone` those that have no hub at all.
    """

    discs: tuple[Disc, ...]
    points: Mapping[str, Point]
    leaves: int
    hubs: int
    leaves_left_out: int
    only_seen: int
    alone: int
    hubs_left_out: int


def first_view(graph: Network, limit: int = NODE_LIMIT, slot: Slot = LABEL) -> FirstView:
    """Choose and lay out at most `limit` nodes: the hubs with most that is known of them, each with its leaves.

    Where labels take much room it is fewer, as many as a screen holds. Whoever is known from lists of attendance alone
    is left out, unless that is all that is known of anybody.
    """
    everybody = _members(graph)
    holders = _holders(graph, everybody)
    discs = _discs(graph, holders or everybody, limit)
    while limit > _FEWEST and not _fits(discs, slot):
        limit -= limit // _FEWER
        discs = _discs(graph, holders or everybody, limit)
    leaves = sum(len(disc.people) for disc in discs)
    kinds = Counter(is_leaf(graph, node) for node in graph)
    placed, held = sum(map(len, everybody.values())), sum(map(len, holders.values()))
    return FirstView(
        discs, positions(discs, slot), leaves, len(discs), kinds[True] - leaves, placed - held if holders else 0,
        kinds[True] - placed, kinds[False] - len(discs),
    )  # fmt: skip


def _discs(graph: Network, everybody: Mapping[str, list[str]], limit: int) -> tuple[Disc, ...]:
    members = _within(graph, everybody, limit)
    members |= {hub: [] for hub in _sharing(graph, members, limit)}
    return tuple(arrange(members, _links(graph, members)))


def _fits(discs: tuple[Disc, ...], slot: Slot) -> bool:
    def wide(places: Iterable[tuple[float, float]]) -> float:
        ends = [(place - radius, place + radius) for place, radius in places]
        return max((end for _, end in ends), default=0.0) - min((start for start, _ in ends), default=0.0)

    across, down = wide((disc.x, disc.radius) for disc in discs), wide((disc.y, disc.radius) for disc in discs)
    return across * slot[0] <= SCREEN[0] and down * slot[1] <= SCREEN[1]


def _holders(graph: Network, members: Mapping[str, list[str]]) -> dict[str, list[str]]:
    kept = {hub: [one for one in leaves if graph[one][hub]["state"] != "seen"] for hub, leaves in members.items()}
    return {hub: leaves for hub, leaves in kept.items() if leaves}


def home(graph: Network, leaf: str) -> str | None:
    """The hub a leaf is drawn at: where a post is held, rather than where one is only a deputy or was only seen."""
    hubs = [hub for hub in graph[leaf] if "state" in graph[leaf][hub]]
    return min(hubs, key=lambda hub: _home_rank(graph, leaf, hub), default=None)


def _home_rank(graph: Network, leaf: str, hub: str) -> tuple[object, ...]:
    edge = graph[leaf][hub]
    stated = (*edge.get("facts", ()), *edge.get("said", ()))
    # 代表 is the seat that people have beside their post: the post says more of them.
    return _STRENGTH[edge["state"]], edge["title"] == "代表", -len(stated), graph.degree(hub), hub


def _members(graph: Network) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for leaf in graph:
        if is_leaf(graph, leaf) and (hub := home(graph, leaf)) is not None:
            found[hub].append(leaf)
    return {hub: sorted(leaves, key=partial(_seat_rank, graph, hub)) for hub, leaves in found.items()}


def _seat_rank(graph: Network, hub: str, leaf: str) -> tuple[int, int, str, str]:
    edge = graph[leaf][hub]
    return _STRENGTH[edge["state"]], -len(graph[leaf]), edge["title"] or "~", leaf


def _within(graph: Network, members: Mapping[str, list[str]], limit: int) -> dict[str, list[str]]:
    def rank(hub: str) -> tuple[int, int, str]:
        leaves = members[hub]
        return -sum(graph[leaf][hub]["state"] in _KNOWN for leaf in leaves), -len(leaves), hub

    chosen: dict[str, list[str]] = {}
    left = limit
    for hub in sorted(members, key=rank):
        if left < 2:
            break
        chosen[hub] = members[hub][: min(limit // _HUB_SHARE or 1, left - 1)]
        left -= len(chosen[hub]) + 1
    return chosen


def _sharing(graph: Network, members: Mapping[str, list[str]], limit: int) -> list[str]:
    """Who else answers for the tasks that are drawn, or what their bodies are part of, as far as there is room."""
    leaves_of = graph.graph["leaves"]
    if leaves_of == ("part",):
        shared = Counter(hub for own in members for hub in graph[own] if not is_leaf(graph, hub) and hub not in members)
    elif leaves_of == ("task",):
        shared = Counter(hub for own in members.values() for leaf in own for hub in graph[leaf] if hub not in members)
    else:
        return []
    room = limit - sum(len(leaves) + 1 for leaves in members.values())
    return sorted(shared, key=lambda hub: (-shared[hub], hub))[: max(0, room)]


def _links(graph: Network, members: Mapping[str, list[str]]) -> Counter[tuple[str, str]]:
    weights: Counter[tuple[str, str]] = Counter()
    for leaf in (leaf for leaves in members.values() for leaf in leaves):
        hubs = sorted(hub for hub in graph[leaf] if hub in members)
        for pair in combinations(hubs, 2):
            weights[pair] += _SHARED
    for hub in members:
        for other in graph[hub]:
            if graph[hub][other]["kind"] == "part" and other in members:
                weights[min(hub, other), max(hub, other)] += _PART
    return weights
