"""What became of a person: all posts and events of everybody of a name, in order, with their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from kg.model.errors import QueryError
from kg.query.opening import Graph
from kg.query.sparql import Cell, Table, ask

QUESTION = Path(__file__).with_name("history.rq")
PRESENCES = frozenset(("present", "on_leave", "observer"))

Record = dict[str, Cell]


@dataclass(frozen=True, slots=True)
class Event:
    """One thing stated of a person: what, of which post, when, and the words that state it.

    `event` is that of the tables (`appoint`, `terminated`, `observer` …), `holds` or `held` for a post that a text
    mentions, `voted_on`, or `author`. `date` is as far as it is known; `lines` are 1-based.
    """

    date: str | None
    event: str
    post: str | None
    qualifier: str | None
    meeting: str | None
    gazette: str
    lines: tuple[int, ...]
    words: str


@dataclass(frozen=True, slots=True)
class PersonHistory:
    """One person and the events; two people of one name are two of these."""

    person: str
    name: str
    place: str | None
    events: tuple[Event, ...]


def history(graph: Graph, name: str, *, presences: bool = True) -> list[PersonHistory]:
    """The histories of all people called `name`, ordered by person; spaces in the name do not count.

    Events are ordered by date; those without one come last, in the order of the gazettes. Without `presences`, who
    came to a meeting is left out. Raises `QueryError` when nobody has this name.
    """
    name = "".join(name.split())
    table = ask(graph, QUESTION.read_text(encoding="utf-8"), {"name": name})
    if not isinstance(table, Table):
        raise TypeError(f"{QUESTION.name} is no SELECT")
    records = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    if not records:
        raise QueryError(
            f"nobody is called {name!r} in this graph; try `kg query` with a part of the name:{_hint(name)}"
        )
    people = _grouped(records, "person")
    return [_person(name, person, rows, presences) for person, rows in people]


def _hint(name: str) -> str:
    part = name[:1].replace("\\", "").replace('"', "")
    return f' SELECT ?name {{ ?p foaf:name ?name FILTER(STRSTARTS(?name, "{part}")) }}'


def _person(name: str, person: str, rows: list[Record], presences: bool) -> PersonHistory:
    places = sorted({str(row["place"]) for row in rows if row["place"] is not None})
    events = sorted((_event(fact) for fact in _facts(rows)), key=_order)
    kept = tuple(event for event in events if presences or event.event not in PRESENCES)
    return PersonHistory(person, name, places[0] if places else None, kept)


def _facts(rows: list[Record]) -> Iterator[list[Record]]:
    """The rows of each fact and passage; one row a line, and a row more for each value of a repeated property."""
    for _, of_fact in _grouped(rows, "fact"):
        for _, of_span in _grouped(of_fact, "start"):
            yield of_span


def _grouped(rows: Iterable[Record], column: str) -> Iterator[tuple[str, list[Record]]]:
    for value, group in groupby(sorted(rows, key=lambda row: str(row[column])), key=lambda row: str(row[column])):
        yield value, list(group)


def _event(rows: list[Record]) -> Event:
    lines = {line for row in rows if isinstance(line := row["line"], int)}
    words = {column: _text(rows, column) for column in ("date", "post", "qualifier", "meeting")}
    return Event(
        **words,
        event=_text(rows, "event") or "",
        gazette=_text(rows, "gazette") or "",
        lines=tuple(sorted(lines)),
        words=_text(rows, "words") or "",
    )


def _text(rows: list[Record], column: str) -> str | None:
    """The one value of a column; of several, the first in order, so that the answer is the same every time."""
    return min((str(row[column]) for row in rows if row[column] is not None), default=None)


def _order(event: Event) -> tuple[bool, str, str, tuple[int, ...], str, str, str]:
    known = event.date is not None
    return (not known, event.date or "", event.gazette, event.lines, event.event, event.post or "", event.words)
