"""An embedded Oxigraph: made from sorted N-Quads, then only read.

Oxigraph's own union of graphs repeats a row for every graph that states it, and multiplies them in joins. So the
load states everything twice: in its named graph, and once in the default graph, which questions are asked of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import IO

import pyoxigraph
from pyoxigraph import DefaultGraph, NamedNode, QuerySolutions, RdfFormat

from kg.model.errors import OutputError, QueryError
from kg.store.reader import Answer, Row, plain_rows

# Oxigraph keeps a whole load in memory until it is written, so it gets a part at a time.
CHUNK_LINES = 50_000

_OBJECT = rb'(?:<[^>]*>|"(?:[^"\\]|\\.)*"(?:\^\^<[^>]*>|@[A-Za-z0-9-]+)?)'
_GRAPH = re.compile(rb"(?P<triple><[^>]*> <[^>]*> " + _OBJECT + rb") <[^>]*> \.")


class Store:
    """All statements of a build. Make one with `create` or `open_store`."""

    def __init__(self, inner: pyoxigraph.Store) -> None:
        self._inner = inner

    def load(self, path: Path) -> None:
        """Add the statements of an N-Quads file, in flat memory.

        Raises OutputError when the file is no N-Quads or cannot be read.
        """
        try:
            with path.open("rb") as quads:
                for lines in iter(lambda: list(islice(quads, CHUNK_LINES)), []):
                    self._inner.bulk_load(input=b"".join(lines), format=RdfFormat.N_QUADS)
                    self._inner.bulk_load(input=b"".join(map(_without_graph, lines)), format=RdfFormat.N_TRIPLES)
        except (OSError, SyntaxError, ValueError, RuntimeError) as error:
            raise OutputError(f"{path}: cannot be loaded ({error}); build again") from error

    def query(self, sparql: str, prefixes: Mapping[str, str] | None = None, graph: str | None = None) -> Answer:
        """Ask a SPARQL 1.1 question; the default graph holds every statement once.

        With `graph`, what that named graph holds is all there is. Raises QueryError when the question is not valid.
        """
        asked = None if graph is None else NamedNode(graph)
        try:
            return self._inner.query(sparql, prefixes=dict(prefixes or {}), default_graph=asked)
        except (SyntaxError, ValueError, RuntimeError) as error:
            raise QueryError(f"not a valid question: {error}") from error

    def query_dataset(
        self,
        sparql: str,
        prefixes: Mapping[str, str],
        default_graphs: Sequence[str] = (),
        named_graphs: Sequence[str] = (),
    ) -> Answer:
        """Ask a question of a dataset made of these graphs, as the SPARQL protocol wants it; of all when none is named.

        Raises QueryError as `query` does.
        """
        if not (default_graphs or named_graphs):
            return self.query(sparql, prefixes)
        try:
            if len(set(default_graphs)) > 1:
                return Store(self._merged(default_graphs, named_graphs)).query(sparql, prefixes)
            return self._inner.query(
                sparql,
                prefixes=dict(prefixes),
                default_graph=[NamedNode(graph) for graph in default_graphs],
                named_graphs=[NamedNode(graph) for graph in named_graphs],
            )
        except (SyntaxError, ValueError, RuntimeError) as error:
            raise QueryError(f"not a valid question: {error}") from error

    def _merged(self, default_graphs: Sequence[str], named_graphs: Sequence[str]) -> pyoxigraph.Store:
        """A store in memory whose default graph is the merge of several, each statement once."""
        merged = pyoxigraph.Store()
        for graph in sorted(set(default_graphs)):
            found = self._inner.quads_for_pattern(None, None, None, NamedNode(graph))
            merged.bulk_extend(pyoxigraph.Quad(quad.subject, quad.predicate, quad.object) for quad in found)
        for graph in sorted(set(named_graphs)):
            merged.bulk_extend(self._inner.quads_for_pattern(None, None, None, NamedNode(graph)))
        return merged

    def select(self, sparql: str, prefixes: Mapping[str, str] | None = None, graph: str | None = None) -> Iterator[Row]:
        """The rows of a SELECT as plain strings, `None` where a variable has no value; `graph` as for `query`."""
        answer = self.query(sparql, prefixes, graph)
        if not isinstance(answer, QuerySolutions):
            raise QueryError("a SELECT is wanted here")
        yield from plain_rows(answer)

    def graphs(self) -> Iterator[str]:
        """The IRIs of the named graphs, sorted."""
        # Names only: a million of them are less than one large gazette.
        yield from sorted(graph.value for graph in self._inner.named_graphs() if isinstance(graph, NamedNode))

    def graph_lines(self, graph: str) -> bytes:
        """One named graph as N-Triples."""
        return self._inner.dump(format=RdfFormat.N_TRIPLES, from_graph=NamedNode(graph)) or b""

    def write_graph(self, graph: str, target: IO[bytes]) -> None:
        """Write one named graph as N-Triples, in flat memory."""
        self._inner.dump(target, format=RdfFormat.N_TRIPLES, from_graph=NamedNode(graph))

    def write_default_graph(self, path: Path) -> None:
        """Every statement once, as N-Triples, in the order of the store."""
        self._inner.dump(path, RdfFormat.N_TRIPLES, from_graph=DefaultGraph())

    def __len__(self) -> int:
        """The number of statements, the materialised default graph included."""
        return len(self._inner)

    def flush(self) -> None:
        """Make sure that all stands on the disk, and in the order in which it is read fastest.

        A load in parts leaves as many sorted files, and each lookup would go through all of them.
        """
        self._inner.flush()
        self._inner.optimize()


def create(path: Path | None = None) -> Store:
    """A new store in a folder, or in memory without one. Raises OutputError when the folder cannot be written."""
    try:
        return Store(pyoxigraph.Store(path))
    except OSError as error:
        raise OutputError(f"{path}: no store can be made here ({error})") from error


def open_store(path: Path) -> Store:
    """Open a store to read; several readers at once are allowed. Raises OutputError when there is none."""
    try:
        return Store(pyoxigraph.Store.read_only(str(path)))
    except (OSError, ValueError) as error:
        raise OutputError(f"{path}: holds no store; build it with `kg build` ({error})") from error


def _without_graph(line: bytes) -> bytes:
    """A line of N-Quads as one of N-Triples."""
    found = _GRAPH.match(line)
    return line if found is None else found["triple"] + b" .\n"
