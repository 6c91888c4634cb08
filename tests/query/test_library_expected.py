"""The answers of the library against what was worked out by reading the texts of the examples."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from kg.query import Graph, open_graph
from kg.query.library import answer, question
from kg.query.sparql import Cell

EXPECTED: dict[str, dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("library_expected.yml").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def graph(examples_build: Path) -> Graph:
    return open_graph(examples_build)


def cells(graph: Graph, name: str) -> list[tuple[Cell, ...]]:
    """The cells of the columns that are looked at, row by row."""
    expected, asked = EXPECTED[name], question(name)
    table = answer(graph, asked, expected.get("asked", asked.needed))
    places = [table.columns.index(column) for column in expected["columns"]]
    return [tuple(row[place] for place in places) for row in table.rows]


def alike(wanted: Sequence[Any], found: Sequence[Cell]) -> bool:
    """Whether a row is the wanted one: a text may be the end of a cell, a number has to be it."""
    assert len(wanted) == len(found)
    return all(
        (cell or "").endswith(one) and bool(one) == bool(cell) if isinstance(cell, str | None) else cell == one
        for one, cell in zip(wanted, found, strict=True)
    )


@pytest.mark.parametrize("name", EXPECTED)
def test_what_the_texts_tell_is_answered(name: str, graph: Graph) -> None:
    left = cells(graph, name)
    for wanted in EXPECTED[name]["rows"]:
        found = next((row for row in left if alike(wanted, row)), None)
        assert found is not None, f"{wanted} is missing; left are {left}"
        left.remove(found)
    if EXPECTED[name].get("whole"):
        assert left == []


@pytest.mark.parametrize("name", [name for name in EXPECTED if EXPECTED[name].keys() & {"never", "unread"}])
def test_what_the_texts_do_not_tell_is_not_answered(name: str, graph: Graph) -> None:
    found = cells(graph, name)
    for wanted in (*EXPECTED[name].get("never", ()), *EXPECTED[name].get("unread", ())):
        assert not any(alike(wanted, row) for row in found), wanted


def test_most_questions_were_worked_out() -> None:
    themes = {question(name).theme for name in EXPECTED}
    assert len(EXPECTED) >= 60
    assert len(themes) == 14
