"""Who held the head post of a body on a day: a derived answer, which no gazette states."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kg.model.errors import DateError
from kg.query.opening import Graph
from kg.query.periods import Period, period
from kg.query.sparql import Iri, records
from kg.query.tenures.asking import tenures_of

POSTS = Path(__file__).with_name("posts.rq")


@dataclass(frozen=True, slots=True)
class Head:
    """Somebody who headed a body, certainly or possibly on the day that was asked, and why that is known."""

    person: str
    name: str
    post: str
    qualifier: str | None
    status: str
    why: str


@dataclass(frozen=True, slots=True)
class Heads:
    """Who headed a body on a day; `unknown` tells why nobody can be named."""

    date: str | None
    people: tuple[Head, ...]
    unknown: str | None = None


class HeadsAsked:
    """Asks for heads of bodies, of each body and day once."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._known: dict[tuple[str, str | None], Heads] = {}

    def of(self, body: str, day: str | Period | None) -> Heads:
        """Who headed a body on a day, or on the days that a date of a paper means."""
        text = day.text if isinstance(day, Period) else day
        if (body, text) not in self._known:
            self._known[body, text] = self._ask(body, text, _days(day))
        return self._known[body, text]

    def _ask(self, body: str, text: str | None, days: Period | None) -> Heads:
        rows = records(self._graph, POSTS, body=Iri(body))
        posts = [str(row["post"]) for row in rows if row["head"] is True]
        if not posts:
            return Heads(text, (), "which post heads the body is not known")
        if days is None:
            return Heads(text, (), "the day is not known")
        held = tenures_of(self._graph, posts, days)
        people = [Head(one.person, one.name, one.label, one.qualifier, one.status or "", one.why) for one in held]
        ordered = tuple(sorted(people, key=lambda head: (head.status != "certain", head.name, head.post)))
        return Heads(text, ordered, None if ordered else "nobody is known for this day")


def _days(day: str | Period | None) -> Period | None:
    if not isinstance(day, str):
        return day
    try:
        return period(day)
    except DateError:
        return None
