"""The level of a body: that of the narrowest place in its full name, or else of what it is part of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from kg.lexicon import Lexicon, load
from kg.network.records import Body
from kg.recognise.places import split_chain

# The widest first; pages name a level by its place in this list.
LEVELS = ("province", "city", "county", "town")
_TYPES = {"street": "town", "town": "town"}
# What stands in front of the place in the names of party and consultative conference.
_IN_FRONT = re.compile(r"^(?:中国共产党|中共|中国人民政治协商会议|政协)")


def levels(bodies: Iterable[Body]) -> dict[str, str]:
    """The level of each body of which one is known, by its id; one of `LEVELS`.

    A name without a place has the level of the nearest body above it whose name has one. A city that is printed
    without what it lies in is a `city`, whatever its rank: its name alone does not tell.
    """
    lexicon = load()
    known = {body.id: body for body in bodies}
    own = {body.id: _own(body, lexicon) for body in known.values()}
    found = {body: level for body in known if (level := _nearest(body, known, own)) is not None}
    return dict(sorted(found.items()))


def _nearest(body: str, known: Mapping[str, Body], own: Mapping[str, str | None]) -> str | None:
    seen: set[str] = set()
    at: str | None = body
    # Two bodies may name each other as their whole.
    while at is not None and at in known and at not in seen:
        if (level := own[at]) is not None:
            return level
        seen.add(at)
        at = known[at].parent
    return None


def _own(body: Body, lexicon: Lexicon) -> str | None:
    if body.type in _TYPES:
        return _TYPES[body.type]
    chain, rest = split_chain(_IN_FRONT.sub("", body.name), lexicon)
    # A body is no place, towns and streets apart: what ends its name like one (联盟) is none.
    if chain and not rest and not chain[-1].endswith(tuple(lexicon.places.town_ends)):
        chain = chain[:-1]
    return _level(chain, lexicon) if chain else None


def _level(chain: tuple[str, ...], lexicon: Lexicon) -> str:
    """By how the last place ends; a 市 within another city has the rank of a county."""
    places = lexicon.places
    last, above = chain[-1], chain[:-1]
    if last.endswith(tuple(places.town_ends)):
        return "town"
    if last in places.municipalities or last.endswith(tuple(places.province_ends)):
        return "province"
    if last.endswith(tuple(places.prefecture_ends)) and not last.endswith("市"):
        return "city"
    if last.endswith("市"):
        return "county" if any(place.endswith(tuple(places.prefecture_ends)) for place in above) else "city"
    return "county"
