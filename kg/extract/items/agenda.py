"""The agenda of a meeting: of one held, from its own item; of one convened, from the announcement."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.context import Context
from kg.model.facts import AgendaItem, MeetingRef
from kg.model.source import Passage
from kg.recognise.meetings import find_meetings
from kg.recognise.numbers import number

_ENTRY = re.compile(
    r"^(?:（(?P<a>[一二三四五六七八九十]{1,3}|\d{1,2})）|(?P<b>[一二三四五六七八九十]{1,3})[、.．]|(?P<c>\d{1,2})[、.．])(?P<text>.+)$"
)
_PROPOSED = re.compile(r"议程(?:（草案）)?(?:为|是|如下|有)?[：:]?$|议程(?:为|是|如下)[：:]")
_LEAD = re.compile(r"^[一-龥]{0,30}议程(?:（草案）)?(?:为|是|如下|有)?[：:]")
# The agenda is over where the numbering starts again or somebody is addressed.
_ADDRESSED = re.compile(r"^[一-龥、]{2,40}[：:]$")
_STOP = re.compile(r"^(?:特此|以上|会议期间|现予|此告|附)")


def agenda(ctx: Context) -> Iterator[AgendaItem]:
    """The points of the agenda that an item prints."""
    if ctx.type == "agenda":
        if ctx.meeting:
            yield from _entries(ctx, ctx.paragraphs, ctx.meeting)
        return
    for index, paragraph in enumerate(ctx.paragraphs):
        if _PROPOSED.search(paragraph.text):
            meeting = _convened(ctx, index)
            if meeting:
                yield from _entries(ctx, _following(ctx.paragraphs[index:]), meeting)


def _following(paragraphs: list[Passage]) -> list[Passage]:
    """The numbered paragraphs behind the announcing one, and what that one itself holds."""
    lead = _LEAD.match(paragraphs[0].text)
    entries = [paragraphs[0][lead.end() :]] if lead and lead.end() < len(paragraphs[0]) else []
    for paragraph in paragraphs[1:]:
        if not _ENTRY.match(paragraph.text):
            break
        entries.append(paragraph)
    return entries


def _convened(ctx: Context, index: int) -> MeetingRef | None:
    """The congress session whose agenda is proposed: named in the announcing paragraph or above it."""
    for paragraph in reversed(ctx.paragraphs[: index + 1]):
        sessions = [mention for mention in find_meetings(paragraph.text) if not mention.standing and mention.session]
        if sessions:
            return ctx.ref(sessions[-1])
    return None


def _entries(ctx: Context, paragraphs: list[Passage], meeting: MeetingRef) -> Iterator[AgendaItem]:
    numbered = any(_ENTRY.match(paragraph.text) for paragraph in paragraphs)
    last = 0
    for paragraph in paragraphs:
        match = _ENTRY.match(paragraph.text)
        place = number(match["a"] or match["b"] or match["c"]) or 0 if match else 0
        if (match and last and place <= last) or (last and _ADDRESSED.match(paragraph.text)):
            return
        last = max(last, place)
        if _STOP.match(paragraph.text) or (numbered and not match) or not _says_something(paragraph.text):
            continue
        text = match["text"] if match else paragraph.text
        counted = number(match["a"] or match["b"] or match["c"]) if match else None
        yield AgendaItem(meeting, counted, text.rstrip("。；;，"), ctx.evidence(paragraph, "agenda.entry"))


def _says_something(text: str) -> bool:
    return len(text) >= 2 and not re.match(
        r"^(?:\d{4}|[一二]〇).{2,12}日$|^[一-龥]{4,40}(?:委员会|主席团)$|^（.*）$", text
    )
