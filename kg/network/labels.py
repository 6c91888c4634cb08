"""Short labels for drawings: the place that most bodies share is said once and not in every label."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_PLACE = re.compile(r"[^省市区县旗州盟]{1,8}(?:自治区|自治州|自治县|[省市区县旗州盟])")
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


def short(name: str, place: str) -> str:
    """The name without the shared place, unless nothing that names a body would be left."""
    rest = name.replace(place, "", 1) if place else name
    return rest if len(rest) >= 3 else name


def _chains(name: str) -> list[str]:
    found, end = [], 0
    while match := _PLACE.match(name, end):
        end = match.end()
        if end < len(name):
            found.append(name[:end])
    return found
