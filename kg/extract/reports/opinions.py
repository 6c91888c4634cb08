"""Demands and advice: who asks whom for what, point by point, and which later report answers."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.context import Context
from kg.model.reports import Opinion


def opinions(ctx: Context) -> Iterator[Opinion]:
    """The facts of this kind that an item states."""
    yield from ()
