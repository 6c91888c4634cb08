"""A meeting as questions tell it; everything with the passages that state it."""

from __future__ import annotations

from dataclasses import dataclass

from kg.query.evidence import Passage


@dataclass(frozen=True, slots=True)
class Point:
    """A point on the agenda; `number` as printed."""

    number: int | None
    title: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody who was `present`, `on_leave` or an `observer`, and the post or the body printed beside the name."""

    status: str
    person: str
    name: str
    post: str | None
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class MeetingVote:
    """A vote, on a person or another subject; counts as printed."""

    subject: str | None
    person: str | None
    name: str | None
    votes_for: int | None
    votes_against: int | None
    abstentions: int | None
    passed: bool | None
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class MeetingDecision:
    """What was decided: `kind` is that of the tables."""

    kind: str | None
    title: str | None
    subject: str | None
    result: str | None
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class MeetingAct:
    """Whom the meeting put into a post or out of one; `event` is that of the tables."""

    event: str
    person: str | None
    name: str | None
    post: str
    qualifier: str | None
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting: its days, the counts that gazettes print of it, and all that is stated to have happened there."""

    meeting: str
    name: str
    body: str
    body_name: str | None
    term: int | None
    session: int | None
    days: tuple[str, ...]
    half_day: str | None
    members: int | None
    present: int | None
    on_leave: int | None
    passages: tuple[Passage, ...]
    agenda: tuple[Point, ...]
    attendance: tuple[Attendee, ...]
    votes: tuple[MeetingVote, ...]
    decisions: tuple[MeetingDecision, ...]
    acts: tuple[MeetingAct, ...]
