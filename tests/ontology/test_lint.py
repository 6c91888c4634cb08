"""The ontology itself: nothing without a label, a definition, a domain, a range; nothing that others cannot cite."""

from __future__ import annotations

import re

import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SDO, SKOS, XSD, Graph, Literal, URIRef
from rdflib.namespace import VANN
from rdflib.term import Node

from kg.rdf.names import DEFAULT_BASE

GZ = DEFAULT_BASE + "ontology#"
SELF = URIRef(DEFAULT_BASE + "ontology")
PROPERTIES = (OWL.ObjectProperty, OWL.DatatypeProperty)


def of_kind(ontology: Graph, *kinds: URIRef) -> list[Node]:
    return sorted(term for kind in kinds for term in ontology.subjects(RDF.type, kind))


def languages(ontology: Graph, term: Node, said: URIRef) -> list[str | None]:
    return sorted(text.language or "" for text in ontology.objects(term, said) if isinstance(text, Literal))


def test_the_header_says_what_others_need_to_cite_and_reuse_it(ontology: Graph) -> None:
    assert (SELF, RDF.type, OWL.Ontology) in ontology
    for said in (DCTERMS.title, DCTERMS.description, RDFS.label):
        assert languages(ontology, SELF, said) == ["en", "zh"], said
    once = (DCTERMS.creator, DCTERMS.publisher, DCTERMS.license, DCTERMS.created, DCTERMS.modified)
    for said in (*once, OWL.versionInfo, OWL.versionIRI, VANN.preferredNamespacePrefix, VANN.preferredNamespaceUri):
        assert len(list(ontology.objects(SELF, said))) == 1, said
    assert str(ontology.value(SELF, VANN.preferredNamespaceUri)) == GZ
    assert ontology.value(SELF, OWL.versionIRI) == URIRef(f"{SELF}/{ontology.value(SELF, OWL.versionInfo)}")
    assert not list(ontology.objects(SELF, OWL.imports))


def test_every_term_says_which_ontology_defines_it(ontology: Graph) -> None:
    ours = {term for term in ontology.subjects(RDF.type) if str(term).startswith(GZ)}
    assert {term for term in ours if list(ontology.objects(term, RDFS.isDefinedBy)) != [SELF]} == set()


@pytest.mark.parametrize("kind", [OWL.Class, *PROPERTIES, OWL.NamedIndividual])
def test_every_term_has_a_label_and_a_definition_in_both_languages(ontology: Graph, kind: URIRef) -> None:
    terms = of_kind(ontology, kind)
    assert terms
    for said in (RDFS.label, SKOS.definition):
        assert [term for term in terms if languages(ontology, term, said) != ["en", "zh"]] == [], said


def test_classes_begin_with_a_capital_and_properties_do_not(ontology: Graph) -> None:
    for kind, form in ((OWL.Class, "[A-Z][A-Za-z]+"), *((p, "[a-z][A-Za-z0-9]+") for p in PROPERTIES)):
        assert [t for t in of_kind(ontology, kind) if not re.fullmatch(re.escape(GZ) + form, str(t))] == []


@pytest.mark.parametrize(("entails", "lists"), [(RDFS.domain, SDO.domainIncludes), (RDFS.range, SDO.rangeIncludes)])
def test_every_property_has_a_domain_and_a_range_or_lists_them(ontology: Graph, entails: URIRef, lists: URIRef) -> None:
    for term in of_kind(ontology, *PROPERTIES):
        one, several = list(ontology.objects(term, entails)), list(ontology.objects(term, lists))
        assert (len(one), len(several) > 1) in ((1, False), (0, True)), f"{term}: give it one, or list several"


def test_the_range_fits_the_kind_of_property(ontology: Graph) -> None:
    for kind, is_data in ((OWL.DatatypeProperty, True), (OWL.ObjectProperty, False)):
        for term in of_kind(ontology, kind):
            ranges = [str(r) for p in (RDFS.range, SDO.rangeIncludes) for r in ontology.objects(term, p)]
            assert all((r.startswith(str(XSD)) or r == str(RDF.langString)) == is_data for r in ranges), term


def test_no_term_has_a_parent_or_a_range_of_ours_that_is_undeclared(ontology: Graph) -> None:
    links = (RDFS.subClassOf, RDFS.domain, RDFS.range, SDO.domainIncludes, SDO.rangeIncludes, RDFS.seeAlso)
    named = {o for p in links for o in ontology.objects(None, p) if str(o).startswith(GZ)}
    assert {term for term in named if (term, RDF.type, None) not in ontology} == set()


def test_no_two_terms_have_one_label(ontology: Graph) -> None:
    for kind in (OWL.Class, OWL.NamedIndividual):
        terms = of_kind(ontology, kind)
        for language in ("zh", "en"):
            labels = [str(t) for term in terms for t in ontology.objects(term, RDFS.label) if t.language == language]
            assert len(labels) == len(set(labels)), sorted(x for x in labels if labels.count(x) > 1)


def test_nothing_is_deprecated_or_made_the_same(ontology: Graph) -> None:
    for predicate in (OWL.deprecated, OWL.sameAs, OWL.imports):
        assert not list(ontology.subject_objects(predicate))
