"""Every command that asks prints the same of a server as of the folder of the build that was sent there."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import open as open_graph
from tests.engines.conftest import Kg
from tests.engines.servers import Server

ASKED: tuple[tuple[str, ...], ...] = (
    ("history", "安正清"),
    ("history", "anzhengqing", "--why"),
    ("holders", "区财政局局长", "--format", "json"),
    ("roster", "区财政局"),
    ("changes", "--between", "2023", "2025", "--body", "区财政局"),
    ("changes", "--between", "2023-09", "2023-12", "--format", "csv"),
    ("path", "安正清", "明亮"),
    ("meeting", "区人大常委会第14次会议", "--format", "json"),
    ("body", "区财政局"),
    ("project", "湿垃圾处置站二期", "--heads"),
    ("duties", "区财政局"),
    ("demands", "--format", "csv"),
    ("findings", "--format", "json"),
    ("review", "--kind", "all", "--format", "csv"),
    ("network", "careers", "--format", "csv"),
    ("network", "membership", "--format", "json"),
    ("check", "--format", "json"),
    ("history", "查无此人"),
    ("history", "安正"),
    ("query", "SELECT nonsense"),
    ("query", "ASK { ?s a gz:Body }"),
    ("query", "ASK { ?s a gz:Nothing }"),
    ("query", "CONSTRUCT { ?s ?p ?o } WHERE { ?s a gz:Body ; ?p ?o }"),
    ("query", "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"),
    ("query", "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s a gz:Item } } GROUP BY ?g ORDER BY STR(?g)"),
    (
        "query",
        "# of bodies\nPREFIX gz: <https://example.org/gz/ontology#>\n"
        'SELECT ?body ?n { ?body a gz:Body ; rdfs:label ?n FILTER(!CONTAINS(?n, "SELECT # GRAPH")) } ORDER BY STR(?body)',
    ),
)


@pytest.mark.parametrize("words", ASKED, ids=lambda words: " ".join(words)[:40])
def test_a_server_answers_as_the_folder(words: tuple[str, ...], kg: Kg, loaded: Server, examples_build: Path) -> None:
    folder, server = kg(*words, "-g", str(examples_build)), kg(*words, "--store", loaded.ask)
    assert server.exit_code == folder.exit_code, server.output
    assert server.stdout == folder.stdout
    assert folder.stdout or folder.exit_code or words[0] == "check"


def test_the_environment_names_a_server(
    kg: Kg, loaded: Server, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KG_STORE", loaded.ask)
    assert kg("body", "区财政局").exit_code == 0
    # A folder that is typed is meant, and this one holds no build.
    assert kg("body", "区财政局", "-g", str(tmp_path)).exit_code == 3


def test_a_folder_and_a_server_are_too_much(kg: Kg, examples_build: Path) -> None:
    done = kg("demands", "-g", str(examples_build), "--store", "http://127.0.0.1:1")
    assert done.exit_code == 2
    assert "one of them" in done.stderr


def test_a_server_keeps_no_judgements(kg: Kg) -> None:
    done = kg("review", "--decide", "--store", "http://127.0.0.1:1")
    assert done.exit_code == 2
    assert "-j" in done.stderr


def test_python_asks_a_server_as_the_folder(loaded: Server, examples_build: Path) -> None:
    with open_graph(loaded.ask) as server, open_graph(examples_build) as folder:
        for graph in (server, folder):
            assert [tenure.name for tenure in graph.holders("青梧区财政局局长")] == ["秦月明", "安正清", "明亮"]
        heads = [graph.ask("heads-on-day", ending="财政局", day="2024-09-26") for graph in (server, folder)]
        assert heads[0].to_dicts() == heads[1].to_dicts() != []
