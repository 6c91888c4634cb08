"""The topics of work plans: month, forum, topic and the bodies that answer for them."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.context import Context
from kg.model.reports import PlanTopic


def topics(ctx: Context) -> Iterator[PlanTopic]:
    """The facts of this kind that an item states."""
    yield from ()
