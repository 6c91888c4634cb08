"""Facts to statements, one function a kind of fact."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, SDO, XSD

from kg.model.dates import is_day
from kg.model.facts import (
    SURNAME_ALONE,
    AgendaItem,
    Attendance,
    Decision,
    DeputyChange,
    Evidence,
    Fact,
    Meeting,
    PersonnelEvent,
    Position,
    Vote,
)
from kg.model.people import is_hidden
from kg.model.reports import ReportFact
from kg.rdf.entities import Scope
from kg.rdf.names import digest
from kg.rdf.nquads import Triple

ACT_CLASSES = {
    "appoint": "Appointment",
    "remove": "Removal",
    "accept_resignation": "ResignationAcceptance",
    "resign": "ResignationRequest",
    "elect": "Election",
    "terminate": "ConsequentialTermination",
    "lapse": "AutomaticLapse",
    "dismiss": "Dismissal",
    "confirm": "Confirmation",
    "propose": "Proposal",
}
SEAT_CHANGES = {"elected": "SeatBegins", "terminated": "SeatEnds"}
DEPUTY = "代表"
ATTENDANCE_STATUS = {"present": "Present", "on_leave": "OnLeave", "observer": "Observer"}


def fact_triples(scope: Scope) -> Iterator[Triple]:
    """The statements of all facts of a gazette, items and masthead apart."""
    gazette = scope.gazette
    for meeting in gazette.meetings:
        yield from _meeting(scope, meeting)
    for point in gazette.agenda:
        yield from _agenda(scope, point)
    for event in gazette.personnel:
        yield from _act(scope, event)
    for vote in gazette.votes:
        yield from _vote(scope, vote)
    for change in gazette.deputies:
        yield from _deputy(scope, change)
    for attendance in gazette.attendance:
        yield from _attendance(scope, attendance)
    for position in gazette.positions:
        yield from position_triples(scope, position)
    for decision in gazette.decisions:
        yield from _decision(scope, decision)


def fact_node(scope: Scope, kind: str, fact: Fact | ReportFact) -> URIRef:
    """The IRI of a fact: its gazette, its first line, and a digest of what it says."""
    said = [getattr(fact, name) for name in fact.__dataclass_fields__ if name != "evidence"]
    return scope.names.thing(kind, scope.key, f"l{fact.evidence.lines[0]}-{digest(*said)}")


def stated(scope: Scope, node: URIRef, kind: str, evidence: Evidence) -> Iterator[Triple]:
    """What every fact has: its class, its evidence, and the item that states it."""
    yield node, RDF.type, scope.names.term(kind)
    yield from evidenced(scope, node, evidence)
    if evidence.item in scope.items:
        yield node, scope.names.term("statedIn"), scope.items[evidence.item]


def evidenced(scope: Scope, node: URIRef, evidence: Evidence) -> Iterator[Triple]:
    """The words that state something, and the places whose gazette states it: by them a question is bounded at once."""
    yield node, scope.names.term("evidence"), scope.span(evidence)
    for place, _ in scope.places():
        yield node, scope.names.term("ofPlace"), place


def dated(scope: Scope, node: URIRef, name: str, date: str | None) -> Iterator[Triple]:
    """A date as it is known (`…Text`), and as a day when it is a whole one: no engine compares mixed precisions."""
    if date is None:
        return
    yield node, scope.names.term(name + "Text"), Literal(date)
    if is_day(date):
        yield node, scope.names.term(name), Literal(date, datatype=XSD.date)


def worded(scope: Scope, node: URIRef, **values: str | int | bool | None) -> Iterator[Triple]:
    """Plain values by the name of their property; what is not printed is not stated."""
    for name, value in values.items():
        if value is not None:
            yield node, scope.names.term(name), Literal(value)


def bare_mention(scope: Scope, name: str, evidence: Evidence) -> URIRef:
    """A name without a post: it means one person within one item."""
    return scope.mention(name, apart=f"item-{evidence.item}")


def capacity_mention(scope: Scope, name: str, body: str | None, title: str | None, evidence: Evidence) -> URIRef:
    """A name in a post; one that hides somebody means nobody beyond its line."""
    return scope.mention(name, body, title, apart=f"l{evidence.lines[0]}" if is_hidden(name) else None)


def position_triples(scope: Scope, position: Position) -> Iterator[Triple]:
    """A statement that a person holds or held a post."""
    node = fact_node(scope, "statement", position)
    yield from stated(scope, node, "PositionStatement", position.evidence)
    meant = scope.gazette.referents.get(position, position.person)
    mention = capacity_mention(scope, meant, position.body, position.title, position.evidence)
    yield node, scope.names.term("personMention"), mention
    yield from worded(scope, node, personName=position.person, title=position.title, former=position.former)
    # In speech a deputy is called by the title of the head: a surname alone puts nobody into a post.
    certain = position.evidence.rule != SURNAME_ALONE or position in scope.gazette.referents
    if position.body is not None and certain:
        yield node, scope.names.term("post"), scope.post(position.body, position.title, meant)
    yield from dated(scope, node, "asOf", position.as_of)


def _meeting(scope: Scope, meeting: Meeting) -> Iterator[Triple]:
    node = scope.meeting(meeting.meeting, meeting.dates[0] if meeting.dates else None)
    yield from stated(scope, node, "Meeting", meeting.evidence)
    for day in meeting.dates:
        yield from dated(scope, node, "onDate", day)
    yield from worded(
        scope,
        node,
        halfDay=meeting.half_day,
        memberCount=meeting.expected,
        presentCount=meeting.present,
        leaveCount=meeting.on_leave,
    )


def _agenda(scope: Scope, point: AgendaItem) -> Iterator[Triple]:
    node = fact_node(scope, "agenda", point)
    yield from stated(scope, node, "AgendaItem", point.evidence)
    yield node, scope.names.term("inMeeting"), scope.meeting(point.meeting)
    yield node, DCTERMS.title, Literal(point.text)
    if point.number is not None:
        yield node, SDO.position, Literal(point.number)


def _act(scope: Scope, event: PersonnelEvent) -> Iterator[Triple]:
    node, term = fact_node(scope, "act", event), scope.names.term
    yield from stated(scope, node, ACT_CLASSES[event.event], event.evidence)
    # The common class too: questions are asked of stores that do not reason.
    yield node, RDF.type, term("PersonnelAct")
    if event.person is not None:
        yield node, term("personMention"), _actor(scope, event, event.person)
    yield node, term("post"), scope.post(event.body, event.title, event.person)
    if event.decided_by is not None:
        yield node, term("decidedBy"), scope.body(event.decided_by)
    if event.meeting is not None:
        yield node, term("decidedAt"), scope.meeting(event.meeting, event.date)
    for document in scope.basis(event.legal_basis):
        yield node, term("basedOn"), document
    yield from dated(scope, node, "actDate", event.date)
    yield from worded(
        scope,
        node,
        personName=event.person,
        title=event.title,
        qualifier=event.qualifier,
        legalBasis=event.legal_basis,
        reason=event.reason,
    )


def _actor(scope: Scope, event: PersonnelEvent, name: str) -> URIRef:
    seat = _seat(scope, event) if event.title == DEPUTY else None
    if seat is not None and not is_hidden(name):
        return scope.mention(name, event.body, event.title, apart=seat)
    return capacity_mention(scope, name, event.body, event.title, event.evidence)


def _seat(scope: Scope, event: PersonnelEvent) -> str | None:
    """The constituency of a deputy's act: that of the seat told in the same words, or of the only one of this name."""
    seats = [one for one in scope.gazette.deputies if one.person == event.person and one.congress == event.body]
    here = [one for one in seats if one.evidence.overlaps(event.evidence)] or seats
    told = {one.constituency for one in here}
    return told.pop() if len(told) == 1 else None


