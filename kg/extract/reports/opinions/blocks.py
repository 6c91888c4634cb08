"""A document as blocks, each with the number in front of it and its heading, however the lines are broken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.model.source import Passage
from kg.recognise.numbers import number
from kg.segment.lines import Line

_CJK = "[一二三四五六七八九十]{1,3}"
MARKER = re.compile(
    rf"(?:(?P<a>{_CJK})[、.．]|（(?P<b>{_CJK})）[、.．]?|(?P<c>\d{{1,2}})(?:[、．]|[.](?!\d))|（(?P<d>\d{{1,2}})）|(?P<e>[①-⑳])"
    rf"|第(?P<f>{_CJK})[，、])"
)
# 第一， stands in running text, and so do the ordinals of clauses.
_ORDINAL = re.compile(rf"(?:^|(?<=[。；：:;，]))(?:(?P<a>{_CJK})(?:是|要|、)|第(?P<b>{_CJK})[，、是])")
_FOOT = re.compile(
    r"^(?:\d{4}|[〇零一二三四五六七八九]{4})年.{1,3}月.{1,3}日$|^[一-龥（）]{4,40}(?:委员会|办公室|办公厅|政府|法院|检察院|局)$"
)
_INLINE_HEADING = re.compile(r"(?<=[一-龥”》）])(?=(?:一是|一要|首先)[一-龥])")
_COUNTED = re.compile(r"一[是要]|首先|第一|$")
_UNFINISHED = re.compile(r"[、，的和与及在对以为《“（]$")
_LONGEST_SENTENCE = 45
_FULL, _LEAST_WIDTH, _MOST_LINES = 0.75, 20, 5
LEVELS = "abfcde"


@dataclass(frozen=True, slots=True)
class Block:
    """Text from one number to the next; `level` is a letter of `LEVELS`, empty for what stands before all numbers."""

    level: str
    ordinal: int
    heading: Passage
    rest: Passage

    @property
    def text(self) -> str:
        """The whole text behind the number."""
        return self.heading.text + self.rest.text


def blocks(lines: Sequence[Line], closings: re.Pattern[str]) -> list[Block]:
    """The blocks of a document in order; a closing formula ends the block that it follows."""
    width = _width(lines)
    groups: list[list[Line]] = [[]]
    closed = False
    for line in lines:
        if MARKER.match(line.text):
            groups.append([])
            closed = False
        closed = closed or (bool(groups[-1]) and bool(closings.match(line.text)))
        if not closed:
            groups[-1].append(line)
    return [block for group in groups if group for block in _blocks(group, width)]


def _width(lines: Sequence[Line]) -> float:
    lengths = sorted(len(line.tight) for line in lines)
    return max(_LEAST_WIDTH, lengths[int(len(lengths) * 0.9)]) if lengths else _LEAST_WIDTH


def _blocks(group: list[Line], width: float) -> Iterator[Block]:
    """The block of a group, cut again where the next numbers stand inside a line."""
    passage, first = _joined(group, width)
    line = len(group[0].tight)
    marker = MARKER.match(passage.text)
    if marker is None:
        yield Block("", 0, passage[:0], passage)
        return
    level = marker.lastgroup or ""
    cuts = [marker, *_following(passage.text, marker)]
    for at, cut in enumerate(cuts):
        end = cuts[at + 1].start() if at + 1 < len(cuts) else len(passage)
        heading = _heading(passage[cut.end() : end], *((first - cut.end(), line - cut.end()) if at == 0 else (None,)))
        yield Block(level, value(cut[level]), heading, passage[cut.end() + len(heading) : end])


def _joined(group: list[Line], width: float) -> tuple[Passage, int]:
    """The lines as one passage, and where the line ends that is not full: there a heading without a stop ends."""
    first = len(group[0].tight)
    for before, line in pairwise(group[:_MOST_LINES]):
        if len(before.tight) < _FULL * width or _FOOT.match(line.text):
            break
        first += len(line.tight)
    offsets = [offset for line in group for offset in line.tight.offsets]
    wraps = frozenset(line.tight.offsets[0] for line in group[1:])
    return Passage("".join(line.text for line in group), offsets, wraps), first


def _following(text: str, marker: re.Match[str]) -> Iterator[re.Match[str]]:
    """The numbers inside a line that go on counting: （一）…；（二）…"""
    level, last = marker.lastgroup or "", value(marker[marker.lastgroup or ""])
    for match in MARKER.finditer(text, marker.end()):
        if match.lastgroup == level and value(match[level]) == last + 1 and text[match.start() - 1] in "。；;：:":
            last += 1
            yield match


def _heading(passage: Passage, first: int | None, line: int = 0) -> Passage:
    """A heading goes up to the first full stop, or to the end of its last line.

    `first` is where the first line ends that is not full, `line` where the very first does: a heading that fills its
    line and is followed by prose cannot be told from one that goes on, but by the length of the sentence.
    """
    text = passage.text
    end = next((m.start() for m in re.finditer(r"[。！；;]", text) if _is_level(text[: m.start()])), len(text))
    if first is not None and first <= end:
        inline = _INLINE_HEADING.search(text, 0, first)
        end = inline.start() if inline and inline.start() >= 4 else first
    counted = _COUNTED.match(text, min(end + 1, len(text)))
    if 0 < line < end and end > _LONGEST_SENTENCE and not counted and not _UNFINISHED.search(text[:line]):
        end = line
    return passage[:end]


def _is_level(text: str) -> bool:
    """Whether no bracket or quotation is open at the end of a text."""
    return all(text.count(a) <= text.count(b) for a, b in ("（）", "《》", "“”"))


def value(numeral: str) -> int:
    """The number of a marker."""
    return ord(numeral) - ord("①") + 1 if "①" <= numeral <= "⑳" else number(numeral) or 0


def clauses(passage: Passage) -> list[Passage]:
    """The parts of running text that each ask for something: counted 一是 …; else between semicolons and full stops."""
    text = passage.text
    counted: list[re.Match[str]] = []
    for match in _ORDINAL.finditer(text):
        if value(match["a"] or match["b"]) == len(counted) + 1:
            counted.append(match)
    if len(counted) > 1:
        ends = [*(match.start() for match in counted[1:]), len(text)]
        parts = [passage[match.end() : end] for match, end in zip(counted, ends, strict=True)]
        return [_heading(part, None) for part in parts]
    cuts = [0, *(m.end() for m in re.finditer(r"[；;。]", text) if _is_level(text[: m.start()])), len(text)]
    parts = [passage[a:b] for a, b in pairwise(cuts) if a < b]
    return [_bare(part) for part in parts]


def _bare(part: Passage) -> Passage:
    """A clause without its number and its stop."""
    marker = MARKER.match(part.text)
    return part[marker.end() if marker else 0 : len(part.text.rstrip("；;。"))]
