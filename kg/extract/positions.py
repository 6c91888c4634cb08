"""Statements that somebody holds, or held, a post, which are no change themselves."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.context import Context
from kg.model.facts import Position
from kg.model.source import Passage
from kg.recognise.appositions import Apposition
from kg.recognise.pipeline import pipeline
from kg.recognise.posts import titles
from kg.segment.paragraphs import paragraphs, sentences

# What these print of a person's post stands in a table of its own.
_OWN_TABLES = ("attendance", "observers", "personnel_list", "agenda")


def positions(ctx: Context) -> Iterator[Position]:
    """The statements in the running text of an item."""
    if ctx.type in _OWN_TABLES:
        return
    anywhere = titles(ctx.lexicon).anywhere
    nlp = pipeline(ctx.lexicon)
    for paragraph in paragraphs(ctx.draft.body):
        for sentence in sentences(paragraph):
            if not anywhere.search(sentence.text):
                continue
            for found in nlp(sentence.text).user_data["appositions"]:
                if not _part_of_act(sentence.text, found):
                    yield from _statements(ctx, sentence, found)


def _part_of_act(text: str, found: Apposition) -> bool:
    """任命…为某局局长张三 and a list of who is elected say what begins, not what is."""
    before = text[max(0, found.start - 8) : found.start]
    return any(word in before for word in ("任命", "免去", "当选", "选举"))


def _statements(ctx: Context, sentence: Passage, found: Apposition) -> Iterator[Position]:
    evidence = ctx.evidence(sentence[found.start : found.end], found.rule, 0.9)
    for start, end in found.names:
        for post in found.posts:
            yield Position(sentence.text[start:end], post.body or None, post.title, ctx.date, post.former, evidence)
