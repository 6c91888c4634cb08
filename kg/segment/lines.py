"""Lines of a source, each with a tight form: one width, no layout, every character traceable."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from kg.lexicon import Lexicon
from kg.model.source import Passage, Source

_RUN = re.compile(r"\S+")
_YEAR = re.compile(r"^(?:19|20)\d{2}年?$")
_MASTHEAD_LINES = 6
_TITLE_LINES = 2
_TITLE = re.compile(r"公报(?:（?\d{4}年第.{1,4}期）?)?$")
_CELL = re.compile(r"</?(?:table|tbody|thead|tr|td|th|ul|ol|li|p|div|br|span|b|strong|h[1-6])\b[^<>]*>", re.IGNORECASE)
# Marks of lists and headings in front, and of bold type around, are layout.
_BULLET = re.compile(r"^\s*(?:#{1,6}\s*|[-*•●■◆□▲★]\s+)?(?:\*\*)?(?=\S)")
_BOLD_END = re.compile(r"(?:\*\*|\s[-—–])\s*$")
_MARKED = re.compile(r"^\s*#{1,6}\s*\S")
# Full-width digits and letters stand one for one for the ASCII ones.
_FULL_WIDTH = {
    code: code - 0xFEE0 for code in [*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B), 0xFF05]
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line that holds something.

    `tight` is the line without white space; `raw` is the line in one width but with its spaces, of the same length as
    in the source; `start` is the offset of its first character; `opens_page` tells that a page or block begins here;
    `after_blank` that an empty line stands above; `marked` that it is marked up as a heading.
    """

    number: int
    start: int
    raw: str
    tight: Passage
    opens_page: bool
    after_blank: bool
    marked: bool = False

    @property
    def text(self) -> str:
        """The tight text."""
        return self.tight.text


def one_width(text: str, lexicon: Lexicon) -> str:
    """The text with one form for each sign and no traditional words; the length stays the same."""
    text = text.translate(_width_table(lexicon))
    return _traditional(lexicon).sub(lambda word: lexicon.characters.words[word.group()], text)


@cache
def _width_table(lexicon: Lexicon) -> Mapping[int, int | str]:
    return {**_FULL_WIDTH, **{ord(one): other for one, other in lexicon.characters.widths.items()}}


@cache
def _traditional(lexicon: Lexicon) -> re.Pattern[str]:
    """The words of the lexicon that are printed in traditional or mixed forms, the longest first."""
    return re.compile("|".join(sorted(lexicon.characters.words, key=len, reverse=True)))


def tighten(text: str, start: int) -> Passage:
    """Text without white space; only between two ASCII words one blank stays."""
    parts: list[str] = []
    offsets: list[int] = []
    for run in _RUN.finditer(text):
        word = run.group()
        if parts and _is_word(parts[-1][-1]) and _is_word(word[0]):
            parts.append(" ")
            offsets.append(start + run.start() - 1)
        parts.append(word)
        offsets.extend(range(start + run.start(), start + run.end()))
    return Passage("".join(parts), offsets)


def _is_word(char: str) -> bool:
    return char.isascii() and char.isalpha()


def read_lines(source: Source, lexicon: Lexicon) -> list[Line]:
    """The lines that hold something, in order, running heads and page numbers left out."""
    return list(_lines(source, lexicon))


def _lines(source: Source, lexicon: Lexicon) -> Iterator[Line]:
    running_head = re.compile(lexicon.items.running_heads)
    text = _commas_in_numbers(source.text, one_width(source.text, lexicon))
    after_blank = opens_page = True
    meta = re.compile(lexicon.items.web_lines)
    seen_title = False
    printed = 0
    for number, start in enumerate(source.line_starts, 1):
        end = source.line_starts[number] - 1 if number < len(source) else len(text)
        raw = text[start:end]
        if "<" in raw and _CELL.search(raw):
            yield from _cells(number, start, raw)
            continue
        bullet = _BULLET.match(raw)
        skip = bullet.end() if bullet else 0
        closing = _BOLD_END.search(raw, skip)
        tight = tighten(raw[skip : closing.start() if closing else None], start + skip)
        if "\f" in raw:
            opens_page = True
        if not tight.text:
            after_blank = True
            continue
        if meta.match(tight.text):
            continue
        if _is_running_head(tight.text, running_head, seen_title, printed):
            opens_page = True
            continue
        printed += 1
        seen_title = seen_title or "公报" in tight.text
        marked = "#" in raw and bool(_MARKED.match(raw))
        yield Line(number, start, raw, tight, opens_page or _indented(raw), after_blank, marked)
        after_blank = opens_page = False


def _is_running_head(text: str, pattern: re.Pattern[str], seen_title: bool, printed: int) -> bool:
    """A page number or the gazette's title on a page; among the first lines, title and year are the masthead's."""
    if printed <= _MASTHEAD_LINES and _YEAR.match(text):
        return False
    title = printed <= _TITLE_LINES and not seen_title and _TITLE.search(text)
    return bool(pattern.match(text)) and not title


def _cells(number: int, start: int, raw: str) -> Iterator[Line]:
    """The cells and list entries of a line that holds HTML, each as a line of its own."""
    last = 0
    for match in [*_CELL.finditer(raw), None]:
        end = match.start() if match else len(raw)
        tight = tighten(raw[last:end], start + last)
        if tight.text:
            yield Line(number, start + last, raw[last:end], tight, False, True)
        last = match.end() if match else end


def _indented(raw: str) -> bool:
    """One blank in front marks a new page or block in text taken from PDF; paragraphs are indented by two or more."""
    return len(raw) > 1 and raw[0] in " \f" and not raw[1].isspace()


def _commas_in_numbers(printed: str, text: str) -> str:
    """Commas that group digits stay as they were printed."""
    if "，" not in text:
        return text
    return re.sub(r"(?<=\d)，(?=\d{3}(?!\d))", lambda m: printed[m.start()], text)
