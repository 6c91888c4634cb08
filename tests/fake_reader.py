"""Stands in for the reading of gazettes: each line is a fact, `KIND PERSON BODY TITLE DATE`; no rules are needed."""

from __future__ import annotations

from kg.model.facts import Attendance, Evidence, Item, MeetingRef, PersonnelEvent, Position
from kg.model.gazette import Gazette, Masthead
from kg.model.issues import Issue
from kg.model.source import Source

EVENTS = {"任命": "appoint", "免去": "remove"}


def fake_gazette(source: Source, lexicon: object = None) -> Gazette:
    """A gazette of the facts in a text whose first line is the place; a text of another kind holds nothing."""
    place = source.line(1).strip()
    gazette = Gazette(source, Masthead(f"{place}公报", None, 2030, 1, None, (place,), None))
    if not place.endswith("市"):
        return gazette
    gazette.items.append(
        Item(1, "名单", "personnel_list", "2030-03-01", None, (), None, 1, len(source), _evidence(source, 1))
    )
    for number in range(2, len(source) + 1):
        if source.line(number).strip():
            _read_line(gazette, number)
    return gazette


def _read_line(gazette: Gazette, number: int) -> None:
    source = gazette.source
    evidence = _evidence(source, number)
    match source.line(number).split():
        case [("任命" | "免去") as kind, person, body, title, date]:
            gazette.personnel.append(
                PersonnelEvent(EVENTS[kind], person, body, title, None, date, None, None, None, None, evidence)
            )
        case ["现任", person, body, title, date]:
            gazette.positions.append(Position(person, body, title, date, False, evidence))
        case ["列席", person, body, title, session]:
            meeting = MeetingRef("云州市人民代表大会常务委员会", 5, int(session))
            gazette.attendance.append(Attendance(meeting, person, "observer", body, title, evidence))
        case _:
            gazette.issues.append(Issue(source.stem, number, "unread_line", source.line(number), "no rule took it"))


def _evidence(source: Source, number: int) -> Evidence:
    start = source.line_starts[number - 1]
    text = source.line(number)
    return Evidence(source.stem, (number,), start, start + len(text), text, "fake", 1.0, 1)
