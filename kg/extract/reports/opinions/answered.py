"""Opinions known from the report that answers them: its title, or the text, quotes theirs in 《》."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.context import Context
from kg.extract.reports.opinions.blocks import MARKER
from kg.model.facts import Item
from kg.model.reports import FollowUp, Opinion
from kg.model.source import Passage
from kg.segment.lines import Line

# 办法 and 通知 about opinions are none.
_OPINION = re.compile(r"(?:审议|视察|评议|执法检查|专题询问|监督)意见书?$")
_REPORTER = re.compile(r"^(?P<body>[一-龥]{0,20}?(?:人民政府|法院|检察院|监察委员会))(?=关于|对|落实|贯彻)")
_ISSUER = re.compile(
    r"^(?:对)?(?P<body>[一-龥]{0,20}?(?:人大常委会|人民代表大会常务委员会|常委会|(?:人大|人民代表大会)[一-龥]{2,12}委(?:员会)?))"
)
_SENT = re.compile(
    r"(?:^|[，。；日月])(?P<body>[一-龥]{0,20}?(?:人大常委会|人民代表大会常务委员会|常委会))(?:[一-龥]{0,8})(?:印发|转送|下发|交办|转来)"
)
_TAIL = r"(?:的)?(?:意见|建议|要求|问题)?(?:的)?(?:整改)?(?:研究)?(?:落实|办理|处理|整改|贯彻|执行|采纳|推进)"
# 关于“进一步加强…”的办理情况; without quotation marks the tail has to say what the heading is.
_ABOUT = re.compile(
    rf"^(?:关于|针对|对于|对|就)?(?:(?:审议意见|意见)?(?:第[一二三四五六七八九十\d]+[条点项]))?(?:关于|提出的)?"
    rf"(?:[“‘「『《](?P<quoted>[^“”‘’]{{4,60}})[”’」』》]|(?<=于)(?P<plain>[^，。；“”]{{4,60}}?))"
    rf"(?P<tail>{_TAIL}(?:工作)?(?:的)?(?:情况|结果|进展))?(?:方面)?(?:[。：]|$)"
)
_LEAST_POINTS = 2


def answered_opinion(ctx: Context, item: Item, report: FollowUp) -> Iterator[Opinion]:
    """The opinion that a report quotes by its title, with the points that its headings quote."""
    if not _OPINION.search(report.answers) or f"《{report.answers}》" not in _printed(ctx):
        return
    title = ctx.draft.heading.title if ctx.draft.heading else ctx.draft.lines[0].tight
    points = _points(ctx.draft.body)
    words = title
    for point in points:
        words = words + point if point.offsets[0] > words.offsets[-1] else words
    evidence = ctx.evidence(words, "opinion.answered", 0.9)
    ctx.points[evidence] = tuple(ctx.evidence(point, "opinion.answered", 0.9) for point in points)
    issuer = _ISSUER.match(report.answers) or _SENT.search("".join(one.text for one in ctx.sentences[:4]))
    reporter = _REPORTER.match(report.title)
    yield Opinion(
        report.answers,
        item.on_behalf_of or (reporter["body"] if reporter else report.reported_by),
        issuer["body"] if issuer else None,
        report.answered_on,
        tuple(point.text for point in points),
        report.title,
        evidence,
    )


def _printed(ctx: Context) -> str:
    return ctx.title + "".join(one.text for one in ctx.sentences[:4])


def _points(lines: Sequence[Line]) -> tuple[Passage, ...]:
    """What the numbered headings say that was asked, where all of the first level say so."""
    points: list[Passage] = []
    level = ""
    for line in lines:
        marker = MARKER.match(line.text)
        if marker is None or (level and marker.lastgroup != level):
            continue
        match = _ABOUT.match(line.text[marker.end() :])
        if match is None or not (match["quoted"] or match["tail"]):
            if not level:
                continue
            break
        level = marker.lastgroup or ""
        start, end = match.span("quoted" if match["quoted"] else "plain")
        points.append(line.tight[marker.end() + start : marker.end() + end])
    return tuple(points) if len(points) >= _LEAST_POINTS else ()
