"""Rows of answers, and the ways to gather them by what they speak of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

Row = tuple[str | None, ...]


def text(value: str | None) -> str:
    """A value that is there in every row, or nothing."""
    return value or ""


def grouped(rows: Iterable[Row]) -> Iterator[tuple[str, list[Row]]]:
    """The rows of each thing in the first column."""
    groups: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[text(row[0])].append(row)
    yield from groups.items()


def first(rows: Iterable[Row], column: int) -> str | None:
    """The first value that a column has."""
    return next((row[column] for row in rows if row[column]), None)


def every(rows: Iterable[Row], column: int) -> tuple[str, ...]:
    """All values that a column has, sorted."""
    return tuple(sorted({value for row in rows if (value := row[column])}))
