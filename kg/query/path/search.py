"""Searches the shortest connections, from both ends at once, so that no more is asked of the graph than is near them.

What connects two people says the more the fewer others it connects too: a post of three holders more than a congress.
So a connection costs its steps, and for each thing that it passes the logarithm of how many that is connected with.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import count, islice, pairwise
from math import log2

# Papers and meetings put people side by side who may have nothing else to do with each other.
WEAK = frozenset(("attended", "decided_on", "listed", "met"))
# A post says more than the body that it is in.
WIDE = frozenset(("sat_in", "part_of"))
_WEAK_STEP, _WIDE_STEP, _STEP = 2.0, 1.25, 1.0
# A graph has hubs whose neighbours are most of it; a search that gets there tells little.
_MOST = 5000
_TRIED = 20_000


@dataclass(frozen=True, slots=True, order=True)
class Edge:
    """A step from its subject to its object, and the facts that it rests on."""

    subject: str
    step: str
    object: str
    what: str
    facts: tuple[str, ...]


Neighbours = Callable[[Iterable[str]], Iterable[Edge]]
Route = tuple[tuple[str, ...], tuple[Edge, ...]]


@dataclass(frozen=True, slots=True)
class Found:
    """The cheapest routes, the cheapest first, and how many steps were searched through."""

    routes: tuple[Route, ...]
    searched: int


class _Side:
    """What is known from one end: the things reached, and those that are next."""

    def __init__(self, start: str) -> None:
        self.reached = {start}
        self.fresh = {start}


class Search:
    """The part of the graph that was asked for; `neighbours` gives the edges of some things."""

    def __init__(self, neighbours: Neighbours) -> None:
        self._ask = neighbours
        self._asked: set[str] = set()
        self._edges: defaultdict[str, dict[str, set[Edge]]] = defaultdict(lambda: defaultdict(set))

    def between(self, one: str, other: str, length: int, most: int) -> Found:
        """At most so many routes of at most `length` steps between two things."""
        sides = (_Side(one), _Side(other))
        steps, met = 0, False
        while steps < length and not met:
            if not self._step(sides):
                break
            steps += 1
            met = not sides[0].reached.isdisjoint(sides[1].reached)
        # One step more: a longer way may say more than the shortest one.
        if met and steps < length and self._step(sides):
            steps += 1
        self._expand(sides[0].reached & sides[1].reached)
        routes = self._cheapest(one, other, steps) if met else iter(())
        return Found(tuple(islice(_apart(routes), most)), steps)

    def _step(self, sides: tuple[_Side, _Side]) -> bool:
        """Go one step on from the end with less to ask; whether that was not too much."""
        side = min(sides, key=lambda one: (not one.fresh, len(one.fresh)))
        if not side.fresh or len(side.fresh) > _MOST:
            return False
        self._expand(side.fresh)
        side.fresh = {near for one in side.fresh for near in self._edges[one]} - side.reached
        side.reached |= side.fresh
        return True

    def _expand(self, things: set[str]) -> None:
        wanted = things - self._asked
        for edge in self._ask(sorted(wanted)) if wanted else ():
            self._edges[edge.subject][edge.object].add(edge)
            self._edges[edge.object][edge.subject].add(edge)
        self._asked |= wanted

    def _cheapest(self, one: str, other: str, length: int) -> Iterator[Route]:
        """The routes without a circle, by their cost; of several steps between two things, the one that says most."""
        order = count()
        heap: list[tuple[float, int, tuple[str, ...]]] = [(0.0, next(order), (one,))]
        near = self._distances(other, length)
        for _ in range(_TRIED):
            if not heap:
                return
            cost, _, route = heappop(heap)
            last = route[-1]
            if last == other:
                yield route, tuple(self._best(first, second) for first, second in pairwise(route))
                continue
            passing = log2(max(len(self._edges[last]), 1)) if last != one else 0.0
            for thing in sorted(self._edges[last]):
                if thing not in route and len(route) + near.get(thing, length + 1) <= length:
                    step = _cost(self._best(last, thing))
                    heappush(heap, (cost + passing + step, next(order), (*route, thing)))

    def _distances(self, start: str, length: int) -> dict[str, int]:
        """How many steps things are from the end, as far as was asked."""
        found, fresh = {start: 0}, {start}
        for steps in range(1, length + 1):
            fresh = {near for one in fresh for near in self._edges[one]} - found.keys()
            found |= dict.fromkeys(fresh, steps)
        return found

    def _best(self, one: str, other: str) -> Edge:
        return min(self._edges[one][other], key=lambda edge: (_cost(edge), edge))


def _apart(routes: Iterator[Route]) -> Iterator[Route]:
    """The routes that rest on other facts than one before: a post and its body are one connection."""
    seen: set[tuple[tuple[str, ...], ...]] = set()
    for things, edges in routes:
        stated = tuple(edge.facts or (edge.subject, edge.object) for edge in edges)
        if stated not in seen:
            seen.add(stated)
            yield things, edges


def _cost(edge: Edge) -> float:
    if edge.step in WEAK:
        return _WEAK_STEP
    return _WIDE_STEP if edge.step in WIDE else _STEP
