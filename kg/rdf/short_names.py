"""Bodies under their names without places, derived once for all: a short name is looked up and not searched for.

`BODIES` asks the store for the bodies; `short_name_lines` takes the rows one by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rdflib import Literal, URIRef

from kg.lexicon import Lexicon
from kg.rdf.names import DEFAULT_BASE, Names
from kg.rdf.nquads import write_lines
from kg.resolve.spelled import without_places

# ?node ?name
BODIES = "SELECT DISTINCT ?node ?name WHERE { ?node a gz:Body ; rdfs:label ?name } ORDER BY ?node ?name"


def short_name_lines(rows: Iterable[Sequence[str | None]], lexicon: Lexicon, base: str = DEFAULT_BASE) -> Iterator[str]:
    """N-Quads lines of the graph `graph/derived/shortnames`, from the rows of `BODIES`."""
    names = Names(base)
    graph, term = names.graph("derived", "shortnames"), names.term("shortName")
    for node, name in rows:
        if node is not None and name is not None:
            body = URIRef(node)
            yield from write_lines(((body, term, Literal(short)) for short in without_places(name, lexicon)), graph)
