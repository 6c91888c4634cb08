"""Who held a post, one after the other, and when nobody is known to have held it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from kg.model.dates import later
from kg.query.naming import find_one
from kg.query.opening import Graph
from kg.query.periods import Period, window
from kg.query.sparql import Iri, records
from kg.query.tenures.asking import tenures_of
from kg.query.tenures.model import Tenure, status

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time for which a line of succession does not tell one holder.

    `kind` is `gap` (nobody is known for certain; `people` are possible) or `overlap` (each of `people` is certain). It
    goes from `since` to the day before `until`; None where no later holder is known.
    """

    kind: str
    since: str
    until: str | None
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Holders:
    """The holders of a post in order of time; `several` tells whether many hold it at once, None where it is not known.

    Gaps and overlaps are told of a post with one seat alone. `posts` are the posts of former and later names of the
    body that the line goes on in.
    """

    post: str
    label: str
    several: bool | None
    posts: tuple[str, ...]
    tenures: tuple[Tenure, ...]
    stretches: tuple[Stretch, ...]


def holders(
    graph: Graph,
    post: str,
    *,
    on: str | None = None,
    between: tuple[str, str] | None = None,
    merged: bool = True,
) -> Holders:
    """The line of succession in a post, named by its body and its title; `merged` over renamed bodies.

    With `on` or `between`, those who are certain or possible then. Raises `QueryError` when no post is called so,
    `AmbiguousName` when several are, `DateError` when a date is none.
    """
    asked = window(on, between)
    one = find_one(graph, post, ("post",))
    posts = _continued(graph, one.iri) if merged else [one.iri]
    line = tenures_of(graph, posts)
    seats = {tenure.several for tenure in line}
    several = seats.pop() if len(seats) == 1 else None
    stretches = sorted(_stretches(line), key=lambda one: (one.since, one.kind)) if several is False else []
    if asked is not None:
        line = tenures_of(graph, posts, asked)
        stretches = [one for one in stretches if one.since <= asked.last and asked.first < (one.until or "~")]
    labels = sorted({tenure.label for tenure in line} | {one.name})
    return Holders(one.iri, one.name, several, tuple(labels), tuple(line), tuple(stretches))


def _continued(graph: Graph, post: str) -> list[str]:
    """A post, and all that it went on from and goes on in."""
    found, fresh = {post}, {post}
    while fresh:
        rows = records(graph, FOLDER / "continued.rq", post=map(Iri, sorted(fresh)))
        fresh = {str(row["other"]) for row in rows} - found
        found |= fresh
    return sorted(found)


def _stretches(line: Sequence[Tenure]) -> Iterator[Stretch]:
    yield from _gaps(line)
    for one, other in combinations([tenure for tenure in line if tenure.certain], 2):
        if one.certain and other.certain and one.person != other.person:
            since, until = max(one.certain[0], other.certain[0]), min(one.certain[1], other.certain[1])
            if since < until:
                yield Stretch("overlap", since, until, (one.name, other.name))


def _gaps(line: Sequence[Tenure]) -> Iterator[Stretch]:
    """The times between the last day known of one holder and the first day known of the next."""
    known = sorted((start, end) for one in line if (start := one.start.latest) and (end := one.end.earliest))
    reached = known[0][1] if known else ""
    for start, end in known[1:]:
        if start > reached:
            yield Stretch("gap", reached, start, _possible(line, Period(reached, later(start, -1))))
        reached = max(reached, end)
    if (
        known
        and all(one.end.latest is not None for one in line)
        and max(one.end.latest or "" for one in line) <= reached
    ):
        yield Stretch("gap", reached, None, ())


def _possible(line: Sequence[Tenure], days: Period) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.name for one in line if status(one.start, one.end, days)))
