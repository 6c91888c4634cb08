"""Bodies that an item names: organs wherever named, others where they answer for something."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.context import Context
from kg.model.gazette import NamedBody
from kg.model.source import Passage
from kg.recognise.bodies import find_bodies
from kg.recognise.institutions import find_institutions


def named_bodies(ctx: Context, seen: set[tuple[str, str]]) -> Iterator[NamedBody]:
    """Each form of a name once, where it first stands; `seen` are the forms that the gazette's earlier items had."""
    heading = ctx.draft.heading
    passages = [heading.title] if heading else []
    for passage in [*passages, *ctx.sentences]:
        for start, end, name, rule in _found(ctx, passage):
            key = name, passage.text[start:end]
            if key not in seen:
                seen.add(key)
                yield NamedBody(name, key[1], ctx.evidence(passage[start:end], f"body.{rule}"))


def _found(ctx: Context, passage: Passage) -> Iterator[tuple[int, int, str, str]]:
    text, taken = passage.text, 0
    mentions = find_bodies(text, ctx.place, ctx.lexicon)
    for mention in mentions:
        yield mention.start, mention.end, mention.name, mention.rule
    for one in find_institutions(text, ctx.place, ctx.lexicon):
        if all(one.end <= mention.start or one.start >= mention.end for mention in mentions) and one.start >= taken:
            taken = one.end
            yield one.start, one.end, text[one.start : one.end].replace("“", "").replace("”", ""), "institution"
