"""The network of people, posts, bodies and meetings, read back under the rules of the programs that it is for."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from kg.network.analyse import Known, Line, Presence, Span, Tenure, known
from kg.network.records import Body, Person
from kg.publish.export.neo4j import EDGES, FILES, NODES, README, write_neo4j
from kg.publish.export.popolo import popolo
from kg.publish.export.sources import Sources, exact
from kg.query import open_graph
from tests.publish.test_export import export

P, B, T, M = "urn:p/甲", "urn:b/局", "urn:t/1", "urn:m/1"
SOURCES = Sources({"yun": "https://example.org/text/1"}, {P: ("qian yi",)})
PARTIAL = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")


def sample(span: Span, **more: Any) -> Known:
    tenure = Tenure(T, P, "urn:post/局长", "某局局长", "局长", B, span, opens=(Line("yun", 7),), **more)
    presence = Presence(M, "第1次会议", B, P, Span("2031-05-20", "2031-05-20", "2031-05-21", "2031-05-21"))
    return Known(
        {P: Person(P, "钱一", "云州市", ("钱一; 又名", "A\nB"))},
        {B: Body(B, '某"局"', "department")},
        (tenure,),
        (presence,),
    )


@pytest.fixture(scope="module")
def everything(examples_build: Path) -> Known:
    graph = open_graph(examples_build)
    return known(graph.store, graph.prefixes)


@pytest.mark.parametrize(
    ("earliest", "latest", "date"),
    [
        ("2031-05-20", "2031-05-20", "2031-05-20"),
        ("2031-05-01", "2031-05-31", "2031-05"),
        ("2031-01-01", "2031-12-31", "2031"),
        ("2031-05-01", "2031-05-30", None),
        ("2031-05-20", None, None),
        (None, "2031-05-20", None),
        (None, None, None),
    ],
)
def test_only_what_is_certain_is_a_date(earliest: str | None, latest: str | None, date: str | None) -> None:
    assert exact(earliest, latest) == date


def test_popolo_keeps_possible_bounds_apart() -> None:
    (held,) = popolo(sample(Span(None, "2031-05-20", "2032-01-01", "2032-12-31")), SOURCES)["memberships"]
    assert "start_date" not in held
    assert held["end_date"] == "2032"
    assert held["x_bounds"] == {"start_latest": "2031-05-20", "end_earliest": "2032-01-01", "end_latest": "2032-12-31"}
    assert held["sources"] == [{"url": "https://example.org/text/1#line=6,7", "note": "yun:7"}]


def test_popolo_tells_other_names() -> None:
    (person,) = popolo(sample(Span()), SOURCES)["persons"]
    assert person["other_names"] == [{"name": "钱一; 又名"}, {"name": "A\nB"}, {"name": "qian yi", "note": "pinyin"}]


def test_popolo_event() -> None:
    (event,) = popolo(sample(Span()), SOURCES)["events"]
    assert event["start_date"] == "2031-05-20"
    assert event["attendees"] == [{"id": P, "name": "钱一"}]


def test_popolo_of_the_examples(examples_build: Path, everything: Known, tmp_path: Path) -> None:
    assert export("popolo", "-g", examples_build, "-o", tmp_path / "popolo.json").exit_code == 0
    data = json.loads((tmp_path / "popolo.json").read_text(encoding="utf-8"))
    ids = {kind: [thing["id"] for thing in things] for kind, things in data.items()}
    assert all(len(every) == len(set(every)) for every in ids.values())
    assert len(ids["memberships"]) == len(everything.tenures)
    for held in data["memberships"]:
        assert held["person_id"] in ids["persons"]
        assert held["post_id"] in ids["posts"]
        assert held.get("organization_id") in [None, *ids["organizations"]]
        assert all(PARTIAL.fullmatch(held[key]) for key in ("start_date", "end_date") if key in held)
        assert held["sources"]
    assert all(one["label"] for one in data["posts"])
    assert any(name.get("note") == "pinyin" for one in data["persons"] for name in one.get("other_names", []))
    assert all(one["name"] for kind in ("persons", "organizations", "events") for one in data[kind])
    assert all(one.get("parent_id") in [None, *ids["organizations"]] for one in data["organizations"])
    assert {each["id"] for event in data["events"] for each in event["attendees"]} <= set(ids["persons"])


@pytest.mark.parametrize(("form", "read"), [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)])
def test_networkx_reads_the_graph(
    form: str, read: Any, examples_build: Path, everything: Known, tmp_path: Path
) -> None:
    path = tmp_path / form
    assert export(form, "-g", examples_build, "-o", path).exit_code == 0
    graph = read(path)
    kinds = [data["kind"] for _, data in graph.nodes(data=True)]
    assert kinds.count("person") == len(everything.people)
    assert kinds.count("post") == len({one.post for one in everything.tenures})
    edges = [data for *_, data in graph.edges(data=True)]
    assert sum(data["kind"] == "held" for data in edges) == len(everything.tenures)
    assert sum(data["kind"] == "attended" for data in edges) == len(everything.presences)
    held = {data["iri"]: data for data in edges if data["kind"] == "held"}
    for one in everything.tenures:
        assert held[one.id].get("start_latest") == one.span.start_latest
        assert held[one.id].get("end_earliest") == one.span.end_earliest


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source, strict=True))


def check_neo4j(folder: Path) -> None:
    """The rules of the import: ids are unique, all ends exist, dates are days, a command names all files."""
    ids = [row["iri:ID"] for kind in NODES for row in rows(folder / FILES[kind])]
    assert len(ids) == len(set(ids))
    assert "" not in ids
    for kind in EDGES:
        for row in rows(folder / FILES[kind]):
            assert {row[":START_ID"], row[":END_ID"]} <= set(ids)
            assert row[":TYPE"] == EDGES[kind][1]
            days = [value for column, value in row.items() if column.endswith(":date") and value]
            assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", day) for day in days)
    text = (folder / README).read_text(encoding="utf-8")
    assert all(f"={name} " in text for name in FILES.values())


def test_neo4j_of_the_examples(examples_build: Path, everything: Known, tmp_path: Path) -> None:
    assert export("neo4j", "-g", examples_build, "-o", tmp_path / "import").exit_code == 0
    check_neo4j(tmp_path / "import")
    assert len(rows(tmp_path / "import" / FILES["held"])) == len(everything.tenures)
    assert {path.name for path in (tmp_path / "import").iterdir()} == {*FILES.values(), README}


def test_neo4j_quotes_and_separates(tmp_path: Path) -> None:
    write_neo4j(sample(Span("2031-05-20", "2031-05-20"), several=False), SOURCES, tmp_path)
    check_neo4j(tmp_path)
    (person,) = rows(tmp_path / FILES["person"])
    assert person["aliases:string[]"].split(";") == ["钱一； 又名", "A B"]
    assert rows(tmp_path / FILES["body"])[0]["label"] == '某"局"'
    assert rows(tmp_path / FILES["post"])[0]["several:boolean"] == "false"
    assert rows(tmp_path / FILES["held"])[0]["evidence:string[]"] == "yun:7"
    assert rows(tmp_path / FILES["held"])[0]["endLatest:date"] == ""


def test_neo4j_leaves_a_foreign_folder(examples_build: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    assert export("neo4j", "-g", examples_build, "-o", tmp_path).exit_code == 3
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]