def _vote(scope: Scope, vote: Vote) -> Iterator[Triple]:
    node, term = fact_node(scope, "vote", vote), scope.names.term
    yield from stated(scope, node, "Vote", vote.evidence)
    if vote.meeting is not None:
        yield node, term("inMeeting"), scope.meeting(vote.meeting)
    if vote.person is not None:
        yield node, term("candidateMention"), bare_mention(scope, vote.person, vote.evidence)
    yield from worded(
        scope,
        node,
        subjectText=vote.subject,
        votesFor=vote.votes_for,
        votesAgainst=vote.votes_against,
        abstentions=vote.abstentions,
        memberCount=vote.members,
        presentCount=vote.attending,
        passed=vote.passed,
    )


def _deputy(scope: Scope, change: DeputyChange) -> Iterator[Triple]:
    node, term = fact_node(scope, "deputychange", change), scope.names.term
    yield from stated(scope, node, "DeputyChange", change.evidence)
    hidden = f"l{change.evidence.lines[0]}" if is_hidden(change.person) else None
    seat = scope.mention(change.person, change.congress, DEPUTY, apart=hidden or change.constituency)
    yield node, term("personMention"), seat
    yield node, term("congress"), scope.body(change.congress)
    yield node, term("seatChange"), term(SEAT_CHANGES[change.change])
    yield from worded(
        scope,
        node,
        personName=change.person,
        term=change.term,
        constituency=change.constituency,
        reason=change.reason,
        describedAs=change.described_as,
    )


def _attendance(scope: Scope, attendance: Attendance) -> Iterator[Triple]:
    node, term = fact_node(scope, "attendance", attendance), scope.names.term
    yield from stated(scope, node, "Attendance", attendance.evidence)
    yield node, term("inMeeting"), scope.meeting(attendance.meeting)
    yield node, term("personMention"), _present(scope, attendance)
    yield node, term("attendanceStatus"), term(ATTENDANCE_STATUS[attendance.status])
    yield from worded(scope, node, personName=attendance.person, title=attendance.title)
    if attendance.body is not None and attendance.title is not None:
        yield node, term("attendedAs"), scope.post(attendance.body, attendance.title, attendance.person)
    elif attendance.body is not None:
        yield node, term("attendedFor"), scope.body(attendance.body)


def _present(scope: Scope, attendance: Attendance) -> URIRef:
    """Somebody at a meeting: in the post printed, or as a member of the body that met."""
    if attendance.status == "observer" and attendance.body is None:
        return bare_mention(scope, attendance.person, attendance.evidence)
    body = attendance.body or attendance.meeting.body
    return capacity_mention(scope, attendance.person, body, attendance.title, attendance.evidence)


def _decision(scope: Scope, decision: Decision) -> Iterator[Triple]:
    node, term = fact_node(scope, "decision", decision), scope.names.term
    yield from stated(scope, node, "Decision", decision.evidence)
    if decision.title is not None:
        yield node, DCTERMS.title, Literal(decision.title)
    if decision.decided_by is not None:
        yield node, term("decidedBy"), scope.body(decision.decided_by)
    if decision.meeting is not None:
        yield node, term("decidedAt"), scope.meeting(decision.meeting, decision.date)
    for document in scope.basis(decision.legal_basis):
        yield node, term("basedOn"), document
    yield from dated(scope, node, "onDate", decision.date)
    yield from worded(
        scope,
        node,
        decisionKind=decision.kind,
        subjectText=decision.subject,
        resultText=decision.result,
        legalBasis=decision.legal_basis,
    )
