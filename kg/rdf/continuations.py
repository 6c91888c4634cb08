"""Which body goes on in which, and which post of the one in which of the other, derived from changes of bodies.

The build runs `CONTINUATIONS` on the store and hands the rows to `continuations`. A body that goes on beside what came
out of it has no successor; a post goes on only where its body was renamed, and a post of the same title stands in the
graph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rdflib import URIRef
from rdflib.namespace import PROV, RDF

from kg.rdf.names import DEFAULT_BASE, Names, digest
from kg.rdf.nquads import Triple, write_lines

# ?link ?old ?new ?change, the changes of one pair together; ?link is the property that joins the two.
CONTINUATIONS = """
SELECT DISTINCT ?link ?old ?new ?change WHERE {
  {
    VALUES ?type { gz:NameChange gz:Merger gz:Split }
    ?change a gz:BodyChange ; gz:changeType ?type ; org:originalOrganization ?old ; org:resultingOrganization ?new .
    FILTER NOT EXISTS { ?change org:resultingOrganization ?old }
    BIND(gz:succeededBy AS ?link)
  } UNION {
    ?change a gz:BodyChange ; gz:changeType gz:NameChange .
    ?change org:originalOrganization ?body ; org:resultingOrganization ?other .
    ?old org:postIn ?body ; org:role ?role .
    ?new org:postIn ?other ; org:role ?role .
    FILTER(?body != ?other)
    BIND(gz:continuedAs AS ?link)
  }
}
ORDER BY ?link ?old ?new ?change
"""

Row = Sequence[str | None]


def continuations(rows: Iterable[Row], base: str = DEFAULT_BASE) -> Iterator[str]:
    """N-Quads lines of the graph `graph/derived`, from the rows of `CONTINUATIONS`; not sorted as a whole."""
    names = Names(base)
    graph = names.graph("derived")
    for (link, old, new), group in groupby(rows, key=lambda row: row[:3]):
        changes = [str(row[3]) for row in group]
        yield from write_lines(_succession(names, str(link), str(old), str(new), changes), graph)


def _succession(names: Names, link: str, old: str, new: str, changes: Sequence[str]) -> Iterator[Triple]:
    term = names.term
    node = URIRef(f"{names.base}id/succession/{digest(link, old, new)}")
    yield URIRef(old), URIRef(link), URIRef(new)
    yield node, RDF.type, term("Continuation")
    yield node, term("succeeded"), URIRef(old)
    yield node, term("successor"), URIRef(new)
    for change in changes:
        yield node, PROV.wasDerivedFrom, URIRef(change)
