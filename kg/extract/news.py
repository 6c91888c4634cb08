"""Who came to a meeting, as its own minutes or news tell it in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.context import Context
from kg.model.facts import Attendance
from kg.recognise.names import is_name
from kg.recognise.posts import post_list, titles

_SAYS = re.compile(r"(?:主持(?:了)?(?:会议|本次会议|第)?|出席(?:了)?(?:会议|本次会议|大会)?|参加(?:了)?会议|列席(?:了)?(?:会议|本次会议)?|请假)")
_STATUS = {"主": "present", "出": "present", "参": "present", "列": "observer", "请": "on_leave"}


def news(ctx: Context) -> Iterator[Attendance]:
    """The rows of the sentences that say who chaired, came, observed or was on leave."""
    if ctx.is_report or ctx.meeting is None or ctx.type in ("attendance", "observers"):
        return
    for sentence in ctx.sentences:
        start = 0
        for match in _SAYS.finditer(sentence.text):
            status = _STATUS[match.group()[0]]
            part = sentence[start : match.start()]
            start = match.end()
            for name, body, title, a, b in people(part.text, ctx):
                yield Attendance(ctx.meeting, name, status, body, title, ctx.evidence(part[a:b], "attendance.news", 0.9))


def people(text: str, ctx: Context) -> Iterator[tuple[str, str | None, str | None, int, int]]:
    """Each entry of a list such as 主任甲，副主任乙、丙: name, body and title as printed, and where it stands."""
    title: str | None = None
    body: str | None = None
    for piece in re.finditer(r"[^，、；。：]+", text):
        entry = re.sub(r"^(?:由|和|及|以及|其中|会议)", "", piece.group())
        entry = re.sub(r"(?:同志)?(?:等|共同|先后|分别|因[病事公].*|作为.*)?$", "", entry)
        found = _entry(entry, ctx)
        if found:
            name, body, title = found
            yield name, body, title, piece.start(), piece.end()
        elif title is not None and is_name(entry, ctx.lexicon):
            yield entry, body, title, piece.start(), piece.end()
        else:
            title = body = None


def _entry(entry: str, ctx: Context) -> tuple[str, str | None, str] | None:
    for match in reversed(list(titles(ctx.lexicon).anywhere.finditer(entry))):
        name = entry[match.end() :]
        posts = post_list(entry[: match.end()], ctx.lexicon)
        if posts and is_name(name, ctx.lexicon):
            return name, posts[0].body or None, posts[0].title
    return None
