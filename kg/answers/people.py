"""The history of people as rows: tenures and events in one table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import astuple, fields
from typing import TYPE_CHECKING

from kg.answers.flat import Cell, Flat, Row
from kg.answers.tenures import TENURE, tenure_cells

if TYPE_CHECKING:
    from kg.query import Event, PersonHistory

# How somebody was found, where it was not by a whole name.
FOUND = {"pinyin": "pinyin", "initials": "initials in pinyin", "part": "a part of the name"}


def history_rows(people: Sequence[PersonHistory]) -> Flat:
    """Tenures and events of people: `row` tells which, and the columns of the other are empty."""
    events = tuple(name for name in event_columns() if name not in TENURE)
    return Flat(("row", *TENURE, *events), (row for person in people for row in _rows(person, events)))


def event_columns() -> tuple[str, ...]:
    """The columns of an event."""
    from kg.query import Event

    return tuple("line" if field.name == "lines" else field.name for field in fields(Event))


def event_cells(event: Event) -> dict[str, str | None]:
    """The cells of an event by column."""
    cells = (" ".join(map(str, value)) if isinstance(value, tuple) else value for value in astuple(event))
    return dict(zip(event_columns(), cells, strict=True))


def history_notes(people: Sequence[PersonHistory]) -> Iterator[str]:
    """What a reader has to know beside the rows."""
    if people[0].how in FOUND:
        yield f"Found by {FOUND[people[0].how]}."
    if undated := sum(person.undated for person in people):
        yield f"Left out, without a date: {undated}."


def _rows(person: PersonHistory, events: Sequence[str]) -> Iterator[Row]:
    for tenure in person.tenures:
        yield "tenure", *tenure_cells(tenure), *(None for _ in events)
    for event in person.events:
        cells: dict[str, Cell] = {**event_cells(event)}
        cells |= {"person": person.person, "name": person.name, "place": person.place}
        yield "event", *(cells.get(name) for name in (*TENURE, *events))
