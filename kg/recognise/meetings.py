"""Meetings named in a text, by body, term and session."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.lexicon import Lexicon
from kg.recognise.numbers import NUMERAL, number
from kg.recognise.places import split_chain

_CONGRESS = r"(?:人民代表大会|人大)"
_COMMITTEE = r"(?:常务委员会|常委会)"
MEETING = re.compile(
    rf"(?P<place>[一-龥]{{0,30}}?)(?P<official>第)?(?P<term>{NUMERAL})届(?P<after>[一-龥]{{0,12}}?)"
    rf"{_CONGRESS}(?P<committee>{_COMMITTEE})?"
    rf"(?:于[^，。；]{{1,14}}|(?:\d{{4}}年)?(?:\d{{1,2}}月)?\d{{1,2}}日(?:上午|下午|晚)?)?"
    rf"(?:举行|召开)?了?(?:第)?(?P<session>{NUMERAL})次(?P<kind>[一-龥]{{0,6}}?)(?:会议|全会|会)"
)
# Where the term stands behind the body, or is not printed: 县人大常委会第五次会议, 人民代表大会第十三届第二次会议.
_TERMLESS = re.compile(
    rf"(?P<place>[一-龥]{{1,24}}?){_CONGRESS}(?P<committee>{_COMMITTEE})?(?:第(?P<term>{NUMERAL})届)?(?:委员会)?"
    rf"(?:第)(?P<session>{NUMERAL})次(?P<kind>[一-龥]{{0,6}}?)(?:会议|全会)"
)
# 政协某市第八届委员会第一次会议, 某省政协八届一次会议.
_CPPCC = re.compile(
    rf"(?:中国人民政治协商会议|政协)(?P<place>[一-龥]{{2,20}}?)第?(?P<term>{NUMERAL})届(?:委员会)?第?(?P<session>{NUMERAL})次(?:全体)?会议"
    rf"|(?P<place2>[一-龥]{{2,14}}?[省市区县州旗])政协第?(?P<term2>{NUMERAL})届(?:委员会)?第?(?P<session2>{NUMERAL})次(?:全体)?会议"
)
_OF_DATE = re.compile(r"^[年月日]+")
_LEVEL = re.compile(r"(?:自治区|自治州|自治县|[省市区县州旗镇乡])$")
_LEADS = re.compile(
    r"(?:[在经由于对据从向和与及日：，]|召开|举行|提出|听取|审议|关于|完成|执行|落实|根据|按照|贯彻|办理|选举|出席|列席|参加|与|同|本届)了?$"
)
_OF_SENTENCE = re.compile(r"[日的了]|负责人|代表|经(?=.$)")
# No place begins so.
_SURE_LEAD = re.compile(
    r"^(?:会议决定|会议|关于|拟|将|并报|报请|提请|主任会议|电|讯|召开|举行|出席|列席|参加|提请|提交|由|在|经|据|受|对|报|现(?=[报提将])|向(?!阳))+"
)
_NOT_PLENARY = ("主任", "委员长", "全体", "主席团", "党组", "联席", "专题", "扩大")


@dataclass(frozen=True, slots=True)
class MeetingMention:
    """A meeting in a text; `place` is what stands before 第…届 or 人大, perhaps with words in front.

    `official` tells that the term is printed in full, 第…届, so that the place in front of it is too; `cppcc` tells that
    the political consultative conference meets.
    """

    start: int
    end: int
    place: str
    standing: bool
    term: int | None
    session: int | None
    official: bool = True
    cppcc: bool = False


def find_meetings(text: str) -> list[MeetingMention]:
    """All numbered sessions named in a text; a 主任会议 and the like have no session."""
    if "次" not in text:
        return []
    found = [_mention(match) for match in MEETING.finditer(text)]
    taken = [(mention.start, mention.end) for mention in found]
    for match in _TERMLESS.finditer(text):
        if all(match.end() <= start or match.start() >= end for start, end in taken):
            found.append(_mention(match))
    if "政协" in text or "政治协商" in text:
        found += [_consultative(match) for match in _CPPCC.finditer(text)]
    return sorted(found, key=lambda mention: mention.start)


def _consultative(match: re.Match[str]) -> MeetingMention:
    place, term, session = (match[name] or match[name + "2"] for name in ("place", "term", "session"))
    return MeetingMention(match.start(), match.end(), place, False, number(term), number(session), cppcc=True)


def own_place(mention: MeetingMention, chain: tuple[str, ...], lexicon: Lexicon) -> str:
    """The place of a mention without the words in front of it.

    区十七届人大 is said of the own district: only its last character is the place. Before 第十七届 the whole name stands.
    """
    place = _OF_DATE.sub("", mention.place) if mention.start else mention.place
    tails = ["".join(chain[width:]) for width in range(len(chain))]
    for known in tails:
        if place.endswith(known):
            return known
    if place.endswith("全国"):
        return "全国"
    level = _LEVEL.search(place)
    if level and place.endswith("某" + level.group()):
        return "某" + level.group()
    if not mention.official and level and any(part.endswith(level.group()) for part in chain):
        return level.group()
    if not mention.official and level and not chain and _OF_SENTENCE.search(place):
        return level.group()
    place = _SURE_LEAD.sub("", place.rpartition("的")[2])
    for start in range(len(place)):
        found, rest = split_chain(place[start:], lexicon)
        if found and not rest and (start == 0 or _LEADS.search(place[:start])):
            return place[start:]
    if level and any(part.endswith(level.group()) for part in chain):
        return level.group()
    return "" if _LEADS.fullmatch(place) else place


def _mention(match: re.Match[str]) -> MeetingMention:
    part = match.groupdict()
    plenary = not part["kind"].startswith(_NOT_PLENARY)
    place = part["place"] + (part.get("after") or "")
    return MeetingMention(
        match.start(),
        match.end(),
        place,
        part["committee"] is not None,
        number(part["term"]) if part["term"] else None,
        number(part["session"]) if plenary else None,
        part.get("official", "第") is not None,
    )
