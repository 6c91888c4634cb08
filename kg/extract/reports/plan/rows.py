"""The lines of a work plan as rows: cells between tabs, drawn bars or the tags of a web page, or a line alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.model.source import Passage, Source
from kg.segment.lines import Line

_BARS = re.compile(r"[\t|｜│┃]")
_RULE = re.compile(r"^[\s|｜┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛─━│┃+\-—=:：]+$")
_BOXED = re.compile(r"[│┃]")
_TAGS = re.compile(r"<(?P<close>/?)(?P<name>tr|td|th)\b", re.IGNORECASE)
_TAGS_ABOVE = 200
NOTHING = Passage("", ())


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row, empty ones too; a line that is no part of a table is one cell, and a drawn rule none."""

    cells: tuple[Passage, ...]

    @property
    def drawn(self) -> bool:
        """Whether it is a row of a table."""
        return len(self.cells) > 1


def rows(lines: Sequence[Line], source: Source) -> list[Row]:
    """The rows in order."""
    return list(_boxes(_lines(lines, source)))


def _lines(lines: Sequence[Line], source: Source) -> Iterator[Row]:
    row: list[Passage] = []
    # The tags of the first cell may stand on lines of their own above it.
    end = max(0, lines[0].start - _TAGS_ABOVE) if lines else 0
    for line in lines:
        between = source.text[end : line.start]
        end = line.start + len(line.raw)
        tags = list(_TAGS.finditer(between)) if "<" in between else []
        if row and (not tags or any(tag["name"].lower() == "tr" for tag in tags)) and not _same_cell(between):
            yield Row(tuple(row))
            row = []
        opened = sum(1 for tag in _behind_row(tags) if not tag["close"] and tag["name"].lower() != "tr")
        if opened or row:
            row = _cell(row, line.tight, opened)
        elif _RULE.match(line.raw):
            yield Row(())
        else:
            yield Row(tuple(_cells(line)))
    if row:
        yield Row(tuple(row))


def _behind_row(tags: list[re.Match[str]]) -> list[re.Match[str]]:
    """The tags behind the last that opens a row."""
    starts = [at for at, tag in enumerate(tags) if tag["name"].lower() == "tr"]
    return tags[starts[-1] + 1 :] if starts else tags


def _same_cell(between: str) -> bool:
    """Whether only a break, a list or a paragraph lies between two lines of one cell."""
    return bool(re.search(r"<", between)) and not _TAGS.search(between) and "</table" not in between.lower()


def _cell(row: list[Passage], text: Passage, opened: int) -> list[Passage]:
    if not opened:
        return [*row[:-1], row[-1] + text if row[-1].text else text]
    return [*row, *[NOTHING] * (opened - 1), text]


def _cells(line: Line) -> list[Passage]:
    bars = [match.start() for match in _BARS.finditer(line.raw)]
    if not bars:
        return [line.tight]
    offsets = line.tight.offsets
    places = [bisect_left(offsets, line.start + at) for at in bars]
    skips = [bisect_left(offsets, line.start + at + 1) for at in bars]
    parts = [line.tight[a:b] for a, b in zip([0, *skips], [*places, len(offsets)], strict=True)]
    framed = line.raw.strip(" \u3000")[:1] in "|｜│┃"
    return parts[1:-1] if framed and len(parts) > 2 else parts


def spaced(line: Passage, source: Source) -> tuple[Passage, ...]:
    """The parts of a line between wide blanks: two, or one of full width, that stand inside one printed line."""
    offsets, text = line.offsets, source.text
    cuts = [0]
    for at in range(1, len(line)):
        if offsets[at] - offsets[at - 1] > 1 and offsets[at] not in line.wraps:
            blank = text[offsets[at - 1] + 1 : offsets[at]]
            if "\n" not in blank and (len(blank) > 1 or "\u3000" in blank):
                cuts.append(at)
    return tuple(line[a:b] for a, b in pairwise([*cuts, len(line)]))


def _boxes(found: Iterator[Row]) -> Iterator[Row]:
    """Rows broken over several lines between two drawn rules, put together."""
    block: list[Row] = []
    for row in found:
        boxed = row.drawn and block and len(block[0].cells) == len(row.cells)
        if not row.cells or not boxed:
            yield from _together(block, ruled=not row.cells)
            block = []
        if row.cells:
            block.append(row)
        else:
            yield row
    yield from _together(block, ruled=False)


def _together(block: list[Row], *, ruled: bool) -> list[Row]:
    if not ruled or len(block) < 2 or sum(bool(row.cells[0].text) for row in block) > 1:
        return block
    return [Row(tuple(_joined(column) for column in zip(*(row.cells for row in block), strict=True)))]


def _joined(column: Sequence[Passage]) -> Passage:
    parts = [cell for cell in column if cell.text]
    passage = parts[0] if parts else NOTHING
    for _, part in pairwise(parts):
        passage = passage + part
    return passage
