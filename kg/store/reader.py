"""What reading needs of a store, whichever engine is behind it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples

from kg.model.errors import ServerError

Answer = QuerySolutions | QueryBoolean | QueryTriples
Row = tuple[str | None, ...]


class Reader(Protocol):
    """A store that can be asked: the embedded one, or a server."""

    def query(self, sparql: str, prefixes: Mapping[str, str] | None = None, graph: str | None = None) -> Answer:
        """Ask a SPARQL 1.1 question; `graph` names the only graph that is asked. Raises QueryError when not valid."""

    def query_dataset(
        self,
        sparql: str,
        prefixes: Mapping[str, str],
        default_graphs: Sequence[str] = (),
        named_graphs: Sequence[str] = (),
    ) -> Answer:
        """Ask a question of a dataset made of these graphs; of all when none is named."""

    def select(self, sparql: str, prefixes: Mapping[str, str] | None = None, graph: str | None = None) -> Iterator[Row]:
        """The rows of a SELECT as plain strings, `None` where a variable has no value."""

    def graphs(self) -> Iterator[str]:
        """The IRIs of the named graphs, sorted."""

    def graph_lines(self, graph: str) -> bytes:
        """One named graph as N-Triples."""


def plain_rows(answer: QuerySolutions) -> Iterator[Row]:
    """The rows of an answer as plain strings."""
    # A server's answer is read while its rows are taken.
    try:
        for solution in answer:
            yield tuple(None if term is None else str(getattr(term, "value", term)) for term in solution)
    except SyntaxError as error:
        raise ServerError(f"the answer of the server cannot be read ({error}); ask again") from error
