"""Sentences taken apart: clauses, and in a clause what a verb governs or a predicate is told of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.reports.projects.words import Words
from kg.model.source import Passage, Source

_CLOSED = re.compile(r"“[^“”]*”|《[^《》]*(?:《[^《》]*》[^《》]*)*》|（[^（）]*）")
_CUT = re.compile(r"[，。；：！？●•■◆|\n]|(?<=[一二三四五六七八九十]是)")
_MARKER = re.compile(r"^(?:[一二三四五六七八九十]+[、.．]|（[一二三四五六七八九十\d]+）|\d{1,2}[.．、](?!\d))")
_BRACKET = re.compile(r"（[^（）]*）$")
_CONNECTED = re.compile(r"(?:以及|[、和及并与])$")
_FRAME = re.compile(r"(?<=.{4})(?:[于在][^，]{1,12}|(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|底|初)?)$")
# How much of a thing there is: 3万平方米, 3座.
QUANTITY = re.compile(
    r"(?:共计|合计|约|共|达到|达|总投资|投资)*\d[\d.,]*余?[万亿]?(?:元|公里|平方米|千瓦|亩|公顷|千米|米|户|台|张|套|处|个|座)$"
)
_FRAMES = frozenset("于在月")
_LONGEST_FRAME = 16
_UNITS = frozenset("元里米瓦亩顷户台张套处个座")
_MASK = "＊"
_LONGEST_AGENT = 10


@dataclass(frozen=True, slots=True)
class Slot:
    """A part of a clause that may list projects; `verb` governs it, `predicate` is told of it."""

    start: int
    end: int
    verb: str | None
    predicate: str | None


def masked(text: str) -> str:
    """The text with all that stands in quotes, titles and brackets covered, so that nothing is cut or read there."""
    return _CLOSED.sub(lambda match: match.group()[0] + _MASK * (len(match.group()) - 2) + match.group()[-1], text)


def clauses(sentence: Passage, source: Source) -> Iterator[tuple[int, int]]:
    """Where the clauses of a sentence begin and end; cells of a row are clauses of their own."""
    covered = masked(sentence.text)
    cuts = [(match.start(), match.end()) for match in _CUT.finditer(covered)]
    start, stop = sentence.span
    if "\t" in source.text[start:stop]:
        cuts += [
            (at, at) for at in sentence.gaps() if "\t" in source.text[sentence.offsets[at - 1] : sentence.offsets[at]]
        ]
    marker = _MARKER.match(sentence.text)
    begin = marker.end() if marker else 0
    for left, right in [*sorted(cuts), (len(covered), len(covered))]:
        if left - begin >= 3:
            yield begin, left
        begin = max(begin, right)


def slots(covered: str, words: Words) -> Iterator[Slot]:
    """The parts of a covered clause between its verbs and predicates."""
    start, governing = 0, None
    for token in words.token.finditer(covered):
        if token.start() < start:
            continue
        word, told = token["predicate"] or token["verb"], None
        if governing is not None or word in words.predicates:
            left = _object(covered[start : token.start()], words)
            told = _slot(start, left, governing, word, words)
            if told:
                yield told
            elif word not in words.verbs or (governing is not None and left and not _takes_over(left, word, words)):
                continue
        governing = word if word in words.verbs else None
        start = _behind(covered, token.end(), told)
        if covered.startswith("成", start) and not covered.startswith("成果", start):
            governing = None
    if governing is not None and start < len(covered):
        yield Slot(start, len(covered), governing, None)


def _slot(start: int, left: str, governing: str | None, word: str, words: Words) -> Slot | None:
    """What stands in front of a word, where the word is told of it, or begins a new part."""
    predicate = word in words.predicates
    if (predicate or (governing is not None and word in words.strong)) and _like_name(left, words):
        return Slot(start, start + len(left), governing, word if predicate else None)
    connected = _CONNECTED.search(left) if governing is not None and word in words.verbs else None
    return Slot(start, start + connected.start(), governing, None) if connected else None


def _object(text: str, words: Words) -> str:
    """What stands in front of a verb, without the words between."""
    text = without_quantity(words.adverbs.without(text)).removesuffix("并").removesuffix("且")
    return _FRAME.sub("", text) if _FRAMES.intersection(text[-_LONGEST_FRAME:]) else text


def without_quantity(text: str) -> str:
    """A text without how much there is of what it names: 口袋公园3万平方米."""
    return QUANTITY.sub("", text) if text[-1:] in _UNITS else text


def _takes_over(left: str, word: str, words: Words) -> bool:
    """Whether a verb that stands in no name governs what follows, an agent standing in front: 配合上级部门推进."""
    return word in words.strong and len(left) <= _LONGEST_AGENT


def _behind(covered: str, start: int, told: Slot | None) -> int:
    """Where the text goes on behind a verb; A开工和B竣工 goes on behind 和."""
    while told and told.predicate and covered[start : start + 1] in ("和", "及", "与", "并", "、"):
        start += 1
    return start


def _like_name(text: str, words: Words) -> bool:
    """Whether a text ends as names of projects do, or with the word for what is listed."""
    text = words.tails.without(text)
    bare = _BRACKET.sub("", text) if text.endswith("）") else text
    if len(bare) <= 2:
        return False
    if bare.endswith("”") or bare in words.head or bare in words.renewal or bare in words.weak:
        return True
    return bool(words.sites.search(text, max(0, len(text) - 24))) or bool(
        "等" in bare[-22:] and words.collectives.search(bare, len(bare) - 4)
    )
