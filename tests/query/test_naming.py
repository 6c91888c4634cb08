"""Things found by what somebody types: names, short forms, pinyin, initials, parts, IRIs, and anything else."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest

from kg.lexicon import load
from kg.model.errors import AmbiguousName, QueryError
from kg.query import Graph, find, find_one, open_graph
from kg.resolve.spelled import leaves_out_places, lies_in, spelled_out
from tests.query.questions import graph_of

OWN = "云岭省松河市青梧区"
FINANCE = f"{OWN}财政局"
STANDING = f"{OWN}人民代表大会常务委员会"
SESSION = f"{STANDING}第7届第13次会议"


@pytest.fixture(scope="module")
def graph(examples_build: Path) -> Graph:
    return open_graph(examples_build)


@pytest.mark.parametrize(
    ("typed", "how", "kind", "name"),
    [
        ("安正清", "name", "person", "安正清"),
        (" 安 正 清 ", "name", "person", "安正清"),
        ("加娜尔•赛力克", "name", "person", "加娜尔·赛力克"),
        ("anzhengqing", "pinyin", "person", "安正清"),
        ("An Zhèngqīng", "pinyin", "person", "安正清"),
        ("ou'yang chunxue", "pinyin", "person", "欧阳春雪"),
        ("azq", "initials", "person", "安正清"),
        ("欧阳", "part", "person", "欧阳春雪"),
        ("ouyang", "part", "person", "欧阳春雪"),
        (FINANCE, "name", "body", FINANCE),
        ("区财政局", "short", "body", FINANCE),
        ("青梧区财政局", "short", "body", FINANCE),
        ("松河市青梧区财政局", "short", "body", FINANCE),
        ("区国资委", "short", "body", f"{OWN}国有资产监督管理委员会"),
        # No gazette prints this short form.
        ("青梧区国资委", "short", "body", f"{OWN}国有资产监督管理委员会"),
        ("青梧区委", "short", "body", f"中国共产党{OWN}委员会"),
        ("qucaizhengju", "pinyin", "body", FINANCE),
        (f"{FINANCE}局长", "name", "post", f"{FINANCE}局长"),
        ("区财政局局长", "short", "post", f"{FINANCE}局长"),
        ("民政局长", "short", "post", f"{OWN}民政局局长"),
        ("青梧区副区长", "short", "post", f"{OWN}人民政府副区长"),
        ("副区长", "short", "post", f"{OWN}人民政府副区长"),
        ("qu caizhengju juzhang", "pinyin", "post", f"{FINANCE}局长"),
        (SESSION, "name", "meeting", SESSION),
        ("区人大常委会第13次会议", "short", "meeting", SESSION),
        ("青梧区第七届人民代表大会常务委员会第十三次会议", "short", "meeting", SESSION),
        ("第7届第13次", "short", "meeting", SESSION),
        ("2023年9月27日", "short", "meeting", SESSION),
        ("柳渡镇人大", "short", "meeting", "西岚省丰栎县柳渡镇人民代表大会第16届第1次会议"),
        ("湿垃圾处置站二期", "name", "project", "湿垃圾处置站二期"),
        ("处置站二", "part", "project", "湿垃圾处置站二期"),
        ("shilajichuzhizhanerqi", "pinyin", "project", "湿垃圾处置站二期"),
        (f"r:body/{FINANCE}", "iri", "body", FINANCE),
        (f"https://example.org/gz/id/body/{FINANCE}", "iri", "body", FINANCE),
        (f"<https://example.org/gz/id/body/{quote(FINANCE)}>", "iri", "body", FINANCE),
        (f"r:body/{quote(FINANCE)}", "iri", "body", FINANCE),
    ],
)
def test_the_one_thing_that_is_meant(graph: Graph, typed: str, how: str, kind: str, name: str) -> None:
    found = find_one(graph, typed, (kind,))
    assert (found.how, found.kind, found.name) == (how, kind, name)


@pytest.mark.parametrize(
    "typed",
    ["", " ", "无人", "zzz", "q", "?x", "'; DROP", '"}', "a\\", "政局", "r:nothing", "r:", "https://example.org/gz/id/x y",
     "<>", "foo:bar", "\udc80", "\x00", "区", "第999次会议", "${x}", "{}", "\n", "第7届", "2023-13"],
)  # fmt: skip
def test_what_means_no_person(graph: Graph, typed: str) -> None:
    assert find(graph, typed, ("person",)) == []
    with pytest.raises(QueryError, match="no person is called"):
        find_one(graph, typed, ("person",))


def test_a_short_name_means_the_bodies_of_all_places(graph: Graph) -> None:
    with pytest.raises(AmbiguousName, match="may mean 3 things; give a longer name, or an IRI") as error:
        find_one(graph, "财政局", ("body",))
    assert error.value.candidates[1] == (FINANCE, "body", f"{OWN}人民政府", f"r:body/{FINANCE}")
    assert [one[0] for one in error.value.candidates] == ["云岭省松河市财政局", FINANCE, "西岚省丰栎县财政局"]


def test_a_printed_name_does_not_hide_the_same_name_of_another_place(tmp_path: Path) -> None:
    # 人社局 is printed for one of the two bodies; of the other only the full name.
    texts = {"a": "云州市\n任命 钱一 云州市人力资源和社会保障局 局长 2030-03-01\n"}
    texts["b"] = "丙川市\n任命 孙二 丙川市人力资源和社会保障局 局长 2030-03-01\n"
    body = "https://example.org/gz/id/body/云州市人力资源和社会保障局"
    alias = f'<{body}> <http://www.w3.org/2004/02/skos/core#altLabel> "市人社局" <https://example.org/gz/graph/added> .'
    graph = graph_of(texts, tmp_path, [alias])
    assert [one.name for one in find(graph, "市人社局", ("body",))] == [
        "丙川市人力资源和社会保障局", "云州市人力资源和社会保障局",
    ]  # fmt: skip


def test_initials_are_told_as_such_and_never_of_one_letter(graph: Graph) -> None:
    found = find(graph, "wh", ("person",))
    assert all(one.how == "initials" for one in found)
    assert find(graph, "w", ("person",)) == []


def test_two_of_one_name_are_told_apart_by_their_posts(graph: Graph) -> None:
    with pytest.raises(AmbiguousName, match="'李文' may mean") as error:
        find_one(graph, "李文", ("person",))
    rows = {(where, iri) for _, _, where, iri in error.value.candidates}
    assert any("人民法院审判员" in where for where, _ in rows) and len(rows) == len(error.value.candidates)


def test_of_many_candidates_twenty_are_listed(graph: Graph) -> None:
    with pytest.raises(AmbiguousName, match=r"may mean \d\d+ things, the first 20 of them below") as error:
        find_one(graph, "区", ("body",))
    assert len(error.value.candidates) == 20


def test_a_title_is_not_cut_out_of_another(graph: Graph) -> None:
    assert [one.name for one in find(graph, "检察长", ("post",))] == [
        "东溟省泽浦市人民检察院检察长", f"{OWN}人民检察院检察长", "沙棘省博兰塔哈萨克自治州阔什泉县人民检察院检察长",
    ]  # fmt: skip


def test_a_meeting_of_a_session_of_several_terms_or_bodies(graph: Graph) -> None:
    assert len(find(graph, "第4次会议", ("meeting",))) == 2
    assert len(find(graph, "区人大常委会", ("meeting",))) > 3
    assert find(graph, "区人大第13次会议", ("meeting",)) == []


def test_kinds_are_kept_apart(graph: Graph) -> None:
    assert {one.kind for one in find(graph, "区财政局")} == {"body"}
    assert find(graph, FINANCE, ("person",)) == []
    assert find(graph, f"r:body/{FINANCE}", ("person",)) == []


@pytest.mark.parametrize(
    ("short", "before", "behind"),
    [
        ("区发改委", "", "区发展和改革委员会"),
        ("发改委", "", "发展和改革委员会"),
        ("青梧区发改委", "", "青梧区发展和改革委员会"),
        ("区委", "中国共产党", "区委员会"),
        ("县政协", "中国人民政治协商会议", "县委员会"),
        ("青梧区人大常委会", "", "青梧区人民代表大会常务委员会"),
        ("自治区人大", "", "自治区人民代表大会"),
    ],
)
def test_short_forms_spelled_out(short: str, before: str, behind: str) -> None:
    assert spelled_out(short, load()) == (before, behind)


@pytest.mark.parametrize(
    ("behind", "fits"),
    [("财政局", True), ("区财政局", True), ("青梧区财政局", True), (FINANCE, True), ("梧区财政局", False), ("政局", False),
     ("某局", False), (f"某{FINANCE}", False)],
)  # fmt: skip
def test_names_are_cut_at_places_only(behind: str, fits: bool) -> None:
    assert leaves_out_places(FINANCE, behind, load()) is fits


@pytest.mark.parametrize(
    ("place", "lies"), [("青梧区", True), ("松河市青梧区", True), (OWN, True), ("梧区", False), ("云岭省青梧区", False)]
)
def test_in_a_place(place: str, lies: bool) -> None:
    assert lies_in(FINANCE, place, load()) is lies
