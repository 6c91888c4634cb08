"""The shape of the lexicon of projects."""

from __future__ import annotations

from kg.lexicon.shape import Pattern, Strict


class ProjectHeads(Strict):
    """How names of projects end; a site is its address or number."""

    facilities: list[str]
    roads: list[str]
    transport: list[str]
    works: list[str]
    renewals: list[str]
    systems: list[str]
    programmes: list[str]
    sites: Pattern


class ProjectKind(Strict):
    """A kind of project, recognised by its name."""

    kind: str
    pattern: Pattern


class ProjectWords(Strict):
    """Names of projects and what is told of them; verbs and predicates stand under the status that they give."""

    heads: ProjectHeads
    generic: list[str]
    verbs: dict[str, list[str]]
    beside: list[str]
    founding: list[str]
    strong: list[str]
    not_verbs: Pattern
    building: list[str]
    adverbs: list[str]
    predicates: dict[str, list[str]]
    tails: list[str]
    leads: Pattern
    collectives: Pattern
    shared: Pattern
    not_names: Pattern
    not_works: Pattern
    streets: list[str]
    slogans: list[str]
    titles: Pattern
    not_titles: Pattern
    site_words: Pattern
    site_rests: Pattern
    planned_headings: Pattern
    past_headings: Pattern
    planned_words: Pattern
    kinds: list[ProjectKind]
    columns: dict[str, list[str]]
    other_columns: Pattern
    stages: dict[str, Pattern]
