"""Opinions and advice as facts: the document, who gives it, who is asked, and its points."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.extract.context import Context
from kg.extract.reports.opinions.points import Advice, advice
from kg.lexicon import Lexicon
from kg.model.facts import Item
from kg.model.reports import Opinion
from kg.model.source import Passage
from kg.recognise.meetings import find_meetings
from kg.segment.lines import Line

_TYPES = frozenset(
    ("deliberation_opinion", "research_report", "examination_report", "inspection_report", "audit_report")
)
_SALUTATION_LINES = 6
_OFFICE = re.compile(r"(?:常务委员会|常委会|人大)(?:办公室|办公厅|研究室)$")


def opinions(ctx: Context, item: Item) -> Iterator[Opinion]:
    """The opinion that an item gives, or the advice that it holds."""
    if ctx.type not in _TYPES:
        return
    lines = ctx.draft.body
    whole = ctx.type == "deliberation_opinion"
    found, heading = advice(lines, ctx.lexicon, whole=whole)
    if found is None:
        if heading is not None:
            ctx.issue("unread_opinion", heading, "advice is announced and no point of it was read; check it by hand")
        if not whole:
            return
    title = ctx.draft.heading.title if ctx.draft.heading else lines[0].tight
    points = tuple(point.text.rstrip("，：:") for point in found.points) if found else ()
    evidence = ctx.evidence(_words_of(title, found), found.rule if found else "opinion.title")
    if found is not None:
        ctx.points[evidence] = tuple(ctx.evidence(point, found.rule) for point in found.points)
    yield Opinion(item.title, _addressee(lines, found, ctx), _issuer(ctx, item), item.date, points, None, evidence)


def _words_of(title: Passage, found: Advice | None) -> Passage:
    """The words that state an opinion: those that lead to its points, and the points."""
    if found is None:
        return title
    parts = sorted((found.lead, *found.points), key=lambda part: part.offsets[0])
    passage = parts[0]
    for part in parts[1:]:
        if part.offsets[0] > passage.offsets[-1]:
            passage = passage + part
    return passage


def _addressee(lines: Sequence[Line], found: Advice | None, ctx: Context) -> str | None:
    """The body that is asked: of the salutation of a letter, or of the words around the points."""
    pattern = _addressed(ctx.lexicon)
    if ctx.type == "deliberation_opinion":
        for line in lines[:_SALUTATION_LINES]:
            match = pattern.salutation.match(line.text)
            if match:
                return match["body"]
    if found is None:
        return None
    for text in (found.lead.text, found.text):
        match = (pattern.asked if text is found.lead.text else pattern.advised).search(text)
        if match:
            return match["body"]
    return None


def _issuer(ctx: Context, item: Item) -> str | None:
    """Who gives it: the first author's body; a committee's office signs for the committee that met."""
    body = next((author.body for author in item.authors if author.body), None)
    if ctx.type == "deliberation_opinion" and (body is None or _OFFICE.search(body)):
        return item.meeting.body if item.meeting else _met(ctx) or body
    return body


def _met(ctx: Context) -> str | None:
    """The body whose meeting the first sentences name: 常委会第五次会议听取和审议了…."""
    for sentence in ctx.sentences[:4]:
        for mention in find_meetings(sentence.text):
            if mention.standing:
                return ctx.ref(mention).body
    return None


class _Addressed:
    """Where a body is asked: in a salutation, with a verb of duty, or behind 建议."""

    def __init__(self, lexicon: Lexicon) -> None:
        data = lexicon.opinions
        before = r"(?:^|(?<=[，。；：、就对请由向望])|(?<=建议))(?![就对请由向望经]|建议)"
        self.salutation = re.compile(rf"^(?P<body>{data.addressees})(?:[、，].{{2,40}})?[：:]$")
        self.asked = re.compile(rf"{before}(?P<body>{data.addressees})(?:{data.asked})")
        self.advised = re.compile(rf"建议(?:由)?(?P<body>{data.addressees})(?!常|委员)")


@cache
def _addressed(lexicon: Lexicon) -> _Addressed:
    return _Addressed(lexicon)
