"""Checks statements against the shapes, and quotes against their text; gives back the broken facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from kg.model.gazette import Gazette
from kg.rdf.names import DEFAULT_BASE


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One broken fact: which, what is wrong with it, and where its text stands when that is known."""

    gazette: str | None
    line: int | None
    message: str
    focus: str
    value: str | None = None


class GraphSource(Protocol):
    """What a store must give to be checked: `kg.store.Store` does."""

    def graphs(self) -> Iterator[str]:
        """The IRIs of the named graphs."""

    def graph_lines(self, graph: str) -> bytes:
        """One named graph as N-Triples."""


def check(store: GraphSource, base: str = DEFAULT_BASE) -> Iterator[Violation]:
    """The broken facts of a build, graph by graph, in the order of graphs; nothing when all is well."""
    raise NotImplementedError


def check_quotes(gazette: Gazette) -> Iterator[Violation]:
    """The facts whose quote is not in the source text between their offsets, or whose lines do not hold it."""
    raise NotImplementedError
