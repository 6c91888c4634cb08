"""How the formats of other programs name a passage, and which bound they may tell as a date."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.model.dates import bounds
from kg.network.analyse import Line
from kg.query.opening import Graph

_TEXTS = """SELECT ?stem ?text WHERE { ?graph a gz:GazetteGraph ; gz:stem ?stem ; prov:wasDerivedFrom ?text . }
ORDER BY ?stem ?text"""
_PINYIN = "SELECT ?person ?pinyin WHERE { ?person a gz:Person ; gz:pinyin ?pinyin } ORDER BY ?person ?pinyin"


@dataclass(frozen=True, slots=True)
class Source:
    """A passage: `url` points to the line of the text, as RFC 5147 counts lines; `note` is gazette and line."""

    url: str
    note: str


class Sources:
    """Makes sources of lines, and knows how names are read.

    `texts` has the IRI of each gazette's text by its stem, `pinyin` the readings of each person by IRI.
    """

    def __init__(self, texts: Mapping[str, str], pinyin: Mapping[str, Sequence[str]] | None = None) -> None:
        self._texts = texts
        self._pinyin = pinyin or {}

    def pinyin(self, person: str) -> tuple[str, ...]:
        """The name of a person in pinyin, in every way in which it may be read."""
        return tuple(self._pinyin.get(person, ()))

    def of(self, lines: Iterable[Line]) -> list[Source]:
        """The sources of lines, in their order; a line of an unknown text has none."""
        return [
            # The position before the first line is 0, so line n lies between n - 1 and n.
            Source(f"{self._texts[line.gazette]}#line={line.line - 1},{line.line}", str(line))
            for line in lines
            if line.gazette in self._texts
        ]


def sources(graph: Graph) -> Sources:
    """The sources of an open graph."""
    texts = {str(stem): str(text) for stem, text in graph.store.select(_TEXTS, graph.prefixes)}
    read: dict[str, list[str]] = {}
    for person, pinyin in graph.store.select(_PINYIN, graph.prefixes):
        read.setdefault(str(person), []).append(str(pinyin))
    return Sources(texts, read)


def exact(earliest: str | None, latest: str | None) -> str | None:
    """A day, month or year where the two bounds are just that; None where they are wider, or one is not known."""
    if earliest is None or latest is None:
        return None
    return next((text for text in (latest, latest[:7], latest[:4]) if bounds(text) == (earliest, latest)), None)
