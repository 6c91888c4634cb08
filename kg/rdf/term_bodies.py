"""The terms of congresses: a node for each congress and term met, and the days on which terms begin.

The build runs `TERMS` on the store. The rows come sorted by body, so that only one congress is in memory at a time; the
first sessions that `first_sessions` gives are a few for each congress.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from rdflib import Literal, URIRef
from rdflib.namespace import PROV, RDF, RDFS, XSD

from kg.lexicon import Lexicon
from kg.model.dates import bounds, is_day, later
from kg.rdf.names import DEFAULT_BASE, Names
from kg.rdf.nquads import Triple, write_lines
from kg.rdf.terms import Turn
from kg.resolve.posts import meeting_congress

# One row a date of a meeting with a term, of an act of election at it, or of a seat; sorted by body.
TERMS = """
SELECT ?by ?term ?session ?node ?kind ?date WHERE {
  {
    ?node a gz:Meeting ; gz:term ?term ; gz:heldBy/rdfs:label ?by .
    BIND(gz:Meeting AS ?kind)
    OPTIONAL { ?node gz:session ?session }
    OPTIONAL { ?node gz:onDateText ?date }
  } UNION {
    ?act a gz:Election ; gz:actDateText ?date ; gz:decidedAt ?node .
    ?node gz:term ?term ; gz:session ?session ; gz:heldBy/rdfs:label ?by .
    BIND(gz:Election AS ?kind)
  } UNION {
    ?node a gz:DeputyChange ; gz:term ?term ; gz:congress/rdfs:label ?by .
    BIND(gz:DeputyChange AS ?kind)
  }
}
ORDER BY ?by
"""
# No session of a congress took longer, from 1954 on.
SESSION_DAYS = 20

Row = Sequence[str | None]


@dataclass(frozen=True, slots=True)
class FirstSession:
    """The first session of a term: it sat from `first`, by `held` at the latest, and elected by `elected`."""

    term: int
    first: str
    held: str
    elected: str
    node: str

    def turn(self, *, early: bool) -> Turn:
        """What it means for a post; the seats of deputies (`early`) turn when it opens, the others when it elects."""
        return Turn(self.term, self.first, self.held if early else self.elected, self.node)


@dataclass(frozen=True, slots=True)
class _Met:
    """A row of `TERMS`; `own` is whether the congress itself met, and not its standing committee."""

    term: int
    kind: str
    node: str
    session: int | None
    date: str
    own: bool


def first_sessions(rows: Iterable[Row], lexicon: Lexicon) -> dict[str, tuple[FirstSession, ...]]:
    """The first sessions whose days are known, by the name of the congress, in order of terms."""
    found = {congress: tuple(_sessions(met)) for congress, met in _congresses(rows, lexicon)}
    return {congress: sessions for congress, sessions in found.items() if sessions}


def term_bodies(rows: Iterable[Row], lexicon: Lexicon, base: str = DEFAULT_BASE) -> Iterator[str]:
    """N-Quads lines of the graph `graph/derived`: the terms met, and in which of them meetings were held."""
    names = Names(base)
    graph = names.graph("derived")
    for congress, met in _congresses(rows, lexicon):
        yield from write_lines(_terms(names, congress, met), graph)


def term_body(names: Names, congress: str, term: int) -> URIRef:
    """The IRI of a term of a congress."""
    return names.thing("termbody", congress, str(term))


def _congresses(rows: Iterable[Row], lexicon: Lexicon) -> Iterator[tuple[str, list[_Met]]]:
    named = ((meeting_congress(row[0] or "", lexicon), row) for row in rows)
    known = ((congress, row) for congress, row in named if congress is not None)
    for congress, group in groupby(known, key=lambda pair: pair[0]):
        yield congress, sorted({_met(row, congress) for _, row in group}, key=str)


def _met(row: Row, congress: str) -> _Met:
    by, term, session, node, kind, date = row
    number = None if session is None else int(session)
    return _Met(int(term or 0), (kind or "").rpartition("#")[2], node or "", number, date or "", by == congress)


def _sessions(met: list[_Met]) -> Iterator[FirstSession]:
    if _is_contradictory(met):
        return
    first = [one for one in met if one.own and one.session == 1 and one.date]
    for term in sorted({one.term for one in first}):
        yield from _session(term, [one for one in first if one.term == term])


def _session(term: int, met: list[_Met]) -> Iterator[FirstSession]:
    days = sorted({one.date for one in met if is_day(one.date)} or {one.date for one in met})
    first, held = bounds(days[0])[0], bounds(days[-1])[1]
    if first is None or held is None:
        return
    # A single day may be the first or the last of the session.
    room = SESSION_DAYS if len(days) == 1 else 0
    elections = [one.date for one in met if one.kind == "Election" and is_day(one.date)]
    elected = max(elections) if elections else later(held, room)
    yield FirstSession(term, later(first, -room), held, elected, met[0].node)


def _is_contradictory(met: list[_Met]) -> bool:
    """Whether a term seems to go on while the next one meets: a number or a date must be misprinted."""
    days: dict[int, list[str]] = {}
    for one in met:
        if one.kind == "Meeting" and is_day(one.date):
            days.setdefault(one.term, []).append(one.date)
    of_terms = [days[term] for term in sorted(days)]
    # The old standing committee may still meet while the new congress sits.
    return any(later(min(new), SESSION_DAYS) < max(old) for old, new in pairwise(of_terms))


def _terms(names: Names, congress: str, met: list[_Met]) -> Iterator[Triple]:
    sessions = {session.term: session for session in _sessions(met)}
    for term in sorted({one.term for one in met}):
        node = term_body(names, congress, term)
        yield node, RDF.type, names.term("TermBody")
        yield node, RDFS.label, Literal(f"{congress}第{term}届")
        yield node, names.term("termOf"), names.body(congress)
        yield node, names.term("term"), Literal(term)
        yield from _bounds(names, node, "start", sessions.get(term))
        yield from _bounds(names, node, "end", sessions.get(term + 1))
    for one in met:
        yield term_body(names, congress, one.term), PROV.wasDerivedFrom, URIRef(one.node)
        if one.kind == "Meeting":
            yield URIRef(one.node), names.term("inTerm"), term_body(names, congress, one.term)


def _bounds(names: Names, node: URIRef, which: str, session: FirstSession | None) -> Iterator[Triple]:
    if session is not None:
        yield node, names.term(which + "Earliest"), Literal(session.first, datatype=XSD.date)
        yield node, names.term(which + "Latest"), Literal(session.held, datatype=XSD.date)
        yield node, PROV.wasDerivedFrom, URIRef(session.node)
