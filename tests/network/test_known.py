"""What the analyses are made from, asked of a real store."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg.build
from kg.network.analyse import Known, known, window
from kg.query import open_graph
from kg.rdf.names import DEFAULT_BASE, prefixes
from kg.read.gather import gather
from kg.store import create
from tests.fake_reader import fake_gazette
from tests.network.analysis_samples import shown

YUN = """云州市
任命 钱一 云州市财政局 局长 2030-03-01
免去 钱一 云州市财政局 局长 2031-05
现任 孙二 云州市民政局 局长 2030-04-01
列席 钱一 云州市财政局 局长 12
列席 孙二 云州市民政局 局长 12
"""
GZ, ORG, ID = DEFAULT_BASE + "ontology#", "http://www.w3.org/ns/org#", DEFAULT_BASE + "id/"
PROV = "http://www.w3.org/ns/prov#"
TYPE, LABEL = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", "http://www.w3.org/2000/01/rdf-schema#label"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Known:
    folder = tmp_path_factory.mktemp("known")
    (folder / "yun.txt").write_text(YUN, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kg.build, "read_gazette", fake_gazette)
        kg.build.build(gather([folder / "yun.txt"]), folder / "out")
    graph = open_graph(folder / "out")
    return known(graph.store, graph.prefixes)


def test_tenures_come_with_bounds_and_the_lines_behind_them(built: Known) -> None:
    held = {built.people[tenure.person].name: tenure for tenure in built.tenures}
    one = held["钱一"]
    assert (one.name, one.title, built.bodies[one.body or ""].name) == ("云州市财政局局长", "局长", "云州市财政局")
    assert (one.span.start, one.span.end) == ("2030-03-01", "[2031-05-01..2031-05-31]")
    assert (shown(one.opens), shown(one.closes), shown(one.evidence)) == (
        ["yun:2"], ["yun:3"], ["yun:2", "yun:3", "yun:5"],
    )  # fmt: skip
    assert shown(held["孙二"].attests) == ["yun:4", "yun:6"]
    assert held["孙二"].span.start_latest == "2030-04-01"


def test_presences_come_with_their_meeting(built: Known) -> None:
    assert [built.people[one.person].name for one in built.presences] == ["孙二", "钱一"]
    assert {one.name for one in built.presences} == {"云州市人民代表大会常务委员会第5届第12次会议"}
    assert {built.bodies[one.body or ""].name for one in built.presences} == {"云州市人民代表大会常务委员会"}
    assert [shown(one.evidence) for one in built.presences] == [["yun:6"], ["yun:5"]]
    assert {one.span for one in built.presences} == {None}


def quads(*triples: tuple[str, str, str]) -> str:
    def term(value: str) -> str:
        return f"<{value}>" if value.startswith("http") else f'"{value}"'

    return "".join(f"{term(s)} {term(p)} {term(o)} <{DEFAULT_BASE}graph/x> .\n" for s, p, o in triples)


def test_seats_what_is_inferred_and_the_days_of_a_meeting(tmp_path: Path) -> None:
    body, post, held = ID + "body/b", ID + "post/b/t", ID + "tenure/1"
    fact, met, words = ID + "attendance/1", ID + "meeting/1", ID + "span/1"
    (tmp_path / "graph.nq").write_text(
        quads(
            (held, TYPE, GZ + "Tenure"), (held, ORG + "member", ID + "person/p"), (held, GZ + "post", post),
            (held, PROV + "wasDerivedFrom", ID + "change/2"), (ID + "change/2", PROV + "wasDerivedFrom", fact),
            (held, ORG + "organization", body), (held, GZ + "qualifier", "代理"),
            (post, LABEL, "某会主任"),
            (body, GZ + "succeededBy", ID + "body/c"), (post, GZ + "continuedAs", ID + "post/c/t"), (post, GZ + "multiSeat", "false"),
            (fact, TYPE, GZ + "Attendance"), (fact, GZ + "attendanceStatus", GZ + "Present"),
            (fact, GZ + "person", ID + "person/p"), (fact, GZ + "inMeeting", met), (fact, GZ + "evidence", words),
            (words, GZ + "inText", ID + "text/1"), (ID + "text/1", GZ + "stem", "甲"), (words, GZ + "line", "7"),
            (words, GZ + "line", "6"), (met, LABEL, "第一次会议"), (met, GZ + "heldBy", body),
            (met, GZ + "onDateText", "2030-01-08"), (met, GZ + "onDateText", "2030-01-10"),
        ),
        encoding="utf-8",
    )  # fmt: skip
    store = create()
    store.load(tmp_path / "graph.nq")
    found = known(store, prefixes(DEFAULT_BASE))
    (tenure,), (presence,) = found.tenures, found.presences
    assert (tenure.several, tenure.body, tenure.name, tenure.qualifier) == (False, body, "某会主任", "代理")
    assert found.goes_on_as(body, ID + "body/c") and found.last_form(post) == ID + "post/c/t"
    assert shown(tenure.infers) == shown(tenure.evidence) == ["甲:6"]
    assert (presence.body, presence.span, shown(presence.evidence)) == (
        body,
        window("2030-01-08", "2030-01-10"),
        ["甲:6"],
    )


def test_a_store_of_nothing() -> None:
    assert known(create(), prefixes(DEFAULT_BASE)) == Known()
