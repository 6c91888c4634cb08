from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, SH, SKOS, URIRef

from kg.lexicon import load
from kg.model.errors import OutputError
from kg.rdf.careers import career_lines
from kg.rdf.continuations import continuations
from kg.rdf.derive import Known, derive
from kg.rdf.names import DEFAULT_BASE, base_iri
from kg.rdf.nquads import split_line
from kg.rdf.ontology import ontology_folder, ontology_quads, read_ontology
from kg.rdf.quads import gazette_quads
from kg.rdf.responses import respond
from kg.rdf.term_bodies import FirstSession, term_bodies
from tests.rdf.sample import COMMITTEE, CONGRESS, COURT, FINANCE, sample

GZ = DEFAULT_BASE + "ontology#"


# Person, act, post and date: each rule of inference bounds one of them.
ACTS = (
    ("p", "Appointment", FINANCE, "局长", "2020-01-02"),
    ("q", "Appointment", FINANCE, "局长", "2021-01-02"),
    ("q", "Appointment", FINANCE, "局长", "2025-01-02"),
    ("p", "Election", COMMITTEE, "委员", "2022-01-02"),
    ("p", "Attendance", FINANCE, "副局长", "2022-01-02"),
    ("r", "Appointment", COURT, "审判员", "2022-01-02"),
    ("r", "SeatEnds", CONGRESS, None, "2023-01-02"),
)


def derived_tenures() -> Iterator[str]:
    """Tenures with every rule of inference, and a term."""
    rows = [
        (ids("person", who), who, "海州市", GZ + kind, ids(kind, who, date), date, title and ids("post", body, title),
         ids("body", body), body, title, "兼", "因病去世", None, None, None, None)
        for who, kind, body, title, date in ACTS
    ]  # fmt: skip
    session = FirstSession(9, "2027-01-05", "2027-01-07", "2027-01-07", ids("meeting"))
    known = Known(load(), {CONGRESS: (session,)}, {ids("body", FINANCE): [("2035-01-02", ids("bodychange"))]})
    yield from derive(sorted(career_lines(rows, known.lexicon)), known)
    yield from term_bodies([(CONGRESS, "9", "1", ids("meeting"), GZ + "Meeting", "2027-01-05")], known.lexicon)


def ids(*path: str) -> str:
    return DEFAULT_BASE + "id/" + "/".join(path)


def used_terms() -> Iterator[str]:
    asked = ("p", None, ids("opinion/a/1"), "对防汛工作的审议意见", "2031-05-20", None, None, None, None)
    told = ("p", None, ids("followup/b/1"), "报告", "2031-11-20", None, "对防汛工作的审议意见", None, None)
    gone_on = [(GZ + "succeededBy", ids("body/a"), ids("body/b"), ids("bodychange/c")),
               (GZ + "continuedAs", ids("post/a"), ids("post/b"), ids("bodychange/c"))]  # fmt: skip
    for line in chain(gazette_quads(sample()), derived_tenures(), respond([asked, told]), continuations(gone_on)):
        for term in split_line(line)[0].split(" "):
            if term.startswith("<" + GZ):
                yield term.strip("<>")


def test_the_terms_in_use_hold_every_rule_of_inference() -> None:
    graph = read_ontology("kg.ttl")
    rules = set(map(str, graph.subjects(RDF.type, URIRef(GZ + "InferenceRule"))))
    assert len(rules) == 5
    assert rules <= set(used_terms())


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


def test_every_shape_has_a_label_and_its_messages_are_in_both_languages() -> None:
    shapes = read_ontology("shapes.ttl")
    for shape in shapes.subjects(RDF.type, SH.NodeShape):
        assert {getattr(text, "language", None) for text in shapes.objects(shape, RDFS.label)} == {"zh", "en"}, shape
    messages = list(map(str, shapes.objects(None, SH.message)))
    assert messages
    assert [message for message in messages if " / " not in message] == []


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
