"""Cells as people read them: tables of lines, a Chinese character counting as two columns."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from kg.answers.flat import Cell, Row

LEAST_WIDTH = 6
GAP = "  "


def table_lines(columns: Sequence[str], rows: Iterable[Row], room: int | None = None) -> str:
    """The lines of a table, no wider than `room`."""
    cells = [[shown(cell) for cell in row] for row in rows]
    widths = [max(map(width, column)) for column in zip(columns, *cells, strict=True)]
    if room is not None:
        widths = fit(widths, room)
    lines = (columns, ["-" * size for size in widths], *cells)
    return "\n".join(
        GAP.join(pad(cell, size) for cell, size in zip(row, widths, strict=True)).rstrip() for row in lines
    )


def filled(columns: Sequence[str], rows: Sequence[Sequence[str | None]]) -> tuple[list[str], list[list[str | None]]]:
    """Without the columns that are empty in all rows: they would only push the words off the screen."""
    used = [at for at in range(len(columns)) if any(row[at] for row in rows)] or list(range(len(columns)))
    return [columns[at] for at in used], [[row[at] for at in used] for row in rows]


def shorten(iri: str, prefixes: Mapping[str, str]) -> str:
    """An IRI with its prefix, for people; it need not be valid SPARQL."""
    found = [(len(space), name) for name, space in prefixes.items() if iri.startswith(space)]
    if not found:
        return iri
    length, name = max(found)
    return f"{name}:{iri[length:]}"


def shown(cell: Cell) -> str:
    """A cell as one line of visible characters: a control character would move the cursor or worse."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    text = " ".join(str(cell).split())
    return "".join(char if unicodedata.category(char) not in {"Cc", "Cf", "Cs"} else "\ufffd" for char in text)


def width(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(_width(char) for char in text)


def pad(text: str, size: int) -> str:
    """A text of exactly `size` columns; what is cut ends with an ellipsis."""
    taken = width(text)
    if taken <= size:
        return text + " " * (size - taken)
    kept, left = "", size - 1
    for char in text:
        left -= _width(char)
        if left < 0:
            break
        kept += char
    return pad(kept + "…", size)


def fit(widths: Sequence[int], room: int) -> list[int]:
    """Narrow the widest columns until all fit into `room`, none below a few characters."""
    fitted = list(widths)
    room -= len(GAP) * (len(fitted) - 1)
    while sum(fitted) > room and max(fitted) > LEAST_WIDTH:
        fitted[fitted.index(max(fitted))] -= 1
    return fitted


def _width(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1
