"""An answer as people see it: a table of text, or of HTML in a notebook."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Sequence
from html import escape

from kg.answers.flat import Row
from kg.answers.text import shown, table_lines

MOST_LINES, MOST_ROWS = 20, 60


def as_text(title: str, columns: Sequence[str], rows: Sequence[Row], notes: Iterable[str]) -> str:
    """The title and the first rows under each other, on a terminal no wider than it."""
    room = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    told = [shown(title)]
    if rows:
        told.append(table_lines(columns, rows[:MOST_LINES], room))
    return "\n".join((*told, *_rest(len(rows), MOST_LINES), *map(shown, notes)))


def as_html(title: str, columns: Sequence[str], rows: Sequence[Row], notes: Iterable[str]) -> str:
    """The same as HTML. Everything is escaped: a gazette may hold any character."""
    head = _line("th", columns)
    body = "".join(_line("td", map(shown, row)) for row in rows[:MOST_ROWS])
    told = "".join(f"<p>{escape(shown(note))}</p>" for note in (*_rest(len(rows), MOST_ROWS), *notes))
    table = f"<table><thead>{head}</thead><tbody>{body}</tbody></table>" if rows else ""
    return f"<div><p><strong>{escape(shown(title))}</strong></p>{table}{told}</div>"


def _line(tag: str, cells: Iterable[str]) -> str:
    return "<tr>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in cells) + "</tr>"


def _rest(rows: int, most: int) -> list[str]:
    """What is said of the rows that are not shown."""
    if not rows:
        return ["no rows"]
    return [f"… and {rows - most:,} more rows; to_dicts() and to_frame() give all"] if rows > most else []
