"""What the reports inside a gazette state: projects, duties, demands, plans and money.

As in `kg.model.facts` the fields are the columns of the tables; a body stands as printed until `kg.resolve` puts it
into its normal form, and `None` is what the text does not give. Amounts stay as printed, as text.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.model.facts import Evidence


@dataclass(frozen=True, slots=True)
class Project:
    """A named project, programme or plan of action; `status` is as of the report that names it."""

    name: str
    kind: str
    status: str | None
    body: str | None
    place: str | None
    amount: str | None
    unit: str | None
    period: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Responsibility:
    """Who (`agent`, of `agent_kind` person or body) answers for what; `role` as printed, `role_kind` its group."""

    agent: str
    agent_kind: str
    role: str
    role_kind: str | None
    object: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Opinion:
    """Demands or advice of one document; `points` are the headings of its numbered demands, in order."""

    title: str
    addressee: str | None
    issued_by: str | None
    date: str | None
    points: tuple[str, ...]
    follow_up: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A report on what became of an earlier opinion.

    `answers` is the title or the subject of the opinion as far as the report names it, `answered_on` when it was given.
    """

    title: str
    answers: str
    reported_by: str | None
    date: str | None
    answered_on: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class PlanTopic:
    """A topic that a work plan schedules: for which forum, in which month (`3`, `7-8月`, `全年`), by which bodies."""

    year: int | None
    forum: str | None
    month: str | None
    topic: str
    body: tuple[str, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class FiscalFigure:
    """An amount of budget, accounts or debt; `from_amount` is the one before an adjustment."""

    item: str
    year: int | None
    amount: str
    unit: str
    from_amount: str | None
    kind: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Document:
    """A law, plan or paper named in 《》: the fullest title printed; `titles` are all forms of it in the gazette."""

    title: str
    kind: str
    number: str | None
    titles: tuple[str, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class BodyChange:
    """Bodies that become others: `before` it those of the old names, `after` it those of the new ones.

    `kind` is `renamed`, `merged`, `split`, `founded`, `abolished` or `transferred`, where functions go from one body
    to another and both go on; `date` is the day, month or year that is printed for the change.
    """

    kind: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    date: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class OfficeSeat:
    """The office of a group, and the body in which it sits or which does its work."""

    office: str
    host: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Finding:
    """Where the record contradicts itself, told in Chinese and English; `sides` are the passages that do not agree."""

    kind: str
    zh: str
    en: str
    sides: tuple[Evidence, ...]


ReportFact = (
    Project | Responsibility | Opinion | FollowUp | PlanTopic | FiscalFigure | Document | BodyChange | OfficeSeat
)
