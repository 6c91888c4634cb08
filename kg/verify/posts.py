"""Posts stated after they ended, and what the end of a seat must bring with it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model.facts import DeputyChange, PersonnelEvent, Position
from kg.verify.record import Contradiction, Record, finding

_ENDS = frozenset(("remove", "accept_resignation", "terminate", "lapse", "dismiss"))
_BEGINS = frozenset(("appoint", "elect"))
_LEFT = re.compile(r"调离|迁出|离开")


def after_the_end(record: Record) -> Iterator[Contradiction]:
    """Somebody stated in a post that this gazette says has ended before, or acting where he has left."""
    gazette = record.gazette
    stated = [*gazette.positions, *gazette.restated]
    for event in gazette.personnel:
        if event.event in _ENDS and event.person and event.body and len(event.date or "") == 10:
            for position in stated:
                later = _same_post(event, position) and _later(record, position, event.date or "")
                if later and not any(_begins_again(event, other) for other in gazette.personnel):
                    told = {"person": event.person, "title": event.title, "body": event.body, "day": event.date or ""}
                    yield finding("post_ended", told, event.evidence, position.evidence, confidence=0.9)
    for change in gazette.deputies:
        if change.change == "terminated" and _LEFT.search(change.reason or ""):
            yield from _acts_after_leaving(record, change, stated)


def _same_post(event: PersonnelEvent, position: Position) -> bool:
    return (
        not position.former
        and position.person == event.person
        and position.body == event.body
        and position.title == event.title
    )


def _begins_again(event: PersonnelEvent, other: PersonnelEvent) -> bool:
    return (
        other.event in _BEGINS
        and (other.person, other.body, other.title) == (event.person, event.body, event.title)
        and (other.date or "9") >= (event.date or "")
    )


def _later(record: Record, position: Position, day: str) -> bool:
    """Whether a statement is made in a paper of a later day, and tells of no day before."""
    paper = record.paper(position.evidence)
    said = paper.item.date if paper else None
    return bool(said and len(said) == 10 and said > day and (position.as_of or said) > day)


def _acts_after_leaving(record: Record, change: DeputyChange, stated: list[Position]) -> Iterator[Contradiction]:
    """A deputy who has left the district is still stated in a post there by a later paper."""
    paper = record.paper(change.evidence)
    day = paper.item.date if paper else None
    for position in stated:
        if position.person == change.person and not position.former and day and _later(record, position, day):
            told = {"person": change.person, "day": day, "reason": change.reason or "", "title": position.title}
            yield finding("left_the_place", told, change.evidence, position.evidence, confidence=0.8)
            return


def seats_and_posts(record: Record) -> Iterator[Contradiction]:
    """A deputy's seat ended and its holder sits on the standing committee: whether that post's end is printed."""
    gazette = record.gazette
    for change in gazette.deputies:
        committee = f"{change.congress}常务委员会"
        if change.change != "terminated":
            continue
        seat = next(
            (
                row
                for row in gazette.attendance
                if row.person == change.person
                and row.meeting.body == committee
                and row.status in ("present", "on_leave")
                and row.meeting.term == change.term
            ),
            None,
        )
        ended = any(row.person == change.person and row.body == committee for row in gazette.personnel)
        if seat and not ended:
            told = {"person": change.person, "body": committee}
            yield finding("seat_and_post", told, change.evidence, seat.evidence, confidence=0.9)
