"""Names in pinyin, derived once for all, so that no question needs a dictionary: people, bodies, projects, titles.

`NAMES` asks the store for the names; `pinyin_lines` takes the rows one by one. A name has a value of `gz:pinyin` for
each of its readings (syllables apart by a space, without tones, ü as v), and one of `gz:initials`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from pypinyin import Style, lazy_pinyin
from rdflib import Literal, URIRef

from kg.lexicon import Lexicon
from kg.rdf.names import DEFAULT_BASE, Names
from kg.rdf.nquads import Triple, write_lines

# ?node ?name ?kind, where ?kind tells people from all others.
NAMES = """
SELECT DISTINCT ?node ?name ?kind WHERE {
  { ?node a gz:Person ; foaf:name ?name BIND("person" AS ?kind) }
  UNION { VALUES ?class { gz:Body gz:Project gz:Role } ?node a ?class ; rdfs:label ?name BIND("thing" AS ?kind) }
  UNION { ?node a gz:Body ; skos:altLabel ?name BIND("thing" AS ?kind) }
}
ORDER BY ?node ?name
"""

_LETTERS = re.compile(r"[a-z0-9]+")
# A Chinese name is no longer; a longer one, or one with a dot, writes the sounds of another language.
_LONGEST_NAME = 4


def pinyin_lines(rows: Iterable[Sequence[str | None]], lexicon: Lexicon, base: str = DEFAULT_BASE) -> Iterator[str]:
    """N-Quads lines of the graph `graph/derived/pinyin`, from the rows of `NAMES`."""
    names = Names(base)
    graph = names.graph("derived", "pinyin")
    for node, name, kind in rows:
        if node is not None and name is not None:
            found = person_readings(name, lexicon) if kind == "person" else [reading(name, lexicon)]
            yield from write_lines(_triples(names, URIRef(node), found), graph)


def reading(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The syllables of the name of a body, a project or a title; signs are left out, letters and digits kept."""
    return _read(text, lexicon.pinyin.words)


def person_readings(name: str, lexicon: Lexicon) -> list[tuple[str, ...]]:
    """The readings of a person's name: more than one where its surname has more."""
    surname = _surname(name, lexicon)
    rest = _read(name[len(surname) :], lexicon.pinyin.names)
    readings = lexicon.pinyin.surnames[surname] if surname else [""]
    return [(*first.split(), *rest) for first in readings]


def _triples(names: Names, node: URIRef, readings: Iterable[tuple[str, ...]]) -> Iterator[Triple]:
    for syllables in readings:
        if syllables:
            yield node, names.term("pinyin"), Literal(" ".join(syllables))
            yield node, names.term("initials"), Literal("".join(syllable[0] for syllable in syllables))


def _surname(name: str, lexicon: Lexicon) -> str:
    """The surname of a name, where it is one that is read otherwise than the character elsewhere."""
    if len(name) > _LONGEST_NAME or not set(name) - set(lexicon.surnames.transliterated):
        return ""
    compound = name[:2] if len(name) > 2 else ""
    if compound in lexicon.pinyin.surnames:
        return compound
    if compound in lexicon.surnames.compound or len(name) < 2:
        return ""
    return name[:1] if name[:1] in lexicon.pinyin.surnames else ""


def _read(text: str, known: dict[str, str]) -> tuple[str, ...]:
    """The syllables of a text, those of known words as they are known."""
    parts = _words(known).split(text)
    return tuple(syllable for part in parts for syllable in (known[part].split() if part in known else _plain(part)))


def _plain(text: str) -> tuple[str, ...]:
    """A syllable for each character; what is no Chinese stays as its letters and digits, in small letters."""
    read = lazy_pinyin(text, style=Style.NORMAL, errors=_kept)
    return tuple(syllable for syllables in read for syllable in syllables.split())


def _kept(text: str) -> str:
    return " ".join(_LETTERS.findall(text.lower()))


def _words(known: dict[str, str]) -> re.Pattern[str]:
    longest_first = sorted(known, key=lambda word: (-len(word), word))
    return re.compile(f"({'|'.join(map(re.escape, longest_first))})")
