"""Changes in who holds a post: from lists, decisions, announcements and the news of a meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.acts import Act, State, clauses, read_clause
from kg.extract.context import DATELINE, Context
from kg.extract.entries import heading_of_list, read_entry
from kg.extract.nonacts import clause_no_act, header_proposes, no_act, no_act_item
from kg.extract.organs import based, default_body, organ
from kg.model.facts import PersonnelEvent
from kg.model.gazette import Triggers
from kg.model.source import Passage
from kg.recognise.dates import find_dates
from kg.recognise.names import name_list
from kg.recognise.posts import post_list
from kg.segment.paragraphs import sentences

EVENTS = {"resign": "accept_resignation"}
# A day on which a session is to be convened, or a term begins, is not that of an act; that of a body that met is.
_NOT_OF_ACT = re.compile(r"^[^，。；]{0,12}(?:召开(?!会议，)|举行(?!会议，)|起|届满)")
_VERB = re.compile(r"任命|免去|免除|接受|罢免|撤销|终止|补选|当选|不再担任|代理|聘任|解聘|决定其")
_ELECTED = re.compile(r"^(?P<names>[^，。：为]{2,60}?)(?:同志)?(?:全票|均|分别)*当选$")
_SOUGHT = re.compile(
    r"(?:补选|选举)(?P<posts>[^，。；：为]{2,40}?(?:代表|长|主任|委员|主席))(?=[\d一二两三四五六七八九十]{1,3}[名位人]|的报告|的结果|$)"
)
_SEGMENT = re.compile(r"[；;]")


def personnel(ctx: Context, triggers: Triggers) -> Iterator[PersonnelEvent]:
    """The events of one item; what holds a trigger and is no event goes to the triggers or the issues."""
    reason = no_act_item(ctx)
    state = State(formal=ctx.type in ("personnel_list", "announcement", "decision"))
    for paragraph in ctx.paragraphs:
        for sentence in sentences(paragraph):
            yield from _sentence(ctx, sentence, state, reason, triggers)


def _sentence(
    ctx: Context, sentence: Passage, state: State, reason: str | None, triggers: Triggers
) -> Iterator[PersonnelEvent]:
    trigger = any(word in sentence.text for word in ctx.lexicon.formulae.triggers)
    # 其 is somebody of the same sentence.
    state.names = ()
    reason = reason or (no_act(ctx, sentence) if trigger else None)
    header = heading_of_list(sentence, ctx.lexicon)
    if sentence.text.endswith("：") or header is not None:
        state.proposed = header_proposes(sentence.text)
    if state.proposed:
        reason = reason or "proposed"
    if reason is not None:
        if trigger:
            triggers.reasons[reason] += 1
        return
    state.day = _day(ctx, sentence, state)
    acts = list(_acts(ctx, sentence, state))
    law = re.search(ctx.lexicon.formulae.law, sentence.text)
    for act in acts:
        event = _event(ctx, act, law["law"] if law else None, state)
        if event is not None:
            yield event
    if trigger:
        _count(ctx, sentence, bool(acts), state, triggers)


def _when(ctx: Context, act: Act, state: State) -> str | None:
    """The day of the note; else the day told last, but for what follows by law: that comes with the paper itself."""
    if ctx.note and ctx.date:
        return ctx.date
    if act.event == "terminate" and not find_dates(act.clause.text):
        return ctx.date
    return state.day or ctx.date


def _day(ctx: Context, sentence: Passage, state: State) -> str | None:
    """The day told last: of this sentence, where it names one; of a span of days only the month is known."""
    if DATELINE.search(sentence.text):
        return ctx.date
    known = state.day or ctx.date
    year = int(known[:4]) if known else ctx.year
    found = [mention for mention in find_dates(sentence.text, year) if len(mention.iso) == 10]
    if not found or _NOT_OF_ACT.match(sentence.text[found[-1].end :]):
        return state.day
    return found[0].iso[:7] if found[0].until else found[0].iso


def _count(ctx: Context, sentence: Passage, read: bool, state: State, triggers: Triggers) -> None:
    if read:
        triggers.facts += 1
    elif heading_of_list(sentence, ctx.lexicon) is not None:
        triggers.reasons["heading"] += 1
    else:
        triggers.issues += 1
        ctx.issue(
            "unread_trigger",
            sentence,
            "a sentence with a word of appointment or removal was not read; check it by hand",
        )


def _acts(ctx: Context, sentence: Passage, state: State) -> Iterator[Act]:
    header = heading_of_list(sentence, ctx.lexicon)
    if header is not None:
        state.event, state.posts, state.names, state.body, state.listing = (
            header.event,
            tuple(header.posts),
            (),
            "",
            True,
        )
        if header.rest is not None:
            yield from read_entry(header.rest, state, ctx.lexicon)
        return
    for segment in _segments(sentence):
        yield from _segment(segment, state, ctx)


def _segment(segment: Passage, state: State, ctx: Context) -> Iterator[Act]:
    read = False
    if len(_VERB.findall(segment.text)) < 2 and not clause_no_act(segment.text, ctx.lexicon):
        whole = read_clause(segment, state, ctx.lexicon)
        if whole:
            yield from whole
            return
    for clause in clauses(segment):
        if clause_no_act(clause.text, ctx.lexicon):
            continue
        acts = read_clause(clause, state, ctx.lexicon)
        read = read or bool(acts)
        yield from acts
    if not read:
        yield from _elected(segment, state, ctx) or read_entry(segment, state, ctx.lexicon)


def _elected(segment: Passage, state: State, ctx: Context) -> list[Act]:
    """甲、乙当选: elected to what the item says that the election was about."""
    match = _ELECTED.match(segment.text)
    sought = next(
        (found for text in (ctx.title, *(s.text for s in ctx.sentences[:3])) if (found := _SOUGHT.search(text))), None
    )
    names = name_list(segment[match.start("names") : match.end("names")], ctx.lexicon) if match else None
    posts = post_list(sought["posts"], ctx.lexicon) if sought else None
    state.names = tuple(name.text for name in names or ())
    return [Act("elect", name.text, post, segment) for name in names or () for post in posts or ()]


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
        ctx.issue(
            "post_without_body",
            act.clause,
            f"{act.name}, {act.post.title}: which body is meant was not read; check it by hand",
        )
        return None
    return PersonnelEvent(
        EVENTS.get(act.event, act.event),
        act.name,
        based(ctx, body),
        act.post.title,
        act.post.qualifier,
        _when(ctx, act, state),
        ctx.meeting,
        ctx.meeting.body if ctx.meeting else organ(ctx),
        law,
        act.reason,
        ctx.evidence(act.clause, f"personnel.{act.event}"),
    )
