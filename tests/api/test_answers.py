"""Answers as rows, dictionaries, data frames, text and HTML."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import networkx as nx
import pandas as pd
import pytest
from click.testing import CliRunner

from kg.api import Answer, KnowledgeGraph
from kg.api.display import MOST_LINES, MOST_ROWS
from kg.cli import main
from kg.network.analyse import KINDS

SAME: dict[str, Callable[[KnowledgeGraph], Answer[Any]]] = {
    "history 石坚": lambda g: g.history("石坚"),
    "history 秦月明 --on 2023 --no-presences": lambda g: g.history("秦月明", on="2023", presences=False),
    "holders 青梧区财政局局长": lambda g: g.holders("青梧区财政局局长"),
    "roster 区人大常委会 --on 2024-09-26 --parts": lambda g: g.roster("区人大常委会", on="2024-09-26", parts=True),
    "changes --between 2023 2025": lambda g: g.changes("2023", "2025"),
    "path 石坚 安正清": lambda g: g.path("石坚", "安正清"),
    "meeting 第7届第13次": lambda g: g.meeting("第7届第13次"),
    "body 区财政局": lambda g: g.body("区财政局"),
    "duties 区财政局": lambda g: g.duties("区财政局"),
    "duties 区财政局 --heads": lambda g: g.duties("区财政局", heads=True),
    "demands --unanswered": lambda g: g.demands(unanswered=True),
    "project 中心 --heads": lambda g: g.project("中心", heads=True),
    "findings": lambda g: g.findings(),
    "ask holders-of-post -p post=青梧区财政局局长": lambda g: g.ask("holders-of-post", post="青梧区财政局局长"),
    "ask": lambda g: g.questions(),
    "network turnover --by year": lambda g: g.network("turnover", yearly=True),
    **{f"network {kind} --possible": lambda g, kind=kind: g.network(kind, possible=True) for kind in KINDS},  # type: ignore[misc]
}


@pytest.mark.parametrize("command", SAME)
def test_the_rows_are_those_of_the_command(command: str, g: KnowledgeGraph, examples_build: Path) -> None:
    done = CliRunner().invoke(main, [*command.split(), "--format", "csv", "-g", str(examples_build)])
    assert done.exit_code == 0, done.stderr
    printed = list(csv.DictReader(io.StringIO(done.stdout)))
    rows = SAME[command](g).to_dicts()
    assert len(rows) > 0
    assert [{name: _printed(cell) for name, cell in row.items()} for row in rows] == printed


@pytest.mark.parametrize("command", SAME)
def test_a_frame_loses_nothing(command: str, g: KnowledgeGraph) -> None:
    answer = SAME[command](g)
    frame = answer.to_frame()
    assert tuple(frame.columns) == answer.columns
    back = [[None if pd.isna(cell) else cell for cell in row] for row in frame.astype(object).to_numpy()]
    assert back == [
        [str(cell) if _mixed(answer, at) and cell is not None else cell for at, cell in enumerate(row)]
        for row in answer.cells
    ]
    assert not [name for name in frame if frame[name].dtype == object]


def test_columns_of_a_frame_have_their_type_also_when_empty(g: KnowledgeGraph) -> None:
    meeting = g.meeting("第7届第13次")
    nothing = replace(meeting, cells=())
    for answer in (meeting, nothing):
        types = answer.to_frame().dtypes.astype(str)
        assert types[["number", "votes_for", "passed", "words"]].tolist() == ["Int64", "Int64", "boolean", "string"]


def test_a_date_that_is_not_known_to_the_day_stays_so(g: KnowledgeGraph) -> None:
    rows = g.query("SELECT ?when { VALUES ?when { '2024-09-26'^^xsd:date '2024-09'^^xsd:gYearMonth } }").to_frame()
    assert rows["when"].tolist() == ["2024-09-26", "2024-09"]


def test_without_pandas_it_is_said_what_to_install(g: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(ImportError, match=r"pip install 'gazette-kg\[pandas\]'"):
        g.holders("青梧区财政局局长").to_frame()


def test_going_through_an_answer_gives_its_objects(g: KnowledgeGraph) -> None:
    answer = g.holders("青梧区财政局局长")
    assert [one.name for one in answer] == [answer[at].name for at in range(len(answer))]
    assert all(one.grounds and one.grounds[0].passages for one in answer)


def test_html_escapes_what_gazettes_hold(g: KnowledgeGraph) -> None:
    answer = g.query("SELECT ('<script>alert(1)</script>' AS ?a) ('\"&' AS ?b) {}")
    page = replace(answer, title="<b>", notes=("<i>",))._repr_html_()
    assert "<script>" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "&lt;b&gt;" in page
    assert "&lt;i&gt;" in page
    assert "&quot;&amp;" in page


@pytest.mark.parametrize(("shown", "most"), [(repr, MOST_LINES), (lambda one: one._repr_html_(), MOST_ROWS)])
def test_a_long_answer_says_how_much_is_not_shown(shown: Callable[[object], str], most: int, g: KnowledgeGraph) -> None:
    assert "more rows" not in shown(g.query(f"SELECT ?s {{ ?s ?p ?o }} LIMIT {most}"))
    assert "… and 3 more rows" in shown(g.query(f"SELECT ?s {{ ?s ?p ?o }} LIMIT {most + 3}"))


def test_text_says_what_was_left_out(g: KnowledgeGraph) -> None:
    told = repr(g.network("succession", body="青梧区财政局"))
    assert "succession，云岭省松河市青梧区财政局" in told.splitlines()[0]
    assert "derived" not in told.splitlines()[1]
    assert "Found by pinyin." in repr(g.history("shijian"))
    assert repr(g.query("SELECT ?s { ?s a gz:NoSuchThing }")).splitlines() == ["SPARQL", "no rows"]


def test_two_people_of_one_name_are_told_apart(g: KnowledgeGraph) -> None:
    answer = g.history("秦月明")
    assert len(answer) == 2
    assert len({row["person"] for row in answer.to_dicts()}) == 2
    assert "place" in repr(answer).splitlines()[1]


def test_a_network_is_one_of_networkx(g: KnowledgeGraph) -> None:
    found = g.network("comembership", on="2023-09-27")
    assert nx.density(found.graph) > 0
    assert found.graph.number_of_edges() == len(found)
    assert all(data["evidence"] for _, _, data in found.graph.edges(data=True))


def _printed(cell: object) -> str:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return "" if cell is None else str(cell)


def _mixed(answer: Answer[Any], at: int) -> bool:
    """Whether a column of an answer holds text beside other things."""
    return any(isinstance(row[at], str) for row in answer.cells)


def test_a_parameter_that_is_a_word_of_python_takes_an_underscore(g: KnowledgeGraph) -> None:
    years = [str(row["date"])[:4] for row in g.ask("appointments-between", from_="2025", until="2025")]
    assert set(years) == {"2025"}
