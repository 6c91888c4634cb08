"""Bodies named beside a word that asks for one, as the agent of a duty: 区财政局, 某某街道, 市人大常委会办公室.

They are told by how names of bodies end; where one begins is told by the words in front of it. A class of bodies
(各部门, 承办单位) and a kind alone (镇政府) are nobody. Short forms and firms are taken too, because the word beside
them says that somebody must stand there: in text at large this would take too much.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.lexicon import Lexicon
from kg.recognise.places import split_chain
from kg.recognise.running_names import any_of

_STOP = "。；：，！？“”‘’（）《》【】—、|\t…＊"
_LEVEL = "省市区县州旗盟镇乡"
_LONGEST = 34
_ARTICLE = re.compile(r"第[一二三四五六七八九十百\d]+[条章节款项]")
# A last character of a common word is no level: 社区, 城市.
_NOT_LEVEL = re.compile(
    r"(?:社|小|园|城|地|校|片|辖|市|景|街|郊|选|林|专|片|老|新|山|灾|战|跨|分)区$|(?:城|都|超|门|菜|股|上|夜|集|本)市$|[村集城]镇$|[城家下故]乡$|[知]县$"
)
_DATE = re.compile(r"^(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}[日号])?(?:[上下]旬|[上下]午|底|初|起|末|中)?")
# 区推进某某工作领导小组: what a group is for belongs to its name.
_LED_GROUP = re.compile(
    rf"^[^，。]{{0,8}}[{_LEVEL}](?:推进|落实|开展|加强|提升|优化)(?=.*(?:小组|指挥部|联席会议|专班)(?:办公室)?$)"
)
_NO_PLACE = re.compile(r"市(?:政(?!府|协)|容|场)|区域|省级|市级|区级|县级")
_STREET = ("街道", "镇", "乡")
_OWNERS = ("政府", "人大", "常委会", "代表大会", "街道", "镇", "乡", "国务院", "委员会")


@dataclass(frozen=True, slots=True)
class BodyMention:
    """A body as printed from `start` to `end` of a text; `known` tells that the name is one by itself."""

    start: int
    end: int
    name: str
    known: bool = False


def bodies(text: str, lexicon: Lexicon) -> list[BodyMention]:
    """The bodies that a sentence names, in order; none overlaps another."""
    found: list[BodyMention] = []
    for match in _ends(lexicon).finditer(text):
        known = match.lastgroup == "known"
        one = _mention(text, match, found[-1] if found else None, lexicon, known=known)
        if one is None:
            continue
        if found and one.start < found[-1].end:
            found.pop()
        found.append(one)
    return found


@cache
def _ends(lexicon: Lexicon) -> re.Pattern[str]:
    """Where a name of a body ends: a whole known name, or an ending that nothing carries on."""
    words = lexicon.mentions
    known = {*words.names, *words.of_party, *lexicon.bodies.departments, *lexicon.bodies.committees}
    known |= {*lexicon.bodies.departments.values(), *lexicon.bodies.committees.values()}
    after = rf"(?!{'|'.join(f'(?:{p})' for p in ('长', '主任', '副主任'))})"
    endings = sorted(words.endings.items(), key=lambda pair: -len(pair[0]))
    forms = "|".join(f"{re.escape(end)}(?!{rule})" if rule else re.escape(end) for end, rule in endings)
    return re.compile(
        rf"(?P<known>(?:{any_of(sorted(name for name in known if len(name) > 1))}){after})|(?P<end>{forms})"
    )


def _mention(
    text: str, match: re.Match[str], before: BodyMention | None, lexicon: Lexicon, *, known: bool
) -> BodyMention | None:
    end = match.end()
    floor = max(max(text.rfind(stop, 0, match.start()) for stop in _STOP) + 1, end - _LONGEST)
    if match.group() in _STREET:
        floor = max(floor, *(text.rfind(joint, 0, match.start() - 1) + 1 for joint in "和与及"))
    if before is not None and before.end > floor and (cut := _cut_behind(text, match, before, known=known)):
        floor = cut
    for start in _starts(text, floor, end, lexicon):
        name = text[start:end]
        if sound(name, lexicon):
            return BodyMention(start, end, name, known)
    anchored = _anchored(text, floor, match, lexicon, known=known)
    return BodyMention(anchored, end, text[anchored:end], known) if anchored is not None else None


def _cut_behind(text: str, match: re.Match[str], before: BodyMention, *, known: bool) -> int | None:
    """Where a second body stands right behind the first (区委区政府, 区科委科协), or is joined to it by a word."""
    joint = re.compile(r"(?:和|与|及|以及|暨|并|同)").match(text, before.end)
    if joint and joint.end() < match.end():
        return joint.end()
    begins = before.end
    if text[begins] in _LEVEL and begins + 1 <= match.start() and not _NO_PLACE.match(text, begins):
        return begins
    if known and match.start() == begins and not before.name.endswith(_OWNERS):
        return begins
    return None


def _starts(text: str, floor: int, end: int, lexicon: Lexicon) -> list[int]:
    """Where the name may begin: behind the last word that leads to it, or at the start of its clause."""
    day = _DATE.match(text, floor, end) if text[floor : floor + 1].isdigit() else None
    starts = [floor]
    article = _ARTICLE.match(text, floor, end)
    if article:
        starts = [article.end()]
    if day and day.end() > floor:
        starts = [day.end()]
    for match in _leads(lexicon).finditer(text, starts[0], end):
        if match.lastgroup == "lead" and match.end() < end and not _of_name(text, starts[0], match, lexicon):
            starts.append(match.end())
    return [_without_particles(text, start, end, lexicon) for start in reversed(starts)]


def _of_name(text: str, start: int, match: re.Match[str], lexicon: Lexicon) -> bool:
    """区推进某某工作领导小组: what stands between the place and the rest belongs to the name."""
    head = text[start : match.start()]
    return (
        bool(head)
        and (head in _LEVEL or (head[-1] in _LEVEL and not split_chain(head, lexicon)[1]))
        and len(match.group()) > 1
    )


@cache
def _leads(lexicon: Lexicon) -> re.Pattern[str]:
    long = any_of([word for word in (*lexicon.mentions.leads, *lexicon.titles.leading_words) if len(word) > 1])
    keep = any_of(lexicon.titles.names_with_leading_words)
    # A particle inside a clause leads to a body only where a place or a level stands right behind it.
    return re.compile(
        rf"(?P<keep>{keep})|(?P<lead>{long}|[的了]|[由经请受对向在与及和为将被把让使从以同](?=[本我]?[{_LEVEL}](?![场政容域划]))|由)"
    )


@cache
def _particles(lexicon: Lexicon) -> re.Pattern[str]:
    words = [*lexicon.mentions.leads, *lexicon.titles.leading_words]
    keep = any_of(lexicon.titles.names_with_leading_words)
    return re.compile(rf"(?:(?!{keep})(?:{any_of(words)}))+")


def _without_particles(text: str, start: int, end: int, lexicon: Lexicon) -> int:
    match = _particles(lexicon).match(text, start, end)
    return match.end() if match and match.end() < end - 1 else start


def sound(name: str, lexicon: Lexicon) -> bool:
    """Whether a text that ends like a body is the name of one, and neither words of a sentence nor a class."""
    words, name = lexicon.mentions, name.removesuffix("（筹）")
    head = _LED_GROUP.match(name)
    if not 2 <= len(name) <= _LONGEST or _search(words.unclean).search(name, head.end() if head else 0):
        return False
    if _search(words.common).search(name):
        return False
    return not _search(words.bare).search(name) and not _search(words.classes).search(name)


@cache
def _search(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _anchored(text: str, floor: int, match: re.Match[str], lexicon: Lexicon, *, known: bool) -> int | None:
    """A name behind words that are not known: from its level (区财政局), or a whole known name alone."""
    end = match.end()
    if _search(lexicon.mentions.classes).search(text[floor:end]):
        return None
    for at in range(match.start() - 1, floor - 1, -1):
        if text[at] in _LEVEL and not _NOT_LEVEL.search(text[max(floor, at - 1) : at + 1]):
            name = text[at:end]
            return at if sound(name, lexicon) and len(name) > 2 else None
    start = match.start()
    return start if known and sound(text[start:end], lexicon) and end - start > 2 else None
