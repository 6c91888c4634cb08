"""The lines between a heading and its text that name who reports, also where the heading did not take them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.context import Context
from kg.extract.items.authors import Named, named
from kg.recognise.running_names import REMARK
from kg.segment.lines import Line

_MOST_LINES = 8
_LONGEST = 42
_REPORTED = re.compile(r"(?:报告|汇报|说明|讲话|发言|审议意见)(?:（[^（）]{1,12}）)?$")
_YEAR = r"(?:\d{4}|[〇零○一二三四五六七八九]{4})年"
# When, where and in which form a report was given; nobody is named by these.
_NOTE = re.compile(
    rf"^(?:—|-|―|─|（){{0,4}}(?:{_YEAR}|在)[^。；]{{0,60}}(?:会议|大会|全会)上?(?:）)?$"
    rf"|^（?{_YEAR}[^。；，]{{1,4}}月(?:[^。；，]{{1,4}}日)?）?$|^（(?:书面|摘要|草案|送审稿|审议稿|讨论稿|节选)[^（）]{{0,6}}）$"
    r"|^[一-龥]{0,12}[〔\[（]\d{4}[〕\]）]第?\d{1,4}号$|^（?第\d{1,4}号）?$"
)
_LABELLED = re.compile(r"^(?:（|——)?(?:报告人|汇报人|作者|说明人|发言人|主讲人)[：:]?")
_RUNS_ON = re.compile(r"[。；]|[！？，：、]$")


def bylines(ctx: Context) -> list[tuple[Line, ...]]:
    """The groups of lines that name the authors: those of the heading, or else the first of the text.

    A group of the text counts only where something that is no running text closes it, and people are all it names.
    """
    heading = ctx.draft.heading
    if heading is None:
        return []
    taken = list(_groups(heading.authors, sure=True))
    if any(any(named(group, ctx.lexicon)) for group in taken):
        return taken
    if not ctx.is_report and not _REPORTED.search(ctx.title):
        return []
    return [group for group in _groups(_below(ctx), sure=False) if _people_alone(group, ctx)]


def authors(ctx: Context) -> Iterator[Named]:
    """Everybody that these lines name, in order."""
    for group in bylines(ctx):
        yield from named(group, ctx.lexicon)


def _below(ctx: Context) -> list[Line]:
    """The lines below the heading, its own author lines among them."""
    heading = ctx.draft.heading
    if heading is None:
        return []
    title_end = heading.title.offsets[-1]
    return [*heading.authors, *(line for line in ctx.draft.body if line.start > title_end)][:_MOST_LINES]


def _groups(lines: Sequence[Line], *, sure: bool) -> Iterator[tuple[Line, ...]]:
    """Lines that may name people, put together; unless they are sure to, the first line of running text ends all."""
    group: list[Line] = []
    for line in lines:
        note = bool(_NOTE.match(line.text))
        if not note and not sure and not _may_name(line):
            break
        if note and group:
            yield tuple(group)
            group = []
        elif not note:
            group.append(line)
    if group:
        yield tuple(group)


def _may_name(line: Line) -> bool:
    if len(line.text) > _LONGEST or "\t" in line.raw.strip():
        return False
    return bool(_LABELLED.match(line.text)) or not _RUNS_ON.search(line.text)


def _people_alone(group: tuple[Line, ...], ctx: Context) -> bool:
    """Whether a group names people with their posts, from its first line to its last."""
    found = list(named(group, ctx.lexicon))
    labelled = bool(_LABELLED.match(group[0].text))
    if not found or not all(one.name and (one.posts or labelled) for one in found):
        return False
    read = {offset for one in found for offset in one.passage.offsets}
    bodies = {post.body for one in found for post in one.posts}
    return all(line.text in bodies or line.tight.offsets[-1] in read or _is_remark(line) for line in group)


def _is_remark(line: Line) -> bool:
    return bool(REMARK.search(line.text))
