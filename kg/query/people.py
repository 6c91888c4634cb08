"""What became of a person: the posts held, and all that is stated, in order, with the words that state it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.model.errors import QueryError
from kg.query.evidence import Passage, facts
from kg.query.naming import Thing, find, refuse_several
from kg.query.opening import Graph
from kg.query.periods import Period, window
from kg.query.rows import grouped, text
from kg.query.sparql import Record, records
from kg.query.tenures import Tenure, tenures_of

QUESTION = Path(__file__).with_name("history.rq")
PRESENCES = frozenset(("present", "on_leave", "observer"))


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
    """One person, the tenures and the events; two people of one name are two of these.

    `how` tells by what the person was found (see `Thing`); `undated` counts the events that a question for a part of
    time leaves out because their date is not known.
    """

    person: str
    name: str
    place: str | None
    how: str
    tenures: tuple[Tenure, ...]
    events: tuple[Event, ...]
    undated: int = 0


def history(
    graph: Graph,
    name: str,
    *,
    presences: bool = True,
    on: str | None = None,
    between: tuple[str, str] | None = None,
) -> list[PersonHistory]:
    """The histories of all people called `name`, ordered by person; a name may be typed as `find` takes it.

    With `on` or `between`, tenures that are certain or possible then, and events of that time. Events are ordered by
    date; those without one come last, in the order of the gazettes. Without `presences`, who came to a meeting is left
    out. Raises `QueryError` when nobody has this name, `AmbiguousName` when people of several names fit what is typed,
    and `DateError` when a date is none.
    """
    asked = window(on, between)
    found = find(graph, name, ("person",))
    if not found:
        raise QueryError(f"nobody is called {name!r} in this graph; try a part of the name, or its pinyin")
    if found[0].how not in ("iri", "name") and len({one.name for one in found}) > 1:
        refuse_several(graph, name, found)
    return [_history(graph, one, presences, asked) for one in sorted(found, key=lambda one: one.iri)]


def _history(graph: Graph, one: Thing, presences: bool, asked: Period | None) -> PersonHistory:
    events = sorted(_events(graph, records(graph, QUESTION, person=one.iri)), key=_order)
    told = [event for event in events if presences or event.event not in PRESENCES]
    kept = [event for event in told if asked is None or asked.meets(event.date)]
    undated = 0 if asked is None else sum(event.date is None for event in told)
    tenures = tenures_of(graph, [one.iri], asked)
    return PersonHistory(one.iri, one.name, one.where, one.how, tuple(tenures), tuple(kept), undated)


def _events(graph: Graph, rows: Iterable[Record]) -> Iterator[Event]:
    """An event for each fact and passage; a fact has a row more for each value of a repeated property."""
    by_fact = dict(grouped(rows, "fact"))
    known = facts(graph, by_fact)
    for fact, of_fact in by_fact.items():
        for passage in known[fact].passages if fact in known else ():
            yield _event(of_fact, passage)


def _event(rows: list[Record], passage: Passage) -> Event:
    words = {column: text(rows, column) for column in ("date", "post", "qualifier", "meeting")}
    return Event(
        **words,
        event=text(rows, "event") or "",
        gazette=passage.gazette,
        lines=passage.lines,
        words=passage.words,
    )


def _order(event: Event) -> tuple[bool, str, str, tuple[int, ...], str, str, str]:
    known = event.date is not None
    return (not known, event.date or "", event.gazette, event.lines, event.event, event.post or "", event.words)
