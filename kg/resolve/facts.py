"""All facts of a gazette with their bodies in normal form, meetings put together, repetitions taken out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from kg.model.facts import Author, DeputyChange, Evidence, Item, Meeting, MeetingRef, PersonnelEvent, Position
from kg.model.gazette import Gazette
from kg.model.issues import Issue
from kg.model.reports import BodyChange, OfficeSeat, Responsibility
from kg.resolve.answers import answered
from kg.resolve.bodies import Bodies
from kg.resolve.changes import once_told
from kg.resolve.documents import same_documents
from kg.resolve.projects import one_name
from kg.resolve.surnames import referents, unknown

T = TypeVar("T")


def resolve(gazette: Gazette, bodies: Bodies) -> Gazette:
    """The same gazette with every body in its normal form; `bodies` and `meetings` are filled."""
    bodies.learn(_printed(gazette), _apart(gazette))
    resolver = _Resolver(gazette, bodies)
    gazette.named = [
        replace(row, name=name) for row in gazette.named if (name := resolver.named(row.name, row.printed))
    ]
    gazette.items = [resolver.item(item) for item in gazette.items]
    gazette.meetings = resolver.meetings(gazette.meetings)
    gazette.agenda = _once(
        (replace(row, meeting=resolver.ref(row.meeting)) for row in gazette.agenda), lambda r: (r.meeting, r.text)
    )
    gazette.personnel = _dated_once(_once(map(resolver.event, gazette.personnel), _event_key))
    gazette.votes = [replace(row, meeting=resolver.maybe(row.meeting)) for row in gazette.votes]
    gazette.deputies = _fullest(replace(row, congress=resolver.congress(row.congress)) for row in gazette.deputies)
    gazette.attendance = _once(
        (replace(row, meeting=resolver.ref(row.meeting), body=resolver.body(row.body)) for row in gazette.attendance),
        lambda r: (r.meeting, r.person, r.status, r.body, r.title),
    )
    stated = [resolver.position(row) for row in gazette.positions]
    gazette.positions = _once(stated, lambda r: (r.person, r.body, r.title, r.former))
    first = {id(row) for row in gazette.positions}
    gazette.referents = referents(gazette)
    gazette.issues += unknown(gazette)
    gazette.restated = [row for row in stated if id(row) not in first]
    gazette.decisions = [
        replace(row, meeting=resolver.maybe(row.meeting), decided_by=resolver.body(row.decided_by))
        for row in gazette.decisions
    ]
    _resolve_reports(gazette, resolver)
    gazette.body_changes = resolver.changes(gazette.body_changes)
    gazette.offices = _once(map(resolver.seat, gazette.offices), lambda r: (r.office, r.host))
    gazette.documents = same_documents(gazette.documents, gazette.masthead.place, bodies.lexicon)
    gazette.bodies = bodies.met(resolver.used)
    return gazette


def _printed(gazette: Gazette) -> Iterator[str]:
    """All names of bodies that the text and its posts give."""
    yield from (row.name for row in gazette.named)
    posts: list[PersonnelEvent | Position] = [*gazette.positions, *gazette.personnel]
    yield from (row.body for row in posts if row.body)
    yield from (name for row in gazette.body_changes for name in (*row.before, *row.after))


def _apart(gazette: Gazette) -> Iterator[tuple[str, str]]:
    """The names that a change sets apart: the old one is no other form of the new one."""
    yield from ((old, new) for row in gazette.body_changes for old in row.before for new in row.after if old != new)


def _resolve_reports(gazette: Gazette, resolver: _Resolver) -> None:
    gazette.projects = one_name(replace(row, body=resolver.body(row.body)) for row in gazette.projects)
    # A paper of another day says a duty anew; one of the same day, and one about a report, only tells it again.
    days = {item.number: item.date for item in gazette.items}

    def said(row: Responsibility) -> object:
        day = days.get(row.evidence.item or 0) if row.role_kind != "entrusted" else None
        return row.agent, row.role_kind or row.role, row.object, day

    gazette.responsibilities = _once(map(resolver.duty, gazette.responsibilities), said)
    gazette.opinions = [
        replace(row, addressee=resolver.body(row.addressee), issued_by=resolver.body(row.issued_by))
        for row in gazette.opinions
    ]
    gazette.follow_ups = [replace(row, reported_by=resolver.body(row.reported_by)) for row in gazette.follow_ups]
    gazette.opinions = answered(gazette.opinions, gazette.follow_ups, "".join(gazette.masthead.place))
    gazette.plan = [
        replace(row, body=tuple(name for printed in row.body if (name := resolver.body(printed))))
        for row in gazette.plan
    ]


def _event_key(row: PersonnelEvent) -> tuple[object, ...]:
    return row.event, row.person, row.body, row.title, row.date


def _once(rows: Iterable[T], key: Callable[[T], object]) -> list[T]:
    """Rows without those that say the same again."""
    found: dict[object, T] = {}
    for row in rows:
        found.setdefault(key(row), row)
    return list(found.values())


def _dated_once(rows: Iterable[PersonnelEvent]) -> list[PersonnelEvent]:
    """Of one act that an item tells with its day, and in its title or in passing with less of it, the former."""
    rows = list(rows)
    days: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for row in rows:
        days[_undated(row)].add(row.date or "")

    def less(row: PersonnelEvent) -> bool:
        told = row.date or ""
        return any(day.startswith(told) and day != told for day in days[_undated(row)])

    return [row for row in rows if not less(row)]


def _undated(row: PersonnelEvent) -> tuple[object, ...]:
    return row.event, row.person, row.body, row.title, row.evidence.item


def _fullest(rows: Iterable[DeputyChange]) -> list[DeputyChange]:
    """One row for each change of a seat: of an announcement and a report, the one that says more.

    Two constituencies that one item names are two deputies of one name.
    """
    found: dict[tuple[object, ...], list[DeputyChange]] = defaultdict(list)
    for row in rows:
        seats = found[row.person, row.congress, row.change]
        told = next((at for at, seat in enumerate(seats) if seat.constituency == row.constituency), None)
        at = next((at for at, seat in enumerate(seats) if not _two_seats(seat, row)), None) if told is None else told
        if at is None:
            seats.append(row)
        elif _said(row) > _said(seats[at]):
            seats[at] = row
    return [seat for seats in found.values() for seat in seats]


def _two_seats(one: DeputyChange, other: DeputyChange) -> bool:
    here = one.evidence.item == other.evidence.item and not one.evidence.overlaps(other.evidence)
    return here and None not in (one.constituency, other.constituency) and one.constituency != other.constituency


def _said(row: DeputyChange) -> int:
    return sum(value is not None for value in (row.term, row.constituency, row.reason, row.described_as))


class _Resolver:
    """Puts the bodies of one gazette's facts into normal form, and remembers which were used."""

    def __init__(self, gazette: Gazette, bodies: Bodies) -> None:
        self._bodies = bodies
        self._gazette = gazette
        self.used: set[str] = set()
        self._terms: dict[tuple[str, int | None], set[int]] = defaultdict(set)
        for row in gazette.meetings:
            if row.meeting.term is not None:
                self._terms[bodies.normal(row.meeting.body), row.meeting.session].add(row.meeting.term)

    def body(self, printed: str | None) -> str | None:
        name = self._bodies.normal(printed) if printed else None
        if name:
            self.used.add(name)
        return name or None

    def named(self, name: str, printed: str) -> str:
        """The normal form of a body that the text names, beside what facts say of it."""
        full = self._bodies.normal(name, printed)
        self.used.add(full)
        return full

    def congress(self, printed: str) -> str:
        return self.body(printed) or printed

    def ref(self, meeting: MeetingRef) -> MeetingRef:
        """A meeting printed without its term takes that of the gazette's meeting of the same number."""
        body = self.body(meeting.body) or meeting.body
        terms = self._terms.get((body, meeting.session), set())
        term = next(iter(terms)) if meeting.term is None and len(terms) == 1 else meeting.term
        return replace(meeting, body=body, term=term)

    def maybe(self, meeting: MeetingRef | None) -> MeetingRef | None:
        return self.ref(meeting) if meeting else None

    def item(self, item: Item) -> Item:
        authors = tuple(Author(one.person, self.body(one.body), one.title) for one in item.authors)
        return replace(
            item, meeting=self.maybe(item.meeting), authors=authors, on_behalf_of=self.body(item.on_behalf_of)
        )

    def event(self, row: PersonnelEvent) -> PersonnelEvent:
        decided = row.decided_by
        constituency = bool(decided and re.search(r"选区|选举单位", decided))
        return replace(
            row,
            body=self.body(row.body),
            meeting=self.maybe(row.meeting),
            decided_by=decided if constituency else self.body(decided),
        )

    def duty(self, row: Responsibility) -> Responsibility:
        return replace(row, agent=self.body(row.agent) or row.agent) if row.agent_kind == "body" else row

    def changes(self, rows: Iterable[BodyChange]) -> list[BodyChange]:
        """The changes of bodies, each once; one whose two sides are forms of one name is none."""
        found = []
        for row in rows:
            before, after = self._names(row.before), self._names(row.after)
            if row.kind != "split":
                before = tuple(name for name in before if name not in after)
            if before or not row.before:
                self.used.update(before, after)
                found.append(replace(row, before=before, after=after))
            else:
                self._report(row.evidence, "unread_change", "both names were read as one body; check it by hand")
        return once_told(_once(found, lambda r: (r.kind, r.before, r.after, r.date)))

    def seat(self, row: OfficeSeat) -> OfficeSeat:
        return replace(row, office=self.congress(row.office), host=self.congress(row.host))

    def _names(self, printed: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(map(self._bodies.shared, printed)))

    def _report(self, evidence: Evidence, kind: str, message: str) -> None:
        self._gazette.issues.append(Issue(evidence.gazette, evidence.lines[0], kind, evidence.text, message))

    def position(self, row: Position) -> Position:
        return replace(row, body=self.body(row.body))

    def meetings(self, rows: Iterable[Meeting]) -> list[Meeting]:
        """One row a meeting: the days and counts that any of its mentions gives."""
        found: dict[MeetingRef, Meeting] = {}
        for row in rows:
            ref = self.ref(row.meeting)
            if not self._sound(ref, row):
                continue
            found[ref] = _joined(found[ref], replace(row, meeting=ref)) if ref in found else replace(row, meeting=ref)
        return list(found.values())

    def _sound(self, ref: MeetingRef, row: Meeting) -> bool:
        """Whether the body of a meeting is one: a place and its congress, nothing of the sentence in front."""
        if re.search(
            r"^中国人民政治协商会议.{2,32}委员会$|^(?:.{2,32}[省市区县州旗盟镇乡]|[省市区县州旗镇乡]|自治[区州县旗]|全国|苏木)?人民代表大会(?:常务委员会)?$",
            ref.body,
        ) and not re.search(r"[，。的了在于]", ref.body[:4]):
            return True
        self._report(row.evidence, "unread_meeting", "which body met was not read; check it by hand")
        return False


def _joined(one: Meeting, other: Meeting) -> Meeting:
    """One meeting from two mentions; what the earlier one gives stays."""
    return replace(
        one,
        dates=tuple(sorted({*one.dates, *other.dates})),
        half_day=one.half_day or other.half_day,
        expected=other.expected if one.expected is None else one.expected,
        present=other.present if one.present is None else one.present,
        on_leave=other.on_leave if one.on_leave is None else one.on_leave,
    )
