"""Values that try to break out of the question they are put into."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.model.errors import DateError, ParameterError, QueryError
from kg.query import Graph, open_graph
from kg.query.library import KINDS, Question, answer, fill_in, question, questions
from tests.query.test_library_headers import GOOD, called, written

__all__ = ["called"]  # a fixture

TEXTS = [(one, p.name) for one in questions() for p in one.parameters if p.kind == "text"]
THINGS = [(one, p.name) for one in questions() for p in one.parameters if p.kind in KINDS[:5]]
HOSTILE = (
    '"',
    '\\" } ?s ?p ?o . { "',
    '" } UNION { ?fact ?p ?o . VALUES ?x { "',
    "} }",
    "{",
    "VALUES ?until { } VALUES ?day { } VALUES ?from { }",
    "a\nb\r\n#",
    "'''\"\"\"",
    "\\u0022 }",
    "?about",
    "<urn:x>",
    "\0",
)


@pytest.fixture(scope="module")
def graph(examples_build: Path) -> Graph:
    return open_graph(examples_build)


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize(("asked", "name"), TEXTS, ids=lambda one: getattr(one, "name", one))
def test_a_text_stays_a_text(asked: Question, name: str, value: str, graph: Graph) -> None:
    assert list(answer(graph, asked, {**asked.example, name: value}).rows) == []


@pytest.mark.parametrize("value", HOSTILE)
def test_a_name_of_no_thing_is_refused(value: str, graph: Graph) -> None:
    for asked, name in THINGS:
        with pytest.raises(QueryError):
            fill_in(graph, asked, {**asked.example, name: value})


@pytest.mark.parametrize("value", [*HOSTILE, "", "2024-02-30", "2024-13", "yesterday"])
def test_a_date_that_is_none_is_refused(value: str, graph: Graph) -> None:
    for name in ("from", "until"):
        with pytest.raises(DateError):
            fill_in(graph, question("appointments-between"), {name: value})


def test_one_day_is_no_month(graph: Graph) -> None:
    asked = question("who-held-what-on")
    with pytest.raises(DateError, match="one day is wanted"):
        fill_in(graph, asked, {**asked.example, "day": "2024-03"})


@pytest.mark.parametrize("value", [*HOSTILE, "", "2024.0", "1e3", "9" * 30, "٢٠٢٤"])
def test_a_number_that_is_none_is_refused(value: str, graph: Graph) -> None:
    with pytest.raises(ParameterError, match="no whole number"):
        fill_in(graph, question("figures-of-year"), {"year": value})


def test_words_are_wanted(graph: Graph) -> None:
    with pytest.raises(ParameterError, match="no words are given"):
        fill_in(graph, question("demands-about"), {"about": ""})
    with pytest.raises(ParameterError, match="no text in UTF-8"):
        fill_in(graph, question("demands-about"), {"about": "\udcff"})


def test_a_value_that_looks_like_another_parameter(tmp_path: Path, small_graph: Graph) -> None:
    text = GOOD.replace("after date", "after text").replace("  ?person rdfs:label ?name .\n", "")
    asked = written(tmp_path, text)
    given = {"name": "VALUES ?after { 1 }", "after": "} UNION { ?person ?p ?o", "count": "7"}
    from kg.query.library.header import read_question

    rows = list(answer(small_graph, read_question(asked), given).rows)
    assert rows == [(None, given["name"], given["after"], 7)]
