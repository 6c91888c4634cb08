"""Where everything stands: each body with its people is a disc, and discs lie close to those they share people with.

Positions are made here and not in the browser, without chance: the same records give the same picture. A disc gives
every label room of its own, so that names never lie on each other; a spring layout cannot promise that.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

Point = tuple[float, float]
Slot = tuple[float, float]

# The room of one label, in the units of vis-network: wide, because names are written across.
LABEL: Slot = (90.0, 58.0)
# What somebody answers for takes three lines.
LINES: Slot = (114.0, 78.0)
# A few people stand in rows below their body: radius, height of the body, and the rows as (people, height).
_SMALL: tuple[tuple[float, float, tuple[tuple[int, float], ...]], ...] = (
    (0.8, 0.0, ()),
    (1.18, -0.5, ((1, 0.42),)),
    (1.2, -0.5, ((2, 0.42),)),
    (1.55, -0.5, ((3, 0.42),)),
    (1.5, -0.95, ((2, -0.05), (2, 0.88))),
    (1.85, -0.95, ((3, -0.05), (2, 0.88))),
    (1.85, -0.95, ((3, -0.05), (3, 0.88))),
)
# Rings begin this much further out, so that the name of the body has room in the middle.
_FIRST_RING = 0.45
# A slot is nearly twice as wide as high, a screen is not: the whole grows upwards sooner than sideways.
_SIDEWAYS = 1.2
_ANCHORS, _ANGLES = 40, 36
_CELL = 6.0


@dataclass(frozen=True, slots=True)
class Disc:
    """A body and its people around it; `x`, `y` and `radius` are in slots."""

    body: str
    people: tuple[str, ...]
    x: float
    y: float
    radius: float


def arrange(members: Mapping[str, Sequence[str]], links: Mapping[tuple[str, str], float]) -> list[Disc]:
    """Pack bodies with their people, the largest in the middle, near to those they are linked with.

    `links` weighs pairs of bodies. The time grows with the number of discs, not with that of pairs.
    """
    near = _neighbours(links)
    floor = _Floor()
    for body in sorted(members, key=lambda name: (-len(members[name]), name)):
        floor.put(body, tuple(members[body]), _target(near[body], floor.placed))
    return list(floor.placed.values())


def positions(discs: Iterable[Disc], slot: Slot = LABEL) -> dict[str, Point]:
    """The place of every body and person, in the units of vis-network."""
    found: dict[str, Point] = {}
    width, height = slot
    for disc in discs:
        centre, *around = slots(len(disc.people))
        for name, (x, y) in zip((disc.body, *disc.people), (centre, *around), strict=False):
            found[name] = (round((disc.x + x) * width, 1), round((disc.y + y) * height, 1))
    return found


def disc_radius(people: int) -> float:
    """How far a disc of so many people reaches, in slots."""
    if people < len(_SMALL):
        return _SMALL[people][0]
    ring, room = 0, 0
    while room < people:
        ring += 1
        room += _ring_size(ring)
    return ring + _FIRST_RING + 0.7


def slots(people: int) -> list[Point]:
    """The body's place and then one for each person, around the middle of the disc."""
    if people < len(_SMALL):
        _, top, rows = _SMALL[people]
        return [(0.0, top), *((index - (count - 1) / 2, y) for count, y in rows for index in range(count))]
    return [(0.0, 0.0), *_rings(people)]


def _ring_size(ring: int) -> int:
    return int(2 * math.pi * (ring + _FIRST_RING))


def _rings(people: int) -> Iterator[Point]:
    ring, left = 1, people
    while left > 0:
        count = min(left, _ring_size(ring))
        for index in range(count):
            angle = 2 * math.pi * (index + 0.5 * (ring % 2)) / count - math.pi / 2
            yield (ring + _FIRST_RING) * math.cos(angle), (ring + _FIRST_RING) * math.sin(angle)
        left -= count
        ring += 1


def _neighbours(links: Mapping[tuple[str, str], float]) -> defaultdict[str, dict[str, float]]:
    near: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for (one, other), weight in links.items():
        near[one][other] = near[other][one] = weight
    return near


def _target(near: Mapping[str, float], placed: Mapping[str, Disc]) -> Point:
    known = [(placed[body], weight) for body, weight in sorted(near.items()) if body in placed]
    total = sum(weight for _, weight in known)
    if not known:
        return 0.0, 0.0
    return (
        sum(disc.x * weight for disc, weight in known) / total,
        sum(disc.y * weight for disc, weight in known) / total,
    )


def _around(disc: Disc, radius: float) -> Iterator[Point]:
    reach = disc.radius + radius + 0.02
    for step in range(_ANGLES):
        angle = 2 * math.pi * step / _ANGLES
        yield disc.x + reach * math.cos(angle), disc.y + reach * math.sin(angle)


def _far(x: float, y: float, point: Point) -> float:
    return math.hypot(x - point[0], y - point[1])


def _cost(point: Point, target: Point) -> float:
    # Near to its own, but the whole stays round: else a long chain of bodies would grow to one side.
    return _far(*point, target) + 1.2 * math.hypot(point[0] * _SIDEWAYS, point[1])


class _Floor:
    """The discs placed so far."""

    def __init__(self) -> None:
        self.placed: dict[str, Disc] = {}
        self._grid = _Grid()
        # Discs that had no room beside them for a disc of this radius: there never will be any for it again.
        self._closed: dict[str, float] = {}

    def put(self, body: str, people: tuple[str, ...], target: Point) -> None:
        """Place a disc beside others, where it is nearest to its target."""
        radius = disc_radius(len(people))
        x, y = self._room(radius, target) if self.placed else (0.0, 0.0)
        self.placed[body] = Disc(body, people, x, y, radius)
        self._grid.add(x, y, radius)

    def _room(self, radius: float, target: Point) -> Point:
        found: list[Point] = []
        for tried, disc in enumerate(self._anchors(radius, target)):
            if found and tried >= _ANCHORS:
                break
            free = [point for point in _around(disc, radius) if self._grid.free(*point, radius)]
            if not free:
                self._closed[disc.body] = radius
            found += free
        return min(found, key=lambda point: _cost(point, target))

    def _anchors(self, radius: float, target: Point) -> list[Disc]:
        opened = [disc for body, disc in self.placed.items() if self._closed.get(body, math.inf) > radius]
        return sorted(opened, key=lambda disc: _cost((disc.x, disc.y), target) - disc.radius)


class _Grid:
    """Finds overlaps among the neighbours alone."""

    def __init__(self) -> None:
        self._cells: defaultdict[tuple[int, int], list[tuple[float, float, float]]] = defaultdict(list)

    def add(self, x: float, y: float, radius: float) -> None:
        for cell in self._cover(x, y, radius):
            self._cells[cell].append((x, y, radius))

    def free(self, x: float, y: float, radius: float) -> bool:
        return all(
            math.hypot(x - ox, y - oy) >= radius + oradius
            for cell in self._cover(x, y, radius)
            for ox, oy, oradius in self._cells.get(cell, ())
        )

    @staticmethod
    def _cover(x: float, y: float, radius: float) -> Iterator[tuple[int, int]]:
        for column in range(math.floor((x - radius) / _CELL), math.floor((x + radius) / _CELL) + 1):
            for row in range(math.floor((y - radius) / _CELL), math.floor((y + radius) / _CELL) + 1):
                yield column, row
