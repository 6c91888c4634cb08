"""Every question in a file has the same rows, in the same order, on each engine."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.model.address import Address
from kg.query import Table, ask, open_graph
from tests.engines.servers import Server

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted([*(ROOT / "kg" / "query").rglob("*.rq"), *(ROOT / "ontology" / "queries").rglob("*.rq")])


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_question_has_the_same_rows(path: Path, loaded: Server, examples_build: Path) -> None:
    sparql = path.read_text(encoding="utf-8")
    here, there = ask(open_graph(examples_build), sparql), ask(open_graph(Address(loaded.ask)), sparql)
    assert isinstance(here, Table) and isinstance(there, Table)
    assert there.columns == here.columns
    # Virtuoso has no computed true and false, only 1 and 0, which Python takes for equal.
    assert list(there.rows) == list(here.rows)


def test_every_graph_comes_back_as_it_was_sent(loaded: Server, examples_build: Path) -> None:
    here, there = open_graph(examples_build).store, open_graph(Address(loaded.ask)).store
    graphs = list(here.graphs())
    assert list(there.graphs()) == graphs
    for graph in graphs:
        assert sorted(there.graph_lines(graph).splitlines()) == sorted(here.graph_lines(graph).splitlines())
