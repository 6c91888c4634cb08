"""What is told of a thing that very many point to, and of one that nothing is known of."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.publish.pages.links import ServerLinks
from kg.publish.pages.thing import thing_page
from kg.query import Graph, open_graph
from kg.query.describing import MOST, counted, describe, labels, listed
from kg.rdf.names import DEFAULT_BASE, prefixes
from kg.store import create

THING, CLASS = DEFAULT_BASE + "id/thing/1", DEFAULT_BASE + "ontology#Person"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """One thing that very many people point to."""
    path = tmp_path_factory.mktemp("crowd") / "graph.nq"
    graph = f"<{DEFAULT_BASE}graph/text/1>"
    with path.open("w", encoding="utf-8") as file:
        for number in range(MOST + 200):
            person = f"<{DEFAULT_BASE}id/person/{number:05}>"
            file.write(f"{person} <{TYPE}> <{CLASS}> {graph} .\n{person} <http://x.test/knows> <{THING}> {graph} .\n")
    store = create()
    store.load(path)
    return Graph(store, DEFAULT_BASE, prefixes(DEFAULT_BASE))


def test_of_very_many_some_are_told_and_the_page_says_so(crowd: Graph) -> None:
    told = describe(crowd, THING, "en")
    assert told is not None
    assert (told.cut, len(told.pointing)) == (True, MOST)
    page = thing_page(crowd, THING, ServerLinks(DEFAULT_BASE, "en"))
    assert page is not None
    assert "this page takes 1000 of them" in page


def test_a_list_is_told_in_parts(crowd: Graph) -> None:
    part, count = listed(crowd, "Person", "zh", 1100, 200)
    assert (len(part), count) == (100, MOST + 200)
    assert part[0].iri.endswith("/01100")
    assert counted(crowd, ["Person", "Body"]) == {"Person": MOST + 200, "Body": 0}


def test_what_is_derived_is_told_apart(examples_build: Path) -> None:
    graph = open_graph(examples_build)
    person = next(one.iri for one in listed(graph, "Person", "zh")[0] if one.label == "安正清")
    told = describe(graph, person, "zh")
    assert told is not None
    derived = {one.property.rpartition("#")[2] for one in told.pointing if one.derived}
    assert "member" in derived
    assert {one.passages[0][0].words for one in told.stated if one.date == "2025-06-26"}
    assert not told.cut


def test_labels_are_in_the_language_or_the_iri(examples_build: Path) -> None:
    graph = open_graph(examples_build)
    terms = [DEFAULT_BASE + "ontology#Person", DEFAULT_BASE + "ontology#None"]
    assert list(labels(graph, terms, "en").values()) == ["gz:None", "person"]
    assert labels(graph, terms[:1], "zh")[terms[0]] != "person"
    assert describe(graph, DEFAULT_BASE + "id/none", "zh") is None
