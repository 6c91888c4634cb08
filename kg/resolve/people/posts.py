"""What a post tells of identity: its institution, its branch of the state, its place, and who else may hold it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.lexicon import Lexicon
from kg.recognise.places import split_chain
from kg.resolve.kinds import POLITICAL, body_type, compiled

# A sub-body of these is one institution with them; a department of a government is one of its own.
_NOT_ABOVE = frozenset(("government", "party", "cppcc"))
_CONGRESS = re.compile(r"^(?P<congress>.*人民代表大会)")
_PARTY_INSIDE = re.compile(r"^中国共产党(?P<inside>.+?)(?:机关)?(?:党组|委员会|总支部委员会|支部委员会)$")


@dataclass(frozen=True, slots=True)
class PostSense:
    """What one post tells. `institution`, `family`, `place` and `congress` are None where nothing certain is known.

    `congress` is the congress whose deputies alone hold the post; `pairs` are the sides of joined posts that it is, as
    (row of the lexicon, side).
    """

    institution: str | None
    family: str | None
    place: str | None
    congress: str | None
    mass: bool
    pairs: frozenset[tuple[int, int]]


_NOTHING = PostSense(None, None, None, None, False, frozenset())


@cache
def sense(body: str | None, title: str | None, lexicon: Lexicon) -> PostSense:
    """What a post tells of whoever holds it; `body` in its normal form."""
    if body is None:
        return _NOTHING
    known = lexicon.identity
    kind, _ = body_type(body, lexicon)
    deputies = any(kind in seats.types and title in seats.titles for seats in known.deputies)
    congress = _CONGRESS.match(body)
    return PostSense(
        institution=institution(body, lexicon),
        family=_family(kind, title, lexicon),
        place=body_place(body, lexicon),
        congress=congress["congress"] if deputies and congress else None,
        mass=title in known.mass.titles,
        pairs=frozenset(
            (row, side)
            for row, pair in enumerate(known.joined)
            for side, post in enumerate(pair)
            if title in post.titles and compiled(post.body).search(body)
        ),
    )


@cache
def institution(body: str, lexicon: Lexicon) -> str:
    """The institution that a body is part of: the court of a division, the bureau of a party group, a town."""
    community = compiled(lexicon.identity.communities).match(body)
    if community:
        return community["community"]
    kind, parent = body_type(body, lexicon)
    congress = _CONGRESS.match(body)
    if congress:
        return congress["congress"]
    inside = _PARTY_INSIDE.match(body) if kind == "party" else None
    if inside and not _is_place(inside["inside"], lexicon):
        return institution(inside["inside"], lexicon)
    if parent is None or body_type(parent, lexicon)[0] in _NOT_ABOVE:
        return body
    return institution(parent, lexicon)


@cache
def body_place(body: str, lexicon: Lexicon) -> str | None:
    """The chain of places in front of a body's name, in one piece; None where its name tells none."""
    political = POLITICAL.match(body)
    chain, _ = split_chain(political["rest"] if political else body, lexicon)
    return "".join(chain) or None


def _is_place(name: str, lexicon: Lexicon) -> bool:
    chain, rest = split_chain(name, lexicon)
    return bool(chain) and not rest


def _family(kind: str, title: str | None, lexicon: Lexicon) -> str | None:
    for family in lexicon.identity.families:
        if kind in family.types and (not family.titles or title in family.titles):
            return family.family
    return None
