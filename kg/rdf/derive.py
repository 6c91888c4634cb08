"""Post changes and tenures, derived from what is printed; layers 2 and 3 of the ontology.

The build runs `HOLDINGS` on the store and hands the rows to `derive`. The rows come sorted by person and post, so that
only one holding is in memory at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kg.rdf.names import DEFAULT_BASE

# ?person ?post ?body ?kind ?date ?node ?qualifier, sorted by person and post.
HOLDINGS = """
SELECT ?person ?post ?body ?kind ?date ?node ?qualifier WHERE {
  {
    ?node a gz:PersonnelAct ; a ?kind ; gz:person ?person ; gz:post ?post .
    FILTER(?kind != gz:PersonnelAct && ?kind != gz:Proposal)
    OPTIONAL { ?node gz:actDateText ?date }
    OPTIONAL { ?node gz:qualifier ?qualifier }
  } UNION {
    ?node a gz:PositionStatement ; gz:person ?person ; gz:post ?post ; gz:former ?former .
    BIND(IF(?former, gz:FormerPosition, gz:PositionStatement) AS ?kind)
    OPTIONAL { ?node gz:asOfText ?date }
  } UNION {
    ?node a gz:Attendance ; a ?kind ; gz:person ?person ; gz:attendedAs ?post ; gz:inMeeting ?meeting .
    OPTIONAL { SELECT ?meeting (MIN(?day) AS ?date) WHERE { ?meeting a gz:Meeting ; gz:onDateText ?day } GROUP BY ?meeting }
  }
  OPTIONAL { ?post org:postIn ?body }
}
ORDER BY ?person ?post ?date ?node
"""


def derive(rows: Iterable[Sequence[str | None]], base: str = DEFAULT_BASE) -> Iterator[str]:
    """N-Quads lines of the graph `graph/derived`, from the rows of `HOLDINGS`; not sorted as a whole."""
    raise NotImplementedError
