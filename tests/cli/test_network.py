"""The command `network`."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import networkx as nx
import pytest

from kg.cli.network import KINDS, LARGEST, MEASURES
from kg.network import analyse
from tests.cli.conftest import Kg

GAZETTE = """云州市
任命 钱一 云州市财政局 局长 2030-03-01
免去 钱一 云州市财政局 局长 2031-03-01
任命 钱一 云州市民政局 局长 2031-03-01
任命 孙二 云州市财政局 局长 2031-03-11
任命 李三 云州市财政局 副局长 2030-06-01
免去 李三 云州市财政局 副局长 2032-01-01
列席 钱一 云州市财政局 局长 12
列席 李三 云州市财政局 副局长 12
"""


@pytest.fixture
def network(kg_command: Kg, tmp_path: Path) -> Kg:
    """`kg network` on a build of one gazette."""
    (tmp_path / "yun.txt").write_text(GAZETTE, encoding="utf-8")
    assert kg_command("build", "yun.txt").exit_code == 0
    return lambda *arguments: kg_command("network", *arguments)


def test_the_door_knows_all_that_is_behind_it() -> None:
    assert tuple(KINDS) == tuple(analyse.KINDS)
    assert (MEASURES, LARGEST) == (analyse.MEASURES, analyse.LARGEST)


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_without_a_kind_all_are_listed(network: Kg, form: str) -> None:
    done = network("--format", form)
    assert done.exit_code == 0
    assert all(kind in done.stdout for kind in KINDS)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("more", [(), ("--by", "year"), ("--on", "2030-12-31", "--possible")], ids=str)
def test_every_kind_in_every_form(network: Kg, kind: str, more: tuple[str, ...]) -> None:
    rows = json.loads(network(kind, *more, "--format", "json").stdout)
    table = list(csv.DictReader(StringIO(network(kind, *more, "--format", "csv").stdout)))
    assert len(rows) == len(table)
    assert all(row["derived"] is True and isinstance(row["evidence"], list) for row in rows)
    assert all(row["derived"] == "true" for row in table)
    shown = network(kind, *more, "--top", "0")
    assert shown.exit_code == 0
    assert len(shown.stdout.splitlines()) == (len(rows) + 2 if rows else 0)


def test_what_a_row_says(network: Kg) -> None:
    (row,) = json.loads(network("careers", "--format", "json").stdout)
    assert (row["source"], row["target"], row["certain"], row["people"]) == (
        "云州市财政局",
        "云州市民政局",
        1,
        ["钱一"],
    )
    assert row["evidence"] == ["yun:3", "yun:4"]
    (line,) = csv.DictReader(StringIO(network("careers", "--format", "csv").stdout))
    assert line["evidence"] == "yun:3|yun:4"
    assert "钱一" in network("careers").stdout


def test_what_is_left_out_is_told_apart(network: Kg) -> None:
    done = network("membership", "--top", "1")
    assert "Left out: 3 more rows (--top 0 prints all)" in done.stderr
    assert len(done.stdout.splitlines()) == 3
    done = network("membership", "--on", "2034-01-01")
    assert done.stdout == ""
    assert "No rows." in done.stderr
    assert "Left out: possible memberships: 2 (--possible takes them in)" in done.stderr
    assert "孙二" in network("membership", "--on", "2034-01-01", "--possible").stdout


def test_periods(network: Kg) -> None:
    rows = json.loads(
        network("turnover", "--between", "2030-07", "2031", "--body", "财政局", "--format", "json").stdout
    )
    assert [(row["period"], row["people"], row["left"]) for row in rows] == [("2030-07-01/2031-12-31", 3, 1)]
    years = json.loads(network("membership", "--by", "year", "--format", "json").stdout)
    assert [(row["year"], row["people"]) for row in years] == [(2030, 2), (2031, 3), (2032, 0)]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--on", "2030"), "'2030' is no day"),
        (("--on", "soon"), "'soon' is no date"),
        (("--between", "2030", "x"), "'x' is no date"),
        (("--between", "2031", "2030"), "2030 comes before 2031"),
        (("--on", "2030-01-01", "--between", "2030", "2031"), "exclude each other"),
    ],
)
def test_a_period_that_is_none(network: Kg, arguments: tuple[str, ...], said: str) -> None:
    done = network("membership", *arguments)
    assert done.exit_code == 2
    assert said in done.stderr


def test_a_body_by_the_end_of_its_name(network: Kg) -> None:
    done = network("membership", "--body", "财政局", "--format", "json")
    assert {row["body"] for row in json.loads(done.stdout)} == {"云州市财政局"}
    assert "局 names 2 bodies: 云州市民政局、云州市财政局" in network("membership", "--body", "局").stderr
    unknown = network("membership", "--body", "无人局")
    assert (unknown.exit_code, "无人局" in unknown.stderr) == (4, True)


def test_graph_files(network: Kg, tmp_path: Path) -> None:
    done = network("membership", "--top", "1", "--graphml", "g.graphml", "--gexf", "g.gexf")
    assert "g.graphml: 5 nodes, 4 edges" in done.stderr
    for graph in (nx.read_graphml(tmp_path / "g.graphml"), nx.read_gexf(tmp_path / "g.gexf")):
        assert {graph.nodes[node]["label"] for node in graph} == {
            "钱一",
            "孙二",
            "李三",
            "云州市财政局",
            "云州市民政局",
        }
    assert network("membership", "--gexf", "no/such/folder.gexf").exit_code == 3


def test_pairs_of_larger_bodies(network: Kg) -> None:
    assert "钱一" in network("comembership").stdout
    done = network("comembership", "--largest", "2")
    assert "Left out: people of 云州市财政局, which are more than 2: 3 (--largest takes them in)" in done.stderr


def test_the_order_of_centrality(network: Kg) -> None:
    for measure in MEASURES:
        rows = json.loads(network("centrality", "--sort", measure, "--format", "json").stdout)
        assert [row[measure] for row in rows] == sorted((row[measure] for row in rows), reverse=True)


def test_the_same_answer_twice(network: Kg, tmp_path: Path) -> None:
    for kind in KINDS:
        one, other = (network(kind, "--possible", "--gexf", f"{run}.gexf").stdout for run in "ab")
        assert one == other
        assert (tmp_path / "a.gexf").read_bytes() == (tmp_path / "b.gexf").read_bytes()
