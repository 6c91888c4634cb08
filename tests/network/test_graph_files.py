"""GraphML and GEXF: what is written can be read back, whatever names stand in it, and is the same every time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pytest

from kg.network.analyse import KINDS, Known, Line, Scope, analyse, write_gexf, write_graphml
from kg.network.analyse.files import cleaned
from kg.network.analyse.graphs import Labels
from kg.network.records import Body, Person
from tests.network.analysis_samples import known, presence, span, tenure
from tests.viewer_samples import HOSTILE

Write = Callable[["nx.Graph[str]", Path], None]
Read = Callable[[Path], "nx.Graph[str]"]
BOTH = pytest.mark.parametrize(
    ("write", "read"), [(write_graphml, nx.read_graphml), (write_gexf, nx.read_gexf)], ids=["graphml", "gexf"]
)
EVIL = f"\x00\x1b[2J{HOSTILE}\ud800\ufffe\r\n]]>&#0;"
PEOPLE = known(
    [
        tenure("甲", "局", "2015-01-01", "2018-01-01", line=10), tenure("乙", "局", "2018-01-01", None, line=20),
        tenure("甲", "院", "2018-01-01", "2020-01-01", line=30), tenure(EVIL, EVIL, "2015-01-01", "2018-01-01", title=EVIL),
        tenure(EVIL, "局", "2015-01-01", "2018-01-01", title="副局长"), tenure("丙", "院", None, "..2021-01-01"),
    ],
    [presence(person, "第1", "2017-03-01") for person in "甲乙"],
)  # fmt: skip


@BOTH
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_written_is_read_back(kind: str, write: Write, read: Read, tmp_path: Path) -> None:
    graph = analyse(kind, PEOPLE, Scope(possible=True)).graph
    write(graph, tmp_path / "graph")
    back = read(tmp_path / "graph")
    assert (back.is_directed(), len(back)) == (graph.is_directed(), len(graph))
    assert back.number_of_edges() == graph.number_of_edges() > 0
    for _, attributes in back.nodes(data=True):
        assert attributes["iri"] and attributes["label"] and attributes["kind"] in {"person", "body"}
    for *_, attributes in back.edges(data=True):
        assert attributes["kind"] and attributes["weight"] and attributes["derived"] is True
        assert attributes["certainty"] in {"certain", "possible"} and ":" in attributes["evidence"]


@BOTH
def test_attributes_survive(write: Write, read: Read, tmp_path: Path) -> None:
    write(analyse("careers", PEOPLE, Scope()).graph, tmp_path / "graph")
    back = read(tmp_path / "graph")
    edge = back["局"]["院"]
    assert (edge["kind"], edge["weight"], edge["from"], edge["evidence"]) == ("moved", 1, "2018-01-01", "g:11; g:30")
    assert back.nodes["局"]["type"] == "department"
    assert "Derived" in (tmp_path / "graph").read_text(encoding="utf-8")


@BOTH
@pytest.mark.parametrize("kind", KINDS)
def test_the_same_bytes_twice(kind: str, write: Write, read: Read, tmp_path: Path) -> None:
    for name in ("one", "other"):
        write(analyse(kind, PEOPLE, Scope(possible=True)).graph, tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()
    assert b"lastmodified" not in (tmp_path / "one").read_bytes()


@BOTH
def test_hostile_names_are_text_and_nothing_else(write: Write, read: Read, tmp_path: Path) -> None:
    write(analyse("membership", PEOPLE, Scope()).graph, tmp_path / "graph")
    back = read(tmp_path / "graph")
    (evil,) = {back.nodes[node]["label"] for node in back if "onerror" in back.nodes[node]["label"]}
    assert evil == f"\ufffd\ufffd[2J{HOSTILE}\ufffd\ufffd ]]>&#0;"
    assert b"<img" not in (tmp_path / "graph").read_bytes()


def test_gexf_has_the_days_on_which_an_edge_may_have_held(tmp_path: Path) -> None:
    write_gexf(analyse("membership", PEOPLE, Scope()).graph, tmp_path / "graph.gexf")
    back = nx.read_gexf(tmp_path / "graph.gexf")
    assert (back["甲"]["局"]["start"], back["甲"]["局"]["end"]) == ("2015-01-01", "2017-12-31")
    assert back["乙"]["局"]["start"] == "2018-01-01" and "end" not in back["乙"]["局"]
    assert 'timeformat="date"' in (tmp_path / "graph.gexf").read_text(encoding="utf-8")


def test_values_become_of_one_type() -> None:
    graph: nx.Graph[str] = nx.Graph(description=None)
    graph.add_node("a", number=1, mixed=1, nothing=None, empty="", flag=True)
    graph.add_node("b", number=1.5, mixed="x", many=("x", Line("g", 2)), some={"y", "x"}, when=span("2020-01-01"))
    copy = cleaned(graph)
    assert dict(copy.nodes["a"]) == {"number": 1.0, "mixed": "1", "flag": True}
    assert dict(copy.nodes["b"]) == {"number": 1.5, "mixed": "x", "many": "x; g:2", "some": "x; y"}


@BOTH
def test_a_graph_of_nothing(write: Write, read: Read, tmp_path: Path) -> None:
    write(analyse("membership", known([]), Scope()).graph, tmp_path / "graph")
    assert len(read(tmp_path / "graph")) == 0


def test_people_of_one_name_have_labels_of_their_own() -> None:
    people = [
        Person("p1", "李文", "云岭县"),
        Person("p2", "李文", "河湾县"),
        Person("p3", "李文", "河湾县"),
        Person("p4", "高原"),
    ]
    held = (tenure("p2", "b", "2020-01-01"), tenure("p2", "b", "2010-01-01", title="副局长"))
    bodies = {"b": Body("b", "白沙省河湾县档案局")}
    labels = Labels(Known({person.id: person for person in people}, bodies, held))
    assert [labels.person(person.id) for person in people] == [
        "李文（云岭县）",
        "李文（河湾县档案局局长）",
        "李文（河湾县）",
        "高原",
    ]
    assert (labels.person("x/谁"), labels.body("x/哪")) == ("谁", "哪")
