"""The shape of the lexicon of changes of bodies."""

from __future__ import annotations

from kg.lexicon.shape import Pattern, Strict


class Renames(Strict):
    """Words between the old name and the new one; `weak` ones are said of much else too."""

    strong: list[str]
    weak: list[str]


class Into(Strict):
    """Words between what goes and what takes it: whole bodies, or only what they did."""

    bodies: list[str]
    functions: list[str]


class ChangeWords(Strict):
    """How changes of bodies are told, how names end beside their verbs, and what tells that nothing has changed."""

    renames: Renames
    merges: list[str]
    results: list[str]
    into: Into
    splits: list[str]
    apart: list[str]
    reshapes: list[str]
    forms: list[str]
    founds: list[str]
    again: list[str]
    modifiers: Pattern
    abolishes: list[str]
    ended: list[str]
    behind_founded: Pattern
    adverbs: list[str]
    leads: list[str]
    endings: list[str]
    places: Pattern
    not_places: Pattern
    unclean: Pattern
    things: Pattern
    groups: Pattern
    behind: Pattern
    behind_abolished: Pattern
    tails: Pattern
    whole: Pattern
    part: Pattern
    takes: Pattern
    plans: Pattern
    governing: Pattern
    future: Pattern
    taken: Pattern
    nominal: Pattern
    decided: Pattern
    not_told: Pattern
    headings: Pattern
