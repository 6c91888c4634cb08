"""Changes in who holds a post: from lists, decisions, announcements and the news of a meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.extract.acts import Act, State, clauses, read_clause
from kg.extract.context import Context
from kg.extract.entries import heading_of_list, read_entry
from kg.extract.nonacts import no_act, no_act_item
from kg.model.facts import PersonnelEvent
from kg.model.source import Passage
from kg.segment.paragraphs import sentences

EVENTS = {"resign": "accept_resignation"}
_SEGMENT = re.compile(r"[；;]")
_ORGAN = re.compile(r"[一-龥]{2,40}(?:人民代表大会(?:常务委员会)?|人大常委会|人民政府|国务院|主席团)")


@dataclass
class Tally:
    """How the sentences with a trigger ended: as facts, as recognised non-acts, or as issues."""

    facts: int = 0
    non_acts: int = 0
    issues: int = 0
    reasons: dict[str, int] = field(default_factory=dict)


def personnel(ctx: Context, tally: Tally) -> Iterator[PersonnelEvent]:
    """The events of one item; what holds a trigger and is no event goes to the tally or the issues."""
    reason = no_act_item(ctx)
    state = State()
    for paragraph in ctx.paragraphs:
        for sentence in sentences(paragraph):
            yield from _sentence(ctx, sentence, state, reason, tally)


def _sentence(ctx: Context, sentence: Passage, state: State, reason: str | None, tally: Tally) -> Iterator[PersonnelEvent]:
    trigger = any(word in sentence.text for word in ctx.lexicon.formulae.triggers)
    reason = reason or (no_act(ctx, sentence) if trigger else None)
    if reason is not None:
        if trigger:
            tally.non_acts += 1
            tally.reasons[reason] = tally.reasons.get(reason, 0) + 1
        return
    acts = list(_acts(ctx, sentence, state))
    law = re.search(ctx.lexicon.formulae.law, sentence.text)
    for act in acts:
        yield _event(ctx, act, law["law"] if law else None)
    if trigger:
        _count(ctx, sentence, bool(acts), state, tally)


def _count(ctx: Context, sentence: Passage, read: bool, state: State, tally: Tally) -> None:
    if read:
        tally.facts += 1
    elif heading_of_list(sentence, ctx.lexicon) is not None:
        tally.non_acts += 1
        tally.reasons["heading"] = tally.reasons.get("heading", 0) + 1
    else:
        tally.issues += 1
        ctx.issue("unread_trigger", sentence, "a sentence with a word of appointment or removal was not read; check it by hand")


def _acts(ctx: Context, sentence: Passage, state: State) -> Iterator[Act]:
    header = heading_of_list(sentence, ctx.lexicon)
    if header is not None:
        state.event, state.posts, state.names, state.body = header.event, tuple(header.posts), (), ""
        if header.rest is not None:
            yield from read_entry(header.rest, state, ctx.lexicon)
        return
    for segment in _segments(sentence):
        whole = read_clause(segment, state, ctx.lexicon)
        if whole is not None:
            yield from whole
            continue
        read = False
        for clause in clauses(segment):
            acts = read_clause(clause, state, ctx.lexicon)
            read = read or bool(acts)
            yield from acts or ()
        if not read and state.event:
            yield from read_entry(segment, state, ctx.lexicon)


def _segments(sentence: Passage) -> Iterator[Passage]:
    """The parts between ；, without numbering in front and the full stop behind."""
    start = 0
    for match in [*_SEGMENT.finditer(sentence.text), None]:
        end = match.start() if match else len(sentence)
        part = _stripped(sentence[start:end])
        if len(part):
            yield part
        start = match.end() if match else end


def _stripped(passage: Passage) -> Passage:
    match = re.match(r"^(?:（?[一二三四五六七八九十]{1,3}[、.．）]、?|（?\d{1,3}[）、.．])", passage.text)
    start = match.end() if match else 0
    end = len(passage.text.rstrip("。；;，、"))
    return passage[start:end]


def _event(ctx: Context, act: Act, law: str | None) -> PersonnelEvent:
    post = act.post
    rule = f"personnel.{act.event}"
    return PersonnelEvent(
        EVENTS.get(act.event, act.event),
        act.name,
        post.body or None,
        post.title,
        post.qualifier,
        ctx.date,
        ctx.meeting,
        ctx.meeting.body if ctx.meeting else _organ(ctx),
        law,
        act.reason,
        ctx.evidence(act.clause, rule),
    )


def _organ(ctx: Context) -> str | None:
    """Who decides where no meeting is named: the organ in the title."""
    match = _ORGAN.search(ctx.title)
    return match.group() if match else None
