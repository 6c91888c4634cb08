"""CSV tables of what gazettes state: UTF-8, a header row always, one row a fact, in the order of the text.

The columns of a fact are its fields (`kg.model.facts`), a meeting becoming three of them, followed by those of its
evidence. Nothing is kept between two gazettes, so that memory does not grow with their number.
"""

from __future__ import annotations

import csv
import dataclasses
import functools
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from kg.model.facts import (
    AgendaItem,
    Attendance,
    Author,
    Decision,
    DeputyChange,
    Evidence,
    Item,
    Meeting,
    PersonnelEvent,
    Position,
    Vote,
)
from kg.model.gazette import Body, Gazette, Masthead
from kg.model.reports import (
    BodyChange,
    Document,
    FiscalFigure,
    FollowUp,
    OfficeSeat,
    Opinion,
    PlanTopic,
    Project,
    Responsibility,
)
from kg.publish.export.cells import EVIDENCE_COLUMNS, Row, cell, columns, row, types


@dataclasses.dataclass(frozen=True, slots=True)
class Table:
    """One file of the export: its name without ending, its columns, its rows of a gazette, and what a row tells."""

    name: str
    columns: tuple[str, ...]
    rows: Callable[[Gazette], Iterable[Row]]
    kind: type[Any] | None = None

    @property
    def types(self) -> dict[str, str]:
        """What each column holds: `integer`, `number`, `boolean` or `text`."""
        known = {"confidence": "number"} | (types(self.kind) if self.kind is not None else {})
        return {name: known.get(name, "text") for name in self.columns}


