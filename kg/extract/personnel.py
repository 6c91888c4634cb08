"""Changes in who holds a post: from lists, decisions, announcements and the news of a meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.extract.acts import Act, State, clauses, read_clause
from kg.extract.context import Context
from kg.extract.entries import heading_of_list, read_entry
from kg.extract.nonacts import clause_no_act, no_act, no_act_item
from kg.extract.organs import based, default_body, organ
from kg.model.facts import PersonnelEvent
from kg.model.source import Passage
from kg.recognise.dates import find_dates
from kg.segment.paragraphs import sentences

EVENTS = {"resign": "accept_resignation"}
# A day behind which a session is convened, or a term begins, is not that of an act; one on which a body met and acted is.
_NOT_OF_ACT = re.compile(r"^[^，。；]{0,12}(?:召开(?!会议，)|举行(?!会议，)|起|届满)")
_VERB = re.compile(r"任命|免去|免除|接受|罢免|撤销|终止|补选|当选|不再担任|代理|聘任|解聘|决定其")
_SEGMENT = re.compile(r"[；;]")


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
    # 其 is somebody of the same sentence.
    state.names = ()
    reason = reason or (no_act(ctx, sentence) if trigger else None)
    if reason is not None:
        if trigger:
            tally.non_acts += 1
            tally.reasons[reason] = tally.reasons.get(reason, 0) + 1
        return
    state.day = _day(ctx, sentence, state)
    acts = list(_acts(ctx, sentence, state))
    law = re.search(ctx.lexicon.formulae.law, sentence.text)
    for act in acts:
        event = _event(ctx, act, law["law"] if law else None, state)
        if event is not None:
            yield event
    if trigger:
        _count(ctx, sentence, bool(acts), state, tally)


def _day(ctx: Context, sentence: Passage, state: State) -> str | None:
    """The day told last: of this sentence, where it names one; of a span of days only the month is known."""
    year = int(state.day[:4]) if state.day else ctx.year
    found = [mention for mention in find_dates(sentence.text, year) if len(mention.iso) == 10]
    if not found or _NOT_OF_ACT.match(sentence.text[found[-1].end :]):
        return state.day
    return found[0].iso[:7] if found[0].until else found[0].iso


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
        state.event, state.posts, state.names, state.body, state.listing = header.event, tuple(header.posts), (), "", True
        if header.rest is not None:
            yield from read_entry(header.rest, state, ctx.lexicon)
        return
    for segment in _segments(sentence):
        yield from _segment(segment, state, ctx)


def _segment(segment: Passage, state: State, ctx: Context) -> Iterator[Act]:
    if clause_no_act(segment.text, ctx.lexicon):
        return
    read = False
    if len(_VERB.findall(segment.text)) < 2:
        whole = read_clause(segment, state, ctx.lexicon)
        if whole:
            yield from whole
            return
    for clause in clauses(segment):
        acts = read_clause(clause, state, ctx.lexicon)
        read = read or bool(acts)
        yield from acts
    if not read:
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


def _event(ctx: Context, act: Act, law: str | None, state: State) -> PersonnelEvent | None:
    body = act.post.body or default_body(ctx, act.post.title)
    if body is None:
        ctx.issue("post_without_body", act.clause, f"{act.name}, {act.post.title}: which body is meant was not read; check it by hand")
        return None
    return PersonnelEvent(
        EVENTS.get(act.event, act.event),
        act.name,
        based(ctx, body),
        act.post.title,
        act.post.qualifier,
        ctx.date if ctx.note and ctx.date else state.day or ctx.date,
        ctx.meeting,
        ctx.meeting.body if ctx.meeting else organ(ctx),
        law,
        act.reason,
        ctx.evidence(act.clause, f"personnel.{act.event}"),
    )
