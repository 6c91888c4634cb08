"""The terms of other vocabularies: each exists, and what is only alike entails nothing."""

from __future__ import annotations

from rdflib import OWL, RDF, SDO, SKOS, Graph, URIRef
from rdflib.namespace import DCTERMS, FOAF, ORG, PROV, RDFS, SH, TIME, VANN, XSD

from kg.rdf.names import DEFAULT_BASE
from kg.rdf.ontology import read_ontology
from tests.conftest import ROOT

CLOSED = (DCTERMS, FOAF, ORG, OWL, PROV, RDF, RDFS, SDO, SH, SKOS, TIME, VANN, XSD)
MATCHES = {SKOS.closeMatch, SKOS.broadMatch, SKOS.relatedMatch}


def looked_up() -> set[str]:
    """The terms whose vocabulary rdflib does not know, each with where it was found."""
    rows = (ROOT / "tests" / "ontology" / "foreign.tsv").read_text(encoding="utf-8").splitlines()
    return {row.split("\t")[0] for row in rows}


def foreign(graph: Graph) -> set[str]:
    return {str(t) for triple in graph for t in triple if isinstance(t, URIRef) and not t.startswith(DEFAULT_BASE)}


def test_every_foreign_term_exists(ontology: Graph) -> None:
    unknown = {term for term in foreign(ontology) if not any(URIRef(term) in space for space in CLOSED)}
    assert unknown == looked_up()


def test_a_term_that_does_not_exist_is_seen() -> None:
    assert not any(URIRef(str(ORG) + "Organisation") in space for space in CLOSED)
    assert not any(URIRef(str(SDO) + "Organisation") in space for space in CLOSED)


def test_alignments_only_match_and_match_terms_of_ours() -> None:
    ours = set(read_ontology("kg.ttl").subjects(RDF.type))
    for term, predicate, other in read_ontology("alignments.ttl"):
        assert predicate in MATCHES, predicate
        assert term in ours, term
        assert not str(other).startswith(DEFAULT_BASE), other


def test_a_bound_of_a_tenure_is_never_an_end_of_an_interval(ontology: Graph) -> None:
    for name in ("startEarliest", "startLatest", "endEarliest", "endLatest"):
        bound = URIRef(f"{DEFAULT_BASE}ontology#{name}")
        linked = {p for p, o in ontology.predicate_objects(bound) if str(o).startswith(str(TIME))}
        assert linked == {SKOS.relatedMatch}
