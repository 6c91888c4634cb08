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


def bodies_ended(ctx: Context, stated: Iterable[Evidence]) -> None:
    """Take back what was noted of the sentences that end a body, and nobody's post: 撤销某局."""
    for evidence in stated:
        for sentence in ctx.sentences:
            start, end = sentence.span
            if start < evidence.end and end > evidence.start and _ends_nobody(sentence.text, ctx):
                line = ctx.source.line_of(start)
                noted = "unread_trigger", line, sentence.text[:200]
                ctx.issues[:] = [one for one in ctx.issues if (one.kind, one.line, one.text) != noted]
                ctx.ledger.no_act(sentence, "body")


def _ends_nobody(text: str, ctx: Context) -> bool:
    """Whether the only word of an act in a text is one that is said of bodies too."""
    dismissing = ctx.lexicon.formulae.dismiss
    words = [word for word in ctx.lexicon.formulae.triggers if word in text]
    return bool(words) and all(word in dismissing for word in words)


def told_by(ctx: Context, stated: Iterable[Evidence]) -> None:
    """Take back what was noted of the sentences whose word of election only counts the votes of somebody."""
    for evidence in stated:
        for sentence in ctx.sentences:
            start, end = sentence.span
            if start <= evidence.start < end:
                explained(ctx, sentence)
