"""Who sat in a body."""

from __future__ import annotations

from dataclasses import dataclass

from kg.query.naming import find_one
from kg.query.opening import Graph
from kg.query.periods import window
from kg.query.tenures.asking import tenures_of
from kg.query.tenures.model import Tenure, in_time
from kg.query.tenures.parts import with_parts


@dataclass(frozen=True, slots=True)
class Roster:
    """The people of a body; of a day first those who are certain, the head of the body before the others."""

    body: str
    name: str
    tenures: tuple[Tenure, ...]


def roster(
    graph: Graph,
    body: str,
    *,
    on: str | None = None,
    between: tuple[str, str] | None = None,
    parts: bool = False,
) -> Roster:
    """Who sat in a body; with `on` or `between` who certainly or possibly did so then, with `parts` also in its parts.

    Raises `QueryError` when no body is called so, `AmbiguousName` when several are, `DateError` when a date is none.
    """
    asked = window(on, between)
    one = find_one(graph, body, ("body",))
    bodies = with_parts(graph, one.iri) if parts else [one.iri]
    return Roster(
        one.iri, one.name, tuple(sorted(tenures_of(graph, bodies, asked), key=lambda held: _order(held, one.iri)))
    )


def _order(held: Tenure, body: str) -> tuple[bool, bool, str, bool, str, tuple[str, str, str, str]]:
    own = held.body == body
    return (
        held.status == "possible",
        not own,
        held.body_name or "",
        held.head is not True,
        held.title or "",
        in_time(held),
    )
