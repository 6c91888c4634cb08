"""All duties that an item states."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.context import Context
from kg.extract.reports.responsibilities import entrusted as commission
from kg.extract.reports.responsibilities import groups as group
from kg.extract.reports.responsibilities.agents import Slots
from kg.extract.reports.responsibilities.running import Duty, told, verbs
from kg.model.reports import Responsibility
from kg.model.source import Passage


def responsibilities(ctx: Context) -> Iterator[Responsibility]:
    """Who leads, answers for, heads, handles, assists, belongs or was commissioned, in the order of the text."""
    before = group.last_group(ctx.title, ctx.lexicon)
    for number, sentence in enumerate(ctx.sentences):
        slots = Slots(sentence.text, ctx.lexicon)
        yield from _of_sentence(ctx, sentence, slots, number, before)
        if "组" in sentence.text or "处" in sentence.text or "专班" in sentence.text:
            before = group.last_group(slots.masked, ctx.lexicon) or before


def _of_sentence(
    ctx: Context, sentence: Passage, slots: Slots, number: int, before: str | None
) -> Iterator[Responsibility]:
    text = sentence.text
    if "委托" in text and commission.TRIGGER.search(text):
        for duty in commission.entrusted(ctx, sentence, slots, number):
            yield from _facts(ctx, sentence, duty, "duty.entrusted")
    if group.TRIGGER.search(text):
        for duty in group.grouped(slots, before):
            yield from _facts(ctx, sentence, duty, "duty.group")
    if verbs(ctx.lexicon).search(text):
        for duty in told(slots):
            yield from _facts(ctx, sentence, duty, "duty.verb")


def _facts(ctx: Context, passage: Passage, duty: Duty, rule: str) -> Iterator[Responsibility]:
    evidence = ctx.evidence(passage, rule, 0.9)
    for agent in duty.agents:
        yield Responsibility(agent.name, agent.kind, duty.role, duty.kind, duty.object, evidence)
