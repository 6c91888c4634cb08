"""The notes below a heading that tell when and where: （…通过） and ——…会议上."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.model.source import Passage
from kg.segment.lines import Line

_LONGEST = 5
_YEAR = r"(?:\d{4}|[〇零一二三四五六七八九]{4})年"
_OPENS_BRACKET = re.compile(rf"^（\s*(?:{_YEAR}|.{{2,40}}第[一二三四五六七八九十百\d]+届|会议)")
_CLOSES_BRACKET = re.compile(r"）[。]?$")
# Printed without a dash: 1996年6月27日在…会议上, on lines of its own.
_OPENS_BARE = re.compile(rf"^{_YEAR}.{{1,3}}月.{{1,3}}日(?:在|[一-龥]{{2,30}}第)(?!.*[，。；：])")
_CLOSES_BARE = re.compile(r"(?:会议|大会)(?:上|(?:审议|表决)?(?:通过|批准))$")
_OPENS_DASH = re.compile(rf"^(?:—|－|-|―|─|–){{1,4}}(?:{_YEAR}|在|[一-龥]{{2,40}}第)")
_CLOSES_DASH = re.compile(r"次(?:全体)?会议$|上$|）$")
_MAY_CLOSE_DASH = re.compile(r"(?:会议|大会|日)$")
_KIND = re.compile(
    r"通过|批准|会议上|会议$|决定|举行|上午|下午|半天|全天|公布|发布|修[正订]|次会|公告|表决|\d日|十?[一二三四五六七八九十]日"
)


@dataclass(frozen=True, slots=True)
class Note:
    """A note over the lines `first` to `last` (indices, inclusive); `adopted` where it says 通过 or 批准."""

    first: int
    last: int
    passage: Passage
    adopted: bool
    dash: bool


def find_notes(lines: Sequence[Line]) -> list[Note]:
    """All notes, in order."""
    notes = []
    index = 0
    while index < len(lines):
        note = _note_at(lines, index)
        if note is not None:
            notes.append(note)
            index = note.last
        index += 1
    return notes


def _note_at(lines: Sequence[Line], index: int) -> Note | None:
    text = lines[index].text
    if _OPENS_BRACKET.match(text):
        return _gather(lines, index, _CLOSES_BRACKET, dash=False)
    if _OPENS_DASH.match(text):
        return _gather(lines, index, _CLOSES_DASH, dash=True)
    if _OPENS_BARE.match(text) and len(text) <= 60:
        return _gather(lines, index, _CLOSES_BARE, dash=True)
    return None


def _gather(lines: Sequence[Line], index: int, closes: re.Pattern[str], *, dash: bool) -> Note | None:
    passage = lines[index].tight
    last = index
    while not closes.search(passage.text):
        last += 1
        if last == len(lines) or last - index == _LONGEST or len(passage) > 120:
            last, passage = index, lines[index].tight
            if closes is _CLOSES_DASH and _MAY_CLOSE_DASH.search(passage.text):
                break
            return None
        passage = passage + lines[last].tight
    if not _KIND.search(passage.text) or re.search(r"[。；](?!）)", passage.text[:-1]):
        return None
    return Note(index, last, passage, bool(re.search(r"通过|批准", passage.text)), dash)
