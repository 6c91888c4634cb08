"""The ontology against all that a build of the examples states."""

from __future__ import annotations

import re
from collections import Counter
from itertools import product

import owlrl
import pytest
from rdflib import OWL, PROV, RDF, RDFS, SDO, XSD, Graph, Literal, URIRef
from rdflib.term import Node

from kg.rdf.names import DEFAULT_BASE
from tests.conftest import ROOT

GZ = DEFAULT_BASE + "ontology#"
FOREIGN = ROOT / "tests" / "ontology" / "foreign.ttl"

# Declared and not found in the examples, which have no such case.
NOT_IN_THE_EXAMPLES = {
    "Abolition", "BodyEnded", "Creation", "Death", "EndOfTerm", "Proposal", "Split", "Succession", "TransferOfFunctions",
    "answeredDate", "attendedFor", "authorBody", "continuedAs", "documentNumber", "judgedBy", "placeText", "startInferredBy",
}  # fmt: skip
DATES, ENDS = ("onDate", "onDateText"), ("endEarliest", "endLatest")
# Classes of the values of a property: they stand behind rdfs:range, and no thing of a gazette is one.
OF_VALUES = {"AttendanceStatus", "BodyChangeType", "ChangeEffect", "InferenceRule", "SeatChange"}


def types_of(statements: Graph, ontology: Graph) -> dict[Node, set[Node]]:
    """What the data themselves call each thing, named values with it; with superclasses of ours, not by inference."""
    found: dict[Node, set[Node]] = {}
    for subject, predicate, value in (*statements, *ontology.triples((None, RDF.type, None))):
        if predicate == RDF.type:
            found.setdefault(subject, set()).update(ontology.transitive_objects(value, RDFS.subClassOf))
    return found


def datatype(value: Literal) -> Node:
    """What a literal is of, as RDF says it of one that names neither type nor language, or a language."""
    return value.datatype or (RDF.langString if value.language else XSD.string)


def test_every_statement_fits_the_domain_and_the_range_of_its_property(statements: Graph, ontology: Graph) -> None:
    found, wrong = types_of(statements, ontology), Counter[str]()
    for subject, predicate, value in statements:
        if not str(predicate).startswith(GZ):
            continue
        domains = {d for p in (RDFS.domain, SDO.domainIncludes) for d in ontology.objects(predicate, p)}
        ranges = {r for p in (RDFS.range, SDO.rangeIncludes) for r in ontology.objects(predicate, p)}
        if not domains & found.get(subject, set()):
            wrong[f"{predicate}: a subject is {sorted(found.get(subject, ()))}, none of {sorted(domains)}"] += 1
        kinds_of_value = {datatype(value)} if isinstance(value, Literal) else found.get(value, set())
        if not ranges & kinds_of_value:
            wrong[f"{predicate}: a value is {sorted(kinds_of_value)}, none of {sorted(ranges)}"] += 1
    assert wrong == Counter()


def test_every_domain_that_is_listed_is_met(statements: Graph, ontology: Graph) -> None:
    found = types_of(statements, ontology)
    met = {(p, kind) for s, p, _ in statements for kind in found.get(s, ())}
    listed = set(ontology.subject_objects(SDO.domainIncludes))
    unmet = {(str(p).removeprefix(GZ), str(c).removeprefix(GZ)) for p, c in listed - met}
    # The examples have no change of bodies with a day, and of no term the first session of the next one.
    assert unmet == {*product(DATES, ["BodyChange"]), *product(ENDS, ["TermBody"])}


def test_every_term_in_the_data_is_declared_and_the_other_way_round(statements: Graph, ontology: Graph) -> None:
    kinds_declared = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.NamedIndividual)
    declared = {str(t).removeprefix(GZ) for kind in kinds_declared for t in ontology.subjects(RDF.type, kind)}
    used = {str(t).removeprefix(GZ) for s, p, o in statements for t in (p, o) if is_ours(t)}
    assert used - declared == set()
    assert declared - used == NOT_IN_THE_EXAMPLES | OF_VALUES


@pytest.mark.parametrize("name", sorted(NOT_IN_THE_EXAMPLES))
def test_what_the_examples_lack_is_written_by_the_room_of_statements(name: str) -> None:
    rooms = (path.read_text(encoding="utf-8") for path in (ROOT / "kg" / "rdf").glob("*.py"))
    assert any(re.search(rf"\b{name}\b", text) for text in rooms)


def is_ours(term: Node) -> bool:
    return isinstance(term, URIRef) and term.startswith(GZ)


@pytest.fixture(scope="module")
def followed(statements: Graph, ontology: Graph) -> Graph:
    """All that follows, by the rules of OWL 2 RL, from the data, the ontology and what others say of their terms."""
    graph = ontology + Graph().parse(data=FOREIGN.read_text(encoding="utf-8"), format="turtle")
    graph += (triple for triple in statements if not isinstance(triple[2], Literal))
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return graph


def test_a_reasoner_makes_nobody_a_body(statements: Graph, ontology: Graph, followed: Graph) -> None:
    said = types_of(statements, ontology)
    for thing in set(statements.subjects(RDF.type)):
        news = {kind for kind in followed.objects(thing, RDF.type) if is_ours(kind)} - said[thing]
        assert not news, f"{thing}: is {sorted(said[thing])}, and it follows that it is {sorted(news)}"


def test_a_reasoner_finds_nothing_of_two_kinds_that_exclude_each_other(
    statements: Graph, ontology: Graph, followed: Graph
) -> None:
    """But one: ORG makes of a change of bodies an activity, and what goes on since then is derived from its record."""
    said = types_of(statements, ontology)
    wrong = {
        (str(kind), str(one), str(other))
        for one, other in followed.subject_objects(OWL.disjointWith)
        for thing in followed.subjects(RDF.type, one)
        if (thing, RDF.type, other) in followed
        for kind in said.get(thing, {thing})
        if is_ours(kind)
    }
    assert wrong == {(GZ + "BodyChange", str(PROV.Activity), str(PROV.Entity))}
