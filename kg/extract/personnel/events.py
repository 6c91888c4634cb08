"""Changes in who holds a post: from lists, decisions, announcements and the news of a meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.context import Context
from kg.extract.ledger import has_trigger
from kg.extract.personnel.acts import Act, State, clauses, read_clause
from kg.extract.personnel.adopted import unwrapped
from kg.extract.personnel.entries import open_list, read_entry, report_unread
from kg.extract.personnel.list_headings import ListHeading, heading_of_list
from kg.extract.personnel.listing import Listing
from kg.extract.personnel.nonacts import clause_no_act, header_proposes, no_act, no_act_item, tells_of_another_time
from kg.extract.personnel.organs import based, default_body, organ
from kg.extract.personnel.tables import read_row
from kg.model.facts import MeetingRef, PersonnelEvent
from kg.model.source import Passage
from kg.recognise.dates import find_dates
from kg.recognise.meetings import find_meetings
from kg.recognise.names import name_list
from kg.recognise.numbers import NUMERAL, number
from kg.recognise.posts import post_list
from kg.recognise.telling import without_dateline
from kg.segment.paragraphs import sentences

EVENTS = {"resign": "accept_resignation"}
# A day on which a session is to be convened, or a term begins, is not that of an act; that of a body that met is.
_NOT_OF_ACT = re.compile(r"^[^，。；]{0,12}(?:召开(?!会议，)|举行(?!会议，)|起|届满)")
# Of news only what speaks of a meeting or an act says on which day the acts were done.
_TELLS_OF_ACT = re.compile(r"会议|大会|召开|举行|表决|任命|免去|辞|选举|补选|当选|罢免|决定|公告|通知")
_CONFIRMS = re.compile(r"代表资格(?:均|全部)?有效")
_VERB = re.compile(r"任命|免去|免除|接受|罢免|撤销|终止|补选|当选|不再担任|代理|聘任|解聘|决定其")
_ELECTED = re.compile(r"^(?P<names>[^，。：为]{2,60}?)(?:同志)?(?:全票|均|分别)*当选$")
_SOUGHT = re.compile(
    r"(?:补选|选举)(?P<posts>[^，。；：为]{2,40}?(?:代表|长|主任|委员|主席))(?=[\d一二两三四五六七八九十]{1,3}[名位人]|的报告|的结果|$)"
)
_ALL_ELECTED = re.compile(
    rf"，(?P<count>{NUMERAL}|两)[人名位](?:同志|候选人)?(?:均|都|全部)?(?:过半数?，?)?当选为?(?P<post>[^，。；]{{3,40}})$"
)
_GOT = re.compile(
    r"(?:^|[，；：、])(?:[^，；：、]{0,12}候选人)?(?P<name>[一-龥·]{2,12}?)(?:同志)?(?:得票|获得?|得)(?:赞成|同意)?(?:票)?\d+张?票"
)
_SEGMENT = re.compile(r"[；;]")
# A title that says the verb for every entry: 任命名单, but not 任免名单.
_TITLE = re.compile(r"(?P<verb>任命|任职|(?<!任)免职|免去)(?:人员)?(?:职务)?的?名单(?:（[^）]{1,12}）)?$")
_OTHER_VERB = {"任": re.compile(r"免"), "免": re.compile(r"任[命职免]")}
# A session that the sentence names with its own day: 第八次会议于某日通过：
_SESSION = re.compile(
    r"次会议(?:于|在)(?P<date>\d{4}年\d{1,2}月\d{1,2}日)(?:上午|下午)?(?:表决|审议|会议|依法|决定)*"
    r"(?:通过|决定|批准|任命|免去|补选|选举|接受)(?!的|了关于|《)"
)
# A session that is over when the news tells of something else: its day is not told.
_JUST_CLOSED = re.compile(r"(?:刚刚|刚|不久前|日前|此前)(?:闭幕|结束|召开|举行)的[^，。；]{2,40}次会议")
_THERE = re.compile(r"(?:上|期间|选举)")
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
        state.event, state.listing = "appoint" if told["verb"].startswith("任") else "remove", True
    return state


def _sentence(ctx: Context, sentence: Passage, state: State, reason: str | None) -> Iterator[PersonnelEvent]:
    trigger = has_trigger(sentence, ctx.lexicon)
    sentence = unwrapped(sentence)
    # 其 is somebody of the same sentence, or of the line that ；ends before it.
    if not state.unfinished:
        state.names = ()
    state.unfinished = sentence.text.endswith("；")
    if reason == "filing_report" and _SESSION.search(sentence.text):
        reason = None
    reason = reason or (no_act(ctx, sentence) if trigger else None)
    if not trigger and ctx.type == "other" and tells_of_another_time(ctx, sentence.text):
        return
    header = heading_of_list(sentence, ctx.lexicon)
    if sentence.text.endswith("：") or header is not None:
        state.proposed = header_proposes(sentence.text)
    if state.proposed:
        reason = reason or "proposed"
    if reason is not None:
        if trigger:
            ctx.ledger.no_act(sentence, reason)
            state.understood = True
        return
    state.day = _day(ctx, sentence, state)
    _session(ctx, sentence, state)
    acts = list(_acts(ctx, sentence, state))
    state.understood = state.understood or bool(acts)
    law = re.search(ctx.lexicon.formulae.law, sentence.text)
    for act in acts:
        event = _event(ctx, act, law["law"] if law else None, state)
        if event is not None:
            yield event
    if trigger:
        _note(ctx, sentence, bool(acts))


def _when(ctx: Context, act: Act, state: State) -> str | None:
    """The day of the note; else the day told last, but for what follows by law: that comes with the paper itself."""
    if state.session:
        return state.session[0]
    if ctx.note and ctx.date:
        return ctx.date
    if act.event == "terminate" and not find_dates(act.clause.text):
        return ctx.date
    # A paper that confirms seats tells of the by-elections behind them; their day is another, printed or not.
    if (
        act.event == "elect"
        and act.post.title == "代表"
        and _CONFIRMS.search(ctx.text)
        and state.day in (None, ctx.signed)
    ):
        return None
    return state.day or ctx.date


def _day(ctx: Context, sentence: Passage, state: State) -> str | None:
    """The day told last: of this sentence, where it names one; of a span of days only the month is known."""
    if ctx.type == "other" and not _TELLS_OF_ACT.search(sentence.text):
        return state.day
    known = state.day or ctx.date
    year = int(known[:4]) if known else ctx.year
    last = next(reversed(find_dates(without_dateline(sentence.text), year)), None)
    if last is not None and len(last.iso) == 10 and _NOT_OF_ACT.match(sentence.text[last.end :]):
        return state.day
    day = next(iter(ctx.days_of(sentence.text, year)), state.day)
    # News tells of the past besides: a day of another year is not that of the acts behind it.
    elsewhen = ctx.type == "other" and day and ctx.date and day[:4] != ctx.date[:4]
    return state.day if elsewhen else day


def _session(ctx: Context, sentence: Passage, state: State) -> None:
    """Note the session that a sentence names with its own day; it holds for the list that the sentence opens."""
    match = _SESSION.search(sentence.text)
    if match:
        mention = next((m for m in find_meetings(sentence.text) if m.end == match.start() + 3), None)
        state.session = (find_dates(match["date"])[0].iso, ctx.ref(mention) if mention else ctx.meeting)
        state.session_kept = sentence.text.endswith("：")
    elif _JUST_CLOSED.search(sentence.text):
        mention = next(iter(find_meetings(sentence.text)), None)
        state.session = (None, ctx.ref(mention) if mention else ctx.meeting)
    elif (before := _at_another(ctx, sentence)) is not None:
        state.session = before
    elif not state.session_kept:
        state.session = None


def _at_another(ctx: Context, sentence: Passage) -> tuple[str | None, MeetingRef | None] | None:
    """某某会议上，甲当选为…: another meeting than that of the item, on its own day or on none that is told."""
    mention = next(iter(find_meetings(sentence.text)), None)
    if ctx.type != "other" or mention is None or not _THERE.match(sentence.text[mention.end :]):
        return None
    ref, own = ctx.ref(mention), ctx.meeting
    if own is None or (ref.body, ref.session) == (own.body, own.session):
        return None
    return next(iter(ctx.days_of(sentence.text, None)), None), ref


def _note(ctx: Context, sentence: Passage, read: bool) -> None:
    if heading_of_list(sentence, ctx.lexicon) is not None:
        ctx.ledger.no_act(sentence, "heading")
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
    header = heading_of_list(sentence, ctx.lexicon)
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
    heading = heading_of_list(segment[:colon], ctx.lexicon)
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
        yield from _elected(segment, state, ctx) or read_entry(segment, state, ctx.lexicon)


def _accepted(clause: Passage, state: State, ctx: Context) -> list[Act]:
    """接受甲的辞职请求: the post stands in the title, which must name the same people."""
    match, heading = _ACCEPTED.search(clause.text), ctx.draft.heading
    start = ctx.title.find("接受")
    if match is None or heading is None or start < 0:
        return []
    told = read_clause(heading.title[start:], State(homes=state.homes), ctx.lexicon)
    names = name_list(clause[match.start("names") : match.end("names")], ctx.lexicon)
    if {name.text for name in names or ()} != {act.name for act in told if act.event == "resign"} or not told:
        ctx.issue("unread_trigger", clause, "a resignation is accepted, from which post was not read; check it by hand")
        return []
    state.names, state.body = tuple(dict.fromkeys(act.name for act in told)), told[-1].post.body
    return [replace(act, clause=clause) for act in told]


def _elected(segment: Passage, state: State, ctx: Context) -> list[Act]:
    """甲、乙当选: elected to what the item says that the election was about."""
    counted = _by_count(segment, ctx)
    if counted:
        return counted
    match = _ELECTED.match(segment.text)
    sought = next(
        (found for text in (ctx.title, *(s.text for s in ctx.sentences[:3])) if (found := _SOUGHT.search(text))), None
    )
    names = name_list(segment[match.start("names") : match.end("names")], ctx.lexicon) if match else None
    posts = post_list(sought["posts"], ctx.lexicon) if sought else None
    state.names = tuple(name.text for name in names or ())
    return [Act("elect", name.text, post, segment) for name in names or () for post in posts or ()]


def _by_count(segment: Passage, ctx: Context) -> list[Act]:
    """候选人甲得66票，乙得63票，2人均当选为某镇副镇长: as many as are said to have got votes."""
    match = _ALL_ELECTED.search(segment.text)
    if match is None:
        return []
    got = list(_GOT.finditer(segment.text, 0, match.start()))
    names = [name_list(segment[one.start("name") : one.end("name")], ctx.lexicon) for one in got]
    posts = post_list(match["post"], ctx.lexicon)
    if posts is None or not all(names) or len(names) != (2 if match["count"] == "两" else number(match["count"])):
        return []
    return [Act("elect", name.text, post, segment) for found in names for name in found or () for post in posts]


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
    meeting = state.session[1] if state.session else ctx.meeting
    return PersonnelEvent(
        EVENTS.get(act.event, act.event),
        act.name,
        based(ctx, body),
        act.post.title,
        act.post.qualifier,
        _when(ctx, act, state),
        meeting,
        meeting.body if meeting else organ(ctx),
        law,
        act.reason,
        ctx.evidence(act.clause, f"personnel.{act.event}"),
    )
