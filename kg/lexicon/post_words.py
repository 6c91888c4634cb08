"""The shape of the lexicon of posts: how many hold one, and how long."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import model_validator

from kg.lexicon.shape import Pattern, Strict


class Capacity(Strict):
    """How many hold a post at one time, and whether it leads its body; `None` where that is open.

    `titles` is the whole title, `bodies` is found in the name of the body; with `stand_in` another one may act while
    the holder goes on.
    """

    titles: Pattern
    bodies: Pattern = ""
    kinds: tuple[str, ...] = ()
    seats: Literal["one", "many"]
    head: bool | None = False
    stand_in: bool = False


class TermedPost(Strict):
    """Posts that end with the term of the congress of a place; `early`: their holders are elected before it begins."""

    titles: Pattern
    bodies: Pattern
    early: bool = False

    @model_validator(mode="after")
    def _names_the_place(self) -> Self:
        if "(?P<place>" not in self.bodies:
            raise ValueError(f"{self.bodies} has no group `place`: (?P<place>…) finds the place in a body's name")
        return self


class PostWords(Strict):
    """What is known of a post from its title and its body, and which words tell how it is held and left."""

    bare: Pattern
    capacities: list[Capacity]
    congress: str
    terms: list[TermedPost]
    members: Pattern
    acting: Pattern
    secondment: Pattern
    death: Pattern
    not_death: Pattern
