"""On which day, and at which session, the acts of a sentence were done."""

from __future__ import annotations

import re

from kg.extract.context import Context
from kg.extract.personnel.acts import Act, State
from kg.model.facts import MeetingRef
from kg.model.source import Passage
from kg.recognise.dates import find_dates
from kg.recognise.meetings import find_meetings
from kg.recognise.telling import without_dateline

# A day on which a session is to be convened, or a term begins, is not that of an act; that of a body that met is.
_NOT_OF_ACT = re.compile(r"^[^，。；]{0,12}(?:召开(?!会议，)|举行(?!会议，)|起|届满)")
# Of news only what speaks of a meeting or an act says on which day the acts were done.
_TELLS_OF_ACT = re.compile(r"会议|大会|召开|举行|表决|任命|免去|辞|选举|补选|当选|罢免|决定|公告|通知")
_CONFIRMS = re.compile(r"代表资格(?:均|全部)?有效")
# A session that the sentence names with its own day: 第八次会议于某日通过：
SESSION = re.compile(
    r"次会议(?:于|在)(?P<date>\d{4}年\d{1,2}月\d{1,2}日)(?:上午|下午)?(?:表决|审议|会议|依法|决定)*"
    r"(?:通过|决定|批准|任命|免去|补选|选举|接受)(?!的|了关于|《)"
)
# A session that is over when the news tells of something else: its day is not told.
_JUST_CLOSED = re.compile(r"(?:刚刚|刚|不久前|日前|此前)(?:闭幕|结束|召开|举行)的[^，。；]{2,40}次会议")
_THERE = re.compile(r"(?:上|期间|选举)")


def when(ctx: Context, act: Act, state: State) -> str | None:
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


def day(ctx: Context, sentence: Passage, state: State) -> str | None:
    """The day told last: of this sentence, where it names one; of a span of days only the month is known."""
    if ctx.type == "other" and not _TELLS_OF_ACT.search(sentence.text):
        return state.day
    known = state.day or ctx.date
    year = int(known[:4]) if known else ctx.year
    last = next(reversed(find_dates(without_dateline(sentence.text), year)), None)
    if last is not None and len(last.iso) == 10 and _NOT_OF_ACT.match(sentence.text[last.end :]):
        return state.day
    # A day's number alone tells which of the span's days it was, but no other day than one already told.
    if last is None and state.day and len(state.day) == 10:
        return state.day
    day = next(iter(ctx.days_of(sentence.text, year)), state.day)
    # News tells of the past besides: a day of another year is not that of the acts behind it.
    elsewhen = ctx.type == "other" and day and ctx.date and day[:4] != ctx.date[:4]
    return state.day if elsewhen else day


def session(ctx: Context, sentence: Passage, state: State) -> None:
    """Note the session that a sentence names with its own day; it holds for the list that the sentence opens."""
    match = SESSION.search(sentence.text)
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
