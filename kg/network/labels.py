"""Short labels for drawings: the place that most bodies share is said once and not in every label."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from kg.network.records import Person

_PLACE = re.compile(r"[^省市区县旗州盟]{2,8}(?:自治区|自治州|自治县|[省市区县旗州盟])")
_SHARE = 0.4

GROUPS = {
    "congress": "congress",
    "standing_committee": "congress",
    "special_committee": "congress",
    "working_committee": "congress",
    "government": "government",
    "department": "government",
    "street": "government",
    "town": "government",
    "court": "justice",
    "court_division": "justice",
    "procuratorate": "justice",
    "supervisory_commission": "justice",
    "party": "party",
    "cppcc": "party",
}


def group(body_type: str) -> str:
    """The family of a kind of body, which gives it its colour."""
    return GROUPS.get(body_type, "other")


def common_place(names: Iterable[str]) -> str:
    """The longest chain of places in front of many of the names; empty where they come from many places."""
    counted: Counter[str] = Counter()
    total = 0
    for name in names:
        total += 1
        counted.update(_chains(name))
    frequent = [place for place, count in counted.items() if count >= max(2, _SHARE * total)]
    return max(frequent, key=lambda place: (len(place), place), default="")


def labels(names: Iterable[str], place: str) -> dict[str, str]:
    """A label for each name; where two would get the same one, both keep their full name."""
    found = {name: short(name, place) for name in names}
    counted = Counter(found.values())
    return {name: label if counted[label] == 1 else name for name, label in found.items()}


def short(name: str, place: str) -> str:
    """The name without the shared place, or with the nearest of its own places alone.

    A name of which nothing would be left that names a body stays as it is.
    """
    if place and place in name:
        rest = name.replace(place, "", 1)
    else:
        chains = _chains(name)
        rest = name.removeprefix(chains[-2]) if len(chains) > 1 else name
    return rest if len(rest) >= 3 else name


def told_apart(people: Iterable[Person], posts: Mapping[str, str]) -> dict[str, str]:
    """What is shown behind a name that several people have, by person: the place, or the post of those who share it.

    `posts` names a post of those who have one. Whom nothing tells apart gets a number: that they are not one person is
    all that is known.
    """
    groups: defaultdict[str, list[Person]] = defaultdict(list)
    for person in people:
        groups[person.name].append(person)
    ways: tuple[Callable[[Person], str], ...] = (
        lambda one: _nearest(one.place or ""),
        lambda one: one.place or "",
        lambda one: posts.get(one.id) or _nearest(one.place or ""),
        lambda one: f"{one.place or ''}{posts.get(one.id, '')}",
    )
    return {
        person.id: mark
        for group in groups.values() if len(group) > 1
        for person, mark in zip(group, _numbered(_marks(group, ways)), strict=True)
    }  # fmt: skip


def _nearest(place: str) -> str:
    """The last of a chain of places: 云岭县 of 青石省云岭县."""
    rest, last = place, place
    while match := _PLACE.match(rest):
        rest, last = rest[match.end() :], match.group()
    return rest or last


def _marks(group: Sequence[Person], ways: Sequence[Callable[[Person], str]]) -> list[str]:
    """For each the first mark that nobody else has in that way, or the last."""
    tried = [[way(person) for person in group] for way in ways]
    return [
        next((marks[at] for marks in tried if marks[at] and marks.count(marks[at]) == 1), tried[-1][at])
        for at in range(len(group))
    ]


def _numbered(marks: Sequence[str]) -> Iterator[str]:
    counted, taken = Counter(marks), Counter[str]()
    for mark in marks:
        taken[mark] += 1
        yield mark if mark and counted[mark] == 1 else f"{mark} {taken[mark]}".strip()


def _chains(name: str) -> list[str]:
    found, end = [], 0
    while match := _PLACE.match(name, end):
        end = match.end()
        if end < len(name):
            found.append(name[:end])
    return found
