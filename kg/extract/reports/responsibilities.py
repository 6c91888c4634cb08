"""Who leads, answers for, handles, assists or was commissioned, and for what."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.context import Context
from kg.model.reports import Responsibility


def responsibilities(ctx: Context) -> Iterator[Responsibility]:
    """The facts of this kind that an item states."""
    yield from ()
