"""The scope that a question names: a part of time, and the bodies of a name."""

from __future__ import annotations

from kg.model.errors import DateError, QueryError
from kg.network.analyse.scope import Scope
from kg.network.analyse.spans import window
from kg.query import Graph, Thing, find
from kg.query.periods import window as days_of


def asked(
    graph: Graph,
    *,
    body: str | None = None,
    on: str | None = None,
    between: tuple[str, str] | None = None,
    possible: bool = False,
) -> tuple[Scope, tuple[Thing, ...]]:
    """The scope, and the bodies that the name means: all of them, where it means several.

    Raises `QueryError` when no body is called so, `DateError` when a date is none or `on` is no single day.
    """
    days = days_of(on, between)
    if on is not None and days is not None and days.first != days.last:
        raise DateError(f"{on!r} is no day; write it as 2024-09-26")
    bodies = () if body is None else tuple(find(graph, body, ("body",)))
    if body is not None and not bodies:
        raise QueryError(f"no body is called {body!r} in this graph; try a part of the name")
    wanted = None if body is None else frozenset(str(one.iri) for one in bodies)
    return Scope(window(days.first, days.last) if days else None, wanted, possible), bodies
