"""Meetings: held, convened, or only named, with dates and counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.extract.attendance.lists import Counts
from kg.extract.context import Context
from kg.model.facts import Meeting, Vote
from kg.model.source import Passage
from kg.recognise.dates import days, find_dates
from kg.recognise.meetings import MeetingMention, find_meetings

# What opens a sentence that tells of a meeting, and what is said of it there.
_OPENING_DAY = re.compile(r"(?P<day>(?:\d{4}年)?\d{1,2}月\d{1,2}日)(?:上午|下午|晚上?)?，?$")
_HELD_THEN = re.compile(r"(?:在[^，。；]{2,20}?)?(?:隆重|胜利|圆满|正式|如期|顺利)*(?:召开|举行|闭幕|开幕|结束|闭会)")
_HALF_DAY = re.compile(r"上午|下午|半天")


def own_meeting(ctx: Context, counts: Counts, counted: Iterable[Vote]) -> Iterator[Meeting]:
    """The meeting that an item belongs to, with its day and the counts that the item prints."""
    if ctx.meeting is None:
        return
    vote = next(iter(counted), None)
    passage = ctx.note or (ctx.draft.heading.title if ctx.draft.heading else ctx.draft.lines[0].tight)
    half = _HALF_DAY.search(ctx.note.text) if ctx.note and ctx.type == "attendance" else None
    yield Meeting(
        ctx.meeting,
        (ctx.date,) if ctx.date and len(ctx.date) == 10 and not _only_signed(ctx) else (),
        half.group() if half else None,
        counts.expected if counts.expected is not None else (vote.members if vote else None),
        counts.present if counts.present is not None else (vote.attending if vote else None),
        counts.on_leave,
        ctx.evidence(passage, "meeting.item"),
    )


def _only_signed(ctx: Context) -> bool:
    """A signature's day is the day of the paper, which need not be that of the meeting."""
    return ctx.note is None and ctx.type not in (
        "announcement",
        "decision",
        "resolution",
        "election_report",
        "resignation_decision",
    )


def named_meetings(ctx: Context) -> Iterator[Meeting]:
    """Every numbered session that the running text names; its dates where the text says that it is held on them."""
    for paragraph in [*([ctx.note] if ctx.note else []), *ctx.paragraphs]:
        if "次" not in paragraph.text:
            continue
        for mention in find_meetings(paragraph.text):
            if mention.session is not None and mention.term is not None:
                yield _named(ctx, paragraph, mention)


def _named(ctx: Context, paragraph: Passage, mention: MeetingMention) -> Meeting:
    evidence = ctx.evidence(paragraph[mention.start : mention.end], "meeting.named", 0.9)
    return Meeting(ctx.ref(mention), _dates(ctx, paragraph.text, mention), None, None, None, None, evidence)


def _dates(ctx: Context, text: str, mention: MeetingMention) -> tuple[str, ...]:
    """某次会议于10月9日-10日召开: the days right behind the meeting, before the word that says that it is held."""
    year = int(ctx.date[:4]) if ctx.date else None
    if (told := _told_before(ctx, text, mention, year)) is not None:
        return (told,)
    behind = text[mention.end : mention.end + 60]
    verb = re.search(r"召开|举行", behind)
    if verb is None or not re.match(r"^(?:决定|已|将|定|拟|会议|在)*于", behind):
        return ()
    return tuple(day for found in find_dates(behind[: verb.start()], year) for day in days(found))


def _told_before(ctx: Context, text: str, mention: MeetingMention, year: int | None) -> str | None:
    """12月28日，某次会议闭幕: the day that opens the sentence, where its year is printed or it is that of the item."""
    start = max(text.rfind(sign, 0, mention.start) for sign in "。；") + 1
    opening = _OPENING_DAY.match(text, start, mention.start)
    if opening is None or not _HELD_THEN.match(text, mention.end):
        return None
    day = next((found.iso for found in find_dates(opening["day"], year) if len(found.iso) == 10), None)
    return day if "年" in opening["day"] or day == ctx.date else None
