"""Questions to the store, and their rows made into records.

The questions stand beside this file, one `.rq` a kind of thing; every question about facts gives the same columns.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Protocol

from kg.network.records import Body, Fact, GazetteInfo, Meeting, Paper, Person, Quote, Records, Tenure
from kg.network.rows import Row, every, first, grouped, text
from kg.network.said import said, tasks

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

    papers = tuple(_papers(ask("items")))
    items = {paper.id: paper.title for paper in papers}
    quotes = _quotes(ask("spans"), items)
    met = tuple(_meetings(ask("meetings")))
    meetings = {meeting.id: meeting.name for meeting in met}
    facts = {fact.id: fact for name in _FACTS for fact in _facts(ask(name), quotes, meetings, items)}
    statements = said(ask, quotes, meetings)
    return Records(
        tuple(people(ask("people"))), tuple(bodies(ask("bodies"))),
        tuple(facts[name] for name in sorted(facts)), tuple(_gazettes(ask("gazettes"))),
        statements, tuple(tasks(statements)), tuple(tenures(ask("tenures"))), met, papers,
        tuple(_spelled(ask("spelled"))),
    )  # fmt: skip


def _sort_key(row: Row) -> tuple[str, ...]:
    return tuple(value or "" for value in row)


def people(rows: Iterable[Row]) -> Iterator[Person]:
    """The people of the rows of `people.rq`."""
    for person, group in grouped(rows):
        name, *others = every(group, 1)
        yield Person(person, name, first(group, 2), tuple(others))


def bodies(rows: Iterable[Row]) -> Iterator[Body]:
    """The bodies of the rows of `bodies.rq`."""
    for body, group in grouped(rows):
        name = every(group, 1)[0]
        aliases = tuple(alias for alias in every(group, 2) if alias != name)
        kind = (first(group, 3) or "other").rpartition("/")[2]
        yield Body(body, name, kind, first(group, 4), aliases)


def tenures(rows: Iterable[Row]) -> Iterator[Tenure]:
    """The tenures of the rows of `tenures.rq`, which are sorted."""
    for tenure, group in grouped(rows):
        parts: defaultdict[str, list[str]] = defaultdict(list)
        for row in group:
            parts[row[8] or ""].append(text(row[9]))
        person, body, title, start, started, ended, end = (first(group, at) for at in range(1, 8))
        yield Tenure(
            tenure, text(person), body, title, start, started, ended, end, tuple(parts["qualifier"]),
            tuple(parts["opened"]), tuple(parts["closed"]), tuple(parts["attested"]),
            tuple(_local(parts["start"])), tuple(_local(parts["end"])),
            tuple(sorted(set(parts["source"]))),
        )  # fmt: skip


def _local(rules: Iterable[str]) -> Iterator[str]:
    return (rule.rpartition("#")[2] for rule in rules)


def _gazettes(rows: Iterable[Row]) -> Iterator[GazetteInfo]:
    for graph, group in grouped(rows):
        yield GazetteInfo(graph, text(group[0][1]), first(group, 2), first(group, 3), first(group, 4))


def _meetings(rows: Iterable[Row]) -> Iterator[Meeting]:
    for meeting, group in grouped(rows):
        term, session = first(group, 2), first(group, 3)
        number = (f"第{term}届" if term else "") + (f"第{session}次" if session else "")
        yield Meeting(meeting, f"{first(group, 1) or ''}{number}会议", first(group, 5), first(group, 4))


def _papers(rows: Iterable[Row]) -> Iterator[Paper]:
    for paper, group in grouped(rows):
        start = int(first(group, 3) or 0)
        yield Paper(
            paper, text(group[0][1]), text(group[0][2]), start, int(first(group, 4) or start), first(group, 5)
        )  # fmt: skip


def _spelled(rows: Iterable[Row]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for thing, group in grouped(rows):
        yield thing, tuple(dict.fromkeys(word.replace(" ", "") for word in (*every(group, 1), *every(group, 2))))


def _quotes(rows: Iterable[Row], items: Mapping[str, str]) -> dict[str, Quote]:
    found = {}
    for span, group in grouped(rows):
        lines = tuple(sorted({int(line) for row in group if (line := row[3])}))
        paper = first(group, 4)
        found[span] = Quote(text(group[0][1]), lines, text(group[0][2]), items.get(paper or ""), paper)
    return found


def _facts(
    rows: Iterable[Row], quotes: Mapping[str, Quote], meetings: Mapping[str, str], items: Mapping[str, str]
) -> Iterator[Fact]:
    for fact, group in grouped(rows):
        event, person, body, title, date, qualifier, note, meeting, item = (first(group, at) for at in range(1, 10))
        spans = [quotes[span] for span in every(group, 10) if span in quotes]
        heading = items.get(item) if item else None
        yield Fact(
            fact, event or "", person, body, title, date, qualifier, (note or "").strip() or None,
            meetings.get(meeting) if meeting else None,
            tuple(Quote(span.gazette, span.lines, span.text, heading, item) for span in spans), meeting,
        )  # fmt: skip
