"""The part of a document that demands or advises, and its points."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kg.extract.reports.opinions.blocks import LEVELS, Block, blocks, clauses
from kg.lexicon import Lexicon
from kg.model.source import Passage
from kg.segment.lines import Line

_LONGEST_HEADING, _LEAST_POINT, _MOST_CLAUSES = 40, 4, 12
# Beyond this, text goes on to something else; and reading stays fast on a text of one line.
_LONGEST_LEAD, _LONGEST_ADVICE = 200, 2000
_SENTENCE = re.compile(r"[^。！？：]*[。！？：:]?$")


@dataclass(frozen=True, slots=True)
class Advice:
    """What was found: how (`rule`), the words that lead to the points, the points, and all of the section's text."""

    rule: str
    lead: Passage
    points: tuple[Passage, ...]
    text: str


def advice(lines: Sequence[Line], lexicon: Lexicon, *, whole: bool) -> tuple[Advice | None, Passage | None]:
    """The advice of a document, or else the heading that announces some and holds no point.

    `whole` is for a document that is nothing but demands: there its numbered parts are the points.
    """
    found = blocks(lines, _words(lexicon).closing)
    headed = _headed(found, lexicon)
    if headed is not None:
        read = _section(found, headed, lexicon)
        return read, None if read else found[headed].heading
    read = _introduced(found, lexicon) or _sentence(found, lexicon) or (_numbered(found) if whole else None)
    return read, None


def _headed(found: Sequence[Block], lexicon: Lexicon) -> int | None:
    """The last block that is headed as advice."""
    words = _words(lexicon)
    for at in range(len(found) - 1, -1, -1):
        text = found[at].heading.text.rstrip("。：:")
        short = found[at].level and len(text) <= _LONGEST_HEADING
        if short and words.heading.search(text) and not words.not_heading.search(text):
            return at
    return None


def _section(found: Sequence[Block], at: int, lexicon: Lexicon) -> Advice | None:
    head = found[at]
    end = next((i for i in range(at + 1, len(found)) if _rank(found[i]) <= _rank(head)), len(found))
    inside = found[at + 1 : end]
    text = head.rest.text + "".join(block.text for block in inside)
    points = _points(inside)
    if points:
        return Advice("opinion.section", head.heading + head.rest if head.rest.text else head.heading, points, text)
    sentence = _advised(head.rest, lexicon)
    if sentence:
        return Advice("opinion.clauses", head.heading + sentence[0], sentence[1], text)
    text_alone = 0 < len(head.rest) <= _LONGEST_ADVICE
    plain = tuple(clause for clause in clauses(head.rest) if len(clause) >= _LEAST_POINT) if text_alone else ()
    formal = any(_words(lexicon).formal.search(clause.text) for clause in plain)
    return (
        Advice("opinion.clauses", head.heading, plain, text) if 0 < len(plain) <= _MOST_CLAUSES and not formal else None
    )


def _rank(block: Block) -> int:
    return LEVELS.index(block.level) if block.level else -1


def _points(inside: Sequence[Block]) -> tuple[Passage, ...]:
    """The headings of the blocks of the first level that stands there, as long as they count on."""
    points: list[Passage] = []
    for block in inside:
        if block.level == inside[0].level:
            if block.ordinal != len(points) + 1:
                break
            points.append(block.heading)
    return tuple(point for point in points if len(point) >= 2)


def _introduced(found: Sequence[Block], lexicon: Lexicon) -> Advice | None:
    """The points behind 提出以下意见建议：."""
    words = _words(lexicon)
    for at in range(len(found) - 2, -1, -1):
        match = _SENTENCE.search(found[at].text[-_LONGEST_LEAD:])
        last = match.group() if match else ""
        if found[at + 1].ordinal == 1 and words.intro.search(last) and not words.not_intro.search(last):
            inside = found[at + 1 :]
            points = _points(inside)
            if points:
                passage = found[at].rest if found[at].rest.text else found[at].heading
                lead = passage[max(0, len(passage) - len(last)) :]
                return Advice("opinion.intro", lead, points, last + "".join(block.text for block in inside))
    return None


def _sentence(found: Sequence[Block], lexicon: Lexicon) -> Advice | None:
    """Advice in a sentence of running text: 建议区人民政府：…；…."""
    for block in reversed(found):
        sentence = _advised(block.rest, lexicon)
        if sentence:
            return Advice("opinion.clauses", sentence[0], sentence[1], block.rest.text)
    return None


def _advised(passage: Passage, lexicon: Lexicon) -> tuple[Passage, tuple[Passage, ...]] | None:
    """The words that lead, and the points, of the last sentence that asks somebody for something."""
    words = _words(lexicon)
    for match in reversed(list(words.advised.finditer(passage.text))):
        if words.not_intro.search(passage.text[max(0, match.start() - 12) : match.start() + 2]):
            continue
        rest = passage[match.end() : match.end() + _LONGEST_ADVICE]
        points = tuple(clause for clause in clauses(rest) if len(clause) >= _LEAST_POINT)
        if points and len(points) <= _MOST_CLAUSES and not words.formal.search(rest.text):
            return passage[match.start() : match.end()], points
    return None


def _numbered(found: Sequence[Block]) -> Advice | None:
    inside = [block for block in found if block.level]
    points = _points(inside)
    lead = found[0].rest if found and not found[0].level else None
    whole = "".join(block.text for block in found)
    return Advice("opinion.whole", lead or points[0], points, whole) if points else None


@dataclass(frozen=True)
class _Words:
    heading: re.Pattern[str]
    not_heading: re.Pattern[str]
    intro: re.Pattern[str]
    not_intro: re.Pattern[str]
    closing: re.Pattern[str]
    formal: re.Pattern[str]
    advised: re.Pattern[str]


@cache
def _words(lexicon: Lexicon) -> _Words:
    data = lexicon.opinions
    counted = r"(?=一[是要]|第一[，、])"
    asked = rf"(?:{data.addressees}).{{0,16}}?(?:[：:]|(?<![及其关相])(?:要|应当?|须)(?![求点对]))"
    return _Words(
        re.compile(data.headings),
        re.compile(data.not_headings),
        re.compile(data.intros),
        re.compile(data.not_intros),
        re.compile(data.closings),
        re.compile(data.formal),
        re.compile(rf"建议[，：:、]?(?:{asked}|(?<=[，：:]){counted})"),
    )
