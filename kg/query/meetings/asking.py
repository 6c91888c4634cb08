"""A meeting asked of a graph."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from kg.query.evidence import Fact, facts
from kg.query.meetings.model import Attendee, Meeting, MeetingAct, MeetingDecision, MeetingVote, Point
from kg.query.naming import find_one
from kg.query.opening import Graph
from kg.query.rows import every, flag, grouped, number, text
from kg.query.sparql import Iri, Record, records

FOLDER = Path(__file__).parent
STATUSES = {"Present": "present", "OnLeave": "on_leave", "Observer": "observer"}

Part = TypeVar("Part", Point, Attendee, MeetingVote, MeetingDecision, MeetingAct)
Rows = list[Record]


def meeting(graph: Graph, name: str) -> Meeting:
    """The meeting that a name means: a body, a term and a session as people write them, or an IRI.

    Raises `QueryError` when no meeting is called so, `AmbiguousName` when several are.
    """
    one = find_one(graph, name, ("meeting",))
    rows = records(graph, FOLDER / "meeting.rq", meeting=one.iri)
    told = facts(graph, [one.iri]).get(one.iri)
    return Meeting(
        meeting=one.iri,
        name=one.name,
        body=text(rows, "body") or "",
        body_name=text(rows, "body_name"),
        term=number(rows, "term"),
        session=number(rows, "session"),
        days=every(rows, "day"),
        half_day=text(rows, "half"),
        members=number(rows, "members"),
        present=number(rows, "present"),
        on_leave=number(rows, "leave"),
        passages=told.passages if told else (),
        agenda=tuple(_parts(graph, one.iri, "agenda", _point)),
        attendance=tuple(_parts(graph, one.iri, "attendance", _attendee)),
        votes=tuple(_parts(graph, one.iri, "votes", _vote)),
        decisions=tuple(_parts(graph, one.iri, "decisions", _decision)),
        acts=tuple(_parts(graph, one.iri, "acts", _act)),
    )


def _parts(graph: Graph, one: Iri, question: str, make: Callable[[Rows, Fact], Part]) -> Iterator[Part]:
    """What one question finds of a meeting, in the order of the gazettes."""
    rows = records(graph, FOLDER / f"{question}.rq", meeting=one)
    by_fact = dict(grouped(rows, "fact"))
    told = facts(graph, by_fact)
    ordered = sorted((told[fact] for fact in by_fact if fact in told), key=lambda fact: (fact.passages, fact.fact))
    for fact in ordered:
        yield make(by_fact[fact.fact], fact)


def _point(rows: Rows, fact: Fact) -> Point:
    return Point(number(rows, "number"), text(rows, "title") or "", fact.passages)


def _attendee(rows: Rows, fact: Fact) -> Attendee:
    status = (text(rows, "status") or "").rpartition("#")[2]
    post = text(rows, "post") or text(rows, "sent")
    return Attendee(
        STATUSES.get(status, status), text(rows, "person") or "", text(rows, "name") or "", post, fact.passages
    )


def _vote(rows: Rows, fact: Fact) -> MeetingVote:
    return MeetingVote(
        subject=text(rows, "subject"),
        person=text(rows, "person"),
        name=text(rows, "name"),
        votes_for=number(rows, "for"),
        votes_against=number(rows, "against"),
        abstentions=number(rows, "abstentions"),
        passed=flag(rows, "passed"),
        passages=fact.passages,
    )


def _decision(rows: Rows, fact: Fact) -> MeetingDecision:
    return MeetingDecision(
        text(rows, "kind"), text(rows, "title"), text(rows, "subject"), text(rows, "result"), fact.passages
    )


def _act(rows: Rows, fact: Fact) -> MeetingAct:
    name = text(rows, "name") or text(rows, "printed")
    return MeetingAct(
        fact.event, text(rows, "person"), name, text(rows, "post") or "", text(rows, "qualifier"), fact.passages
    )
