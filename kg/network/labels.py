"""Short labels for drawings: the place that most bodies share is said once and not in every label."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

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


def _chains(name: str) -> list[str]:
    found, end = [], 0
    while match := _PLACE.match(name, end):
        end = match.end()
        if end < len(name):
            found.append(name[:end])
    return found
