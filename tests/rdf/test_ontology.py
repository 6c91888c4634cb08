from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, URIRef

from kg.model.errors import OutputError
from kg.rdf.derive import derive
from kg.rdf.names import DEFAULT_BASE, base_iri
from kg.rdf.nquads import split_line
from kg.rdf.ontology import ontology_folder, ontology_quads, read_ontology
from kg.rdf.quads import gazette_quads
from kg.rdf.responses import respond
from kg.rdf.successions import succeed
from tests.rdf.sample import sample

GZ = DEFAULT_BASE + "ontology#"


def used_terms() -> Iterator[str]:
    ids = DEFAULT_BASE + "id/"
    rows = [(ids + "person/p", ids + "post/b/t", ids + "body/b", GZ + kind, date, ids + f"act/{kind}{date}", "兼")
            for kind in ("Appointment", "Removal", "Attendance") for date in ("2020-01-02", "2031-05-20")]  # fmt: skip
    asked = ("p", None, ids + "opinion/a/1", "对防汛工作的审议意见", "2031-05-20", None, None, None, None)
    told = ("p", None, ids + "followup/b/1", "报告", "2031-11-20", None, "对防汛工作的审议意见", None, None)
    gone_on = [(GZ + "succeededBy", ids + "body/a", ids + "body/b", ids + "bodychange/c"),
               (GZ + "continuedAs", ids + "post/a", ids + "post/b", ids + "bodychange/c")]  # fmt: skip
    for line in chain(gazette_quads(sample()), derive(rows), respond([asked, told]), succeed(gone_on)):
        for term in split_line(line)[0].split(" "):
            if term.startswith("<" + GZ):
                yield term.strip("<>")


def test_every_term_in_use_is_defined() -> None:
    defined = set(map(str, read_ontology("kg.ttl").subjects()))
    assert sorted(set(used_terms()) - defined) == []


@pytest.mark.parametrize("kind", [OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty])
def test_labels_and_definitions_in_both_languages(kind: URIRef) -> None:
    graph = read_ontology("kg.ttl")
    for term in graph.subjects(RDF.type, kind):
        for said in (RDFS.label, SKOS.definition):
            assert {getattr(text, "language", None) for text in graph.objects(term, said)} == {"zh", "en"}, (term, said)


def test_every_range_and_superclass_of_ours_is_a_class_of_ours() -> None:
    graph = read_ontology("kg.ttl")
    classes = set(map(str, graph.subjects(RDF.type, OWL.Class)))
    named = {str(o) for p in (RDFS.range, RDFS.domain, RDFS.subClassOf) for o in graph.objects(None, p)}
    assert {name for name in named if name.startswith(GZ)} <= classes


def test_shapes_speak_of_defined_terms_only() -> None:
    defined = set(map(str, read_ontology("kg.ttl").subjects()))
    spoken = {str(o) for o in read_ontology("shapes.ttl").objects() if str(o).startswith(GZ)}
    assert {name for name in spoken - defined if not name.endswith(("Shape", "TenurePerson", "TenurePost"))} == set()


def test_another_base(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_BASE", "https://kg.example.net/x")
    assert base_iri() == "https://kg.example.net/x/"
    assert not any(DEFAULT_BASE in line for line in ontology_quads(base_iri()))
    assert not any(DEFAULT_BASE in line for line in gazette_quads(sample(), base_iri()))


def test_the_ontology_is_found_where_the_environment_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "kg.ttl").touch()
    monkeypatch.setenv("KG_ONTOLOGY", str(tmp_path))
    assert ontology_folder() == tmp_path


def test_a_missing_ontology_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("KG_ONTOLOGY", str(tmp_path))
    with pytest.raises(OutputError, match="set KG_ONTOLOGY"):
        ontology_folder()


def test_ontology_quads_are_the_same_twice() -> None:
    assert list(ontology_quads()) == list(ontology_quads())
