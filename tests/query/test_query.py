"""Questions and their answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.model.errors import OutputError, QueryError
from kg.query import Graph, Iri, Table, ask, history, open_graph
from kg.query.sparql import fill


def rows(graph: Graph, sparql: str) -> list[tuple[object, ...]]:
    answer = ask(graph, sparql)
    assert isinstance(answer, Table)
    return list(answer.rows)


@pytest.mark.parametrize(
    ("sparql", "expected"),
    [
        ("SELECT (COUNT(*) AS ?n) { ?p a gz:Person }", [(3,)]),
        ("SELECT ?n { ?p foaf:name ?n } ORDER BY ?n", [("孙二",), ("钱一",), ("钱一",)]),
        ("SELECT (2.5 AS ?a) (true AS ?b) (?nothing AS ?c) ('x'@zh AS ?d) {}", [(2.5, True, None, "x")]),
        ("SELECT ('many'^^xsd:integer AS ?n) {}", [("many",)]),
        ("SELECT ?x { ?x a gz:Nothing }", []),
    ],
)
def test_select(small_graph: Graph, sparql: str, expected: list[tuple[object, ...]]) -> None:
    assert rows(small_graph, sparql) == expected


def test_iris_are_told_from_texts(small_graph: Graph) -> None:
    ((person, text),) = rows(small_graph, "SELECT ?p (STR(?p) AS ?t) { ?p foaf:name '孙二' }")
    assert isinstance(person, Iri) and not isinstance(text, Iri) and person == text


@pytest.mark.parametrize(("name", "answer"), [("孙二", True), ("无人", False)])
def test_ask(small_graph: Graph, name: str, answer: bool) -> None:
    assert ask(small_graph, f"ASK {{ ?p foaf:name '{name}' }}") is answer


def test_construct_gives_turtle(small_graph: Graph) -> None:
    answer = ask(small_graph, "CONSTRUCT { ?p rdfs:label ?n } { ?p foaf:name ?n }")
    assert isinstance(answer, bytes)
    text = answer.decode()
    assert "@prefix rdfs:" in text and "rdfs:label" in text and text.count("钱一") == 4


def test_a_prefix_may_be_declared_again(small_graph: Graph) -> None:
    assert rows(small_graph, "PREFIX foaf: <http://xmlns.com/foaf/0.1/> SELECT ?n { ?p foaf:name ?n } LIMIT 1")


@pytest.mark.parametrize(
    "sparql", ["", "SELEC ?x {}", "SELECT ?x { ?x nope:y ?z }", "INSERT DATA { gz:a gz:b gz:c }", "SELECT ?x {"]
)
def test_what_is_no_question(small_graph: Graph, sparql: str) -> None:
    with pytest.raises(QueryError, match="not a valid question"):
        ask(small_graph, sparql)


def test_a_history_in_order_with_its_words(small_graph: Graph) -> None:
    yun = history(small_graph, "钱一")[1]
    assert [(e.date, e.event, e.post, e.lines) for e in yun.events] == [
        ("2029-12-31", "remove", "云州市财政局副局长", (3,)),
        ("2030-03-01", "appoint", "云州市财政局局长", (4,)),
        ("2030-05", "holds", "云州市财政局局长", (2,)),
        (None, "observer", "云州市财政局局长", (5,)),
    ]
    assert {e.gazette for e in yun.events} == {"yun"}
    assert yun.events[0].words == "免去 钱一 云州市财政局 副局长 2029-12-31"


def test_two_people_of_one_name_are_two_answers(small_graph: Graph) -> None:
    people = history(small_graph, " 钱 一 ")
    assert [person.place for person in people] == ["丙川市", "云州市"]
    assert len({person.person for person in people}) == 2


def test_presences_can_be_left_out(small_graph: Graph) -> None:
    events = [event.event for person in history(small_graph, "钱一", presences=False) for event in person.events]
    assert events == ["remove", "remove", "appoint", "holds"]


@pytest.mark.parametrize("name", ["钱", "qian yi", "qy"])
def test_people_of_one_name_are_told_however_it_is_typed(small_graph: Graph, name: str) -> None:
    assert [person.name for person in history(small_graph, name)] == ["钱一", "钱一"]


def test_a_history_of_a_part_of_time(small_graph: Graph) -> None:
    yun = history(small_graph, "r:person/云州市/钱一", on="2030")[0]
    assert [(one.title, one.status) for one in yun.tenures] == [("局长", "possible")]
    assert [event.event for event in yun.events] == ["appoint", "holds"] and yun.undated == 1
    march = history(small_graph, "钱一", between=("2030-03", "2030-04"))
    assert [[event.date for event in person.events] for person in march] == [[], ["2030-03-01"]]


def test_values_take_the_place_of_examples() -> None:
    question = 'SELECT * { VALUES ?a { "x" } VALUES ?b { <https://e.org/> } VALUES ?a { "y" } }'
    hostile = '"} # \\ \n ${b}'
    filled = fill(question, {"a": [hostile, "b"]})
    assert filled.count('"b" }') == 2 and "\n" not in filled and "VALUES ?b { <https://e.org/> }" in filled
    assert fill(question, {"b": [Iri("https://e.org/钱")]}).count("<https://e.org/钱>") == 1
    # what looks like the VALUES of another name is a text
    both = fill(question, {"a": ["VALUES ?b { 1 }"], "b": ["z"]})
    assert both.count('"VALUES ?b { 1 }"') == 2 and both.count('"z"') == 1
    with pytest.raises(ValueError, match="no VALUES"):
        fill(question, {"c": []})
    with pytest.raises(ValueError, match="IRI"):
        fill(question, {"b": [Iri("a b")]})


def test_odd_characters_survive(small_graph: Graph) -> None:
    assert history(small_graph, "孙二")[0].events[0].post == "丙川市民政局<b>“局”\\长'\""


@pytest.mark.parametrize("name", ["无人", "", "'; DROP", '"}', "?x", "zhaowu"])
def test_nobody_of_this_name(small_graph: Graph, name: str) -> None:
    with pytest.raises(QueryError, match="nobody is called"):
        history(small_graph, name)


@pytest.mark.parametrize(
    ("files", "says"),
    [
        (None, "no such folder"),
        ({}, "holds no build"),
        ({"build.json": "{"}, "build again"),
        ({"build.json": "[]"}, "build again"),
        ({"build.json": '{"base": "https://a.test/", "version": "1"}'}, "store"),
    ],
)
def test_what_is_no_build(tmp_path: Path, files: dict[str, str] | None, says: str) -> None:
    output = tmp_path / "out"
    if files is not None:
        output.mkdir()
        for name, text in files.items():
            (output / name).write_text(text, encoding="utf-8")
    with pytest.raises(OutputError, match=says):
        open_graph(output)
