"""What a post tells of identity: its institution, its branch of the state, its place, and who else may hold it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

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

    `places` is the chain of `place`. `congress` is the congress whose deputies alone hold the post; `pairs` are the
    sides of joined posts that it is, as (row of the lexicon, side); `reforms` the department in its place after the
    last reform of its row, by row; `once` tells a post without terms, `one_seat` a body where everybody has one seat,
    `division` one of many parts of an institution.
    """

    institution: str | None = None
    family: str | None = None
    places: tuple[str, ...] = ()
    congress: str | None = None
    mass: bool = False
    once: bool = False
    one_seat: bool = False
    division: bool = False
    pairs: frozenset[tuple[int, int]] = frozenset()
    reforms: frozenset[tuple[str, int]] = frozenset()

    @property
    def place(self) -> str | None:
        """The chain of places in one piece."""
        return "".join(self.places) or None


_NOTHING = PostSense()


@lru_cache(maxsize=2**16)
def sense(body: str | None, title: str | None, lexicon: Lexicon) -> PostSense:
    """What a post tells of whoever holds it; `body` in its normal form."""
    if body is None:
        return _NOTHING
    known = lexicon.identity
    kind, _ = body_type(body, lexicon)
    places, tail = body_place(body, lexicon)
    deputies = any(kind in seats.types and title in seats.titles for seats in known.deputies)
    congress = _CONGRESS.match(body)
    return PostSense(
        institution=institution(body, lexicon),
        family=_family(body, kind, title, lexicon),
        places=places,
        congress=congress["congress"] if deputies and congress else None,
        mass=title in known.mass.titles,
        once=title in known.once,
        one_seat=kind in known.one_seat,
        division=kind in known.divisions,
        pairs=frozenset(
            (row, side)
            for row, pair in enumerate(known.joined)
            for side, post in enumerate(pair)
            if title in post.titles and compiled(post.body).search(body)
        ),
        reforms=frozenset(("".join(places), row) for row, names in enumerate(known.reforms) if tail in names),
    )


@lru_cache(maxsize=2**16)
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


@lru_cache(maxsize=2**16)
def body_place(body: str, lexicon: Lexicon) -> tuple[tuple[str, ...], str]:
    """The chain of places in front of a body's name, and what follows it."""
    political = POLITICAL.match(body)
    return split_chain(political["rest"] if political else body, lexicon)


def _is_place(name: str, lexicon: Lexicon) -> bool:
    chain, rest = split_chain(name, lexicon)
    return bool(chain) and not rest


def _family(body: str, kind: str, title: str | None, lexicon: Lexicon) -> str | None:
    kinds = {kind, body_type(institution(body, lexicon), lexicon)[0]}
    # A party's own organs belong to no branch of the state; those inside an institution do.
    kinds.discard("party")
    for family in lexicon.identity.families:
        if family.titles and title not in family.titles:
            continue
        if kinds & set(family.types) or (family.bodies and compiled(family.bodies).search(body)):
            return family.family
    return None
