"""Post changes and tenures, derived from what is printed; layers 2 and 3 of the ontology.

The build runs `HOLDINGS` on the store and hands the rows to `derive`. The rows come sorted by person and post, so that
only the observations of one holder and one post are in memory at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from rdflib import Literal, URIRef
from rdflib.namespace import ORG, PROV, RDF, XSD

from kg.model.dates import is_day
from kg.rdf.names import DEFAULT_BASE, Names
from kg.rdf.nquads import Triple, write_lines
from kg.rdf.tenure import Effect, Holding, Observation, holdings

# ?person ?post ?body ?kind ?date ?node ?qualifier, sorted by person and post. ?kind is the class; a former position
# has a class of its own here, so that a row says all that `derive` needs.
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
    OPTIONAL { ?meeting gz:onDateText ?date }
  }
  OPTIONAL { ?post org:postIn ?body }
}
ORDER BY ?person ?post ?date ?node
"""

_EFFECTS = {
    "Appointment": Effect.BEGINS,
    "Election": Effect.BEGINS,
    "Removal": Effect.ENDS,
    "ResignationAcceptance": Effect.ENDS,
    "ConsequentialTermination": Effect.ENDS,
    "AutomaticLapse": Effect.ENDS,
    "Dismissal": Effect.ENDS,
    "Confirmation": Effect.HOLDS,
    "ResignationRequest": Effect.HOLDS,
    "PositionStatement": Effect.HOLDS,
    "Attendance": Effect.HOLDS,
    "FormerPosition": Effect.FORMER,
}


@dataclass(frozen=True, slots=True)
class _Pair:
    """One person and one post, and how to name what is derived of them."""

    names: Names
    person: str
    post: str
    body: str | None

    def thing(self, kind: str, tail: str) -> URIRef:
        """An IRI below the names of both, which are percent-encoded already."""
        ids = self.names.base + "id/"
        who = self.person.removeprefix(ids).removeprefix("person/")
        what = self.post.removeprefix(ids).removeprefix("post/")
        return URIRef(f"{ids}{kind}/{who}/{what}/{tail}")


def derive(rows: Iterable[Sequence[str | None]], base: str = DEFAULT_BASE) -> Iterator[str]:
    """N-Quads lines of the graph `graph/derived`, from the rows of `HOLDINGS`; not sorted as a whole."""
    names = Names(base)
    graph = names.graph("derived")
    for (person, post, body), group in groupby(rows, key=lambda row: row[:3]):
        if person is not None and post is not None:
            yield from write_lines(_derived(_Pair(names, person, post, body), list(group)), graph)


def _derived(pair: _Pair, rows: list[Sequence[str | None]]) -> Iterator[Triple]:
    taken: set[str] = set()
    for holding in holdings(dict.fromkeys(map(_observation, rows))):
        tail = _unique(_tail(holding), taken)
        yield from _tenure(pair, holding, tail)


def _observation(row: Sequence[str | None]) -> Observation:
    kind, date, node, qualifier = row[3:7]
    return Observation(_EFFECTS[(kind or "").rpartition("#")[2]], date, node or "", qualifier)


def _tail(holding: Holding) -> str:
    """What tells a holding from the others of the same person and post: the first date known of it."""
    for word, seen in (("from", holding.opened), ("to", holding.closed), ("at", holding.attested)):
        for observation in seen[:1]:
            return f"{word}-{observation.date or 'undated'}"
    return "undated"


def _unique(tail: str, taken: set[str]) -> str:
    number, found = 1, tail
    while found in taken:
        number, found = number + 1, f"{tail}-{number + 1}"
    taken.add(found)
    return found


def _tenure(pair: _Pair, holding: Holding, tail: str) -> Iterator[Triple]:
    term, node = pair.names.term, pair.thing("tenure", tail)
    yield node, RDF.type, term("Tenure")
    yield node, ORG.member, URIRef(pair.person)
    yield node, term("post"), URIRef(pair.post)
    if pair.body is not None:
        yield node, ORG.organization, URIRef(pair.body)
    for qualifier in {o.qualifier for o in holding.opened if o.qualifier is not None}:
        yield node, term("qualifier"), Literal(qualifier)
    for name, effect, seen in (("openedBy", "Begins", holding.opened), ("closedBy", "Ends", holding.closed)):
        if seen:
            change = pair.thing("change", f"{tail}/{effect.lower()}")
            yield node, term(name), change
            yield from _change(pair, change, effect, seen)
    for observation in holding.attested:
        yield node, term("attestedBy"), URIRef(observation.node)
    yield from _bounds(pair.names, node, holding)


def _change(pair: _Pair, node: URIRef, effect: str, seen: list[Observation]) -> Iterator[Triple]:
    term = pair.names.term
    yield node, RDF.type, term("PostChange")
    yield node, term("changeEffect"), term(effect)
    yield node, term("person"), URIRef(pair.person)
    yield node, term("post"), URIRef(pair.post)
    for observation in seen:
        yield node, PROV.wasDerivedFrom, URIRef(observation.node)
    date = next((o.date for o in seen if is_day(o.date)), seen[0].date)
    if date is not None:
        yield node, term("effectiveDateText"), Literal(date)
    if date is not None and is_day(date):
        yield node, term("effectiveDate"), Literal(date, datatype=XSD.date)


def _bounds(names: Names, node: URIRef, holding: Holding) -> Iterator[Triple]:
    known = {
        "startEarliest": holding.start_earliest,
        "startLatest": holding.start_latest,
        "endEarliest": holding.end_earliest,
        "endLatest": holding.end_latest,
    }
    for name, day in known.items():
        if day is not None:
            yield node, names.term(name), Literal(day, datatype=XSD.date)
    yield node, names.term("startText"), Literal(_shown(holding.start_earliest, holding.start_latest))
    yield node, names.term("endText"), Literal(_shown(holding.end_earliest, holding.end_latest))
    if holding.reopened:
        yield node, names.term("inferredBy"), names.term("LaterOpening")


def _shown(earliest: str | None, latest: str | None) -> str:
    """Two bounds as one EDTF text: a day, one of a range of days, or nothing known."""
    if earliest is not None and earliest == latest:
        return earliest
    return f"[{earliest or ''}..{latest or ''}]" if earliest or latest else ""
