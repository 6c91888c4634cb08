"""Where a gazette contradicts itself: the findings of its page, in the language of the page."""

from __future__ import annotations

from dataclasses import dataclass

from kg.publish.pages.thing.parts import Names
from kg.query import Found, Graph, findings_of


@dataclass(frozen=True, slots=True)
class Contradiction:
    """The kind and what contradicts what; the lines and words of each side."""

    kind: str
    text: str
    sides: tuple[tuple[str, str], ...]


def contradictions(graph: Graph, names: Names, stem: str) -> list[Contradiction]:
    """The findings of the gazette of a stem, in the order of its text."""
    found = sorted(findings_of(graph, stem), key=lambda one: one.sides[0].lines)
    names.learn(names.term(f"findingKind-{one.kind}") for one in found)
    return [_contradiction(names, one) for one in found]


def _contradiction(names: Names, one: Found) -> Contradiction:
    kind = names.link(names.term(f"findingKind-{one.kind}")).text
    sides = (("–".join(map(str, sorted({side.lines[0], side.lines[-1]}))), side.words) for side in one.sides)
    return Contradiction(kind, one.text if names.language == "en" else one.text_zh, tuple(sides))
