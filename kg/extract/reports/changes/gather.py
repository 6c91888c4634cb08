"""All changes of bodies that an item tells, in the order of its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from kg.extract.context import Context
from kg.extract.reports.changes.acts import Reader
from kg.extract.reports.changes.combine import Change, changes
from kg.extract.reports.changes.dates import when
from kg.extract.reports.changes.sentence import SEGMENTS, Act
from kg.extract.reports.changes.told import clause_start
from kg.extract.reports.changes.verbs import blanked, holds_a_verb
from kg.extract.reports.headings import planned_part
from kg.model.reports import BodyChange
from kg.model.source import Passage
from kg.recognise.named_lists import NamedLists
from kg.segment.paragraphs import sentences

# What schedules, proposes or explains changes nothing yet.
_UNTOLD_TYPES = frozenset(("agenda", "attendance", "observers", "work_plan", "deliberation_opinion", "explanation"))
_DECISIONS = frozenset(("decision", "resolution", "announcement"))
_OWN_REPORT = re.compile(r"(?P<body>.*(?:人大|人民代表大会)(?:常委会|常务委员会))(?:\d{4}年)?工作报告")
_TITLE = re.compile(r"关于(?P<act>.+?)的(?:决定|决议|公告)")
# Of these verbs the text must say what became of it; others are said of much else.
_OPEN = frozenset(("合并", "归并", "撤并", "一分为二"))
_BRACKET = re.compile(r"（(?P<told>[^（）]{4,60})）")
_STOP = re.compile(r"[。；]")
_CONFIDENCE = 0.9


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)


def body_changes(ctx: Context) -> Iterator[BodyChange]:
    """The bodies that an item tells to have been founded, renamed, merged, split, abolished, or given functions of."""
    if ctx.type in _UNTOLD_TYPES or _pattern(ctx.lexicon.changes.not_told).search(ctx.title):
        return
    found: list[BodyChange] = []
    planned = False
    for number, paragraph in enumerate(ctx.paragraphs):
        planned = planned_part(paragraph.text, planned, ctx.lexicon)
        if not planned and holds_a_verb(paragraph.text, ctx.lexicon):
            found += _of_paragraph(ctx, paragraph, number)
    if not found and ctx.draft.heading and ctx.type in _DECISIONS:
        found += _of_title(ctx, ctx.draft.heading.title)
    yield from found


def _of_paragraph(ctx: Context, paragraph: Passage, place: int) -> Iterator[BodyChange]:
    acts: list[Act] = []
    at = 0
    for number, sentence in enumerate(sentences(paragraph)):
        if holds_a_verb(sentence.text, ctx.lexicon):
            before = acts[-1].after if acts and acts[-1].segment // SEGMENTS == number - 1 else ()
            acts += _acts(ctx, sentence, at, number, before if len(before) == 1 else ())
        at += len(sentence)
    text = blanked(paragraph.text)
    found = changes(acts, ctx.place, ctx.lexicon)
    for act in acts:
        if (
            act.before
            and not act.after
            and act.word in _OPEN
            and not any(change.start <= act.start < change.end for change in found)
        ):
            ctx.issue(
                "unread_change", paragraph[act.start : act.end], "what became of it was not read; check it by hand"
            )
    for change in found:
        start, end = _around(text, change)
        # What a bracket tells is blanked in the text of its sentence.
        told = paragraph.text if text[change.start] == "＊" else text
        earlier = "。".join([one.text for one in ctx.paragraphs[:place]] + [""]) if "同年" in told else ""
        yield _fact(ctx, change, paragraph[start:end], when(ctx, told, change.start, change.end, earlier))


def _acts(ctx: Context, sentence: Passage, at: int, number: int, before: tuple[str, ...]) -> Iterator[Act]:
    """The acts of a sentence, placed in the paragraph in which it begins at `at`; `before` it speaks of a body."""
    reader = Reader(sentence.text, ctx.place, ctx.lexicon, _congress(ctx), before)
    for act in reader.read():
        segment = number * SEGMENTS + act.segment
        yield replace(act, start=act.start + at, end=act.end + at, segment=segment)
    for start, content, subject in _brackets(ctx, sentence.text):
        inner = Reader(content, ctx.place, ctx.lexicon, subject=subject)
        for act in inner.read():
            begins = at + start
            segment = number * SEGMENTS + start
            yield replace(act, start=act.start + begins, end=act.end + begins, segment=segment)
    if reader.unread:
        words = "、".join(dict.fromkeys(reader.unread))
        ctx.issue("unread_change", sentence, f"which bodies {words} is told of was not read; check it by hand")


def _brackets(ctx: Context, text: str) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """甲局（2019年更名为乙局）: what a bracket tells of the body in front of it."""
    for match in _BRACKET.finditer(text):
        if holds_a_verb(match["told"], ctx.lexicon):
            front = text[: match.start()]
            names = NamedLists(front, ctx.place, ctx.lexicon).before(clause_start(front, len(front)), len(front))
            if names is not None:
                yield match.start("told"), match["told"], names.names[-1:]


def _of_title(ctx: Context, title: Passage) -> Iterator[BodyChange]:
    """What a decision decides by its title, where its text only agrees to it."""
    match = _TITLE.search(title.text)
    if match is None or not ctx.note:
        return
    read = Reader(match["act"], ctx.place, ctx.lexicon, _congress(ctx)).read()
    for change in changes(read, ctx.place, ctx.lexicon):
        yield _fact(ctx, change, title, ctx.date)


def _congress(ctx: Context) -> str:
    """The congress or standing committee that decides what the item prints, or reports on its own work."""
    if ctx.type in _DECISIONS:
        return ctx.meeting.body if ctx.meeting else ""
    own = _OWN_REPORT.match(ctx.title)
    return own["body"] if own else ""


def _around(text: str, change: Change) -> tuple[int, int]:
    """The sentences, or the parts of them between semicolons, that hold a change."""
    start = max((match.end() for match in _STOP.finditer(text, 0, change.start)), default=0)
    stop = _STOP.search(text, change.end)
    return start, stop.end() if stop else len(text)


def _fact(ctx: Context, change: Change, passage: Passage, date: str | None) -> BodyChange:
    evidence = ctx.evidence(passage, f"change.{change.kind}", _CONFIDENCE)
    return BodyChange(change.kind, change.before, change.after, date, evidence)
