"""What is known of a post from its title and the full name of its body: how many hold it, and until when."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from kg.lexicon import Lexicon
from kg.lexicon.post_words import Capacity
from kg.resolve.kinds import body_type, compiled


@dataclass(frozen=True, slots=True)
class Term:
    """That a post ends with the term of a congress; `early`: its holders are elected before the term begins."""

    congress: str
    early: bool


@lru_cache(maxsize=2**16)
def capacity(body: str, title: str, lexicon: Lexicon) -> Capacity | None:
    """How many hold a post at one time, and whether it leads the body; nothing where that is not known."""
    if compiled(lexicon.posts.bare).search(body):
        return None
    kind, _ = body_type(body, lexicon)
    for known in lexicon.posts.capacities:
        fits = compiled(known.titles).fullmatch(title) and compiled(known.bodies).search(body)
        if fits and (not known.kinds or kind in known.kinds):
            return known
    return None


def term_of(body: str, title: str, lexicon: Lexicon) -> Term | None:
    """The congress with whose term the holders of a post end; nothing for a post that goes on."""
    for known in lexicon.posts.terms:
        found = compiled(known.bodies).search(body)
        if found and compiled(known.titles).fullmatch(title):
            return Term(lexicon.posts.congress.format(place=found["place"]), known.early)
    return None


def meeting_congress(body: str, lexicon: Lexicon) -> str | None:
    """The congress whose terms the meetings of a body are counted by: its own, or that of a standing committee."""
    kind, parent = body_type(body, lexicon)
    # A congress without its place is that of any place.
    congress = {"congress": body, "standing_committee": parent}.get(kind)
    return congress if congress and lexicon.posts.congress.format(place="") != congress else None


def tells_of_death(reason: str | None, lexicon: Lexicon) -> bool:
    """Whether the reason why a post ends is the death of its holder."""
    words = lexicon.posts
    return (
        reason is not None
        and bool(compiled(words.death).search(reason))
        and not compiled(words.not_death).search(reason)
    )
