"""The entities of a text with the lines they stand on, and as a page of displaCy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy import displacy
from spacy.language import Language

from kg.model.source import Passage, Source

COLOURS = {
    "PERSON": "#f6b7b2", "TITLE": "#f5d6a8", "ORG": "#b8d4f0", "LAW": "#c9e4b6", "DOCUMENT": "#dbeccc",
    "PROJECT": "#e3c9ee", "MEETING": "#f7e79b", "DATE": "#d9d9e8", "MONEY": "#bfe6df", "PLACE": "#e8dcc8",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entity:
    """What was found: `start` and `end` are offsets into the source, `found_by` is `rule` or `model`."""

    label: str
    text: str
    line: int
    start: int
    end: int
    found_by: str


@dataclass(frozen=True, slots=True)
class Page:
    """A part of a source: its text, one paragraph a line, the entities in it, and where they stand in that text."""

    text: str
    entities: tuple[Entity, ...]
    spans: tuple[tuple[int, int, str], ...]


def entities(source: Source, passages: Iterable[Passage], nlp: Language) -> Page:
    """The entities of some passages, in order."""
    texts: list[str] = []
    found: list[Entity] = []
    spans: list[tuple[int, int, str]] = []
    at = 0
    for passage in passages:
        for entity in nlp(passage.text).ents:
            start, end = passage[entity.start : entity.end].span
            by = entity.id_ or "rule"
            found.append(Entity(entity.label_, entity.text, source.line_of(start), start, end, by))
            spans.append((at + entity.start, at + entity.end, entity.label_))
        texts.append(passage.text)
        at += len(passage) + 1
    return Page("\n".join(texts), tuple(found), tuple(spans))


def html(pages: Iterable[Page]) -> str:
    """A page of HTML that needs no network, the entities marked in the text."""
    rows = [
        {
            "text": page.text,
            "ents": [{"start": start, "end": end, "label": label} for start, end, label in page.spans],
            "settings": {"lang": "zh", "direction": "ltr"},
        }
        for page in pages
    ]
    options = {"colors": COLOURS}
    written: str = displacy.render(rows, style="ent", manual=True, page=True, jupyter=False, options=options)
    # Without its encoding said, a browser that opens the file guesses one.
    return written.replace("<title>displaCy</title>", '<meta charset="utf-8">\n        <title>kg entities</title>')
