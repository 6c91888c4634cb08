"""What a flat answer is: columns, and rows of cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

Cell = str | int | float | bool | None
Row = Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Flat:
    """The rows of an answer, which can be gone through once.

    `kinds` names the class of the cells of a column, where they are no text, so that a column is the same when it is
    empty. Dates are texts: many are known to the month or the year alone.
    """

    columns: tuple[str, ...]
    rows: Iterable[Row]
    kinds: Mapping[str, type] = field(default_factory=dict)
