"""Which congress a deputy belongs to: as printed, without the words of the sentence in front of its place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extract.context import Context
from kg.recognise.meetings import MeetingMention, own_place
from kg.recognise.numbers import NUMERAL, number
from kg.recognise.places import split_chain

_ANCHOR = re.compile(
    r"(?:人民代表大会|人大)(?=代表(?!资格审查|大会|团|法|建议|议案|工作|联络|小组|选举|名额|们|和|活动))"
)
_NAMED = re.compile(
    rf"(?P<front>[一-龥]{{0,30}}?)(?:(?P<official>第)?(?P<term>{NUMERAL})届"
    r"(?P<behind>全国|[一-龥]{1,12}?[省市区县州旗镇乡])?)?(?:人民代表大会|人大)$"
)
_WIDEST = 46
# The words in front of a place: nothing that ends so belongs to its name.
_CUT = re.compile(r".*(?:[为的了]|选举|补选|辞去|接受|罢免|递补|确认|关于|作为|担任|报告|出席|根据|按照|选出)")
_OWN_LEVEL = re.compile(r"^(?:本|我|全|该)?(?:自治区|自治州|自治县|[省市区县州旗盟镇乡])$")


@dataclass(frozen=True, slots=True)
class Congress:
    """A congress as printed, without its term, and the term."""

    body: str
    term: int | None


def find_congress(text: str, ctx: Context) -> Congress | None:
    """The first congress whose deputies a text names with a place or a term, or None."""
    for anchor in _ANCHOR.finditer(text):
        match = _NAMED.search(text[max(0, anchor.start() - _WIDEST) : anchor.end()])
        found = _read(match, ctx) if match else None
        if found is not None:
            return found
    return None


def own_congress(ctx: Context) -> Congress:
    """The congress of an item: the one that its text or title names first, else that of its meeting or its place."""
    for text in (*(sentence.text for sentence in ctx.sentences), ctx.title):
        found = find_congress(text, ctx)
        if found is not None and found.term is not None:
            return found
    if ctx.meeting:
        return Congress(ctx.meeting.body.removesuffix("常务委员会"), ctx.meeting.term)
    return Congress("".join(ctx.place) + "人民代表大会", None)


def _read(match: re.Match[str], ctx: Context) -> Congress | None:
    term = number(match["term"]) if match["term"] else None
    if match["behind"]:
        return Congress(_CUT.sub("", match["behind"]) + "人民代表大会", term)
    front = _CUT.sub("", match["front"])
    mention = MeetingMention(match.start(), match.end(), front, False, term, None, match["official"] is not None)
    place = own_place(mention, ctx.place, ctx.lexicon) if front else ""
    chain, rest = split_chain(place, ctx.lexicon)
    sound = place in ("", "全国") or bool(_OWN_LEVEL.match(place)) or (bool(chain) and not rest)
    if sound and (place or term is not None):
        return Congress(place + "人民代表大会", term)
    return None
