"""Which report answers which opinion, derived over all gazettes of a place.

The build runs `OPINIONS` on the store and hands the rows to `respond`. They come sorted by place, so that only the
opinions and reports of one place are in memory at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rdflib import Literal, URIRef
from rdflib.namespace import PROV, RDF, XSD

from kg.rdf.names import DEFAULT_BASE, Names, digest
from kg.rdf.nquads import Triple, write_lines
from kg.resolve.answers import TOLD, Answer, Asked, Link, link

# ?place ?issue ?node ?title ?date ?body ?answers ?answered ?rule; where no place is known, an issue stands for it.
OPINIONS = """
SELECT ?place ?issue ?node ?title ?date ?body ?answers ?answered ?rule WHERE {
  {
    ?node a gz:DeliberationOpinion ; gz:evidence/gz:rule ?rule .
    OPTIONAL { ?node gz:addressedTo/rdfs:label ?body }
  } UNION {
    ?node a gz:FollowUpReport ; gz:answersTitle ?answers .
    OPTIONAL { ?node gz:reportedBy/rdfs:label ?body }
    OPTIONAL { ?node gz:answeredDateText ?answered }
  }
  ?node dct:title ?title ; gz:statedIn/eli:is_part_of ?issue .
  OPTIONAL { ?node gz:onDateText ?date }
  OPTIONAL { ?issue gz:place ?known }
  BIND(COALESCE(?known, STR(?issue)) AS ?place)
}
ORDER BY ?place ?node
"""

Row = Sequence[str | None]


def respond(rows: Iterable[Row], base: str = DEFAULT_BASE) -> Iterator[str]:
    """N-Quads lines of the graph `graph/derived`, from the rows of `OPINIONS`; not sorted as a whole."""
    names = Names(base)
    graph = names.graph("derived")
    for place, group in groupby(rows, key=lambda row: row[0]):
        for found in _links(list(group), place or ""):
            yield from write_lines(_response(names, found), graph)


def _links(rows: list[Row], place: str) -> Iterator[Link]:
    asked = [Asked(str(row[2]), str(row[3]), row[4], row[5], row[8] == TOLD) for row in rows if not row[6]]
    reports = [
        Answer(str(node), str(title), answers, date, answered, body)
        for _, _, node, title, date, body, answers, answered, _ in rows
        if answers
    ]
    yield from link(asked, reports, place)


def _response(names: Names, found: Link) -> Iterator[Triple]:
    term = names.term
    opinion, report = URIRef(found.opinion), URIRef(found.report)
    place = found.report.removeprefix(f"{names.base}id/followup/")
    node = URIRef(f"{names.base}id/response/{place}/{digest(found.opinion)}")
    yield report, term("respondsTo"), opinion
    yield node, RDF.type, term("Response")
    yield node, term("answeringReport"), report
    yield node, term("answeredOpinion"), opinion
    yield node, PROV.wasDerivedFrom, report
    yield node, PROV.wasDerivedFrom, opinion
    yield node, term("linkBasis"), Literal(found.basis)
    yield node, term("linkScore"), Literal(f"{found.score:g}", datatype=XSD.decimal)
    if found.days is not None:
        yield node, term("daysTaken"), Literal(found.days)
