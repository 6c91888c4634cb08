"""What a network is made of: people, bodies, and what gazettes state of them."""

from __future__ import annotations

from dataclasses import dataclass, field

BEGINS = frozenset({"appoint", "elect", "confirm", "seat_begins", "position", "observer"})
ENDS = frozenset({"remove", "accept_resignation", "terminate", "lapse", "dismiss", "seat_ends", "former"})


@dataclass(frozen=True, slots=True)
class Quote:
    """The words that state a fact: in which gazette, on which lines, in which item."""

    gazette: str
    lines: tuple[int, ...]
    text: str
    item: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the graph; `place` tells two people of one name apart."""

    id: str
    name: str
    place: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Body:
    """A body of the graph; `parent` is the id of the body it belongs to."""

    id: str
    name: str
    type: str = "other"
    parent: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement about a person, a body, or both.

    `event` is a word such as `appoint`, `position`, `present`, `vote`; `date` is ISO, a day, a month or a year;
    `note` is what the statement adds (a reason, a result, a constituency).
    """

    id: str
    event: str
    person: str | None
    body: str | None
    title: str | None = None
    date: str | None = None
    qualifier: str | None = None
    note: str | None = None
    meeting: str | None = None
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class GazetteInfo:
    """How a gazette is named to a reader; `id` is its named graph."""

    id: str
    stem: str
    title: str | None = None
    year: str | None = None
    issue: str | None = None


@dataclass(frozen=True, slots=True)
class Records:
    """All that was asked of the store, in a fixed order."""

    people: tuple[Person, ...] = ()
    bodies: tuple[Body, ...] = ()
    facts: tuple[Fact, ...] = ()
    gazettes: tuple[GazetteInfo, ...] = field(default=())