@contextmanager
def table_writer(folder: Path) -> Iterator[Callable[[Gazette], dict[str, int]]]:
    """Open all tables in `folder`, which is made, and yield what writes a gazette to them.

    Writing returns the number of rows of each table. Raises `OSError` when the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        writers = []
        for table in TABLES:
            handle = stack.enter_context((folder / f"{table.name}.csv").open("w", encoding="utf-8", newline=""))
            writer = csv.DictWriter(handle, table.columns, lineterminator="\n")
            writer.writeheader()
            writers.append((table, writer))
        yield functools.partial(_write, writers)


def _write(writers: list[tuple[Table, csv.DictWriter[str]]], gazette: Gazette) -> dict[str, int]:
    counts = dict.fromkeys((table.name for table, _ in writers), 0)
    for table, writer in writers:
        for cells in table.rows(gazette):
            writer.writerow(cells)
            counts[table.name] += 1
    return counts


def _table(name: str, kind: type[Any], facts: Callable[[Gazette], Iterable[Any]], *more: str) -> Table:
    """A table whose rows are facts of one class; a column that the fact has itself is not doubled by its evidence."""
    names = tuple(dict.fromkeys((*columns(kind), *more, *EVIDENCE_COLUMNS)))
    return Table(name, names, lambda gazette: (row(fact, fact.evidence, gazette) for fact in facts(gazette)), kind)


def _observers(gazette: Gazette) -> Iterator[Attendance]:
    return (fact for fact in gazette.attendance if fact.status == "observer")


def _authors(gazette: Gazette) -> Iterator[Row]:
    """A row for each author that is a person; bodies that are authors stand in the items alone."""
    for item in gazette.items:
        for author in item.authors:
            if author.person is not None:
                yield {**row(author, item.evidence, gazette), "item": item.title}


def _mastheads(gazette: Gazette) -> Iterator[Row]:
    yield row(gazette.masthead, gazette.masthead.evidence, gazette)


def _bodies(gazette: Gazette) -> Iterator[Row]:
    """The evidence of a body is where it is first named, or the first fact that names it."""
    first = _first_named(gazette)
    for body in gazette.bodies:
        yield row(body, first.get(body.name), gazette)


def _findings(gazette: Gazette) -> Iterator[Row]:
    """The sides of a finding as their lines and words, in the order of the text."""
    for finding in gazette.findings:
        lines = sorted({line for side in finding.sides for line in side.lines})
        yield {
            "gazette": gazette.source.stem,
            "kind": finding.kind,
            "text": finding.en,
            "text_zh": finding.zh,
            "lines": " ".join(map(str, lines)),
            "line": " ".join(map(str, lines)),
            "sides": cell(tuple(side.text for side in finding.sides)),
            "rule": finding.sides[0].rule,
            "confidence": f"{finding.sides[0].confidence:g}",
        }


def _first_named(gazette: Gazette) -> dict[str, Evidence]:
    first: dict[str, Evidence] = {}
    for name, evidence in sorted(_named(gazette), key=lambda pair: pair[1].start):
        first.setdefault(name, evidence)
    return first


def _named(gazette: Gazette) -> Iterator[tuple[str, Evidence]]:
    yield from ((body.name, body.evidence) for body in gazette.named)
    for item in gazette.items:
        names = (item.on_behalf_of, *(author.body for author in item.authors))
        yield from ((name, item.evidence) for name in names if name is not None)
    for meeting in gazette.meetings:
        yield meeting.meeting.body, meeting.evidence
    posts: list[PersonnelEvent | Position | Attendance] = [
        *gazette.personnel,
        *gazette.positions,
        *gazette.attendance,
    ]
    yield from ((post.body, post.evidence) for post in posts if post.body is not None)
    deciders: list[PersonnelEvent | Decision] = [*gazette.personnel, *gazette.decisions]
    yield from ((fact.decided_by, fact.evidence) for fact in deciders if fact.decided_by is not None)
    yield from ((change.congress, change.evidence) for change in gazette.deputies)
    yield from ((duty.agent, duty.evidence) for duty in gazette.responsibilities if duty.agent_kind == "body")
    yield from ((project.body, project.evidence) for project in gazette.projects if project.body is not None)
    for opinion in gazette.opinions:
        yield from ((body, opinion.evidence) for body in (opinion.issued_by, opinion.addressee) if body is not None)
    yield from ((fact.reported_by, fact.evidence) for fact in gazette.follow_ups if fact.reported_by is not None)
    yield from ((body, topic.evidence) for topic in gazette.plan for body in topic.body)
    for change in gazette.body_changes:
        yield from ((body, change.evidence) for body in (*change.before, *change.after))
    for seat in gazette.offices:
        yield from ((body, seat.evidence) for body in (seat.office, seat.host))


TABLES: tuple[Table, ...] = (
    Table("gazette", (*columns(Masthead), *EVIDENCE_COLUMNS), _mastheads, Masthead),
    _table("items", Item, lambda gazette: gazette.items),
    _table("meetings", Meeting, lambda gazette: gazette.meetings),
    _table("agenda", AgendaItem, lambda gazette: gazette.agenda),
    _table("personnel", PersonnelEvent, lambda gazette: gazette.personnel),
    _table("votes", Vote, lambda gazette: gazette.votes),
    _table("deputies", DeputyChange, lambda gazette: gazette.deputies),
    _table("attendance", Attendance, lambda gazette: gazette.attendance),
    _table("observers", Attendance, _observers),
    _table("positions", Position, lambda gazette: gazette.positions),
    Table("authors", (*columns(Author), "item", *EVIDENCE_COLUMNS), _authors, Author),
    _table("decisions", Decision, lambda gazette: gazette.decisions),
    _table("projects", Project, lambda gazette: gazette.projects),
    _table("responsibilities", Responsibility, lambda gazette: gazette.responsibilities),
    _table("opinions", Opinion, lambda gazette: gazette.opinions),
    _table("follow_ups", FollowUp, lambda gazette: gazette.follow_ups),
    _table("plan", PlanTopic, lambda gazette: gazette.plan),
    _table("fiscal", FiscalFigure, lambda gazette: gazette.fiscal),
    _table("documents", Document, lambda gazette: gazette.documents),
    _table("body_changes", BodyChange, lambda gazette: gazette.body_changes),
    _table("offices", OfficeSeat, lambda gazette: gazette.offices),
    Table("findings", ("kind", "lines", "sides", "text_zh", *EVIDENCE_COLUMNS), _findings),
    Table("bodies", (*columns(Body), *EVIDENCE_COLUMNS), _bodies, Body),
)
