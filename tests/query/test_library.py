"""The questions of the library: their headers, their answers on the examples, and that each finds one thing among many."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pyoxigraph
import pytest

from kg.query import Graph, Iri, open_graph
from kg.query.library import KINDS, Question, answer, fill_in, questions
from kg.query.sparql import Cell, Record
from kg.rdf.names import DEFAULT_BASE, prefixes
from kg.store import create
from tests.documentation import ROOT

ALL = questions()
# What each answers on the examples: how many rows, and some of them.
ANSWERS = json.loads(Path(__file__).with_name("library_answers.json").read_text(encoding="utf-8"))
COPIES = 5
ABOUT_THINGS = [one for one in ALL if any(p.kind in KINDS[:5] for p in one.parameters)]
THEMES = {
    "accountability", "appointments", "bodies", "data-quality", "decisions", "fiscal", "meetings", "networks", "people",
    "plans", "projects", "responsibilities", "succession", "votes",
}  # fmt: skip


def rows(graph: Graph, question: Question, given: Mapping[str, str] | None = None) -> list[Record]:
    """What a question answers, about the whole graph when nothing is given."""
    table = answer(graph, question, question.needed if given is None else given)
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


@pytest.fixture(scope="module")
def graph(examples_build: Path) -> Graph:
    return open_graph(examples_build)


@pytest.fixture(scope="module")
def many(examples_build: Path, tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """The examples, and copies of them in which all things have other names."""
    statements = (examples_build / "graph.nq").read_text(encoding="utf-8")
    path = tmp_path_factory.mktemp("many") / "graph.nq"
    with path.open("w", encoding="utf-8") as file:
        file.write(statements)
        for copy in range(COPIES):
            file.write(re.sub(rf"<{DEFAULT_BASE}(id|graph)/", rf"<{DEFAULT_BASE}\1/{copy}-", statements))
    store = create()
    store.load(path)
    return Graph(store, DEFAULT_BASE, prefixes(DEFAULT_BASE))


def test_there_are_enough_of_every_theme() -> None:
    assert len(ALL) >= 50
    assert {one.theme for one in ALL} == THEMES
    answered = {one.competency for one in ALL if one.competency}
    assert answered == {f"CQ{number}" for number in range(1, len(answered) + 1)}


@pytest.mark.parametrize("question", ALL, ids=lambda one: one.name)
def test_a_question_is_plain_sparql_of_any_engine(question: Question) -> None:
    pyoxigraph.Store().query(question.text)  # without prefixes from outside
    assert "ORDER BY" in question.text
    # Every engine asks all graphs at once in its own way, so the questions leave that to it.
    assert not re.search(r"\b(GRAPH|FROM|SERVICE)\b", question.text)
    assert all(len(line) <= 180 for line in question.text.splitlines() if not line.startswith("#+"))
    assert re.search(r"[\u4e00-\u9fff]", question.title["zh"] + question.description["zh"])
    assert not re.search(r"[\u4e00-\u9fff]", question.title["en"] + question.description["en"])
    assert question.title["en"].endswith("?")


@pytest.mark.parametrize("question", ALL, ids=lambda one: one.name)
def test_the_file_asks_its_own_example(question: Question, graph: Graph) -> None:
    assert fill_in(graph, question, question.example) == question.text


@pytest.mark.parametrize("question", ALL, ids=lambda one: one.name)
def test_answers_on_the_examples(question: Question, graph: Graph) -> None:
    found, wanted = rows(graph, question), ANSWERS[question.name]
    assert len(found) == wanted["rows"]
    for row in wanted["some"]:
        assert any(row.items() <= one.items() for one in found), row
    assert rows(graph, question) == found


@pytest.mark.parametrize("question", ALL, ids=lambda one: one.name)
def test_the_words_stand_in_the_line(question: Question, graph: Graph, examples: list[Path]) -> None:
    texts = {path.stem: path.read_text(encoding="utf-8").splitlines() for path in examples}
    for row in rows(graph, question):
        if {"gazette", "line", "words"} <= set(row):
            line, words = row["line"], str(row["words"])
            assert isinstance(line, int)
            # a passage may begin at the end of a line
            here = "".join("".join(texts[str(row["gazette"])][line - 1 : line + 2]).split())
            assert words[:6] in here, row


@pytest.mark.parametrize("question", ABOUT_THINGS, ids=lambda one: one.name)
def test_what_is_told_of_a_thing_is_only_of_that_thing(question: Question, graph: Graph, many: Graph) -> None:
    table = many.store.select(question.text.replace(DEFAULT_BASE, many.base), many.prefixes)
    assert sorted(map(str, table)) == sorted(map(str, graph.store.select(question.text, graph.prefixes)))


# One of the prints of a change lies in the place; the others are told beside it.
BEYOND_THE_PLACE = {"independent-prints"}
OF_A_PLACE = [one for one in ALL if any(p.kind == "place" for p in one.parameters)]


@pytest.mark.parametrize("question", OF_A_PLACE, ids=lambda one: one.name)
def test_a_place_leaves_out_what_is_elsewhere(question: Question, graph: Graph) -> None:
    everything = rows(graph, question)
    there = rows(graph, question, {**question.needed, "place": "云岭省"})
    assert rows(graph, question, {**question.needed, "place": question.example["place"]}) or not everything
    if everything and "gazette" in everything[0] and question.name not in BEYOND_THE_PLACE:
        assert there == [row for row in everything if str(row["gazette"]).startswith("qingwu")]


def test_most_lists_can_be_bounded() -> None:
    """At a million gazettes nobody wants a list of the whole graph: every question is of a thing, a place or a time."""
    kinds = {one.name: {parameter.kind for parameter in one.parameters} for one in ALL}
    assert {name for name, found in kinds.items() if not found & {*KINDS[:7], "date"}} == {
        "people-of-one-name",
        "open-identities",
    }


def test_a_limit_of_time_leaves_out_what_lies_outside(graph: Graph) -> None:
    asked = next(one for one in ALL if one.name == "appointments-between")

    def dates(**given: str) -> list[Cell]:
        table = answer(graph, asked, given)
        at = table.columns.index("date")
        return [row[at] for row in table.rows]

    everything, year = dates(), dates(**{"from": "2023", "until": "2023"})
    assert year == [date for date in everything if str(date).startswith("2023")]
    assert 0 < len(year) < len(everything)
    assert dates(**{"from": "2023-09-27", "until": "2023-09-27"}) == ["2023-09-27"] * everything.count("2023-09-27")
    assert dates(part="没有的地方") == []


def test_under_another_base(many: Graph) -> None:
    asked = next(one for one in ALL if one.name == "findings")
    moved = Graph(many.store, "https://kg.example.net/", prefixes("https://kg.example.net/"))
    assert "https://kg.example.net/ontology#" in fill_in(moved, asked, {})
    assert DEFAULT_BASE not in fill_in(moved, asked, {})


def test_two_certain_holders_of_one_seat_are_told() -> None:
    asked = next(one for one in ALL if one.name == "overlapping-holders")
    gz, org, label = "ontology#", "<http://www.w3.org/ns/org#member>", "<http://www.w3.org/2000/01/rdf-schema#label>"

    def iri(path: str) -> str:
        return f"<{DEFAULT_BASE}{path}>"

    def tenure(key: str, who: str, start: str, end: str) -> str:
        day = "<http://www.w3.org/2001/XMLSchema#date>"
        return (
            f"{iri(f'id/{key}')} a {iri(gz + 'Tenure')} ; {iri(gz + 'post')} {iri('id/post')} ; {org} {iri('id/' + who)} ; "
            f'{iri(gz + "startLatest")} "{start}"^^{day} ; {iri(gz + "endEarliest")} "{end}"^^{day} . '
            f'{iri("id/" + who)} {label} "{who}" .'
        )

    inner = pyoxigraph.Store()
    turtle = f'{iri("id/post")} {iri(gz + "seatCount")} 1 ; {label} "乙海市财政局局长" .' + "".join(
        (
            tenure("1", "甲", "2030-01-01", "2031-01-01"),
            tenure("2", "乙", "2030-12-31", "2032-01-01"),
            tenure("3", "丙", "2032-01-01", "2033-01-01"),
        )
    )
    inner.load(turtle.encode(), format=pyoxigraph.RdfFormat.TURTLE)
    found = inner.query(fill_in(Graph(create(), DEFAULT_BASE, {}), asked, {}))
    pairs = [(str(row["one"].value), str(row["other"].value)) for row in found]  # type: ignore[union-attr]
    assert pairs == [("甲", "乙")]


def test_an_iri_is_taken_as_it_is(graph: Graph) -> None:
    asked = next(one for one in ALL if one.name == "acts-of-person")
    person = Iri(f"{DEFAULT_BASE}id/person/云岭省松河市青梧区/石坚")
    assert fill_in(graph, asked, {"person": person}) == fill_in(graph, asked, {"person": "石坚"})


def test_the_library_lies_with_the_ontology() -> None:
    assert len(ALL) == len(list((ROOT / "ontology" / "queries").glob("*/*.rq")))
