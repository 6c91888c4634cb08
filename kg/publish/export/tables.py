"""CSV tables of what gazettes state: UTF-8, a header row always, one row a fact, in the order of the text.

The columns of a fact are its fields (`kg.model.facts`), a meeting becoming three of them, followed by those of its
evidence. Nothing is kept between two gazettes, so that memory does not grow with their number.
"""

from __future__ import annotations

import csv
import dataclasses
import functools
from collections.abc import Callable, Iterable, Iterator, Mapping
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
    MeetingRef,
    PersonnelEvent,
    Position,
    Vote,
)
from kg.model.gazette import Body, Gazette, Masthead

Row = Mapping[str, str | int | float]

EVIDENCE_COLUMNS = ("gazette", "line", "text", "rule", "confidence")
# Words of Python that the reference facts do not avoid.
RENAMED = {"votes_for": "for", "votes_against": "against", "abstentions": "abstain"}
MEETING_COLUMNS = ("body", "term", "session")


@dataclasses.dataclass(frozen=True, slots=True)
class Table:
    """One file of the export: its name without ending, its columns, and its rows of a gazette."""

    name: str
    columns: tuple[str, ...]
    rows: Callable[[Gazette], Iterable[Row]]


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
        for row in table.rows(gazette):
            writer.writerow(row)
            counts[table.name] += 1
    return counts


def _columns(kind: type[Any]) -> tuple[str, ...]:
    """The columns of a class of facts, without those of its evidence."""
    names: list[str] = []
    for field in dataclasses.fields(kind):
        if field.name == "meeting":
            names += MEETING_COLUMNS if kind is Meeting else [f"meeting_{name}" for name in MEETING_COLUMNS]
        elif field.name != "evidence":
            names.append(RENAMED.get(field.name, field.name))
    return tuple(names)


def _table(name: str, kind: type[Any], facts: Callable[[Gazette], Iterable[Any]], *more: str) -> Table:
    """A table whose rows are facts of one class; a column that the fact has itself is not doubled by its evidence."""
    columns = tuple(dict.fromkeys((*_columns(kind), *more, *EVIDENCE_COLUMNS)))
    return Table(name, columns, lambda gazette: (_row(fact, fact.evidence, gazette) for fact in facts(gazette)))


def _row(fact: object, evidence: Evidence | None, gazette: Gazette) -> Row:
    columns = _columns(type(fact))
    return {**_evidence(evidence, gazette), **dict(zip(columns, map(_cell, _values(fact)), strict=True))}


def _values(fact: Any) -> Iterator[object]:
    for field in dataclasses.fields(fact):
        value = getattr(fact, field.name)
        if field.name == "meeting":
            meeting: MeetingRef | None = value
            yield from (meeting.body, meeting.term, meeting.session) if meeting is not None else (None, None, None)
        elif field.name != "evidence":
            yield value


def _evidence(evidence: Evidence | None, gazette: Gazette) -> Row:
    if evidence is None:
        return {"gazette": gazette.source.stem}
    return {
        "gazette": gazette.source.stem,
        "line": " ".join(map(str, evidence.lines)),
        "text": evidence.text,
        "rule": evidence.rule,
        "confidence": f"{evidence.confidence:g}",
    }


def _cell(value: object) -> str | int:
    """An empty cell for what the text does not give, `true` or `false`, parts joined by a blank, authors by `|`."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | str):
        return value
    if isinstance(value, tuple):
        parts = [_author(part) if isinstance(part, Author) else str(part) for part in value]
        return ("|" if any(isinstance(part, Author) for part in value) else " ").join(parts)
    raise TypeError(f"no cell of a table can hold {value!r}")


def _author(author: Author) -> str:
    return " ".join(part for part in (author.body, author.title, author.person) if part is not None)


def _observers(gazette: Gazette) -> Iterator[Attendance]:
    return (row for row in gazette.attendance if row.status == "observer")


def _authors(gazette: Gazette) -> Iterator[Row]:
    """A row for each author that is a person; bodies that are authors stand in the items alone."""
    for item in gazette.items:
        for author in item.authors:
            if author.person is not None:
                yield {**_row(author, item.evidence, gazette), "item": item.title}


def _mastheads(gazette: Gazette) -> Iterator[Row]:
    yield _row(gazette.masthead, gazette.masthead.evidence, gazette)


def _bodies(gazette: Gazette) -> Iterator[Row]:
    """The evidence of a body is the first fact that names it."""
    first = _first_named(gazette)
    for body in gazette.bodies:
        row = _row(body, first.get(body.name), gazette)
        yield {**row, "aliases": "|".join(body.aliases)}


def _first_named(gazette: Gazette) -> dict[str, Evidence]:
    first: dict[str, Evidence] = {}
    for name, evidence in sorted(_named(gazette), key=lambda pair: pair[1].start):
        first.setdefault(name, evidence)
    return first


def _named(gazette: Gazette) -> Iterator[tuple[str, Evidence]]:
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


TABLES: tuple[Table, ...] = (
    Table("gazette", (*_columns(Masthead), *EVIDENCE_COLUMNS), _mastheads),
    _table("items", Item, lambda gazette: gazette.items),
    _table("meetings", Meeting, lambda gazette: gazette.meetings),
    _table("agenda", AgendaItem, lambda gazette: gazette.agenda),
    _table("personnel", PersonnelEvent, lambda gazette: gazette.personnel),
    _table("votes", Vote, lambda gazette: gazette.votes),
    _table("deputies", DeputyChange, lambda gazette: gazette.deputies),
    _table("attendance", Attendance, lambda gazette: gazette.attendance),
    _table("observers", Attendance, _observers),
    _table("positions", Position, lambda gazette: gazette.positions),
    Table("authors", (*_columns(Author), "item", *EVIDENCE_COLUMNS), _authors),
    _table("decisions", Decision, lambda gazette: gazette.decisions),
    Table("bodies", (*_columns(Body), *EVIDENCE_COLUMNS), _bodies),
)
