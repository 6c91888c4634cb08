"""Meetings against their dates: a note that names another session, two sessions on one day, one session far apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from kg.model.facts import Evidence, MeetingRef
from kg.recognise.dates import find_dates
from kg.recognise.meetings import find_meetings
from kg.verify.record import Contradiction, Paper, Record, finding

# A session may take days; weeks it does not.
_LONGEST = 14
_OWN = frozenset(("agenda", "attendance", "observers"))


@dataclass(frozen=True, slots=True)
class _Stated:
    """A meeting by its number and a day, as the note of a paper prints them side by side."""

    meeting: MeetingRef
    session: int
    day: date
    side: Evidence


def meetings_and_dates(record: Record) -> Iterator[Contradiction]:
    """The contradictions between what titles and notes say of meetings and days."""
    slips = {paper.item.number: slip for paper in record.papers if (slip := _slip(paper))}
    yield from slips.values()
    stated = [one for paper in record.papers if paper.item.number not in slips and (one := _note(paper))]
    same_day = list(_one_day(stated))
    yield from same_day
    # Of a note that names the wrong session the day is that of the right one.
    known = {side.start for one in same_day for side in one.sides}
    yield from (one for one in _far_apart(stated) if known.isdisjoint(side.start for side in one.sides))


def _slip(paper: Paper) -> Contradiction | None:
    """The agenda of one session, adopted at another: 第十一次会议议程 with the note 第十次会议通过."""
    note, heading = paper.ctx.note, paper.ctx.draft.heading
    if paper.item.type not in _OWN or note is None or heading is None:
        return None
    own, other = find_meetings(heading.title.text), find_meetings(note.text)
    if not own or not other or own[0].standing != other[0].standing or None in (own[0].session, other[0].session):
        return None
    same_term = own[0].term == other[0].term or None in (own[0].term, other[0].term)
    if own[0].session == other[0].session or not same_term:
        return None
    told = {"titled": str(own[0].session), "noted": str(other[0].session)}
    return finding("session_of_note", told, paper.side(heading.title), paper.side(note))


def _note(paper: Paper) -> _Stated | None:
    note = paper.ctx.note
    if note is None or len(meetings := find_meetings(note.text)) != 1 or paper.item.meeting is None:
        return None
    days = [one for one in find_dates(note.text) if len(one.iso) == 10]
    session = paper.item.meeting.session
    if len(days) != 1 or days[0].until or session is None or meetings[0].session != session:
        return None
    return _Stated(paper.item.meeting, session, date.fromisoformat(days[0].iso), paper.side(note))


def _one_day(stated: list[_Stated]) -> Iterator[Contradiction]:
    """Two sessions of one body on one day, where one of them has another day too: one of the notes is a slip."""
    for one, other in combinations(_distinct(stated), 2):
        same = one.meeting.body == other.meeting.body and one.meeting.term == other.meeting.term
        if not same or one.day != other.day or one.session == other.session:
            continue
        if any(third.meeting in (one.meeting, other.meeting) and third.day != one.day for third in stated):
            told = {"first": one.session, "second": other.session, "day": str(one.day)}
            yield finding("one_day", told, one.side, other.side)


def _far_apart(stated: list[_Stated]) -> Iterator[Contradiction]:
    """One session with two days that lie weeks apart."""
    for one, other in combinations(_distinct(stated), 2):
        if one.meeting == other.meeting and abs((one.day - other.day).days) > _LONGEST:
            told = {"session": one.session, "first": str(one.day), "second": str(other.day)}
            yield finding("two_days", told, one.side, other.side)


def _distinct(stated: list[_Stated]) -> list[_Stated]:
    """Each meeting with each of its days once."""
    return list({(one.meeting, one.day): one for one in reversed(stated)}.values())[::-1]
