"""One gazette: what it is, and all that was read in it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from kg.model.facts import (
    AgendaItem,
    Attendance,
    Decision,
    DeputyChange,
    Evidence,
    Item,
    Meeting,
    PersonnelEvent,
    Position,
    Vote,
)
from kg.model.issues import Issue
from kg.model.reports import (
    BodyChange,
    Document,
    Finding,
    FiscalFigure,
    FollowUp,
    OfficeSeat,
    Opinion,
    PlanTopic,
    Project,
    Responsibility,
)
from kg.model.source import Source


@dataclass(frozen=True, slots=True)
class Masthead:
    """The particulars of the issue; `place` is the chain of places of its own congress, widest first."""

    title: str | None
    publisher: str | None
    year: int | None
    issue: int | None
    total_issue: int | None
    place: tuple[str, ...]
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation in its normal form; `aliases` are the other forms printed in this gazette."""

    name: str
    type: str
    parent: str | None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NamedBody:
    """A body where the text first names it in this form; `name` has the place that a list or the gazette gives it."""

    name: str
    printed: str
    evidence: Evidence


@dataclass(slots=True)
class Triggers:
    """How the sentences with a word of appointment or removal ended: read, recognised as no act, or in the issues.

    `reasons` counts the non-acts by why they are none: report, proposed, rule, retold …
    """

    facts: int = 0
    issues: int = 0
    reasons: Counter[str] = field(default_factory=Counter)

    @property
    def non_acts(self) -> int:
        """The sentences that were recognised as no act."""
        return self.reasons.total()


@dataclass(slots=True)
class Gazette:
    """All that one source states. The lists are in the order of the text.

    `restated` are the statements that say again what one of `positions` says; no table holds them. `referents` are the
    full names that surnames with a title alone (吴某) stand for, where the gazette makes it certain. `points` is where
    each point of an opinion stands, by the evidence of the opinion.
    """

    source: Source
    masthead: Masthead
    items: list[Item] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    agenda: list[AgendaItem] = field(default_factory=list)
    personnel: list[PersonnelEvent] = field(default_factory=list)
    votes: list[Vote] = field(default_factory=list)
    deputies: list[DeputyChange] = field(default_factory=list)
    attendance: list[Attendance] = field(default_factory=list)
    positions: list[Position] = field(default_factory=list)
    restated: list[Position] = field(default_factory=list)
    referents: dict[Position, str] = field(default_factory=dict)
    decisions: list[Decision] = field(default_factory=list)
    projects: list[Project] = field(default_factory=list)
    responsibilities: list[Responsibility] = field(default_factory=list)
    opinions: list[Opinion] = field(default_factory=list)
    points: dict[Evidence, tuple[Evidence, ...]] = field(default_factory=dict)
    follow_ups: list[FollowUp] = field(default_factory=list)
    plan: list[PlanTopic] = field(default_factory=list)
    fiscal: list[FiscalFigure] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    body_changes: list[BodyChange] = field(default_factory=list)
    offices: list[OfficeSeat] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    named: list[NamedBody] = field(default_factory=list)
    bodies: list[Body] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    triggers: Triggers = field(default_factory=Triggers)
