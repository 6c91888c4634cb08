"""Meetings named in a text, by body, term and session."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.recognise.numbers import NUMERAL, number

_CONGRESS = r"(?:人民代表大会|人大)"
_COMMITTEE = r"(?:常务委员会|常委会)"
MEETING = re.compile(
    rf"(?P<place>[一-龥]{{0,24}}?)(?:第)?(?P<term>{NUMERAL})届(?P<after>[一-龥]{{0,12}}?){_CONGRESS}(?P<committee>{_COMMITTEE})?"
    rf"(?:第)?(?P<session>{NUMERAL})次(?P<kind>[一-龥]{{0,6}}?)(?:会议|全会|会)"
)
# Where the term stands behind the body, or is not printed: 县人大常委会第五次会议, 人民代表大会第十三届第二次会议.
_TERMLESS = re.compile(
    rf"(?P<place>[一-龥]{{1,24}}?){_CONGRESS}(?P<committee>{_COMMITTEE})?(?:第(?P<term>{NUMERAL})届)?(?:委员会)?(?:第)(?P<session>{NUMERAL})次(?P<kind>[一-龥]{{0,6}}?)(?:会议|全会)"
)
_NOT_PLENARY = ("主任", "委员长", "全体", "主席团", "党组", "联席", "专题", "扩大")


@dataclass(frozen=True, slots=True)
class MeetingMention:
    """A meeting in a text; `place` is what stands before 第…届 or 人大, perhaps with words in front."""

    start: int
    end: int
    place: str
    standing: bool
    term: int | None
    session: int | None


def find_meetings(text: str) -> list[MeetingMention]:
    """All numbered sessions named in a text; a 主任会议 and the like have no session."""
    if "次" not in text:
        return []
    found = [_mention(match) for match in MEETING.finditer(text)]
    taken = [(mention.start, mention.end) for mention in found]
    for match in _TERMLESS.finditer(text):
        if all(match.end() <= start or match.start() >= end for start, end in taken):
            found.append(_mention(match))
    return sorted(found, key=lambda mention: mention.start)


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
    )
