"""A sentence that one reader did not understand and a later one did is no issue."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.context import Context
from kg.model.facts import Evidence
from kg.model.source import Passage


def explained(ctx: Context, sentence: Passage) -> None:
    """Take back what was noted of a sentence before it was read."""
    line = ctx.source.line_of(sentence.offsets[0])
    kept = [one for one in ctx.issues if (one.line, one.text) != (line, sentence.text[:200])]
    ctx.issues[:] = kept


def told_by(ctx: Context, stated: Iterable[Evidence]) -> None:
    """Take back what was noted of the sentences whose word of election only counts the votes of somebody."""
    for evidence in stated:
        for sentence in ctx.sentences:
            start, end = sentence.span
            if start <= evidence.start < end:
                explained(ctx, sentence)
