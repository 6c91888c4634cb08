"""What an analysis takes in, and what it gives: rows, a graph, and what was left out and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeAlias, TypeVar

import networkx as nx

from kg.network.analyse.records import Known, Tenure
from kg.network.analyse.spans import Certainty, Span, together

POSSIBLE = "--possible"
Row = TypeVar("Row")
Network: TypeAlias = "nx.Graph[str]"


@dataclass(frozen=True, slots=True)
class Scope:
    """A period or all time, bodies by their IRI or all of them, and whether what is only possible counts."""

    period: Span | None = None
    bodies: frozenset[str] | None = None
    possible: bool = False

    def takes(self, certainty: Certainty | None) -> bool:
        """Whether something of this certainty counts."""
        return certainty == "certain" or (self.possible and certainty == "possible")

    def certainty(self, *spans: Span) -> Certainty | None:
        """Whether spans share a day of the period."""
        return together(*spans) if self.period is None else together(*spans, self.period)

    def names(self, body: str | None) -> bool:
        """Whether a body is among those asked for."""
        return self.bodies is None or body in self.bodies


@dataclass(frozen=True, slots=True)
class Analysis(Generic[Row]):
    """The answer of one analysis; all of it is derived.

    `rows` come in the order of what matters most; `graph` holds all of them, with `description` among its attributes;
    `left_out` says in words what does not count, and why.
    """

    kind: str
    rows: tuple[Row, ...]
    graph: Network
    left_out: tuple[str, ...] = ()


@dataclass(slots=True)
class LeftOut:
    """Counts what does not count, by what it is; an option may take it in."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, what: str, number: int = 1, option: str = "") -> None:
        """Remember so many of a kind."""
        self.counts[what, option] += number

    def told(self) -> tuple[str, ...]:
        """What it is and how many, the most frequent first."""
        ordered = sorted(self.counts.items(), key=lambda pair: (-pair[1], pair[0]))
        return tuple(
            f"{what}: {number:,}" + f" ({option} takes them in)" * bool(option)
            for (what, option), number in ordered
            if number
        )


def tenures(known: Known, scope: Scope, left: LeftOut) -> Iterator[tuple[Tenure, Certainty]]:
    """The tenures in the bodies and the period of a scope with their certainty, also those that are only possible.

    Without a period, that a tenure held at some time is certain.
    """
    for tenure in known.tenures:
        if tenure.body is None:
            left.add("tenures whose body is not named", int(scope.bodies is None))
        elif tenure.span.empty:
            left.add("tenures that begin and end on one day", int(scope.names(tenure.body)))
        elif scope.names(tenure.body) and (certainty := scope.certainty(tenure.span)) is not None:
            yield tenure, certainty if scope.period else "certain"


def around(known: Known, scope: Scope) -> tuple[Known, Scope]:
    """The people of the bodies of a scope with all their bodies, and the scope without those bodies."""
    if scope.bodies is None:
        return known, scope
    inside = {tenure.person for tenure, _ in tenures(known, scope, LeftOut())}
    kept = tuple(tenure for tenure in known.tenures if tenure.person in inside)
    return Known(known.people, known.bodies, kept, known.presences), Scope(scope.period, None, scope.possible)
