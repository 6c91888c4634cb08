"""Tables of web pages: rows of data become lines with tabs between their cells, tables for layout a line a block."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

# How a break inside a block is written until it is known what stands around it.
BREAK = "\v"
BLANKS = " \xa0\u3000"
_MOST_SPANNED = 50
_ROWS_OF_DATA = 2
# Running text, which no cell of data holds above its last line.
_SENTENCE = re.compile(r"[。！？：][”’）》]?$")
_MOST_LINES = 8
_LONGEST_BLOCK = 30
_MOST_BLOCKS = 3
# A word of a head, broken to fit its column: 赞成 over 票数.
_SHORT = 4
_SIGN = re.compile(r"[，。；：、！？·,;:]$")
_WIDE = re.compile(rf"[\u3400-\u9fff](?:[{BLANKS}]+[\u3400-\u9fff]){{1,2}}")
_INNER = re.compile(rf"[{BLANKS}]+")
# 500万元, （6人）: said of the rows together; 2024年6月 is said of each.
_FIGURE = re.compile(r"[\d０-９][^\d年月日季]{0,4}$")


@dataclass(slots=True)
class Cell:
    """A cell as it is read: its text with line ends between blocks, and how many columns and rows it goes over."""

    columns: int = 1
    rows: int = 1
    parts: list[str] = field(default_factory=list)
    holds_table: bool = False

    @property
    def is_data(self) -> bool:
        """Whether it holds a word, a sentence or a few short lines, not the paragraphs and tables of layout."""
        lines = self._lines()
        blocks = [block for block in "".join(self.parts).split("\n") if block.strip(BLANKS + BREAK)]
        few = len(blocks) <= 1 or (len(blocks) <= _MOST_BLOCKS and max(map(len, blocks)) <= _LONGEST_BLOCK)
        running = len(lines) > _MOST_LINES or any(_SENTENCE.search(line) for line in lines[:-1])
        return few and not running and not self.holds_table

    def text(self, *, in_head: bool = False) -> str:
        """Its text on one line; a break in it ends an entry, but in a head only a word that fills its column."""
        lines = self._lines()
        between = " " if in_head and all(len(line) <= _SHORT for line in lines) else "；"
        gaps = ["" if _SIGN.search(a) or b[0] in "（(" else between for a, b in pairwise(lines)]
        return "".join(text for pair in zip(lines, [*gaps, ""], strict=True) for text in pair) if lines else ""

    def _lines(self) -> list[str]:
        lines = re.split(rf"[\n{BREAK}]", "".join(self.parts))
        return [closed for line in lines if (closed := _closed(line.strip(BLANKS)))]


@dataclass(slots=True)
class Table:
    """A table as it is read, row by row."""

    rows: list[list[Cell]] = field(default_factory=list)

    def open_row(self) -> None:
        """Begin a row."""
        self.rows.append([])

    def open_cell(self, columns: str | None, rows: str | None) -> Cell:
        """Begin a cell with what its `colspan` and `rowspan` say."""
        if not self.rows:
            self.open_row()
        cell = Cell(_span(columns), _span(rows))
        self.rows[-1].append(cell)
        return cell

    @property
    def holds_data(self) -> bool:
        """Whether two rows hold two cells of data: fewer are layout."""
        return sum(_is_data(row) and len(_filled(row)) > 1 for row in self.rows) >= _ROWS_OF_DATA

    def text(self) -> str:
        """The lines of the table, a line end around each."""
        lines = self._rows_of_data() if self.holds_data else map(_blocks, self.rows)
        return "\n" + "\n".join(lines) + "\n"

    def _rows_of_data(self) -> Iterator[str]:
        held: dict[int, tuple[int, str]] = {}
        first = True
        for row in self.rows:
            cells = list(_in_columns(row, held, in_head=first))
            first = first and len(_filled(row)) < 2
            if not _is_data(row):
                yield _blocks(row)
            elif len(row) == 1 and row[0].columns > 1 and sum(map(bool, cells)) == 1:
                yield "".join(cells)
            else:
                yield "\t".join(cells)


def _in_columns(row: Sequence[Cell], held: dict[int, tuple[int, str]], *, in_head: bool) -> Iterator[str]:
    """The cells of a row, one a column; `held` are those that go on from above: how many rows more, and what."""
    above = {column: text for column, (_, text) in held.items()}
    for column, (more, text) in list(held.items()):
        if more > 1:
            held[column] = (more - 1, text)
        else:
            del held[column]
    column = 0
    for cell in row:
        while column in above:
            yield above.pop(column)
            column += 1
        for text in (cell.text(in_head=in_head), *[""] * (cell.columns - 1)):
            yield text
            if cell.rows > 1:
                held[column] = (cell.rows - 1, "" if _FIGURE.search(text) else text)
            column += 1
    for at in sorted(above):
        yield from [""] * (at - column)
        yield above[at]
        column = at + 1


def _is_data(row: Sequence[Cell]) -> bool:
    return all(cell.is_data for cell in row)


def _filled(row: Sequence[Cell]) -> list[Cell]:
    return [cell for cell in row if cell.text()]


def _blocks(row: Sequence[Cell]) -> str:
    return "\n".join("".join(cell.parts) for cell in row)


def _closed(line: str) -> str:
    """李　明, 姓　　名: a word that is set wide to fill its cell, without the blanks in it; longer may be two."""
    return _INNER.sub("", line) if _WIDE.fullmatch(line) else line


def _span(value: str | None) -> int:
    """What `colspan` or `rowspan` says; what is no number, or none to reckon with, counts as one."""
    digits = (value or "").strip()
    return max(1, min(int(digits), _MOST_SPANNED)) if digits.isascii() and digits.isdigit() and len(digits) < 5 else 1
