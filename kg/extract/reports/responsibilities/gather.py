"""All duties that an item states."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.context import Context
from kg.extract.reports.responsibilities.agents import Slots
from kg.extract.reports.responsibilities.running import Duty, told, verbs
from kg.model.reports import Responsibility
from kg.model.source import Passage


def responsibilities(ctx: Context) -> Iterator[Responsibility]:
    """Who leads, answers for, heads, handles, assists, belongs or was commissioned, in the order of the text."""
    trigger = verbs(ctx.lexicon)
    for sentence in ctx.sentences:
        if trigger.search(sentence.text):
            slots = Slots(sentence.text, ctx.lexicon)
            for duty in told(slots):
                yield from _facts(ctx, sentence, duty, "duty.verb")


def _facts(ctx: Context, passage: Passage, duty: Duty, rule: str) -> Iterator[Responsibility]:
    evidence = ctx.evidence(passage, rule, 0.9)
    for agent in duty.agents:
        yield Responsibility(agent.name, agent.kind, duty.role, duty.kind, duty.object, evidence)
