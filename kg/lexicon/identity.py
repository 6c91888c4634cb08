"""The shape of the lexicon's file on identity: what tells one person of two passages, and what tells two."""

from __future__ import annotations

from kg.lexicon.shape import Pattern
from kg.lexicon.shape import Strict as _Strict


class ReasonWords(_Strict):
    """The score of a reason, in (0, 1], and the words that explain it, with {left} and {right} for two posts."""

    score: float
    words: str


class Mass(_Strict):
    """Posts that many hold at once, and the years within which one name in one of them may be one person."""

    titles: list[str]
    years: int


class Years(_Strict):
    """The longest silence after which a reason still holds, and the longest working life."""

    post: int
    institution: int
    joined: int
    renamed: int
    held: int
    life: int


class Days(_Strict):
    """How long an office may be printed after its end, and how soon a move follows."""

    lag: int
    soon: int


class Family(_Strict):
    """Posts of one branch, by the kind of body or a pattern of its name and, where any are given, by title."""

    family: str
    types: list[str]
    titles: list[str]
    bodies: Pattern | None = None


class Seats(_Strict):
    """Posts that only deputies hold."""

    types: list[str]
    titles: list[str]


class PostPattern(_Strict):
    """Posts told by the normal form of their body and by title."""

    body: Pattern
    titles: list[str]


class Identity(_Strict):
    """What tells whether two passages with one name mean one person."""

    same: float
    reasons: dict[str, ReasonWords]
    clashes: dict[str, str]
    mass: Mass
    once: list[str]
    years: Years
    days: Days
    families: list[Family]
    exclusive: list[tuple[str, str]]
    one_seat: list[str]
    divisions: list[str]
    lent: list[str]
    retired: Pattern
    deputies: list[Seats]
    sole: list[str]
    joined: list[tuple[PostPattern, PostPattern]]
    reforms: list[list[str]]
    communities: Pattern
    employers: Pattern
    sexes: Pattern
    births: Pattern
    peoples: Pattern
    member: str
    confusable: list[str]
