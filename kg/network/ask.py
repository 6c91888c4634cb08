"""Questions to the store, and their rows made into records.

The questions stand beside this file, one `.rq` a kind of thing; every question about facts gives the same columns.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Protocol

from kg.network.records import Body, Fact, GazetteInfo, Person, Quote, Records

Row = tuple[str | None, ...]
_QUESTIONS = Path(__file__).parent
_FACTS = ("acts", "positions", "deputies", "attendance", "votes", "decisions")


class Asked(Protocol):
    """What answers a SELECT with rows of plain strings: the store, or a stand-in in tests."""

    def select(self, sparql: str, prefixes: Mapping[str, str] | None = None) -> Iterable[Row]:
        """The rows of a question."""


def records(store: Asked, prefixes: Mapping[str, str]) -> Records:
    """All people, bodies, facts and gazettes of a store, sorted by their ids."""

    def ask(name: str) -> list[Row]:
        sparql = (_QUESTIONS / f"{name}.rq").read_text(encoding="utf-8")
        return sorted(store.select(sparql, prefixes), key=_sort_key)

    quotes = _quotes(ask("spans"))
    meetings = _meetings(ask("meetings"))
    items = {_text(item): _text(title) for item, title in ask("items")}
    facts = {fact.id: fact for name in _FACTS for fact in _facts(ask(name), quotes, meetings, items)}
    return Records(
        tuple(_people(ask("people"))), tuple(_bodies(ask("bodies"))),
        tuple(facts[name] for name in sorted(facts)), tuple(_gazettes(ask("gazettes"))),
    )  # fmt: skip


def _sort_key(row: Row) -> tuple[str, ...]:
    return tuple(value or "" for value in row)


def _text(value: str | None) -> str:
    return value or ""


def _grouped(rows: Iterable[Row]) -> Iterator[tuple[str, list[Row]]]:
    groups: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[_text(row[0])].append(row)
    yield from groups.items()


def _first(rows: Iterable[Row], column: int) -> str | None:
    return next((row[column] for row in rows if row[column]), None)


def _all(rows: Iterable[Row], column: int) -> tuple[str, ...]:
    return tuple(sorted({value for row in rows if (value := row[column])}))


def _people(rows: Iterable[Row]) -> Iterator[Person]:
    for person, group in _grouped(rows):
        name, *others = _all(group, 1)
        yield Person(person, name, _first(group, 2), tuple(others))


def _bodies(rows: Iterable[Row]) -> Iterator[Body]:
    for body, group in _grouped(rows):
        name = _all(group, 1)[0]
        aliases = tuple(alias for alias in _all(group, 2) if alias != name)
        kind = (_first(group, 3) or "other").rpartition("/")[2]
        yield Body(body, name, kind, _first(group, 4), aliases)


def _gazettes(rows: Iterable[Row]) -> Iterator[GazetteInfo]:
    for graph, group in _grouped(rows):
        yield GazetteInfo(graph, _text(group[0][1]), _first(group, 2), _first(group, 3), _first(group, 4))


def _meetings(rows: Iterable[Row]) -> dict[str, str]:
    found = {}
    for meeting, group in _grouped(rows):
        term, session = _first(group, 2), _first(group, 3)
        number = (f"第{term}届" if term else "") + (f"第{session}次" if session else "")
        found[meeting] = f"{_first(group, 1) or ''}{number}会议"
    return found


def _quotes(rows: Iterable[Row]) -> dict[str, Quote]:
    found = {}
    for span, group in _grouped(rows):
        lines = tuple(sorted({int(line) for row in group if (line := row[3])}))
        found[span] = Quote(_text(group[0][1]), lines, _text(group[0][2]))
    return found


def _facts(
    rows: Iterable[Row], quotes: Mapping[str, Quote], meetings: Mapping[str, str], items: Mapping[str, str]
) -> Iterator[Fact]:
    for fact, group in _grouped(rows):
        event, person, body, title, date, qualifier, note, meeting, item = (_first(group, at) for at in range(1, 10))
        spans = [quotes[span] for span in _all(group, 10) if span in quotes]
        heading = items.get(item) if item else None
        yield Fact(
            fact, event or "", person, body, title, date, qualifier, (note or "").strip() or None,
            meetings.get(meeting) if meeting else None,
            tuple(Quote(span.gazette, span.lines, span.text, heading) for span in spans),
        )  # fmt: skip
