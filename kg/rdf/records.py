"""All that is printed of people and posts, row by row, as the first pass of tenures reads it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

# One row a statement of a person, sorted by person; ?kind is its class. A former position and a presence as a member have
# a class of their own here, so that a row says all that is needed. ?by is the body whose meeting gives the ?term.
RECORDS = """
SELECT ?person ?name ?place ?kind ?node ?date ?post ?body ?bodyName ?title ?qualifier ?reason ?item ?by ?session ?term WHERE {
  {
    {
      ?node a gz:PersonnelAct ; a ?kind ; gz:person ?person ; gz:post ?post .
      FILTER(?kind != gz:PersonnelAct && ?kind != gz:Proposal)
      OPTIONAL { ?node gz:actDateText ?date }
      OPTIONAL { ?node gz:qualifier ?qualifier }
      OPTIONAL { ?node gz:reason ?reason }
      OPTIONAL { ?node gz:statedIn ?item }
      OPTIONAL { ?node gz:decidedAt ?meeting . ?meeting gz:term ?term ; gz:session ?session ; gz:heldBy/rdfs:label ?by }
    } UNION {
      ?node a gz:PositionStatement ; gz:person ?person ; gz:post ?post ; gz:former ?former .
      BIND(IF(?former, gz:FormerPosition, gz:PositionStatement) AS ?kind)
      OPTIONAL { ?node gz:asOfText ?date }
      OPTIONAL {
        ?node gz:former false ; gz:asOfText ?day ; gz:statedIn ?report .
        ?report gz:onDateText ?day ; gz:decidedAt ?meeting .
        ?meeting gz:term ?term ; gz:session ?session ; gz:heldBy/rdfs:label ?by
      }
    } UNION {
      ?node a gz:Attendance ; a ?kind ; gz:person ?person ; gz:attendedAs ?post ; gz:inMeeting ?meeting .
      OPTIONAL { ?meeting gz:onDateText ?date }
      OPTIONAL { ?meeting gz:term ?term ; gz:session ?session ; gz:heldBy/rdfs:label ?by }
    }
    ?post org:role/rdfs:label ?title .
    OPTIONAL { ?post org:postIn ?body . ?body rdfs:label ?bodyName }
  } UNION {
    VALUES ?status { gz:Present gz:OnLeave }
    ?node a gz:Attendance ; gz:attendanceStatus ?status ; gz:person ?person ; gz:inMeeting ?meeting .
    FILTER NOT EXISTS { ?node gz:attendedAs ?printed }
    ?meeting gz:heldBy ?body ; gz:onDateText ?date ; gz:term ?term .
    BIND(gz:Membership AS ?kind)
  } UNION {
    ?node a gz:DeputyChange ; gz:person ?person ; gz:congress ?body ; gz:seatChange ?kind .
    OPTIONAL { ?node gz:term ?term }
    OPTIONAL { ?node gz:reason ?reason }
    OPTIONAL { ?node gz:statedIn ?item . OPTIONAL { ?item gz:onDateText ?date } }
  }
  OPTIONAL { ?person rdfs:label ?name }
  OPTIONAL { ?person gz:place ?place }
}
ORDER BY ?person
"""


@dataclass(frozen=True, slots=True)
class Record:
    """A row of `RECORDS`; `kind` is the name of its class alone."""

    person: str
    name: str | None
    place: str | None
    kind: str
    node: str
    date: str | None
    post: str | None
    body: str | None
    body_name: str | None
    title: str | None
    qualifier: str | None
    reason: str | None
    item: str | None
    by: str | None
    session: int | None
    term: int | None


def read_record(row: Sequence[str | None]) -> Record:
    """A row as a record."""
    person, name, place, kind, node, date, post, body, body_name, title, qualifier, reason, item, by, session, term = (
        row
    )
    return Record(
        person=person or "",
        name=name,
        place=place,
        kind=(kind or "").rpartition("#")[2],
        node=node or "",
        date=date,
        post=post,
        body=body,
        body_name=body_name,
        title=title,
        qualifier=qualifier,
        reason=reason,
        item=item,
        by=by,
        session=None if session is None else int(session),
        term=None if term is None else int(term),
    )
