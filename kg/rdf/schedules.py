"""Which point of an agenda took up which topic of a work plan, derived over all gazettes of a place.

The build runs `SCHEDULES` on the store and hands the rows to `schedule`. They come sorted by place, so that only the
topics and agendas of one place are in memory at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rdflib import Literal, URIRef
from rdflib.namespace import PROV, RDF, XSD

from kg.rdf.names import DEFAULT_BASE, Names, digest
from kg.rdf.nquads import Triple, write_lines
from kg.resolve.schedules import Scheduled, TakenUp, taken_up

# ?place ?node ?title ?planned ?held; where no place is known, the issue stands for it.
SCHEDULES = """
SELECT DISTINCT ?place ?node ?title ?planned ?held WHERE {
  { ?node a gz:PlanTopic ; gz:planYear ?planned }
  UNION
  { ?node a gz:AgendaItem ; gz:inMeeting/gz:onDateText ?held }
  ?node dct:title ?title ; gz:statedIn/eli:is_part_of ?issue .
  OPTIONAL { ?issue gz:place ?known }
  BIND(COALESCE(?known, STR(?issue)) AS ?place)
}
ORDER BY ?place ?node ?held
"""

Row = Sequence[str | None]


def schedule(rows: Iterable[Row], base: str = DEFAULT_BASE) -> Iterator[str]:
    """N-Quads lines of the graph `graph/derived`, from the rows of `SCHEDULES`; not sorted as a whole."""
    names = Names(base)
    graph = names.graph("derived")
    for _, group in groupby(rows, key=lambda row: row[0]):
        for found in _found(list(group)):
            yield from write_lines(_match(names, found), graph)


def _found(rows: list[Row]) -> Iterator[TakenUp]:
    topics = [Scheduled(str(node), str(title), int(planned)) for _, node, title, planned, _ in rows if planned]
    if topics:
        points = {
            str(node): Scheduled(str(node), str(title), int(held[:4])) for _, node, title, _, held in rows if held
        }
        yield from taken_up(topics, points.values())


def _match(names: Names, found: TakenUp) -> Iterator[Triple]:
    term = names.term
    topic, point = URIRef(found.topic), URIRef(found.point)
    node = URIRef(f"{names.base}id/takenup/{digest(found.topic, found.point)}")
    yield topic, term("takenUpAs"), point
    yield node, RDF.type, term("TakenUp")
    yield node, PROV.wasDerivedFrom, topic
    yield node, PROV.wasDerivedFrom, point
    yield node, term("linkScore"), Literal(f"{found.score:g}", datatype=XSD.decimal)
