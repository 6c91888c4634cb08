"""Runs and their sightings by what they share, so that no rule holds each against every other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator

from kg.model.people import Sighting
from kg.resolve.people.runs import Run

# Of what shares a key only neighbours in time are compared, this many on each side.
NEAR = 6


def keyed(
    found: list[Run], key: Callable[[Run, Sighting], Hashable | None]
) -> dict[Hashable, list[tuple[int, Sighting]]]:
    """The sightings, each with the place of its run, by a key; those without one are left out."""
    groups: defaultdict[Hashable, list[tuple[int, Sighting]]] = defaultdict(list)
    for at, run in enumerate(found):
        for one in run.sightings:
            value = key(run, one)
            if value is not None:
                groups[value].append((at, one))
    return groups


def runs_by(found: list[Run], key: Callable[[Run], str | None]) -> dict[str | None, list[int]]:
    """The places of the runs by a key; those without one are left out."""
    groups: defaultdict[str | None, list[int]] = defaultdict(list)
    for at, run in enumerate(found):
        value = key(run)
        if value is not None:
            groups[value].append(at)
    return groups


def neighbours(
    group: Iterable[tuple[int, Sighting]],
) -> Iterator[tuple[tuple[int, Sighting], tuple[int, Sighting]]]:
    """One sighting of each run, with those of the runs next to it."""
    first: dict[int, Sighting] = {}
    for at, one in group:
        first.setdefault(at, one)
    ordered = sorted(first.items())
    for place, pair in enumerate(ordered):
        for other in ordered[place + 1 : place + 1 + NEAR]:
            yield pair, other


def passages(group: list[tuple[int, Sighting]]) -> int:
    """How many passages, none of which overlaps another, state these facts; the same post told again is no other."""
    count, reach, posts = 0, -1, set[int]()
    for at, one in sorted(group, key=lambda pair: (pair[1].start, pair[1].end)):
        if one.start >= reach and at not in posts:
            count += 1
        reach = max(reach, one.end)
        posts.add(at)
    return count
