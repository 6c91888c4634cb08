"""Named projects, programmes and plans of action."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.context import Context
from kg.model.reports import Project


def projects(ctx: Context) -> Iterator[Project]:
    """The facts of this kind that an item states."""
    yield from ()
