"""Reports on what became of an earlier opinion: what they answer, who reports, when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.context import Context
from kg.model.facts import Item
from kg.model.reports import FollowUp
from kg.recognise.dates import find_dates

_VERBS = "贯彻|落实|研究处理|研究|办理|处理|执行|整改|跟踪|反馈|督办"
_ABOUT = re.compile(r"^[^《]*?关于|^[^《]{0,40}?(?=对)")
_LEADS = re.compile(rf"^(?:{_VERBS}|情况)+")
_TAILS = re.compile(
    rf"(?:的)?(?:{_VERBS})*(?:情况|结果|进展)?(?:的)?(?:情况|专项|综合|跟踪)?(?:报告|汇报|反馈|函)?(?:（[^（）]{{1,10}}）)?$"
)
_QUOTED = re.compile(r"^(?:对)?《(?P<title>.+)》$")
# Said of every opinion: alone it names none.
_NAMELESS = re.compile(
    r"^(?:有关|相关|人大|常委会|人大常委会|[省市区县州旗](?:人大)?(?:常委会)?)*(?:会议)?(?:审议意见|决议|意见|建议|审计|审计查出(?:的)?问题)+$"
)
_OF_DEPUTIES = re.compile(r"代表.{0,8}(?:建议|议案|意见)|建议、批评和意见")
_IN_TEXT = re.compile(
    r"《(?P<title>[^《》]*(?:《[^《》]*》[^《》]*)*(?:审议意见|决议|意见书?))》"
    r"|(?:对|就)(?P<subject>[^，。；《》]{4,40}?(?:情况|工作|报告)?)(?:提出|形成|进行)了?(?:\d+|[一二三四五六七八九十]+)?条?(?:的)?(?:审议意见|审议)"
)
_GIVEN = re.compile(r"审议|提出|审计|检查|印发|转送")
_OPENING = 4


def follow_ups(ctx: Context, item: Item) -> Iterator[FollowUp]:
    """What an item answers, where it is a report on an earlier opinion."""
    if ctx.type != "follow_up_report" or _OF_DEPUTIES.search(ctx.title) or ctx.draft.heading is None:
        return
    answers = answered_title(ctx.title) or _told(ctx)
    title = ctx.draft.heading.title
    if answers is None:
        ctx.issue("unread_follow_up", title, "which opinion this answers was not read; check it by hand")
        return
    reporter = item.on_behalf_of or next((author.body for author in item.authors if author.body), None)
    evidence = ctx.evidence(title, "follow_up.title")
    yield FollowUp(item.title, answers, reporter, item.date, _given(ctx), evidence)


def answered_title(title: str) -> str | None:
    """What the title of a report says that it answers, without the frame around; None where that names nothing."""
    rest = _ABOUT.sub("", title, count=1)
    rest = _TAILS.sub("", _LEADS.sub("", rest)).removesuffix("的")
    quoted = _QUOTED.match(rest)
    if quoted and quoted["title"].count("《") == quoted["title"].count("》"):
        rest = quoted["title"]
    return rest if len(rest) >= 4 and not _NAMELESS.match(rest) else None


def _told(ctx: Context) -> str | None:
    """What the first sentences say that was asked."""
    for sentence in ctx.sentences[:_OPENING]:
        match = _IN_TEXT.search(sentence.text)
        if match:
            return match["title"] or f"{match['subject']}审议意见"
    return None


def _given(ctx: Context) -> str | None:
    """When the opinion was given: the first day of a sentence that tells of a meeting and what it asked."""
    for sentence in ctx.sentences[:_OPENING]:
        if _GIVEN.search(sentence.text) and (found := find_dates(sentence.text)):
            before = _GIVEN.search(sentence.text, found[0].end)
            if before and len(found[0].iso) > 4:
                return found[0].iso
    return None
