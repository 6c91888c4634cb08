"""All statements of a build, or those of one gazette, in a form of RDF.

They are read from the sorted N-Quads of the build, not from the store: so they come in the same order every time, and
memory does not grow with their number.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from kg.model.errors import OutputError, QueryError
from kg.publish.export.formats import Format
from kg.query.opening import Graph
from kg.rdf.context import context
from kg.rdf.nquads import split_line, write_sorted
from kg.store.serialise import serialise, serialise_jsonld

QUADS = "graph.nq"
_STEMS = "SELECT ?graph ?stem { ?graph a gz:GazetteGraph ; gz:stem ?stem } ORDER BY ?graph"


def write_statements(output: Path, graph: Graph, form: Format, target: IO[bytes], gazette: str | None = None) -> None:
    """Write the statements of the build in `output`, whose open graph is `graph`, to `target`.

    With `gazette`, the stem of its file, only what that gazette states; what is derived from it is then left out.
    Raises `QueryError` when no gazette is called so, `OutputError` when the statements cannot be read or written.
    """
    wanted = None if gazette is None else _graphs_of(graph, gazette)
    with _quads(output) as quads:
        lines = _of_graphs(quads, wanted)
        if form.made_of == "triples":
            serialise(_each_once(lines), form.name, graph.prefixes, target)
        elif form.name == "nquads":
            serialise(lines, form.name, graph.prefixes, target)
        else:
            _write_by_graph(lines, form, graph, target)


def _quads(output: Path) -> IO[str]:
    try:
        # newline="\n": other ends of lines may stand within a text.
        return (output / QUADS).open(encoding="utf-8", newline="\n")
    except OSError as error:
        raise OutputError(f"{output / QUADS}: cannot be read ({error.strerror}); build again") from error


def _graphs_of(graph: Graph, gazette: str) -> frozenset[str]:
    named = [(str(iri), stem) for iri, stem in graph.store.select(_STEMS, graph.prefixes)]
    found = frozenset(iri for iri, stem in named if stem == gazette)
    if not found:
        some = ", ".join(sorted(str(stem) for _, stem in named)[:5])
        raise QueryError(f"no gazette is called {gazette!r} in this build; it holds {some or 'none'}")
    return found


def _of_graphs(lines: Iterable[str], wanted: frozenset[str] | None) -> Iterator[str]:
    return (line for line in lines if wanted is None or split_line(line)[1] in wanted)


def _each_once(lines: Iterable[str]) -> Iterator[str]:
    """The lines without their graph; as they are sorted, what several graphs state stands together."""
    last = ""
    for line in lines:
        triple = split_line(line)[0]
        if triple != last:
            yield f"{triple} .\n"
        last = triple


def _write_by_graph(lines: Iterable[str], form: Format, graph: Graph, target: IO[bytes]) -> None:
    """Sorted on the disk by graph, so that each graph is opened once."""
    with tempfile.TemporaryDirectory(prefix="kg-export-") as folder:
        path = Path(folder) / "by-graph"
        write_sorted(map(_graph_first, lines), path)
        with path.open(encoding="utf-8", newline="\n") as ordered:
            by_graph = map(_graph_last, ordered)
            if form.name == "jsonld":
                serialise_jsonld(by_graph, context(graph.base), target)
            else:
                serialise(by_graph, form.name, graph.prefixes, target)


def _graph_first(line: str) -> str:
    triple, name = split_line(line)
    return f"{name or ''}\t{triple}\n"


def _graph_last(line: str) -> str:
    # No IRI holds a tab, and a text has it escaped.
    name, _, triple = line.rstrip("\n").partition("\t")
    return f"{triple} <{name}> .\n" if name else f"{triple} .\n"
