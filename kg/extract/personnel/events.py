"""Changes in who holds a post: from lists, decisions, announcements and the news of a meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.context import Context
from kg.extract.ledger import has_trigger
from kg.extract.personnel.acts import Act, State, clauses, read_clause
from kg.extract.personnel.adopted import unwrapped
from kg.extract.personnel.elected import elected
from kg.extract.personnel.entries import open_list, read_entry, report_unread
from kg.extract.personnel.list_headings import ListHeading, heading_of_list
from kg.extract.personnel.listing import Listing
from kg.extract.personnel.nonacts import (
    clause_no_act,
    header_proposes,
    names_nobody,
    no_act,
    no_act_item,
    tells_of_another_time,
)
from kg.extract.personnel.organs import based, default_body, organ
from kg.extract.personnel.tables import read_row
from kg.extract.personnel.when import SESSION, day, session, when
from kg.model.facts import PersonnelEvent
from kg.model.source import Passage
from kg.recognise.names import name_list
from kg.recognise.posts import holder_behind_post
from kg.segment.paragraphs import sentences

EVENTS = {"resign": "accept_resignation"}
# 会议表决通过以下人事事项：, the acts one a line below.
_OPENS = re.compile(r"(?:通过|决定|任免|事项|名单)[^，。；]{0,20}：$")
_VERB = re.compile(r"任命|免去|免除|接受|罢免|撤销|终止|补选|当选|不再担任|代理|聘任|解聘|决定其")
_SEGMENT = re.compile(r"[；;]")
# A title that says the verb for every entry: 任命名单, but not 任免名单.
_TITLE = re.compile(r"(?P<verb>任命|任职|(?<!任)免职|免去|撤销)(?:人员)?(?:职务)?的?名单(?:（[^）]{1,12}）)?$")
_OTHER_VERB = {"任": re.compile(r"免"), "免": re.compile(r"任[命职免]"), "撤": re.compile(r"任[命职免]|免[去职]")}
_TITLE_EVENTS = {"任": "appoint", "免": "remove", "撤": "dismiss"}
_BEFORE_HIS = re.compile(r"^(?:同时|并|现|依法|决定|会议决定)*(?:任命|免去|由|代理|其)|^(?:因|由于|根据|按照|经|会议)")
_ACCEPTED = re.compile(
    r"接受了?(?P<names>[^，。；：]{2,40}?)(?:同志)?(?:所?提出)?的?(?:书面)?(?:辞职|辞呈)的?(?:请求|申请|报告|要求)?$"
)


def personnel(ctx: Context) -> Iterator[PersonnelEvent]:
    """The events of one item; what holds a trigger and is no event goes to the ledger or the issues."""
    reason = no_act_item(ctx)
    state = _begun(ctx)
    for paragraph in ctx.paragraphs:
        for sentence in sentences(paragraph):
            yield from _sentence(ctx, sentence, state, reason)
    if reason is None:
        report_unread(ctx, state)
        _report_silence(ctx, state)


def _report_silence(ctx: Context, state: State) -> None:
    """A list of appointments and removals of which nothing was read is never passed over."""
    if ctx.type == "personnel_list" and not state.understood and not ctx.issues and ctx.draft.heading:
        ctx.issue("unread_trigger", ctx.draft.heading.title, "a list of which no entry was read; check it by hand")


def _begun(ctx: Context) -> State:
    """What an item begins with; a title such as 任命名单 opens a list and says its verb."""
    homes = tuple(dict.fromkeys([*ctx.place, *("".join(ctx.place[first:]) for first in range(len(ctx.place)))]))
    listed = Listing(source=ctx.source, title=ctx.title)
    formal = ctx.type in ("personnel_list", "announcement", "decision")
    state = State(formal=formal, homes=homes, listed=listed)
    told = _TITLE.search(ctx.title)
    if told and not _OTHER_VERB[told["verb"][0]].search(ctx.title[: told.start()]):
        state.event, state.listing = _TITLE_EVENTS[told["verb"][0]], True
    return state


def _sentence(ctx: Context, sentence: Passage, state: State, reason: str | None) -> Iterator[PersonnelEvent]:
    trigger = has_trigger(sentence, ctx.lexicon)
    sentence = unwrapped(sentence)
    # 其 is somebody of the same sentence, or of the line that ；ends before it.
    if not state.unfinished:
        state.names = ()
    state.unfinished = sentence.text.endswith("；")
    if reason == "filing_report" and SESSION.search(sentence.text):
        reason = None
    if reason is None and trigger:
        found = no_act(ctx, sentence)
        reason = None if found == "retold" and state.opened else found
    state.opened = bool(_OPENS.search(sentence.text)) or (state.opened and not sentence.text.endswith("。"))
    if not trigger and ctx.type == "other" and tells_of_another_time(ctx, sentence.text):
        return
    header = heading_of_list(sentence, ctx.source, ctx.lexicon)
    if sentence.text.endswith("：") or header is not None:
        state.proposed = header_proposes(sentence.text)
    if state.proposed:
        reason = reason or "proposed"
    if reason is not None:
        if trigger:
            ctx.ledger.no_act(sentence, reason)
            state.understood = True
        return
    state.day = day(ctx, sentence, state)
    session(ctx, sentence, state)
    acts = list(_acts(ctx, sentence, state))
    state.understood = state.understood or bool(acts)
    law = re.search(ctx.lexicon.formulae.law, sentence.text)
    for act in acts:
        event = _event(ctx, act, law["law"] if law else None, state)
        if event is not None:
            yield event
    if trigger:
        _note(ctx, sentence, bool(acts))


def _note(ctx: Context, sentence: Passage, read: bool) -> None:
    if heading_of_list(sentence, ctx.source, ctx.lexicon) is not None:
        ctx.ledger.no_act(sentence, "heading")
    elif not read and names_nobody(sentence.text, ctx.lexicon):
        ctx.ledger.no_act(sentence, "unnamed")
    elif not read:
        ctx.issue(
            "unread_trigger",
            sentence,
            "a sentence with a word of appointment or removal was not read; check it by hand",
        )


def _acts(ctx: Context, sentence: Passage, state: State) -> Iterator[Act]:
    row = read_row(sentence, state, ctx.lexicon)
    if row is not None:
        yield from row
        return
    header = heading_of_list(sentence, ctx.source, ctx.lexicon)
    if header is not None:
        yield from open_list(header, sentence, state, ctx.lexicon)
        return
    for segment in _segments(sentence):
        opened = _opened(segment, ctx)
        if opened is not None:
            heading, rest = opened
            if _proposes(segment[: -len(rest)], ctx):
                return
            open_list(heading, segment, state, ctx.lexicon)
            segment = rest
        acts = list(_segment(segment, state, ctx))
        # What was not understood may have named the person that 其 means.
        if not acts and _VERB.search(segment.text):
            state.names = ()
        yield from acts


def _opened(segment: Passage, ctx: Context) -> tuple[ListHeading, Passage] | None:
    """任命：甲为… on one line: the heading of a list with its first entry behind it."""
    colon = segment.text.find("：") + 1
    if not 0 < colon < len(segment):
        return None
    heading = heading_of_list(segment[:colon], ctx.source, ctx.lexicon)
    return (heading, segment[colon:]) if heading is not None and not heading.posts else None


def _proposes(heading: Passage, ctx: Context) -> bool:
    return header_proposes(heading.text) or clause_no_act(heading.text.rstrip("："), ctx.lexicon) is not None


def _segment(segment: Passage, state: State, ctx: Context) -> Iterator[Act]:
    read = False
    before, state.names = state.names, ()
    if len(_VERB.findall(segment.text)) < 2 and not clause_no_act(segment.text, ctx.lexicon):
        whole = read_clause(segment, state, ctx.lexicon)
        if whole:
            yield from whole
            return
    # 其 of the first clause is somebody named before; later ones mean nobody but the subject of this segment.
    state.names = before
    for clause in clauses(segment):
        if not read and not _BEFORE_HIS.match(clause.text):
            state.names = ()
        if clause_no_act(clause.text, ctx.lexicon):
            continue
        acts = read_clause(clause, state, ctx.lexicon) or _accepted(clause, state, ctx)
        read = read or bool(acts)
        yield from acts
    if not read:
        yield from elected(segment, state, ctx) or read_entry(segment, state, ctx.lexicon)


def _accepted(clause: Passage, state: State, ctx: Context) -> list[Act]:
    """接受甲的辞职请求: the post stands in the title, which must name the same people."""
    match, heading = _ACCEPTED.search(clause.text), ctx.draft.heading
    start = ctx.title.find("接受")
    held = holder_behind_post(match["names"], ctx.lexicon) if match else None
    if held is not None:
        return [Act("resign", held[1], post, clause) for post in held[0]]
    if match is None or heading is None or start < 0:
        return []
    told = read_clause(heading.title[start:], State(homes=state.homes), ctx.lexicon)
    names = name_list(clause[match.start("names") : match.end("names")], ctx.lexicon)
    if {name.text for name in names or ()} != {act.name for act in told if act.event == "resign"} or not told:
        ctx.issue("unread_trigger", clause, "a resignation is accepted, from which post was not read; check it by hand")
        return []
    state.names, state.body = tuple(dict.fromkeys(act.name for act in told)), told[-1].post.body
    return [replace(act, clause=clause) for act in told]


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
    match = re.match(r"^(?:[—－-]{1,4}|（?[一二三四五六七八九十]{1,3}[、.．）]、?|（?\d{1,3}[）、.．])", passage.text)
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
    meeting = state.session[1] if state.session else ctx.meeting
    return PersonnelEvent(
        EVENTS.get(act.event, act.event),
        act.name,
        based(ctx, body),
        act.post.title,
        act.post.qualifier,
        when(ctx, act, state),
        meeting,
        meeting.body if meeting else organ(ctx),
        law,
        act.reason,
        ctx.evidence(act.clause, f"personnel.{act.event}"),
    )
