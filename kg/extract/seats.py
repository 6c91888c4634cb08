"""What reports say of each deputy: electing unit, post, why the seat ends. Names are certain where the report repeats them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.congresses import Congress, find_congress
from kg.extract.context import Context
from kg.model.source import Passage
from kg.recognise.names import certain_name, has_surname, is_name, name_list
from kg.recognise.numbers import NUMERAL
from kg.recognise.posts import titles

_REPEATED = re.compile(
    r"(?:^|[，。；：]|确认|终止|认为)(?P<names>[^，。；：]{2,200}?)(?:同志)?的(?:[^，。；的]{0,30}?(?:大会|人大))?(?:代表)?资格"
    r"(?:合法|均|全部|已|报请|相应|自然|自行|依法|随之|即|也)*(?:有效|终止)"
)
_PARTS = re.compile(r"[；。]|(?:，|、)?(?:以及|和)?(?=由[^，。；由]{2,40}?选(?:举|出))")
_CHOSEN = re.compile(
    r"^(?:[，、]|其中，?|以及|和)*(?:由|从)?(?P<unit>[^，。；：由]{2,40}?)(?:依法)?(?:所)?选(?:举)?(?:出|产生)?的(?P<congress>[^，。；]{0,40}?(?:人民代表大会|人大)?代表)?[，、]?(?P<rest>.+)$"
)
_DEPUTY = re.compile(
    r"^(?:[，、]|先后有|近日|近期|现有|另有|其中，?|原)*(?P<congress>[^，。；：、]{0,40}?(?:人民代表大会|人大))?(?P<word>原?代表)(?P<rest>[^，。；：]{2,80}(?:，[^。；]*)?)$"
)
_WHY = (
    r"已经?(?!任)|因(?!公共)|由于|本人|近日|最近|于(?=\d|[〇零一二三四五六七八九十]{1,4}[年月])|\d{4}年|病[逝故]|调[离出往到任]|被(?!服)|依法|主动|自愿|申请|请求|提出|要求|不幸|涉嫌|严重违|"
    r"在[一-龥]{2,16}?(?:牺牲|遇难|遇害|去世|逝世|殉职)|辞去|去世|逝世|迁[出离往]|出国|离开|退休|工作(?:变动|调动)|牺牲|遇害|遇难|丧失|违[法纪]"
)
_REASON = re.compile(rf"[，、]?(?P<reason>(?:{_WHY}).*)$")
_STARTS_REASON = re.compile(rf"[，、]?(?={_WHY})")
_LABEL = re.compile(
    rf"^(?P<why>(?:[^，。；：]{{0,16}}?)(?:调离|调出|调往|去世|逝世|病故|辞去代表职务|辞职|罢免|迁出|出国|丧失|牺牲|补选|当选)[^，。；：]{{0,12}}?)(?:的)?(?:代表)?(?:有|共|共有|计)?(?:{NUMERAL}[名人位])?(?:的)?(?:代表)?(?:是|为|有)?：(?P<list>.+?)。?$"
)
_ENTRY = re.compile(r"^(?P<unit>[^，。；：（）、]{2,30}?)(?:依法)?(?:选(?:举)?(?:出|产生)?的?|的|：)(?P<names>.+)$")
_NOTE = re.compile(r"（[^（）]{1,30}）$")
# What people do who hold no title; the words end a description in front of a name.
_OCCUPATION = re.compile(
    r"(?:工人|职工|员工|农民|村民|居民|牧民|渔民|教师|教授|讲师|研究员|研究生|博士|医师|医生|护士|护师|律师|记者|编辑|演员|运动员|教练|工程师|农艺师|会计师|技师|技术员|班长|战士|军人|法人代表|负责人|创始人|合伙人|个体户|工商户|职员|干部|民警|警察|司机|驾驶员|营业员|专家|院士|厂医|法师|住持|牧师|阿訇|活佛|先进工作者|劳动模范|能手|带头人)"
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


def repeated_names(ctx: Context) -> frozenset[str]:
    """The names that lists of an item give: 甲、乙的代表资格有效. They tell where a name begins behind a description."""
    found: set[str] = set()
    for sentence in ctx.sentences:
        for match in _REPEATED.finditer(sentence.text):
            names = name_list(sentence[match.start("names") : match.end("names")], ctx.lexicon)
            if names and plausible([name.text for name in names], ctx):
                found.update(name.text for name in names)
    return frozenset(found)


def plausible(names: Sequence[str], ctx: Context) -> bool:
    """Whether a list is one of names: at least half have the form of one."""
    formed = sum(has_surname(name, ctx.lexicon) or certain_name(name, ctx.lexicon) for name in names)
    return 2 * formed >= len(names)


def leaving(ctx: Context, sentence: Passage, known: frozenset[str]) -> Iterator[Seat]:
    """The deputies whose seats a sentence speaks of, with what it says of them."""
    label = _LABEL.match(sentence.text)
    if label:
        yield from _labelled(ctx, label, known)
        return
    waiting: list[Seat] = []
    for part in filter(None, _PARTS.split(sentence.text)):
        seats = _chosen(ctx, part, known) or _deputy(ctx, part, known)
        waiting += seats
        if seats and seats[-1].reason:
            for seat in waiting:
                seat.reason = seat.reason or seats[-1].reason
            yield from waiting
            waiting = []
    yield from waiting


def _labelled(ctx: Context, label: re.Match[str], known: frozenset[str]) -> Iterator[Seat]:
    """调离本省的3名：甲市选出的某某、某某；军区选出的某某."""
    if re.search(r"补选|当选", label["why"]):
        return
    reason = re.sub(r"^(?:其中|因)，?", "", label["why"]).removesuffix("的").removesuffix("代表")
    for part in label["list"].split("；"):
        entry = _ENTRY.match(part)
        for name, described in people(entry["names"] if entry else part, ctx, known):
            yield Seat(name, entry["unit"].removeprefix("由") if entry else None, None, described, reason)


def _chosen(ctx: Context, part: str, known: frozenset[str]) -> list[Seat]:
    """由某选区选出的某届人民代表大会代表、某局局长某某，已调离."""
    match = _CHOSEN.match(part)
    if match is None:
        return []
    return _seats(ctx, match["unit"], match["congress"], match["rest"], known)


def _deputy(ctx: Context, part: str, known: frozenset[str]) -> list[Seat]:
    """某届人民代表大会代表某某因病去世."""
    match = _DEPUTY.match(part)
    if match is None:
        return []
    congress = match["congress"] + "代表" if match["congress"] else None
    return [seat for seat in _seats(ctx, None, congress, match["rest"], known) if seat.reason]


def _seats(ctx: Context, unit: str | None, congress: str | None, rest: str, known: frozenset[str]) -> list[Seat]:
    found = find_congress(congress, ctx) if congress else None
    for cut in [*_STARTS_REASON.finditer(rest), None]:
        who = rest[: cut.start()] if cut else rest.split("，")[0]
        named = people(who, ctx, known)
        if named:
            reason = _REASON.match(rest, cut.start()) if cut else None
            why = reason["reason"].rstrip("，、。") if reason else None
            return [Seat(name, unit, found, described, why) for name, described in named]
    return []


def people(text: str, ctx: Context, known: frozenset[str], *, sure: bool = False) -> list[tuple[str, str | None]]:
    """The people that a text ends with or lists, each with the description in front; nothing where a piece names nobody.

    `sure` says that nothing but names and descriptions can stand here, so that a name of any form is taken.
    """
    text = re.sub(r"^(?:[，、：]|代表|其中|同志)+|[，、。]+$", "", text)
    bare = name_list(Passage(text, range(len(text))), ctx.lexicon) if text else None
    if bare and all(name.text in known or certain_name(name.text, ctx.lexicon) or sure for name in bare):
        return [(name.text, None) for name in bare]
    found: list[tuple[str, str | None]] = []
    pending = ""
    pieces = re.findall(r"((?:（[^）]*）|[^、和])+)(、|和|$)", text)
    for number, (piece, separator) in enumerate(pieces, 1):
        pending += piece
        person = _person(pending, ctx, known, last=number == len(pieces))
        if person:
            found.append(person)
            pending = ""
        else:
            pending += separator
    return [] if pending else found


def _person(text: str, ctx: Context, known: frozenset[str], *, last: bool) -> tuple[str, str | None] | None:
    """The name at the end of a description, and the description; only the last one of a list may lack a title."""
    text = _NOTE.sub("", text.strip("，、以及")).removesuffix("同志").removesuffix("代表")
    start = _name_start(text, ctx, known, last)
    return (text[start:], text[:start].rstrip("、，：") or None) if start is not None else None


def _name_start(text: str, ctx: Context, known: frozenset[str], last: bool) -> int | None:
    """Where the name at the end of a text begins: it is known, it stands behind a title or an occupation, or one cut alone fits."""
    for length in range(min(len(text), 20), 1, -1):
        if text[-length:] in known:
            return len(text) - length
    ends = [match.end() for match in titles(ctx.lexicon).anywhere.finditer(text)]
    ends += [match.end() for match in _OCCUPATION.finditer(text)]
    for end in sorted(ends, reverse=True):
        name = text[end:]
        if certain_name(name, ctx.lexicon) or (len(name) in (2, 3) and is_name(name, ctx.lexicon)):
            return end
    if not last:
        return None
    cuts = [len(text) - n for n in (2, 3, 4) if len(text) > n + 2 and certain_name(text[-n:], ctx.lexicon)]
    return cuts[0] if len(cuts) == 1 else None
