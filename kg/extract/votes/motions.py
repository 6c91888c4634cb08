"""Acts that stand as motions with the count of votes that carried them: 关于任命某某为某职的议案 赞成40票 … 通过."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from kg.extract.context import Context
from kg.extract.explained import explained
from kg.extract.personnel.acts import Act, State, read_clause
from kg.extract.personnel.nonacts import no_act_item
from kg.extract.personnel.organs import based, default_body, organ
from kg.model.facts import PersonnelEvent, Vote
from kg.model.source import Passage
from kg.recognise.posts import post_list

_MOTION = re.compile(
    r"关于(?P<act>(?:决定)?(?:任命|免去|接受|撤销|罢免|补选)[^。；：]{4,80}?)(?:的?(?:请求|申请))?的?(?:议案|决定|决议)"
    r"(?:（草案）|\(草案\)|草案)?[：:，,]?$"
)
_ELECTED = re.compile(r"^[^。；]{0,30}?[，,](?:依法)?当选为?(?P<posts>[^，。；：]{3,50})")
_ADOPTED = re.compile(
    r"^[，,、]?(?:会议|大会)?(?:表决)?通过了?(?:关于)?(?P<act>(?:决定)?(?:任命|免去|接受|撤销|罢免|补选)[^。；，]{4,80}?)"
    r"(?:(?:的?(?:请求|申请))?的?(?:议案|决定|决议)|(?=[。；，]|$))"
)
_CARRIED = re.compile(r"^[^。；]{0,30}?(?<!未)(?<!未获)(?:通过|当选)")
_FAILED = re.compile(r"未|没有|不|否决|落选")
_EVENTS = {"resign": "accept_resignation"}


def motions(ctx: Context, counted: Iterable[Vote], stated: Sequence[PersonnelEvent]) -> Iterator[PersonnelEvent]:
    """The acts of the motions that their counts say to be carried, but for those stated elsewhere in the item."""
    if no_act_item(ctx) is not None:
        return
    known = {(event.person, event.title) for event in stated}
    for vote in counted:
        if vote.person and vote.passed and ctx.meeting:
            acts = [act for act in _carried(ctx, vote) if (act.name, act.post.title) not in known]
            day = _day_of(ctx, vote)
            yield from filter(None, (_event(ctx, act, day) for act in acts))


def _day_of(ctx: Context, vote: Vote) -> str | None:
    """The day of a vote: told last in front of it, where of the item only the month is known."""
    if ctx.date is None or len(ctx.date) == 10:
        return ctx.date
    before = [sentence.text for sentence in ctx.sentences if sentence.span[0] <= vote.evidence.start]
    days = [day for text in before for day in ctx.days_of(text, int(ctx.date[:4]))]
    return next((day for day in reversed(days) if len(day) == 10 and day.startswith(ctx.date)), ctx.date)


def _carried(ctx: Context, vote: Vote) -> list[Act]:
    """The acts voted on, by the motion in front of the count or what the candidate is elected to behind it."""
    above: Passage | None = None
    for paragraph in ctx.paragraphs:
        if paragraph.span[0] <= vote.evidence.start < paragraph.span[1]:
            return _around(ctx, vote, paragraph, above)
        above = paragraph
    return []


def _around(ctx: Context, vote: Vote, paragraph: Passage, above: Passage | None) -> list[Act]:
    start = next(i for i, offset in enumerate(paragraph.offsets) if offset >= vote.evidence.start)
    end = sum(offset < vote.evidence.end for offset in paragraph.offsets)
    behind = paragraph.text[end:].split("赞成")[0]
    if not _CARRIED.match(behind) or _FAILED.search(re.split(r"[。；]", behind)[0]):
        return []
    elected = _ELECTED.match(behind)
    posts = post_list(elected["posts"], ctx.lexicon) if elected else None
    if elected and posts:
        explained(ctx, paragraph)
        return [Act("elect", vote.person or "", post, paragraph[start : end + elected.end()]) for post in posts]
    adopted = _ADOPTED.match(behind)
    front = paragraph[end:] if adopted else paragraph[:start] if start else above
    motion = adopted or (_MOTION.search(front.text) if front is not None else None)
    if front is None or motion is None:
        return []
    acts = read_clause(front[motion.start("act") : motion.end("act")], State(formal=True), ctx.lexicon)
    if not acts or any(act.name != vote.person for act in acts):
        return []
    explained(ctx, front)
    explained(ctx, paragraph)
    return acts


def _event(ctx: Context, act: Act, day: str | None) -> PersonnelEvent | None:
    body = act.post.body or default_body(ctx, act.post.title)
    if body is None:
        message = f"{act.name}, {act.post.title}: which body is meant was not read; check it by hand"
        ctx.issue("post_without_body", act.clause, message)
        return None
    return PersonnelEvent(
        _EVENTS.get(act.event, act.event),
        act.name,
        based(ctx, body),
        act.post.title,
        act.post.qualifier,
        day,
        ctx.meeting,
        ctx.meeting.body if ctx.meeting else organ(ctx),
        None,
        act.reason,
        ctx.evidence(act.clause, "personnel.motion"),
    )
