"""Rows of a question put together: those of one thing, and the one value of a column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from kg.query.sparql import Record


def grouped(rows: Iterable[Record], column: str) -> Iterator[tuple[str, list[Record]]]:
    """The rows by the value of a column."""
    for value, group in groupby(sorted(rows, key=lambda row: str(row[column])), key=lambda row: str(row[column])):
        yield value, list(group)


def every(rows: Iterable[Record], column: str) -> tuple[str, ...]:
    """All values of a column, each once and in order."""
    return tuple(sorted({str(row[column]) for row in rows if row[column] is not None}))


def text(rows: Iterable[Record], column: str) -> str | None:
    """The one value of a column; of several, the first in order, so that the answer is the same every time."""
    return next(iter(every(rows, column)), None)


def number(rows: Iterable[Record], column: str) -> int | None:
    """The one number of a column; of several, the smallest."""
    return min((value for row in rows if isinstance(value := row[column], int)), default=None)


def flag(rows: Iterable[Record], column: str) -> bool | None:
    """Yes or no; None where a column says neither, or both."""
    found = {row[column] for row in rows if isinstance(row[column], bool)}
    return found.pop() is True if len(found) == 1 else None
