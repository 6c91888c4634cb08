"""Broken lines joined to paragraphs, and paragraphs split into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from kg.lexicon import Lexicon
from kg.model.source import Passage
from kg.segment.lines import Line

_TERMINATED = re.compile(r"[。！？；：…]$|[。！？；][”’）》]$")
_MARKER = re.compile(
    r"^(?:[一二三四五六七八九十百]+[、.．]|（[一二三四五六七八九十\d]+）|\d{1,2}[、.．](?!\d)|第[一二三四五六七八九十百]+[章节条款项部分]|附件|[①-⑳]|——)"
)
_DATE_ALONE = re.compile(r"^(?:\d{4}|[〇零一二三四五六七八九]{4})年.{1,6}月.{1,4}日$")
# A verb with the beginning of a name behind it is no whole entry, however short the line.
_OPEN_ACT = re.compile(r"^(?:决定)?(?:任命|免去|接受|补选|撤销)(?!名单|人员)[^为的：；。]{1,12}$")
# The heading of a list, alone on its line: it goes on with nothing.
_HEADS_LIST = re.compile(r"^(?:决定|批准)*(?:任命|免去|任职|免职|接受辞职|撤销|补选)[：:]?$")
_GOES_ON = re.compile(r"^(?:职务|的|大会|会|小组|工作|资格|[、，。；）和及兼])")
# Cells set apart by wide blanks, three at least.
_ROW = re.compile(r"\S(?: {2,}|\s*　\s*)\S+(?: {2,}|\s*　\s*)\S")
_UNFINISHED = re.compile(r"[、，的为和及与于由在是将“《（—]$")
_SENTENCE_END = re.compile(r"[。！？](?:[”’）》]*)")


def paragraphs(lines: Iterable[Line], lexicon: Lexicon, *, strict: bool = False) -> Iterator[Passage]:
    """Passages of running text, each put together from the lines over which it is broken.

    `strict` is for lists, where a short line without a full stop is an entry of its own; in reports such a line is the
    end of a column and goes on.
    """
    lines = list(lines)
    width = _width(lines)
    ends = _entry_ends(lexicon) if strict else None
    current: list[Line] = []
    for line in lines:
        if current and not _goes_on(current[-1], line, width, ends):
            yield _joined(current)
            current = []
        current.append(line)
    if current:
        yield _joined(current)


def sentences(passage: Passage) -> Iterator[Passage]:
    """The sentences of a paragraph, each with its full stop; quotes and brackets are not cut."""
    start = 0
    for match in _SENTENCE_END.finditer(passage.text):
        if _depth(passage.text, start, match.start()):
            continue
        yield passage[start : match.end()]
        start = match.end()
    if start < len(passage):
        yield passage[start:]


def _depth(text: str, start: int, end: int) -> bool:
    """Whether a bracket or a title is still open."""
    part = text[start:end]
    return part.count("《") > part.count("》") or part.count("（") > part.count("）")


def _joined(lines: list[Line]) -> Passage:
    if len(lines) == 1:
        return lines[0].tight
    text = "".join(line.text for line in lines)
    offsets = [offset for line in lines for offset in line.tight.offsets]
    return Passage(text, offsets, frozenset(line.tight.offsets[0] for line in lines[1:]))


def _width(lines: list[Line]) -> int:
    """How long a full line is: the length that nine lines in ten do not pass."""
    lengths = sorted(len(line.tight) for line in lines)
    return lengths[int(len(lengths) * 0.9)] if lengths else 0


def _goes_on(line: Line, following: Line, width: int, ends: re.Pattern[str] | None) -> bool:
    text, next_text = line.text, following.text
    if _HEADS_LIST.match(next_text):
        return False
    if _UNFINISHED.search(text) and not _MARKER.match(next_text):
        return True
    if (
        _TERMINATED.search(text)
        or _MARKER.match(next_text)
        or "\t" in line.raw.strip()
        or "\t" in following.raw.strip()
        or (_ROW.search(line.raw.strip()) and _ROW.search(following.raw.strip()))
    ):
        return False
    if _DATE_ALONE.match(text) or _DATE_ALONE.match(next_text):
        return False
    if _MARKER.match(text) and len(text) < 0.75 * width and "。" not in text:
        return False
    if ends is None or _OPEN_ACT.match(text):
        return True
    if ends.search(text) and not _GOES_ON.match(next_text):
        return False
    return len(text) >= 0.75 * width


@cache
def _entry_ends(lexicon: Lexicon) -> re.Pattern[str]:
    """What a whole entry of a list ends with, where no full stop is printed: a title, 职务."""
    titles = "|".join(sorted((title for row in lexicon.titles.titles for title in row), key=len, reverse=True))
    return re.compile(rf"(?:{titles}|职务|请求|名单|）)$")
