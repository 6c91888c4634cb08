"""What every check asks: the gazette's facts, its papers with their text, and evidence for both sides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from kg.extract.context import Context
from kg.lexicon import Lexicon
from kg.model.facts import Evidence, Item
from kg.model.gazette import Gazette
from kg.model.reports import Finding
from kg.model.source import Passage
from kg.segment.items import Segmentation
from kg.segment.lines import one_width, tighten


@dataclass(frozen=True, slots=True)
class Paper:
    """One item: its fact, and its text with the way back to the source."""

    item: Item
    ctx: Context

    @property
    def paragraphs(self) -> list[Passage]:
        """The paragraphs of the body."""
        return self.ctx.paragraphs

    def side(self, passage: Passage) -> Evidence:
        """A passage of this paper as the side of a finding."""
        return self.ctx.evidence(passage, "verify")


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What a check found: the name of a message of the lexicon, the values that fill it, and the sides."""

    message: str
    values: tuple[tuple[str, object], ...]
    sides: tuple[Evidence, ...]
    confidence: float


@dataclass
class Record:
    """A resolved gazette on its way through the checks."""

    gazette: Gazette
    segmentation: Segmentation
    lexicon: Lexicon

    @cached_property
    def papers(self) -> list[Paper]:
        """The items with their text, in order."""
        source, place = self.gazette.source, self.gazette.masthead.place
        drafts = zip(self.gazette.items, self.segmentation.drafts, strict=True)
        return [
            Paper(item, Context(source, self.lexicon, draft, item.number, place, self.gazette.masthead.year))
            for item, draft in drafts
        ]

    def paper(self, evidence: Evidence) -> Paper | None:
        """The paper in which a passage stands."""
        return self.papers[evidence.item - 1] if evidence.item else None

    def of_type(self, *types: str) -> Iterator[Paper]:
        """The papers of some kinds."""
        return (paper for paper in self.papers if paper.item.type in types)

    def behind(self, evidence: Evidence, length: int) -> Passage:
        """The words of the source right behind a passage, tight."""
        printed = self.gazette.source.text[evidence.end : evidence.end + length]
        return tighten(one_width(printed, self.lexicon), evidence.end)

    def side(self, passage: Passage, near: Evidence) -> Evidence:
        """A passage found from a piece of evidence, as a side beside it."""
        source = self.gazette.source
        start, end = passage.span
        words = "".join(source.text[offset] for offset in passage.offsets)
        return replace(near, lines=passage.lines(source), start=start, end=end, text=words)


def finding(message: str, values: Mapping[str, object], *sides: Evidence, confidence: float = 1.0) -> Contradiction:
    """What the message of this name in the lexicon tells with these values."""
    return Contradiction(message, tuple(values.items()), tuple(dict.fromkeys(sides)), confidence)


def told(found: Contradiction, lexicon: Lexicon) -> Finding:
    """The finding in both languages; its sides carry the name of the check."""
    message = lexicon.findings[found.message]
    sides = (replace(side, rule=f"verify.{message.kind}", confidence=found.confidence) for side in found.sides)
    zh, en = message.filled(dict(found.values))
    return Finding(message.kind, zh, en, tuple(dict.fromkeys(sides)))
