"""The codes: every one that the data use has its labels, and those that the tables' page names are the same."""

from __future__ import annotations

import re

import pytest
from rdflib import RDF, RDFS, SKOS, Graph, Literal, URIRef
from rdflib.term import Node

from kg.lexicon import load
from kg.rdf.names import DEFAULT_BASE
from tests.conftest import ROOT

GZ = DEFAULT_BASE + "ontology#"
# Where docs/tables.md lists the codes of a property: the table, and the row in it.
TOLD = {
    "itemType": ("items", "type"),
    "decisionKind": ("decisions", "kind"),
    "projectKind": ("projects", "kind"),
    "status": ("projects", "status"),
    "roleKind": ("responsibilities", "role_kind"),
    "figureKind": ("fiscal", "kind"),
    "documentKind": ("documents", "kind"),
    "findingKind": ("findings", "kind"),
    "bodyType": ("bodies", "type"),
}


def codes(ontology: Graph, name: str) -> set[str]:
    scheme = URIRef(f"{GZ}{name}-codes")
    return {str(ontology.value(code, SKOS.notation)) for code in ontology.subjects(SKOS.inScheme, scheme)}


def schemes(ontology: Graph) -> list[str]:
    names = ontology.subjects(RDF.type, SKOS.ConceptScheme)
    return sorted(str(name).removeprefix(GZ).removesuffix("-codes") for name in names)


def test_a_concept_stands_at_its_property_and_code_with_labels_in_both_languages(ontology: Graph) -> None:
    for code, scheme in ontology.subject_objects(SKOS.inScheme):
        prop = str(scheme).removesuffix("-codes")
        assert str(code) == f"{prop}-{ontology.value(code, SKOS.notation)}"
        labels = list(ontology.objects(code, SKOS.prefLabel))
        assert sorted(str(label.language) for label in labels if isinstance(label, Literal)) == ["en", "zh"]
        assert (URIRef(prop), RDFS.seeAlso, scheme) in ontology
        assert (scheme, RDFS.seeAlso, URIRef(prop)) in ontology


def test_every_code_in_the_data_has_its_concept(statements: Graph, ontology: Graph) -> None:
    for name in schemes(ontology):
        used: set[Node] = set(statements.objects(None, URIRef(GZ + name)))
        assert used, name
        assert {str(code) for code in used} - codes(ontology, name) == set(), name


@pytest.mark.parametrize("name", TOLD)
def test_the_codes_are_those_of_the_tables(ontology: Graph, name: str) -> None:
    table, column = TOLD[name]
    page = (ROOT / "docs" / "tables.md").read_text(encoding="utf-8")
    section = page.split(f"\n## `{table}`\n", 1)[1].split("\n## ", 1)[0]
    row = next(line for line in section.splitlines() if line.startswith(f"| `{column}` |"))
    assert codes(ontology, name) == set(re.findall(r"`(\w+)`", row.split("|", 2)[2]))


def test_the_reasons_are_those_of_the_lexicon(ontology: Graph) -> None:
    identity = load().identity
    assert codes(ontology, "reasonKind") == {*identity.reasons, *identity.clashes, "judged"}
