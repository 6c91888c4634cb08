"""The text of a web page: a line for each block and each row of data, nothing of scripts, styles and markup."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser

from kg.read.tables import BREAK, Cell, Table

REGEX_BLOCK = re.compile(
    r"address|article|aside|blockquote|body|caption|d[dlt]|div|fieldset|fig(ure|caption)|footer|form|h[1-6]"
    r"|head(er)?|hr|li|main|nav|ol|p|pre|section|t(able|body|foot|head|itle|[dhr])|ul"
)
SILENT = frozenset(("script", "style", "template", "noscript"))
REGEX_PAGE = re.compile(r"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*(<!doctype\s+html|<html[\s>])", re.I | re.S)
# Tabs and breaks in the text below are those that this module writes.
REGEX_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
# Tables in tables beyond this many are read as part of the one around them.
DEEPEST = 50


def is_html(text: str) -> bool:
    """Whether a text begins as a web page does."""
    return REGEX_PAGE.match(text[:4096]) is not None


def html_to_text(page: str) -> str:
    """The words of a page in their order; source line breaks inside a block count as blanks, as in a browser."""
    collector = _Collector()
    collector.feed(page)
    collector.close()
    lines = (re.sub(" +", " ", line).strip(" ") for line in re.split(rf"[\n{BREAK}]", collector.text()))
    return "\n".join(line for line in lines if line.strip()) + "\n"


@dataclass(slots=True)
class _Open:
    """A table that is not closed yet: its open cell, what is around it, and where text outside its cells goes."""

    table: Table
    around: Cell | None
    outside: list[str]
    cell: Cell | None = None


class _Collector(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[str] = []
        self._silent = 0
        self._open: list[_Open] = []
        self._too_deep = 0

    def text(self) -> str:
        """All that was read; tables that the page left open end here."""
        self._too_deep = 0
        while self._open:
            self._close_table()
        return "".join(self._parts)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SILENT:
            self._silent += 1
        elif tag == "table":
            self._open_table()
        elif self._open and tag in ("tr", "td", "th"):
            self._open_part(tag, dict(attrs))
        else:
            self._end_block(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in SILENT:
            self._silent = max(0, self._silent - 1)
        elif self._open and tag == "table":
            self._close_table()
        elif self._open and tag in ("tr", "td", "th"):
            self._open[-1].cell = None
        else:
            self._end_block(tag)

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._target().append(REGEX_BLANKS.sub(" ", data))

    def _end_block(self, tag: str) -> None:
        if tag == "br":
            self._target().append(BREAK)
        elif REGEX_BLOCK.fullmatch(tag):
            self._target().append("\n")

    def _target(self) -> list[str]:
        """Where text goes: into the open cell, and what a table holds outside its cells in front of it."""
        if not self._open:
            return self._parts
        inner = self._open[-1]
        return inner.cell.parts if inner.cell else inner.outside

    def _open_table(self) -> None:
        if len(self._open) == DEEPEST:
            self._too_deep += 1
            return
        around = self._open[-1].cell or self._open[-1].around if self._open else None
        self._open.append(_Open(Table(), around, self._target()))

    def _open_part(self, tag: str, attrs: dict[str, str | None]) -> None:
        inner = self._open[-1]
        if tag == "tr":
            inner.table.open_row()
        inner.cell = None if tag == "tr" else inner.table.open_cell(attrs.get("colspan"), attrs.get("rowspan"))

    def _close_table(self) -> None:
        if self._too_deep:
            self._too_deep -= 1
            return
        closed = self._open.pop()
        if closed.around is not None:
            closed.around.holds_table = True
        closed.outside.append(closed.table.text())
