"""What a text says of a deputy before the seat ends: electing unit, post, and why."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kg.extract.context import Context
from kg.extract.deputies.congresses import Congress, find_congress
from kg.extract.deputies.described import people
from kg.model.source import Passage
from kg.recognise.names import is_name
from kg.recognise.numbers import NUMERAL

_PARTS = re.compile(r"[；。]|(?:，|、)?(?:以及|和)?(?=由[^，。；由]{2,40}?选(?:举|出))")
_CONGRESS = r"(?:(?!代表(?!大会))[^，。；：、]){0,40}?(?:人民代表大会|人大)"
_CHOSEN = re.compile(
    r"^(?:[，、]|其中，?|以及|和)*(?:由|从)?(?P<unit>[^，。；：由]{2,40}?)(?:依法)?所?选举?(?:出|产生)?的"
    rf"(?P<congress>(?:{_CONGRESS})?代表)?[，、]?(?P<rest>.+)$"
)
_DEPUTY = re.compile(
    r"^(?:[，、]|先后有|近日，?|近期，?|现有|另有|其中，?|原)*"
    rf"(?:(?P<congress>{_CONGRESS})|(?P<unit>[^，。；：、]{{1,20}}选区))?原?代表(?P<rest>[^，。；：]{{2,80}}(?:，[^。；]*)?)$"
)
_PLACES = r"牺牲|遇难|遇害|去世|逝世|殉职"
_WHY = (
    r"已经?(?!任)|因(?!公共)|由于|本人|近日|最近|于(?=\d|[〇零一二三四五六七八九十今去本同上次]{1,4}[年月])|\d{4}年|病[逝故]|"
    r"调[离出往到任]|被(?!服)|依法|主动|自愿|申请|请求|提出|要求|不幸|涉嫌|严重违|违[法纪]|"
    rf"在[一-龥]{{2,16}}?(?:{_PLACES})|辞去|{_PLACES}|迁[出离往]|出国|离开|退休|工作(?:变动|调动)|丧失"
)
_REASON = re.compile(rf"[，、]?(?P<reason>(?:{_WHY}).*)$")
_STARTS_REASON = re.compile(rf"[，、]?(?={_WHY})")
# Where a further group of people begins behind a comma: ，原代表某某因病去世，某某、某某调离本县.
_FURTHER = re.compile(
    r"^(?:另有?|还有|其余)?原?(?:第[^，。；：、第]{1,8}选区)?原?代表(?!资格|职务|大会|法|的|们|团|总|名额|出缺|变|共)"
)
_FURTHER_NAMES = re.compile(
    rf"^(?![于因经从自向由时已曾并且均都])(?P<names>[^，。；：]{{2,60}}?)(?:同志)?"
    rf"(?=因|病[逝故]|调[离出往到]|不幸|迁[出离往]|出国|退休|{_PLACES})"
)
# A clause that ends somebody's seat, and the words that name nobody in front of it.
_LEAVES = re.compile(
    rf"^(?P<who>[^，。；：]{{2,40}}?)(?:同志)?(?:已|均|先后|近日)*(?:因[^，]{{1,8}}?)?(?:调离|调出|迁出|病故|{_PLACES}|出国定居)"
)
_NOBODY = re.compile(
    r"会|其|本人|的$|该|上述|以上|[名人位]$|因|被|接受|这|近|年|月|等|期间|代表$|于|在|已|由于|工作|不幸|调动|部分"
)
_BRACKET = re.compile(r"（[^（）]*）")
_NOTED = re.compile(r"（(?P<unit>[^（）]{0,16}?选区)(?:选出)?）$")
# The people first: 某某（女）同志，第1选区选出，因病去世.
_SUBJECT = re.compile(
    r"^(?P<names>[^，。；：]{2,60}?)(?:同志)?"
    r"(?:，(?:由|系|为)?(?P<unit>[^，]{2,30}?)所?选举?(?:出|产生)?(?:的[^，]{0,30}?代表)?)?"
    rf"，?(?P<rest>(?:{_WHY}).*)$"
)
_NUMBERING = re.compile(r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)]?[.、．]?)(?=[^\d名人位年月日选届号])")
# Where the reason is over: what follows from it, or who accepts it.
_AFTERWARDS = re.compile(
    r"，(?:其|代表资格|[^，]{0,60}?(?:会议|常委会|委员会|主席团|大会|决定|接受)[^，]{0,12}"
    r"(?:接受|同意|辞职)|(?:依照|依据|依法|按照|根据|按)[^，]{2,60}，|第.{1,4}次会议|(?:\d{4}年[^，]{3,8}，)?[^，]{0,40}罢免).*$"
)
_LABEL = re.compile(
    r"^(?:其中[，：]?)?(?P<why>[^，。；：]{0,16}?"
    r"(?:调离|调出|调往|去世|逝世|病故|辞去[^，。；：]{0,16}?代表职务|辞职|罢免|迁出|出国|丧失|牺牲)[^，。；：]{0,12}?)"
    rf"的?(?:代表)?(?:有|共有?|计)?(?:{NUMERAL}[名人位])?的?(?:代表)?(?:是|为|有)?：(?P<list>.+)$"
)
_ENTRY = re.compile(
    r"^(?:由)?(?P<unit>[^，。；：（）]{2,30}?)(?:(?:依法)?选举?(?:出|产生)?的?|(?:(?<=[省市区县州旗盟镇乡])|(?<=选区)|(?<=代表团)|(?<=军))的|：)"
    r"(?P<names>.+)$"
)
# Where a list of people is over and what befell them is told, until the next is introduced by a unit.
_TELLS = re.compile(
    r"^(?:依照|依据|根据|按照|其(?!其)|现已|已[经于]?|均|由于|故|因此|所以|分别|根据|提请|本人|并[于经由]|该)|职务|资格|法律|规定"
)
_ENTRY_AGAIN = re.compile(r"^由?[^，。；：（）由]{2,30}?(?:依法)?选(?:举(?:出|产生)?|出)的?")
# A further deputy behind a comma, told by who elected them: 甲区选出的某某，乙县选出的某某，因….
_FURTHER_CHOSEN = re.compile(
    r"^[^，。；：由其]{2,16}(?:[省市区县州旗盟镇乡]|选区|代表团|军)(?:依法)?选(?:举(?:产生)?|出)的(?!新|下)"
)
_NOTED_UNIT = re.compile(
    r"^(?P<name>[^（）]{2,12})（(?P<unit>[^（）]{2,20}?(?:选区|选出|[省市区县州旗镇乡]))(?:选出)?）$"
)


_LATER = re.compile(r"^(?:此后|其后|其间|期间|会后|之后)，?")
_COUNT_OF = re.compile(rf"等(?:{NUMERAL}[名位人])?(?:代表|同志)(?=因|已|调|辞|去世|病|，)")
_OPENING = re.compile(r"^(?:[^，：]{0,40}：|(?:此后|其后|其间|期间|会后|近期|近来|之后|目前|最近)，?)+")
_UNITED = re.compile(rf"^(?P<who>[^，。；：]{{6,200}}?)(?P<rest>(?:{_WHY}).*)$")
_OF_UNIT = re.compile(
    r"^由?(?P<unit>[^，。；：、的]{2,24}?)(?:(?:依法)?所?选(?:举)?(?:出|产生)?的|(?<=[省市区县州旗盟镇乡军队])的)(?:代表)?"
    r"(?P<name>[^的]{2,12})$"
)


@dataclass(slots=True)
class Seat:
    """What a text says of one deputy."""

    name: str
    unit: str | None = None
    congress: Congress | None = None
    described: str | None = None
    reason: str | None = None


def is_report(ctx: Context) -> bool:
    """Whether an item is a report on the qualifications of deputies, also of those by-elected."""
    return ctx.type == "deputy_qualification_report" or bool(re.search(r"代表资格.{0,20}报告$", ctx.title))


def leaving(ctx: Context, sentence: Passage, known: frozenset[str]) -> Iterator[Seat]:
    """The deputies whose seats a sentence speaks of, with what it says of them."""
    seats = list(_leaving(ctx, sentence, known))
    for before, seat in pairwise(seats):
        seat.congress = seat.congress or before.congress
    _unread(ctx, sentence, seats)
    return iter(seats)


def _unread(ctx: Context, sentence: Passage, seats: list[Seat]) -> None:
    """A group of people who leave and were not read is an issue."""
    if "资格" not in sentence.text:
        return
    for clause in re.split(r"[，。；：]", sentence.text):
        if _leaves(clause) and not any(seat.name in clause for seat in seats):
            ctx.issue("unread_trigger", sentence, f"{clause}: who leaves was not read; check it by hand")


def _leaves(clause: str) -> bool:
    """Whether a clause says of somebody by name that they leave."""
    left = _LEAVES.match(clause)
    return left is not None and not _NOBODY.search(left["who"])


def _parts(ctx: Context, text: str, known: frozenset[str]) -> Iterator[str]:
    """The parts of a sentence that speak of one deputy, or of several with one reason."""
    for part in filter(None, _PARTS.split(text)):
        start = 0
        for comma in re.finditer(r"，", part):
            if _opens_group(ctx, _plain(part[comma.end() :]), known):
                yield part[start : comma.start()]
                start = comma.end()
        yield part[start:]


def _plain(part: str) -> str:
    """A part without the words that only lead to it: 其后甲、乙等代表调离."""
    return _COUNT_OF.sub("", _LATER.sub("", part))


def _opens_group(ctx: Context, text: str, known: frozenset[str]) -> bool:
    if _LABEL.match(text) or _FURTHER.match(text) or _FURTHER_CHOSEN.match(text) or _leaves(text):
        return True
    match = _FURTHER_NAMES.match(text)
    named = people(match["names"], ctx, known) if match else []
    return bool(named) and not any(described for _, described in named)


def _leaving(ctx: Context, sentence: Passage, known: frozenset[str]) -> Iterator[Seat]:
    label: str | None = None
    waiting: list[Seat] = []
    for part in _parts(ctx, sentence.text, known):
        headed = _LABEL.match(part)
        label = headed["why"] if headed else label
        if label:
            yield from named_by_unit(ctx, label, headed["list"] if headed else part, known)
            continue
        part = _plain(_NUMBERING.sub("", part))
        seats = (
            _of_units(ctx, part) or _chosen(ctx, part, known) or _deputy(ctx, part, known) or _subject(ctx, part, known)
        )
        waiting += seats
        if seats and seats[-1].reason:
            for seat in waiting:
                seat.reason = seat.reason or seats[-1].reason
            yield from waiting
            waiting = []
    yield from waiting


def named_by_unit(ctx: Context, label: str, entries: str, known: frozenset[str]) -> Iterator[Seat]:
    """调离本省的3名：甲市选出的某某、某某，乙县的某某; 去世的1名：某某（第9选区）."""
    unit: str | None = None
    pending, over = "", False
    for piece in re.split(r"[、，]", entries):
        over = (over or gives_reason(piece) or bool(_TELLS.search(piece))) and not _ENTRY_AGAIN.match(piece)
        if over:
            pending = ""
            continue
        noted = _NOTED_UNIT.match(piece)
        entry = None if noted else _ENTRY.match(pending + piece)
        unit = noted["unit"] if noted else entry["unit"] if entry else unit
        names = noted["name"] if noted else entry["names"] if entry else pending + piece
        found = people(names, ctx, known, sure=len(names) <= 4)
        pending = "" if found else pending + piece + "、"
        for name, described in found:
            yield Seat(name, unit, None, described, label.removesuffix("的").removesuffix("代表"))


def _chosen(ctx: Context, part: str, known: frozenset[str]) -> list[Seat]:
    """由某选区选出的某届人民代表大会代表、某局局长某某，已调离."""
    match = _CHOSEN.match(part)
    return _seats(ctx, match["unit"], match["congress"], match["rest"], known) if match else []


def _of_units(ctx: Context, part: str) -> list[Seat]:
    """甲县选出的某某、乙区的某某和丙部队选出的某某调离本市: each named with the unit, and the reason once."""
    match = _UNITED.match(_OPENING.sub("", part))
    pieces = [_OF_UNIT.match(piece) for piece in re.split(r"、|以及|和|及", match["who"])] if match else []
    if match is None or len(pieces) < 2:
        return []
    told = [(piece["unit"], piece["name"]) for piece in pieces if piece and is_name(piece["name"], ctx.lexicon)]
    seats = [Seat(name, unit, None, None, ended(match["rest"])) for unit, name in told]
    return seats if len(seats) == len(pieces) else []


def _deputy(ctx: Context, part: str, known: frozenset[str]) -> list[Seat]:
    """某届人民代表大会代表某某因病去世; 第5选区代表某某已调离."""
    match = _DEPUTY.match(part)
    if match is None:
        return []
    congress = match["congress"] + "代表" if match["congress"] else None
    return [seat for seat in _seats(ctx, match["unit"], congress, match["rest"], known) if seat.reason]


def _subject(ctx: Context, part: str, known: frozenset[str]) -> list[Seat]:
    """某某、某某同志调离本行政区域: only names beyond doubt, for anything else may open a sentence."""
    match = _SUBJECT.match(part)
    if match is None:
        return []
    names = people(match["names"], ctx, known)
    if not names or any(described for _, described in names):
        return []
    noted = _NOTED.search(match["names"]) if len(names) == 1 else None
    unit = match["unit"] or (noted["unit"] if noted else None)
    return [Seat(name, unit, None, None, ended(match["rest"])) for name, _ in names]


def gives_reason(text: str) -> bool:
    """Whether a text begins like a reason, and so names nobody."""
    return bool(re.match(_WHY, text))


def ended(reason: str) -> str:
    """A reason without what follows from it."""
    return _AFTERWARDS.sub("", reason).rstrip("，、。")


def _seats(ctx: Context, unit: str | None, congress: str | None, rest: str, known: frozenset[str]) -> list[Seat]:
    found = find_congress(congress, ctx) if congress else None
    for cut in [*_STARTS_REASON.finditer(rest), None]:
        who = rest[: cut.start()] if cut else rest.split("，")[0]
        named = people(who, ctx, known) if "，" not in _BRACKET.sub("", who) else []
        if named:
            reason = _REASON.match(rest, cut.start()) if cut else None
            why = ended(reason["reason"]) if reason else None
            noted = _NOTED.search(who) if len(named) == 1 else None
            where = unit or (noted["unit"] if noted else None)
            return [Seat(name, where, found, described, why) for name, described in named]
    return []
