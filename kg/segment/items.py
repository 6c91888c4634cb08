"""Items: which lines belong to which heading, also where a heading follows or interrupts its body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from kg.lexicon import Lexicon
from kg.model.source import Source
from kg.segment.contents import Contents, find_contents
from kg.segment.headings import Heading, Shapes, find_headings, shapes
from kg.segment.lines import Line, read_lines
from kg.segment.notes import find_notes

_ENDED = re.compile(r"[。！？；）]$|日$")
_SALUTATION = re.compile(r"^(?:各位|尊敬的)?(?:主任|委员长|主席|代表)[^。；]{0,30}(?:委员|代表|同志)们?[：:]?$")
_SIGNATURE = re.compile(
    r"^[一-龥（）]{4,40}(?:委员会|主席团|人民政府|法院|检察院)$|^(?:\d{4}|[〇零一二三四五六七八九]{4})年.{1,3}月.{1,3}日$"
)
_SIGNED = {"announcement", "decision", "resignation_decision", "resolution", "filing_report", "personnel_list"}
_MASTHEAD = re.compile(
    r"^(?:(?:\d{4}|[一二][〇零九][〇零一二三四五六七八九]{2})年?|(?:(?:\d{4}|[一二].{3})年)?第.{1,6}[期号].{0,20}|（?总第.{1,8}[期号]）?"
    r"|.{0,40}(?:编|编印|主办|编辑|出版)|.{0,20}[编主]办.{0,20}|.{4}年.{1,3}月.{1,4}日)$"
)
_LIST_ENTRY = re.compile(r"^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)")


@dataclass(frozen=True, slots=True)
class Draft:
    """An item as a range of lines: its heading (None for text that has none) and its body, in printed order."""

    heading: Heading | None
    lines: tuple[Line, ...]
    body: tuple[Line, ...]

    @property
    def type(self) -> str:
        """The kind of item, `other` where its heading does not tell."""
        return self.heading.type if self.heading else "other"


@dataclass(frozen=True, slots=True)
class Segmentation:
    """All that segmentation finds: the masthead's lines, the contents and the items."""

    masthead: tuple[Line, ...]
    contents: Contents | None
    drafts: tuple[Draft, ...]


def segment(source: Source, lexicon: Lexicon) -> Segmentation:
    """The items of a source, in printed order; no line that holds text is lost."""
    lines = read_lines(source, lexicon)
    contents = find_contents(lines)
    behind = contents.last + 1 if contents else _masthead_end(lines)
    masthead = tuple(lines[: contents.first] if contents else lines[:behind])
    body = lines[behind:]
    shape = shapes(lexicon)
    headings = find_headings(body, find_notes(body), contents.titles if contents else (), shape)
    starts = _starts(body, headings, shape)
    return Segmentation(masthead, contents, tuple(_drafts(body, headings, starts)))


def _masthead_end(lines: Sequence[Line]) -> int:
    """Without contents, the masthead is the title of the gazette and the lines of year and number below it."""
    end = 0
    for index, line in enumerate(lines[:8]):
        if re.search(r"(?<!会议)(?:公报|会刊|汇刊|汇编)(?:（?\d{4}年第.{1,4}期）?)?$", line.text) or (
            end and _MASTHEAD.match(line.text)
        ):
            end = index + 1
    return end


def _drafts(lines: Sequence[Line], headings: Sequence[Heading], starts: Sequence[int]) -> list[Draft]:
    drafts = []
    if lines and (not starts or starts[0] > 0):
        first = tuple(lines[: starts[0]] if starts else lines)
        drafts.append(Draft(None, first, first))
    for heading, start, end in zip(headings, starts, [*starts, len(lines)][1:], strict=True):
        body = (*lines[start : heading.first], *lines[heading.last + 1 : end])
        drafts.append(Draft(heading, tuple(lines[start:end]), body))
    return drafts


def _starts(lines: Sequence[Line], headings: Sequence[Heading], shape: Shapes) -> list[int]:
    """Where each item begins: at its heading, or above it where the page puts the heading behind the body."""
    starts: list[int] = []
    for number, heading in enumerate(headings):
        floor = headings[number - 1].last + 1 if number else 0
        start = _page_start(lines, heading.first, floor)
        following = headings[number + 1].first if number + 1 < len(headings) else len(lines)
        # Without a page that begins there, text is taken from above only while every heading has done so.
        follows = bool(starts) and starts[-1] < headings[number - 1].first
        free = lines[start].opens_page or start == 0 or follows
        takes = free and start < heading.first and _belongs_below(lines, (floor, start), heading, following, shape)
        starts.append(start if takes else heading.first)
    return starts


def _page_start(lines: Sequence[Line], index: int, floor: int) -> int:
    """Where the page on which a line stands begins, not above the heading before it.

    A body may fill pages before the one that holds its heading: the first of them begins with a salutation.
    """
    pages = [number for number in range(floor, index + 1) if lines[number].opens_page]
    saluted = [number for number in pages if _SALUTATION.match(lines[number].text)]
    return saluted[0] if saluted else pages[-1] if pages else floor


def _belongs_below(
    lines: Sequence[Line], above_from: tuple[int, int], heading: Heading, following: int, shape: Shapes
) -> bool:
    """Whether the text above a heading is the heading's own, and not the end of the item before.

    `above_from` is the first line behind the heading before, and the line where the page of this one begins.

    It is, where it opens like an item after a text that has ended, and the heading is not followed by such an opening.
    """
    floor, start = above_from
    above = lines[start : heading.first]
    if _SALUTATION.match(above[0].text):
        return not any(_SALUTATION.match(line.text) for line in _rest_of_page(lines[heading.last + 1 : following]))
    if all(_SIGNATURE.match(line.text) for line in above):
        page = _rest_of_page(lines[heading.last + 1 : following])
        return heading.type in _SIGNED and not any(_SIGNATURE.match(line.text) for line in page)
    if start > floor and not _ended(lines[start - 1].text, shape):
        return False
    opens_above = _opens(lines[start].text, shape)
    after = heading.last + 1
    body_follows = after < following and not lines[after].opens_page
    if body_follows and _opens(lines[after].text, shape) and not opens_above:
        return False
    if not body_follows:
        return opens_above or start == 0 or _list_only(lines[start : heading.first]) or lines[start].opens_page
    return opens_above and not _opens(lines[after].text, shape)


def _rest_of_page(lines: Sequence[Line]) -> Iterator[Line]:
    return takewhile(lambda line: not line.opens_page, lines)


def _ended(text: str, shape: Shapes) -> bool:
    return bool(_ENDED.search(text) or shape.closing.search(text)) or len(text) < 12


def _opens(text: str, shape: Shapes) -> bool:
    return (
        bool(shape.opening.match(text))
        or bool(_LIST_ENTRY.match(text))
        or bool(re.match(r"^(?:根据|.{4,45}(?:会议)?决定[：:])", text))
    )


def _list_only(lines: Sequence[Line]) -> bool:
    return all(_LIST_ENTRY.match(line.text) or len(line.text) < 30 for line in lines)
