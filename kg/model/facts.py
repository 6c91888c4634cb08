"""What a gazette states, one frozen class a kind of fact.

The fields are the columns of the tables, in their order; a body stands as printed until `kg.resolve` puts it into its
normal form. `None` is what the text does not give. Dates are ISO strings: `2024-09-26`, `2024-09` or `2024`.
"""

from __future__ import annotations

from dataclasses import dataclass

# The rule that reads a surname with a title alone (吴区长): the person stands as 吴某, and who is meant is another question.
SURNAME_ALONE = "position.surname"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that state a fact, and where they stand.

    `lines` are 1-based and need not touch each other; `start` and `end` are code points of the source text, half-open;
    `text` is the passage without layout; `rule` names what found it; `confidence` is in (0, 1].
    """

    gazette: str
    lines: tuple[int, ...]
    start: int
    end: int
    text: str
    rule: str
    confidence: float = 1.0
    item: int | None = None

    def overlaps(self, other: Evidence) -> bool:
        """Whether two passages have a word in common."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, order=True)
class MeetingRef:
    """Which meeting: its body, 届 (term) and 次 (session)."""

    body: str
    term: int | None = None
    session: int | None = None


@dataclass(frozen=True, slots=True)
class Author:
    """Who is named below a heading: a person with body and title, or a body alone."""

    person: str | None
    body: str | None
    title: str | None


@dataclass(frozen=True, slots=True)
class Item:
    """One separate piece printed in a gazette; `number` is its 1-based place."""

    number: int
    title: str
    type: str
    date: str | None
    meeting: MeetingRef | None
    authors: tuple[Author, ...]
    on_behalf_of: str | None
    start_line: int
    end_line: int
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting held, convened or referred to, with the counts that are printed."""

    meeting: MeetingRef
    dates: tuple[str, ...]
    half_day: str | None
    expected: int | None
    present: int | None
    on_leave: int | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One point of the agenda of a meeting."""

    meeting: MeetingRef
    number: int | None
    text: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class PersonnelEvent:
    """A change in who holds a post, or the plan of one (`propose`)."""

    event: str
    person: str | None
    body: str | None
    title: str
    qualifier: str | None
    date: str | None
    meeting: MeetingRef | None
    decided_by: str | None
    legal_basis: str | None
    reason: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Vote:
    """The count of a vote."""

    meeting: MeetingRef | None
    subject: str | None
    person: str | None
    votes_for: int | None
    votes_against: int | None
    abstentions: int | None
    members: int | None
    attending: int | None
    passed: bool | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class DeputyChange:
    """A deputy's seat that begins (`elected`) or ends (`terminated`)."""

    person: str
    congress: str
    term: int | None
    constituency: str | None
    change: str
    reason: str | None
    described_as: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Attendance:
    """Somebody's presence at a meeting: `present`, `on_leave` or `observer`."""

    meeting: MeetingRef
    person: str
    status: str
    body: str | None
    title: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Position:
    """A statement that a person holds, or held (`former`), a post."""

    person: str
    body: str | None
    title: str
    as_of: str | None
    former: bool
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided, by whom, with which result."""

    title: str | None
    kind: str
    decided_by: str | None
    date: str | None
    meeting: MeetingRef | None
    subject: str | None
    result: str | None
    legal_basis: str | None
    evidence: Evidence


Fact = Item | Meeting | AgendaItem | PersonnelEvent | Vote | DeputyChange | Attendance | Position | Decision
