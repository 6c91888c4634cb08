"""Documents named in 《》, nested ones too."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.context import Context
from kg.model.reports import Document


def documents(ctx: Context) -> Iterator[Document]:
    """The facts of this kind that an item states."""
    yield from ()
