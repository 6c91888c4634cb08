"""Who fills a vacant seat: by-elections of all wordings, and the next on the list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.congresses import Congress, find_congress
from kg.extract.context import Context
from kg.extract.seats import people
from kg.model.source import Passage
from kg.recognise.dates import find_dates
from kg.recognise.numbers import NUMERAL

_FILLED = re.compile(
    r"(?:^|[，。；：、]|其中，?)(?P<unit>[^，。；：、]{0,80}?)(?:选民)?(?:依法|已|分别|投票|大会|出缺){0,3}补选(?!的?代表的|的?代表资格|结果)(?:产生|出)?(?:的|了|有)?(?:代表(?!大会))?"
    r"(?P<who>[^。；]+?)(?=[。；]|(?:同志)?(?:为|担任)[^。；，]{0,50}?(?:代表|$)|、[^、；。，]{2,40}?补选|，[^，。；]{0,6}资格|，第[^，。；]{1,10}选区|$)"
)
_NEXT = re.compile(
    r"(?:^|[，。；])(?:由|将|现由)?(?P<unit>[^，。；]{0,40}?)(?P<list>(?:代表)?候选人名单[^，。；]{0,20}?|按[^，。；]{0,30}?顺序[^，。；]{0,6}?)(?:候选人)?(?P<who>[^，。；]{2,20}?)(?:同志)?(?:依法|依次)?递补"
)
_CONSTITUENCY = re.compile(
    r"(?P<unit>[^，。；：]{0,20}?第[一二三四五六七八九十百\d]+选区)[^。；]{0,30}?[，：选举](?P<who>[^。；，：]{2,80}?)(?:等.{1,4}[名位人])?(?:同志)?当选(?=为|[。；，]|$)"
)
_NUMBER_OF = re.compile(rf"^(?:代表)?(?:共|了)?{NUMERAL}[名位人]?(?:代表)?[（：](?P<names>[^（）。；]+)）?$")
_BY = re.compile(r"会议|委员会|常委会|大会|主席团|军人")
_TAIL = re.compile(rf"(?:等)?(?:共)?(?:{NUMERAL}[名位人])?(?:同志)?(?:代表)?$")


@dataclass(frozen=True, slots=True)
class Winner:
    """Somebody who fills a seat: for which unit or by which body, on which day, as far as the text says."""

    name: str
    unit: str | None
    decided_by: str | None
    congress: Congress | None
    described: str | None
    date: str | None
    next_on_list: bool
    passage: Passage


def winners(ctx: Context, sentence: Passage, known: frozenset[str], *, report: bool) -> Iterator[Winner]:
    """All whom a sentence says to be elected deputies; candidates and counts alone are none."""
    if "补选" in sentence.text:
        for match in _FILLED.finditer(sentence.text):
            yield from _winners(ctx, sentence, match, known, report)
    elif "当选" in sentence.text and "选区" in sentence.text:
        for match in _CONSTITUENCY.finditer(sentence.text):
            yield from _winners(ctx, sentence, match, known, report)
    for match in _NEXT.finditer(sentence.text):
        yield from _winners(ctx, sentence, match, known, report)


def _winners(
    ctx: Context, sentence: Passage, match: re.Match[str], known: frozenset[str], report: bool
) -> Iterator[Winner]:
    text = sentence.text
    if not (report or _of_deputies(text, match)):
        return
    unit, by, date = _unit(match["unit"], ctx)
    congress = find_congress(text[match.end("who") :].split("；")[0], ctx) or find_congress(
        text[match.end("who") :], ctx
    )
    counted = _NUMBER_OF.match(match["who"])
    who = counted["names"] if counted else _TAIL.sub("", match["who"].rstrip("，、"))
    sure = counted is not None or "为" in text[match.end("who") :][:3]
    for name, described in people(who, ctx, known, sure=sure):
        yield Winner(
            name,
            unit,
            by,
            congress,
            described,
            date,
            "递补" in match.group(),
            sentence[match.start("unit") : match.end()],
        )


def _of_deputies(text: str, match: re.Match[str]) -> bool:
    """Whether the seat filled is a deputy's, and not another post: reports on qualifications speak of nothing else."""
    behind = text[match.end("who") :]
    named = re.match(r"(?:同志)?(?:依法|依次)?(?:递补|当选)?(?:为|担任)(?P<as>[^；。，]*)", behind)
    if named:
        return named["as"].endswith("代表")
    return "代表资格" in text or ("；" in behind and bool(re.search(r"为[^；。，]*代表", behind)))


def _unit(printed: str, ctx: Context) -> tuple[str | None, str | None, str | None]:
    """Where, by whom and when: a constituency or electing unit, or the body that votes."""
    found = find_dates(printed, ctx.year)
    date = found[-1].iso if found else None
    for mention in reversed(found):
        printed = printed[: mention.start].removesuffix("于") + printed[mention.end :]
    printed = re.sub(r"^(?:其中|由|经|在|截至|目前|近日)+|(?:已|依法|选民)+$", "", printed)
    body = re.match(r"^[一-龥\d]{2,60}?(?:人民代表大会(?:常务委员会)?|人大常委会|人大|军人代表大会)", printed)
    if body or _BY.search(printed):
        return None, (body.group() if body else None), date
    return printed or None, None, date
