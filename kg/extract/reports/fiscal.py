"""Money: totals, adjustments, bonds and debt."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.context import Context
from kg.model.reports import FiscalFigure


def figures(ctx: Context) -> Iterator[FiscalFigure]:
    """The facts of this kind that an item states."""
    yield from ()
