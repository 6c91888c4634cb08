from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import QueryBoolean

from kg.model.errors import OutputError, QueryError
from kg.store import Store, create, open_store

LINES = (
    '<https://e.org/s> <https://e.org/p> "甲 <https://e.org/no> .\\" \\\\" <https://e.org/g1> .\n'
    '<https://e.org/s> <https://e.org/p> "甲 <https://e.org/no> .\\" \\\\" <https://e.org/g2> .\n'
    '<https://e.org/s> <https://e.org/q> "1"^^<http://www.w3.org/2001/XMLSchema#integer> <https://e.org/g2> .\n'
    "<https://e.org/s> <https://e.org/q> <https://e.org/o> .\n"
)


def filled(folder: Path | None, tmp_path: Path) -> Store:
    (tmp_path / "graph.nq").write_text(LINES, encoding="utf-8")
    store = create(folder)
    store.load(tmp_path / "graph.nq")
    store.flush()
    return store


def test_what_two_graphs_state_is_one_row(tmp_path: Path) -> None:
    rows = list(filled(None, tmp_path).select("SELECT ?o WHERE { ?s <https://e.org/p> ?o }"))
    assert rows == [('甲 <https://e.org/no> ." \\',)]


def test_named_graphs_are_kept(tmp_path: Path) -> None:
    store = filled(None, tmp_path)
    assert list(store.graphs()) == ["https://e.org/g1", "https://e.org/g2"]
    assert len(store.graph_lines("https://e.org/g2").splitlines()) == 2
    assert len(list(store.select("SELECT ?g WHERE { GRAPH ?g { ?s <https://e.org/p> ?o } }"))) == 2


def test_one_graph_alone_is_asked(tmp_path: Path) -> None:
    store = filled(None, tmp_path)
    found = {
        graph: list(store.select("SELECT ?o { ?s <https://e.org/q> ?o }", graph=graph)) for graph in store.graphs()
    }
    assert found == {"https://e.org/g1": [], "https://e.org/g2": [("1",)]}


def test_a_statement_without_a_graph_is_kept(tmp_path: Path) -> None:
    answer = filled(None, tmp_path).query("ASK { <https://e.org/s> <https://e.org/q> <https://e.org/o> }")
    assert isinstance(answer, QueryBoolean)
    assert bool(answer)


def test_opened_by_several_readers_at_once(tmp_path: Path) -> None:
    size = len(filled(tmp_path / "store", tmp_path))
    readers = [open_store(tmp_path / "store") for _ in range(2)]
    assert [len(reader) for reader in readers] == [size, size]


def test_a_reader_does_not_write(tmp_path: Path) -> None:
    filled(tmp_path / "store", tmp_path)
    with pytest.raises(OutputError, match="cannot be loaded"):
        open_store(tmp_path / "store").load(tmp_path / "graph.nq")


@pytest.mark.parametrize("question", ["SELECT nonsense", "ASK { ?s foo:bar ?o }"])
def test_a_bad_question_is_an_error_with_a_reason(question: str) -> None:
    with pytest.raises(QueryError, match="not a valid question"):
        create().query(question)


def test_only_a_select_has_rows() -> None:
    with pytest.raises(QueryError, match="SELECT"):
        list(create().select("ASK { ?s ?p ?o }"))


def test_no_store(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="holds no store"):
        open_store(tmp_path / "none")


def test_a_store_where_a_file_stands(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError):
        create(tmp_path / "file" / "store")


def test_a_file_that_is_no_nquads(tmp_path: Path) -> None:
    (tmp_path / "bad.nq").write_text("hello\n", encoding="utf-8")
    with pytest.raises(OutputError, match=r"bad\.nq"):
        create().load(tmp_path / "bad.nq")
