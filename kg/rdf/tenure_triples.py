"""A tenure and the changes that open and close it, as statements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rdflib import Literal, URIRef
from rdflib.namespace import ORG, PROV, RDF, XSD

from kg.model.dates import is_day, later
from kg.rdf.careers import Line
from kg.rdf.names import Names
from kg.rdf.nquads import Triple
from kg.rdf.tenure import Holding, Inference, Observation


@dataclass(frozen=True, slots=True)
class Tenure:
    """A holding with its names: `line` is any line of its person and post, `tail` tells it from others of both.

    `follower` is the tail of the next holding of the same person and post; `term_body` is the term it certainly is in.
    """

    line: Line
    tail: str
    follower: str | None
    holding: Holding
    term_body: URIRef | None = None

    def thing(self, names: Names, kind: str, tail: str | None = None) -> URIRef:
        """An IRI below the names of person and post, which are percent-encoded already."""
        ids = names.base + "id/"
        who = self.line.person.removeprefix(ids).removeprefix("person/")
        what = self.line.post.removeprefix(ids).removeprefix("post/")
        return URIRef(f"{ids}{kind}/{who}/{what}/{tail or self.tail}")

    def node(self, names: Names) -> URIRef:
        """The tenure itself."""
        return self.thing(names, "tenure")

    def change(self, names: Names, effect: str, tail: str | None = None) -> URIRef:
        """The change that begins or ends it, or another holding of the same person and post."""
        return self.thing(names, "change", f"{tail or self.tail}/{effect.lower()}")


def tails(holdings: list[Holding]) -> list[str]:
    """What tells each holding from the others of the same person and post: the first date known of it."""
    found: list[str] = []
    for holding in holdings:
        tail = _tail(holding)
        number, unique = 1, tail
        while unique in found:
            number, unique = number + 1, f"{tail}-{number + 1}"
        found.append(unique)
    return found


def _tail(holding: Holding) -> str:
    for word, seen in (("from", holding.opened), ("to", holding.closed), ("at", holding.attested)):
        for observation in seen[:1]:
            return f"{word}-{observation.date or 'undated'}"
    return "undated"


def tenure_triples(names: Names, tenure: Tenure) -> Iterator[Triple]:
    """All that is derived of one holding."""
    term, node, holding = names.term, tenure.node(names), tenure.holding
    yield node, RDF.type, term("Tenure")
    yield node, ORG.member, URIRef(tenure.line.person)
    yield node, term("post"), URIRef(tenure.line.post)
    if tenure.line.body is not None:
        yield node, ORG.organization, URIRef(tenure.line.body)
    if tenure.term_body is not None:
        yield node, term("inTerm"), tenure.term_body
    for qualifier in {o.qualifier for o in holding.opened if o.qualifier is not None}:
        yield node, term("qualifier"), Literal(qualifier)
    for name, effect, seen in (("openedBy", "Begins", holding.opened), ("closedBy", "Ends", holding.closed)):
        if seen:
            yield node, term(name), tenure.change(names, effect)
            yield from _change(names, tenure, effect, seen)
    for observation in holding.attested:
        yield node, term("attestedBy"), URIRef(observation.node)
    yield from _bounds(names, node, holding)
    yield from _inferred(names, tenure, "startInferredBy", holding.start_inferred)
    yield from _inferred(names, tenure, "endInferredBy", holding.end_inferred)


def _change(names: Names, tenure: Tenure, effect: str, seen: list[Observation]) -> Iterator[Triple]:
    term, node = names.term, tenure.change(names, effect)
    yield node, RDF.type, term("PostChange")
    yield node, term("changeEffect"), term(effect)
    yield node, term("person"), URIRef(tenure.line.person)
    yield node, term("post"), URIRef(tenure.line.post)
    for observation in seen:
        yield node, PROV.wasDerivedFrom, URIRef(observation.node)
    date = next((o.date for o in seen if is_day(o.date)), seen[0].date)
    if date is not None:
        yield node, term("effectiveDateText"), Literal(date)
    if date is not None and is_day(date):
        yield node, term("effectiveDate"), Literal(date, datatype=XSD.date)


def _bounds(names: Names, node: URIRef, holding: Holding) -> Iterator[Triple]:
    first_end = _first_end(holding)
    known = {
        "startEarliest": holding.start_earliest,
        "startLatest": holding.start_latest,
        "endEarliest": first_end,
        "endLatest": holding.end_latest,
    }
    for name, day in known.items():
        if day is not None:
            yield node, names.term(name), Literal(day, datatype=XSD.date)
    yield node, names.term("startText"), Literal(_shown(holding.start_earliest, holding.start_latest))
    yield node, names.term("endText"), Literal(_shown(first_end, holding.end_latest))


def _first_end(holding: Holding) -> str | None:
    """The first day on which it can have been over: who is seen in office on a day holds it on that day."""
    day = holding.end_earliest
    if day is None or holding.closed or day == holding.end_latest:
        return day
    return later(day, 1)


def _shown(earliest: str | None, latest: str | None) -> str:
    """Two bounds as one EDTF text: a day, one of a range of days, or nothing known."""
    if earliest is not None and earliest == latest:
        return earliest
    return f"[{earliest or ''}..{latest or ''}]" if earliest or latest else ""


def _inferred(names: Names, tenure: Tenure, name: str, inference: Inference | None) -> Iterator[Triple]:
    if inference is None:
        return
    node = tenure.node(names)
    yield node, names.term(name), names.term(inference.rule)
    for source in inference.sources:
        yield node, PROV.wasDerivedFrom, URIRef(source)
    if not inference.sources and tenure.follower is not None:
        yield node, PROV.wasDerivedFrom, tenure.change(names, "Begins", tenure.follower)
