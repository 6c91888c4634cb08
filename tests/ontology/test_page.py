"""The page of the ontology: fresh, whole, closed to everything outside, and found by its anchors."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from rdflib import RDF, RDFS, SDO, Graph, URIRef

from kg.publish.pages.ontology import diagram, ontology_page
from kg.publish.pages.ontology.diagram import EDGES, PLACES, Edge
from kg.rdf.names import DEFAULT_BASE
from kg.rdf.vocabulary import read_vocabulary
from tests.ontology.pages import FOLDER, pages

if TYPE_CHECKING:
    from playwright.sync_api import Browser

GZ = DEFAULT_BASE + "ontology#"
PAGE = FOLDER / "index.html"


def test_what_is_kept_is_fresh(examples_build: Path) -> None:
    for path, text in pages(examples_build):
        assert path.read_text(encoding="utf-8") == text, f"{path}: run scripts/ontology"


def test_every_term_has_its_anchor_once_and_every_link_its_target(ontology: Graph) -> None:
    page = ontology_page()
    anchors = re.findall(r' id="([^"]+)"', page)
    assert len(anchors) == len(set(anchors))
    ours = {str(term).removeprefix(GZ) for term in ontology.subjects(RDF.type) if str(term).startswith(GZ)}
    assert ours <= set(anchors)
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(anchors)


def test_most_terms_are_shown_with_an_example() -> None:
    page = PAGE.read_text(encoding="utf-8")
    shown = page.count('class="example"')
    kinds = ("class", "object", "data", "value")
    assert shown > 0.85 * sum(term.kind in kinds for term in read_vocabulary().terms)


def test_the_page_of_another_base_is_that_of_its_terms() -> None:
    page = ontology_page("https://kg.example.net/x/")
    assert "https://kg.example.net/x/ontology#" in page
    assert DEFAULT_BASE not in page


def test_what_shapes_ask_stands_at_the_class_and_at_the_property() -> None:
    rules = {term.name: term.rules for term in read_vocabulary().terms}
    asked = "任期要有一个职位 / a tenure has one post"
    assert asked in rules["Tenure"]
    assert asked in rules["post"]
    assert asked not in rules["Body"]


def test_the_picture_is_svg_with_every_class_in_a_place_of_its_own() -> None:
    drawn = ElementTree.fromstring(diagram())
    words = {text.text for text in drawn.iter("{http://www.w3.org/2000/svg}text")}
    assert set(PLACES) <= words
    assert len(set(PLACES.values())) == len(PLACES)


OWN_EDGES = [edge for edge in EDGES if ":" not in edge.name]


@pytest.mark.parametrize("edge", OWN_EDGES, ids=lambda edge: f"{edge.start}-{edge.end}")
def test_an_arrow_is_a_property_from_one_class_to_the_other(ontology: Graph, edge: Edge) -> None:
    prop = URIRef(GZ + edge.name)
    domains = {*ontology.objects(prop, RDFS.domain), *ontology.objects(prop, SDO.domainIncludes)}
    ranges = {*ontology.objects(prop, RDFS.range), *ontology.objects(prop, SDO.rangeIncludes)}
    assert URIRef(GZ + edge.start) in domains
    assert URIRef(GZ + edge.end) in ranges


@pytest.mark.browser
@pytest.mark.parametrize(("width", "height"), [(1280, 900), (390, 844)])
def test_the_page_fits_the_screen_and_finds_terms(browser: Browser, width: int, height: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": height})
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on(
        "request", lambda request: said.append(request.url) if not request.url.startswith(("file:", "data:")) else None
    )
    page.goto(PAGE.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.fill("#find", "startLatest")
    assert page.is_visible("#startLatest")
    assert not page.is_visible("#Vote")
    page.evaluate("location.hash = '#Vote'")
    page.wait_for_function("document.getElementById('find').value === ''")
    assert page.is_visible("#Vote")
    page.close()
    assert said == []
