"""Flat rows as a data frame."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from kg.answers.flat import Cell, Row

if TYPE_CHECKING:
    import pandas as pd

# Types of pandas in which a cell may be empty.
_TYPES = {bool: "boolean", int: "Int64", float: "Float64", str: "string"}


def frame(columns: Sequence[str], rows: Sequence[Row], kinds: Mapping[str, type]) -> pd.DataFrame:
    """A data frame whose columns have the type that `kinds` names, or else that of their cells.

    Raises `ImportError` where pandas is not installed.
    """
    try:
        import pandas as pd
    except ImportError as error:
        raise ImportError("a data frame needs pandas; install it with: pip install 'gazette-kg[pandas]'") from error
    made = {}
    for at, name in enumerate(columns):
        cells = [row[at] for row in rows]
        kind = kinds.get(name) or _kind(cells)
        made[name] = pd.Series([_text(cell) for cell in cells] if kind is str else cells, dtype=_TYPES[kind])
    return pd.DataFrame(made, columns=list(columns))


def _kind(cells: Sequence[Cell]) -> type:
    """The class of all cells that hold something; text where there is none, or several."""
    found = {type(cell) for cell in cells if cell is not None}
    if found == {int, float}:
        return float
    return next(iter(found)) if len(found) == 1 and found <= _TYPES.keys() else str


def _text(cell: Cell) -> str | None:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return None if cell is None else str(cell)
