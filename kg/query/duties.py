"""What somebody answers for: every duty stated of a body or a person, with its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kg.query.evidence import Passage, facts
from kg.query.naming import find_one
from kg.query.opening import Graph
from kg.query.periods import window
from kg.query.rows import grouped, text
from kg.query.sparql import Record, records
from kg.query.tenures import Heads, HeadsAsked

QUESTION = Path(__file__).with_name("duties.rq")


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty: whose (`agent`, the full name), the role as printed and its group, what for, and where it stands.

    `kind` is `lead`, `answer`, `head`, `handle`, `assist`, `member` or `entrusted`; `date` is that of the paper,
    `lines` are 1-based. `derived_heads` are the people who held the head post of the body, where that was asked for: no
    gazette states that they answer for it.
    """

    agent: str
    kind: str | None
    role: str
    object: str
    date: str | None
    gazette: str
    lines: tuple[int, ...]
    words: str
    derived_heads: Heads | None = None


def duties(graph: Graph, name: str, *, heads: bool = False, on: str | None = None) -> list[Duty]:
    """The duties of the body or the person called `name`, in the order of the gazettes.

    With `heads`, who headed the body on the day of each paper; with `on`, on that day. Raises `QueryError` when nobody
    has this name, `AmbiguousName` when several have, `DateError` when a date is none.
    """
    asked = window(on, None)
    one = find_one(graph, name, ("person", "body"))
    known = HeadsAsked(graph)
    told = sorted(_duties(graph, records(graph, QUESTION, agent=one.iri)), key=lambda pair: (pair[0], _order(pair[1])))
    found = [duty for _, duty in told]
    if one.kind != "body" or not (heads or asked):
        return found
    return [replace(duty, derived_heads=known.of(one.iri, asked or duty.date)) for duty in found]


def _duties(graph: Graph, rows: list[Record]) -> Iterator[tuple[Passage, Duty]]:
    by_fact = dict(grouped(rows, "fact"))
    known = facts(graph, by_fact)
    for fact, of_fact in by_fact.items():
        said = {column: text(of_fact, column) or "" for column in ("label", "role", "object")}
        for passage in known[fact].passages if fact in known else ():
            duty = Duty(
                said["label"], text(of_fact, "kind"), said["role"], said["object"], text(of_fact, "date"),
                passage.gazette, passage.lines, passage.words,
            )  # fmt: skip
            yield passage, duty


def _order(duty: Duty) -> tuple[str, str]:
    return duty.role, duty.object
