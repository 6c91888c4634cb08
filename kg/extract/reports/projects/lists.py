"""Lists of projects taken apart: shared heads and numbers go to each, an address with two numbers stays one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.reports.projects.clauses import masked, without_quantity
from kg.extract.reports.projects.names import name_in
from kg.extract.reports.projects.words import Words

_AND_SO_ON = re.compile(
    r"(?:等|(?<=.)(?=[\d一二两三四五六七八九十]+[个条处座所块幅](?:[^、]{0,12}(?:道路|地块|项目|工程|街坊|公路|学校|医院|公园|水库|桥梁))$))(?P<rest>[^等]{0,24})$"
)
_DOING = re.compile("工作|任务|重点|方面|举措")
_JOINED = re.compile(r"以及|[和及与](?!平|谐|睦|其他|周边)")
_PLACE = re.compile(r"^[^、]{1,12}?(?:(?=沿线|两侧)|路|街|大道|河|镇|乡|村|桥|街道)")
# 甲中学、乙小学消防改造工程: the work behind the last institution is done to all.
_HOUSE = r"(?:中学|小学|学校|幼儿园|医院|卫生院|公园|小区|社区|水库|水厂|泵站|福利院|敬老院)"
_HOUSE_ALONE = re.compile(rf"^[一-龥]{{2,16}}{_HOUSE}$")
_HOUSE_WORK = re.compile(rf"^[一-龥]{{2,16}}?{_HOUSE}(?P<work>[一-龥]{{2,12}}(?:工程|项目|改造|扩建|迁建|加固|修缮))$")
_PLACE_ALONE = re.compile(r"(?:路|街|大道|河|镇|乡|村|桥)(?:（[^（）]*）)?$")
_NUMBER = re.compile(r"^[\dA-Za-z&\-—]+(?=$|号|街坊|地块|弄|片区)")
_LINE = re.compile(r"^(?P<front>[一-龥]{2,}?)\d+号(?P<line>线)?$")
_LINE_END = re.compile(r"^\d+号线")
# A reserve of land is named by all its sites.
_OF_LAND = re.compile(
    r"^(?:[^、]*\d|[一-龥]{1,6}[市区县州旗][^、]{2,12})、(?:[^、]*、)*?[^、]*?土地储备(?:项目)?(?=、|[和及]|$)"
)


def pieces(text: str, words: Words) -> tuple[list[str], str | None, bool]:
    """The listed things, the collective word behind 等, and whether that word says that they are no projects."""
    text = without_quantity(text)
    covered = masked(text)
    end = _AND_SO_ON.search(covered)
    collective, refused = None, False
    if end:
        collective = re.sub("(?:建设|改造|工作)$", "", end["rest"]) or None
        if collective and not words.collectives.search(collective):
            refused = not _DOING.search(collective)
            collective = None
        covered, text = covered[: end.start()], text[: end.start()]
    land = _OF_LAND.match(text)
    begin = land.end() + 1 if land else 0
    parts = list(_joined(_split(text[begin:], covered[begin:], words)))
    return [*([land.group()] if land else []), *_shared(parts, collective, words)], collective, refused


def _split(text: str, covered: str, words: Words) -> Iterator[str]:
    """The text cut at 、, between two quotations, and at 和 where both sides are long enough."""
    start = 0
    for match in [*re.finditer(r"、|(?<=”)(?=“)", covered)]:
        yield from _halves(text[start : match.start()], covered[start : match.start()], words)
        start = match.end()
    yield from _halves(text[start:], covered[start:], words)


def _both(left: str, right: str, words: Words) -> bool:
    """Whether both sides of 和 are names: A公园和B医院 are two things, 绿地及景观提升项目 is one."""
    known = name_in(left, words) or _PLACE_ALONE.search(left)
    return bool(known and (name_in(right, words) or _PLACE_ALONE.search(right)))


def _halves(text: str, covered: str, words: Words) -> Iterator[str]:
    for match in _JOINED.finditer(covered):
        left, right = text[: match.start()], text[match.end() :]
        if len(left) >= 2 and len(right) >= 2 and _both(left, right, words):
            yield left
            yield from _halves(right, covered[match.end() :], words)
            return
    if text:
        yield text


def _joined(parts: Iterator[str]) -> Iterator[str]:
    """柏树路37、39号 is one address; 17、21街坊 are two sites."""
    held: list[str] = []
    for part in parts:
        line = _LINE.match(held[-1]) if held and _LINE_END.match(part) else None
        if line:
            held[-1:] = [held[-1] if line["line"] else held[-1] + "线", line["front"] + part]
        elif held and _NUMBER.match(part) and _open_number(held[-1]):
            held[-1] += "、" + part
        else:
            held.append(part)
    yield from held


def _open_number(text: str) -> bool:
    """Whether a text ends in a number without its unit and has a name in front of it."""
    return bool(re.search(r"[一-龥].*\d$|[路街道弄]\d+号$", text))


def _shared(parts: list[str], collective: str | None, words: Words) -> Iterator[str]:
    tail = ""
    whole: list[str] = []
    for part in reversed(parts):
        number = _NUMBER.match(part)
        if number and number.end() == len(part):
            part += tail or (
                re.sub(r"^.*?(街坊|地块).*$", r"\1", collective or "")
                if collective and re.search("街坊|地块", collective)
                else ""
            )
        elif (_PLACE_ALONE.search(part) and tail and not number) or (
            tail and _HOUSE_ALONE.match(part) and (work := _HOUSE_WORK.match(parts[-1])) and work["work"] == tail
        ):
            part += tail
        else:
            tail = _tail_of(part, number)
        whole.append(part)
    shared = words.shared.search(collective) if collective else None
    for part in reversed(whole):
        road_only = shared and (_PLACE_ALONE.search(part) or part.endswith("”"))
        yield (
            part + _collective_name(collective or "")
            if road_only
            and collective
            and not collective.endswith("区对接道路")
            and _collective_name(collective) != "道路"
            else part
        )


def _collective_name(collective: str) -> str:
    return re.sub(r"^[\d一二三四五六七八九十两]+[个条处座]|\d.*$", "", collective)


def _tail_of(part: str, number: re.Match[str] | None) -> str:
    """What a last entry shares with those in front of it: the word behind its number or its road."""
    if number:
        return re.match(r"号?(?:街坊|地块|弄)?", part[number.end() :]).group()  # type: ignore[union-attr]
    if work := _HOUSE_WORK.match(part):
        return work["work"]
    place = _PLACE.match(part)
    return part[place.end() :] if place and not part.startswith("（", place.end()) else ""
