"""One gazette to the statements of its own named graph, and its entry in the catalogue."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import Literal
from rdflib.namespace import DCTERMS, PROV, RDF

from kg.lexicon import Lexicon, load
from kg.model.gazette import Gazette
from kg.rdf.entities import Scope, entity_triples
from kg.rdf.facts import fact_triples
from kg.rdf.issue import issue_triples
from kg.rdf.names import DEFAULT_BASE, Names
from kg.rdf.nquads import Triple, write_lines
from kg.rdf.reports import report_triples


def gazette_quads(gazette: Gazette, base: str = DEFAULT_BASE, lexicon: Lexicon | None = None) -> Iterator[str]:
    """All statements of a gazette as N-Quads lines, sorted and each once: the same bytes for the same gazette.

    They stand in the graph `graph/text/<sha256>`, so that the gazette can be replaced alone; the catalogue's entry
    stands in the default graph.
    """
    scope = Scope.of(gazette, Names(base), lexicon or load())
    graph = scope.names.graph("text", gazette.source.sha256)
    lines = set(write_lines(gazette_triples(scope), graph))
    lines.update(write_lines(_catalogue(scope), None))
    yield from sorted(lines)


def gazette_triples(scope: Scope) -> Iterator[Triple]:
    """The triples of one gazette: the issue, its facts, and what they speak of."""
    yield from issue_triples(scope)
    yield from fact_triples(scope)
    yield from report_triples(scope)
    # Last: only now is known which people, bodies, posts and spans the facts need.
    yield from entity_triples(scope)


def _catalogue(scope: Scope) -> Iterator[Triple]:
    source = scope.gazette.source
    graph = scope.names.graph("text", source.sha256)
    yield graph, RDF.type, scope.names.term("GazetteGraph")
    yield graph, PROV.wasDerivedFrom, scope.text
    yield graph, scope.names.term("stem"), Literal(source.stem)
    if scope.gazette.masthead.title is not None:
        yield graph, DCTERMS.title, Literal(scope.gazette.masthead.title)
