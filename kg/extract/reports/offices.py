"""In which body the office of a group sits: 领导小组办公室设在区水务局; 区水务局承担领导小组办公室工作."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.context import Context
from kg.extract.reports.changes.told import clause_start, is_told
from kg.extract.reports.responsibilities.subjects import in_full, last_group
from kg.lexicon import Lexicon
from kg.model.reports import OfficeSeat
from kg.model.source import Passage
from kg.recognise.named_lists import NamedLists
from kg.recognise.running_names import any_of

_OFFICE = "办公室"
_GROUP = re.compile(r"小组|指挥部|联席会议|专班")
_IS_GROUP = re.compile(r"(?:小组|指挥部|联席会议|专班)(?:办公室)?$")
_BARE = re.compile(
    r"(?:^|[，；：（])(?:(?:其|并|和|且|该|各|同时|，)*(?:下设|设立?|设有)?)?"
    r"(?P<what>(?:(?:工作)?领导小组|工作小组|指挥部|联席会议|协调小组|推进小组|专班)?办公室)$"
)
# 某领导小组下设办公室: the group stands in front.
_MADE = re.compile(r"(?:下设|设立|设有|设)办公室\Z")
_PROPOSES = re.compile(r"议案|草案|提案|征求意见|请示")
_UNTOLD = frozenset(("agenda", "attendance", "observers"))
_TITLES = re.compile(r"《[^《》]*》")
_CONFIDENCE = 0.9


@cache
def _seated(lexicon: Lexicon) -> re.Pattern[str]:
    """办公室设在, 办公室，设在, and the other way round: 承担某组办公室工作."""
    seats, does = any_of(lexicon.duties.seats), any_of(lexicon.duties.office_work)
    return re.compile(
        rf"{_OFFICE}(?P<seat>＊*，?(?:{seats}))|(?P<does>{does})(?=[^，。；]{{0,40}}?{_OFFICE}的?(?:日常|具体)*(?:工作|职责|职能|事务))"
    )


def offices(ctx: Context) -> Iterator[OfficeSeat]:
    """The offices of groups that an item seats, each with its host."""
    if ctx.type in _UNTOLD or _PROPOSES.search(ctx.title) or not _seated(ctx.lexicon).search(ctx.text):
        return
    above = _last_group(ctx.title, ctx.lexicon)
    for sentence in ctx.sentences:
        for match in _seated(ctx.lexicon).finditer(sentence.text):
            yield from _seat(ctx, sentence, match, above)
        if _GROUP.search(sentence.text):
            above = _last_group(sentence.text, ctx.lexicon) or above


def _last_group(text: str, lexicon: Lexicon, end: int | None = None) -> str | None:
    """The group that a text names last; a committee that is none is left out."""
    found = last_group(text, lexicon, end)
    return found if found and _IS_GROUP.search(found) else None


def _seat(ctx: Context, sentence: Passage, match: re.Match[str], above: str | None) -> Iterator[OfficeSeat]:
    text = _TITLES.sub(lambda title: "＊" * len(title.group()), sentence.text)
    names = NamedLists(text, ctx.place, ctx.lexicon)
    if match["seat"]:
        end = match.end()
        host = names.behind(end, len(text), ctx.lexicon.changes.behind)
        office = _office(names, text, match.start("seat"), above, ctx.lexicon)
    else:
        stop = text.index(_OFFICE, match.end()) + len(_OFFICE)
        host = names.before(clause_start(text, match.start()), match.start())
        office, end = _office(names, text, stop, above, ctx.lexicon, start=match.end()), stop
    if host is None or len(host.names) != 1:
        return
    if not is_told(text, match.start(), max(end, host.end), [(host.start, host.end)], ctx.lexicon):
        return
    if office is None:
        ctx.issue("unread_office", sentence, "whose office it is was not read; check it by hand")
        return
    yield OfficeSeat(office, host.names[0], ctx.evidence(sentence, "office.seat", _CONFIDENCE))


def _office(
    names: NamedLists, text: str, end: int, above: str | None, lexicon: Lexicon, *, start: int | None = None
) -> str | None:
    """The office that ends at `end`, in full; named by its kind alone it is that of the group named last."""
    begin = clause_start(text, end) if start is None else start
    bare = _BARE.search(text[:end]) if start is None else _BARE.search("，" + text[start:end])
    if bare:
        group = _last_group(text, lexicon, begin) or above
        if bare["what"] == _OFFICE:
            return group.removesuffix(_OFFICE) + _OFFICE if group else None
        full = in_full(bare["what"], group)
        return full if full != bare["what"] else None
    made = _MADE.search(text, begin, end)
    named = names.before(begin, made.start() if made else end)
    if named is None or len(named.names) != 1 or named.names[0] == _OFFICE:
        return None
    return named.names[0] + (_OFFICE if made else "")
