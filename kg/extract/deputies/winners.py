"""Who fills a vacant seat: by-elections of all wordings, and the next on the list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.context import Context
from kg.extract.deputies.congresses import Congress, find_congress
from kg.extract.deputies.departures import named_by_unit
from kg.extract.deputies.described import people
from kg.extract.deputies.releases import is_own
from kg.model.source import Passage
from kg.recognise.dates import find_dates
from kg.recognise.numbers import NUMERAL

_FILLED = re.compile(
    r"(?:^|[，。；：、]|其中，?)(?P<unit>[^，。；：、]{0,80}?)(?:选民)?(?:依法|已|分别|投票|出缺){0,3}"
    rf"补选(?!的?代表的|的?代表资格|结果|的?{NUMERAL}[名人位][^（：]{{0,6}}的)(?:产生|出)?(?:的|了|有)?(?:代表(?!大会))?"
    r"(?P<who>[^。；]+?)(?=[。；]|(?:同志)?(?:为|担任)[^。；，]{0,50}?(?:代表|$)"
    r"|[，、][^、；。，]{2,40}?补选|：(?=[^，。；：]{2,30}补选)|，[^，。；]{0,6}资格|，第[^，。；]{1,10}选区|$)"
)
_NEXT = re.compile(
    r"(?:^|[，。；])(?:现?由|将)?(?P<unit>[^，。；]{0,40}?)"
    r"(?:(?:代表)?候选人名单[^，。；]{0,20}?|按[^，。；]{0,30}?顺序[^，。；]{0,6}?)"
    r"(?:候选人)?(?P<who>[^，。；]{2,20}?)(?:同志)?(?:依法|依次)?递补"
)
# Without the words on the list: 由某某递补为…, 递补某某为….
_NO_LIST = r"(?P<who>(?:(?!候选|顺序|顺位|名单|接任)[^，。；]){2,20}?)(?:同志)?"
_BY_LAW = [
    re.compile(rf"(?:^|[，。；])(?P<unit>)现?由{_NO_LIST}(?:依法|依次)*递补(?=为)"),
    re.compile(rf"(?:^|[，。；])(?P<unit>)(?:现|决定|依法)*递补{_NO_LIST}(?=为[^，。；]{{2,50}}代表)"),
]
_CONSTITUENCY = re.compile(
    r"(?P<unit>[^，。；：]{0,20}?第[一二三四五六七八九十百\d]+选区)[^。；]{0,30}?[，：选举]"
    r"(?P<who>[^。；，：]{2,80}?)(?:等.{1,4}[名位人])?(?:同志)?当选(?=为|[。；，]|$)"
)
_NUMBER_OF = re.compile(rf"^(?:代表)?(?:共|了)?{NUMERAL}[名人位]?(?:代表)?[（：](?P<names>[^（）。；]+)）?$")
_WON = re.compile(
    r"(?:^|[，。；：])(?P<unit>)(?P<who>[^。；，：]{2,160}?)(?:同志|代表)?(?:全票|均)?当选"
    r"(?=为?[^，。；]{0,40}?(?:人大|人民代表大会)代表(?:[，。；]|$))"
)
_LISTED = re.compile(
    rf"补选(?:产生|了)?(?P<of>[^，。；：]{{0,30}}?代表){NUMERAL}[名人位]，?(?:即|分别是|分别为|他们是|名单是)[：，]?(?P<list>[^。]{{4,600}})"
)
_LAWFUL = re.compile(r"(?:符合|合法).*$")
_TAIL = re.compile(rf"(?:等)?(?:共)?(?:{NUMERAL}[名人位])?(?:同志)?(?:代表)?$")
_OF_DEPUTIES = re.compile(r"补选[^，。；]{0,20}代表")
_BODY = re.compile(r"^[一-龥\d]{2,60}?(?:人民代表大会(?:常务委员会)?|人大常委会|人大)")
_TRIMMED = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)]?[.、．])?(?:其中|由|经|在|截至|目前|近日|同时)*|(?:已|依法|选民|军人代表大会)+$"
)


@dataclass(frozen=True, slots=True)
class Winner:
    """Somebody who fills a seat: for which unit or by which body, on which day, as far as the text says.

    `own` tells that the body whose paper this is elects, so that its day and meeting are those of the election.
    """

    name: str
    unit: str | None
    decided_by: str | None
    congress: Congress | None
    described: str | None
    date: str | None
    own: bool
    passage: Passage


@dataclass(slots=True)
class Told:
    """What the paragraph has said of the time: its last year, and when the by-elections it sums up were held."""

    year: int | None = None
    held: str | None = None
    of_deputies: bool = False

    def note(self, sentence: str, *, summed_up: bool) -> None:
        """A sentence was read; `summed_up` tells that it speaks of by-elections and names no winner."""
        found = find_dates(sentence, self.year)
        if found:
            self.year = int(found[-1].iso[:4])
        if summed_up:
            self.held = found[-1].iso if found else None
            self.of_deputies = bool(_OF_DEPUTIES.search(sentence))


def winners(ctx: Context, sentence: Passage, known: frozenset[str], told: Told, *, report: bool) -> Iterator[Winner]:
    """All whom a sentence says to be elected deputies; candidates and counts alone are none."""
    if "补选" in sentence.text:
        if (listed := _LISTED.search(sentence.text)) is not None:
            yield from _listed(ctx, sentence, listed, known, told)
            return
        for match in _FILLED.finditer(sentence.text):
            yield from _winners(ctx, sentence, match, known, told, report=report)
    elif "当选" in sentence.text and "选区" in sentence.text:
        for match in _CONSTITUENCY.finditer(sentence.text):
            yield from _winners(ctx, sentence, match, known, told, report=report)
    elif "当选" in sentence.text:
        for match in _WON.finditer(sentence.text):
            yield from _winners(ctx, sentence, match, known, told, report=report)
    if "递补" in sentence.text:
        on_list = list(_NEXT.finditer(sentence.text))
        for match in on_list or [match for form in _BY_LAW for match in form.finditer(sentence.text)]:
            yield from _winners(ctx, sentence, match, known, told, report=report)


def _listed(
    ctx: Context, sentence: Passage, match: re.Match[str], known: frozenset[str], told: Told
) -> Iterator[Winner]:
    """补选省人大代表3名，即甲市的某某、某某；军区的某某."""
    congress = find_congress(match["of"], ctx)
    for part in re.split(r"；", match["list"]):
        for seat in named_by_unit(ctx, "", part, known):
            yield Winner(seat.name, seat.unit, None, congress, seat.described, told.held, False, sentence)


def _winners(
    ctx: Context, sentence: Passage, match: re.Match[str], known: frozenset[str], told: Told, *, report: bool
) -> Iterator[Winner]:
    behind = sentence.text[match.end("who") :]
    if not (report or told.of_deputies or _of_deputies(behind)):
        return
    unit, by, date = _unit(match["unit"], told)
    date = date or _dated_before(sentence.text[: match.start("unit")], told) or (told.held if report else None)
    own = not report and unit is None and "递补" not in match.group() and (by is None or is_own(ctx, by))
    # A paper that confirms seats tells of by-elections elsewhere, on days of their own.
    news = ctx.type == "other" and not ctx.declared
    own = own and (by is not None or news or not re.search(r"代表资格(?:均|全部)?有效", ctx.text))
    congress = find_congress(behind.split("；")[0], ctx) or find_congress(behind, ctx)
    counted = _NUMBER_OF.match(match["who"])
    who = counted["names"] if counted else _TAIL.sub("", _LAWFUL.sub("", match["who"]).rstrip("，、"))
    passage = sentence[match.start("unit") : match.end()]
    prefixed = re.match(r"^(?P<congress>[^，。；、]{0,40}?(?:人民代表大会|人大)代表)[、，]?(?P<rest>.+)$", who)
    if prefixed:
        congress, who = find_congress(prefixed["congress"], ctx) or congress, prefixed["rest"]
    for name, described in people(who, ctx, known, sure=counted is not None or behind.startswith(("为", "同志为"))):
        yield Winner(name, unit, by, congress, described, date, own, passage)


def _dated_before(front: str, told: Told) -> str | None:
    """2018年4月，某团补选…: the clause in front is a day or a month and nothing else."""
    # It holds for all by-elections of the sentence that it opens.
    for clause in reversed(re.split(r"[，。；：]", front)):
        found = find_dates(clause, told.year)
        if found:
            return found[0].iso if found[0].end - found[0].start == len(clause) else None
    return None


def _of_deputies(behind: str) -> bool:
    """Whether the seat filled is a deputy's, and not another post."""
    named = re.match(
        r"(?:同志)?(?:依法|依次)?(?:递补|当选)?(?:为|担任|第|[^，。；]{2,20}第)(?P<post>[^；。，]*)", behind
    )
    if named:
        return named["post"].endswith("代表")
    return "代表资格" in behind or bool(re.search(r"；.*为[^；。，]*代表", behind))


def _unit(printed: str, told: Told) -> tuple[str | None, str | None, str | None]:
    """Where, by whom and when: a constituency or electing unit, or the body that votes."""
    found = find_dates(printed, told.year)
    date = found[-1].iso if found else None
    for mention in reversed(found):
        printed = printed[: mention.start].removesuffix("于") + printed[mention.end :]
    printed = _TRIMMED.sub("", printed)
    body = _BODY.match(printed)
    if body or re.search(r"会议|委员会|常委会|大会|主席团", printed):
        return None, (body.group() if body else None), date
    return printed or None, None, date
