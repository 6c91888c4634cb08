"""The questions that the viewer gives away, asked of a real store."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.publish.view.questions import ASKED, CHOSEN, LENSES, questions
from kg.query.opening import Graph, open_graph
from kg.rdf.names import DEFAULT_BASE, prefixes


@pytest.fixture(scope="module")
def graph(examples_build: Path) -> Graph:
    return open_graph(examples_build)


def rows(graph: Graph, question: str) -> list[tuple[str | None, ...]]:
    return list(graph.store.select(question))


@pytest.mark.parametrize("lens", LENSES)
def test_a_question_declares_its_prefixes_and_is_answered(graph: Graph, lens: str) -> None:
    text = questions(prefixes(DEFAULT_BASE))[lens]
    assert (text.count(CHOSEN), text.count(ASKED)) == (1, 1)
    everything = rows(graph, text)
    assert everything
    header = text.partition("SELECT ")[2].partition(" WHERE")[0].removeprefix("DISTINCT ").split()
    one = everything[0][header.index("?one")]
    of_one = rows(graph, text.replace(CHOSEN, f"VALUES ?chosen {{ <{one}> }} FILTER(?chosen IN (?one, ?other))\n"))
    assert 0 < len(of_one) <= len(everything)
    assert all(one in row for row in of_one)
