"""Who held what: lines of succession with their gaps and overlaps, rosters, heads, and why a bound is known."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.model.errors import AmbiguousName, QueryError
from kg.query import Graph, Holders, duties, holders, open_graph, project_history, roster
from tests.query.questions import GZ, IDS, graph_of, post, quad

YUN = """云州市
任命 钱一 云州市财政局 局长 2019-01-10
免去 钱一 云州市财政局 局长 2021-03-01
现任 孙二 云州市财政局 局长 2022-05-10
现任 孙二 云州市财政局 局长 2022-09-01
任命 李三 云州市财政局 局长 2023-01-01
免去 李三 云州市财政局 局长 2024-06-30
任命 周四 云州市民政局 局长 2019-01-01
任命 吴五 云州市民政局 局长 2020-01-01
现任 吴五 云州市民政局 局长 2020-08
免去 周四 云州市民政局 局长 2021-01-01
任命 郑六 云州市财政局 副局长 2020
任命 王七 云州市审计局 局长 2020-02
任命 冯八 云州市财政局 站长 2020-02-01
免去 陈九 云州市水利局 局长 2018-05-05
任命 褚十 云州市水务局 局长 2020-05-05
"""


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    renamed = quad(post("云州市水利局", "局长"), f"{GZ}continuedAs", post("云州市水务局", "局长"))
    return graph_of({"yun": YUN}, tmp_path_factory.mktemp("tenures"), [renamed])


@pytest.fixture(scope="module")
def printed(examples_build: Path) -> Graph:
    return open_graph(examples_build)


def names(found: Holders) -> list[str]:
    return [tenure.name for tenure in found.tenures]


def test_a_line_of_succession_with_its_gaps(graph: Graph) -> None:
    found = holders(graph, "市财政局局长")
    assert (found.label, found.several) == ("云州市财政局局长", False)
    assert names(found) == ["钱一", "孙二", "李三"]
    assert [(one.kind, one.since, one.until, one.people) for one in found.stretches] == [
        ("gap", "2021-03-01", "2022-05-10", ("孙二",)),
        ("gap", "2022-09-02", "2023-01-01", ("孙二",)),
        # Nobody is known after the last one left.
        ("gap", "2024-06-30", None, ()),
    ]


def test_two_at_once_in_a_post_of_one_seat(graph: Graph) -> None:
    found = holders(graph, "云州市民政局局长")
    assert [(one.kind, one.since, one.until, one.people) for one in found.stretches] == [
        ("overlap", "2020-01-01", "2020-08-02", ("周四", "吴五"))
    ]


@pytest.mark.parametrize(("name", "several"), [("市财政局副局长", True), ("市财政局站长", None)])
def test_no_gaps_where_many_hold_a_post_or_that_is_not_known(graph: Graph, name: str, several: bool | None) -> None:
    found = holders(graph, name)
    assert (found.several, found.stretches, len(found.tenures)) == (several, (), 1)


def test_a_post_is_followed_when_its_body_is_renamed(graph: Graph) -> None:
    found = holders(graph, "云州市水务局局长")
    assert names(found) == ["陈九", "褚十"]
    assert found.posts == ("云州市水利局局长", "云州市水务局局长")
    assert names(holders(graph, "云州市水务局局长", merged=False)) == ["褚十"]
    assert names(holders(graph, "云州市水利局局长")) == ["陈九", "褚十"]


@pytest.mark.parametrize(
    ("on", "held"),
    [
        ("2020-07-01", [("钱一", "certain")]),
        ("2021-03", [("孙二", "possible")]),
        ("2021-06-01", [("孙二", "possible")]),
        ("2022", [("孙二", "possible")]),
        ("2023-05", [("李三", "certain")]),
        ("2025", []),
    ],
)
def test_who_held_it_on_a_day(graph: Graph, on: str, held: list[tuple[str, str]]) -> None:
    assert [(one.name, one.status) for one in holders(graph, "市财政局局长", on=on).tenures] == held


def test_gaps_of_a_part_of_time(graph: Graph) -> None:
    found = holders(graph, "市财政局局长", between=("2019", "2021-06"))
    assert names(found) == ["钱一", "孙二"]
    assert [one.since for one in found.stretches] == ["2021-03-01"]


def test_a_body_and_a_title_of_several_bodies(graph: Graph) -> None:
    with pytest.raises(AmbiguousName, match="may mean"):
        holders(graph, "局长")
    with pytest.raises(QueryError, match="no post is called '云州市财政局厅长'"):
        holders(graph, "云州市财政局厅长")


def test_why_bounds_are_known(graph: Graph) -> None:
    told = {one.name: one.why for one in holders(graph, "市财政局局长").tenures}
    assert told["钱一"] == "任命 appointed 2019-01-10; 免去 removed 2021-03-01"
    assert told["孙二"] == (
        "began 2021-03-01 or later, inferred from another holder (前后任); "
        "在任 seen in office 2022-05-10 to 2022-09-01; ended by 2023-01-01, inferred from another holder (前后任)"
    )
    (left,) = holders(graph, "云州市水利局局长", merged=False).tenures
    assert left.why == "免去 removed 2018-05-05; start unknown"
    (month,) = holders(graph, "云州市审计局局长").tenures
    assert (month.why, month.start.text, month.possible) == (
        "任命 appointed 2020-02; end unknown", "2020-02-01..2020-02-29", ("2020-02-01", None),
    )  # fmt: skip


def test_what_a_tenure_rests_on(graph: Graph) -> None:
    second = holders(graph, "市财政局局长").tenures[1]
    assert [(ground.part, ground.event, ground.date) for ground in second.grounds] == [
        ("attested", "holds", "2022-05-10"),
        ("attested", "holds", "2022-09-01"),
        ("inferred", "appoint", "2019-01-10"),
        ("inferred", "remove", "2021-03-01"),
        ("inferred", "appoint", "2023-01-01"),
    ]
    assert second.grounds[0].passages[0].words == "现任 孙二 云州市财政局 局长 2022-05-10"
    assert second.grounds[0].passages[0].lines == (4,)


def test_a_roster_of_a_day_tells_certain_before_possible(printed: Graph) -> None:
    found = roster(printed, "区人大常委会", on="2023-10")
    assert found.name == "云岭省松河市青梧区人民代表大会常务委员会"
    assert [one.status for one in found.tenures] == ["certain"] * 4 + ["possible"]
    assert found.tenures[0].name == "柯以宁" and found.tenures[-1].name == "万里春"


def test_a_roster_has_the_head_first_and_may_have_the_parts(printed: Graph) -> None:
    own = roster(printed, "青梧区人民法院")
    assert own.tenures[0].name == "程度" and own.tenures[0].head is True
    assert {one.body_name for one in own.tenures} == {"云岭省松河市青梧区人民法院"}
    parts = roster(printed, "青梧区人民法院", parts=True)
    assert {one.body_name for one in parts.tenures} > {"云岭省松河市青梧区人民法院"}


def test_a_roster_of_nobody(graph: Graph) -> None:
    assert roster(graph, "云州市审计局", on="2019").tenures == ()


def test_who_headed_the_body_of_a_duty_is_derived(printed: Graph) -> None:
    stated = duties(printed, "区财政局")
    assert all(duty.derived_heads is None for duty in stated)
    (first, *_) = duties(printed, "区财政局", heads=True)
    assert first.date == "2023-09-27" and first.derived_heads is not None
    assert [(head.name, head.status) for head in first.derived_heads.people] == [("安正清", "certain")]
    (later, *_) = duties(printed, "区财政局", on="2099")
    assert later.derived_heads is not None
    assert [(head.name, head.status) for head in later.derived_heads.people] == [("明亮", "possible")]


def test_a_head_that_is_not_known_is_told_so(graph: Graph, tmp_path: Path) -> None:
    body, duty = f"{IDS}body/云州市财政局", f"{IDS}responsibility/1"
    span, text = f"{IDS}span/1", f"{IDS}text/1"
    plain = f"<{{}}> <{GZ}{{}}> {{}} <https://example.org/gz/graph/added> ."
    added = [
        quad(duty, f"{GZ}agent", body), quad(duty, f"{GZ}evidence", span), quad(span, f"{GZ}inText", text),
        quad(duty, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", f"{GZ}Responsibility"),
        plain.format(duty, "roleText", '"牵头"'), plain.format(duty, "objectText", '"清查"'),
        plain.format(text, "stem", '"yun"'), plain.format(span, "quote", '"由市财政局牵头清查"'),
        *(plain.format(span, name, '"7"^^<http://www.w3.org/2001/XMLSchema#integer>') for name in ("start", "line")),
    ]  # fmt: skip
    lonely = graph_of({"yun": "云州市\n任命 冯八 云州市财政局 站长 2020-02-01\n"}, tmp_path, added)
    (one,) = duties(lonely, "市财政局", on="2021")
    assert one.derived_heads is not None and one.derived_heads.unknown == "which post heads the body is not known"
    # A paper without a day tells of no day.
    known = graph_of({"yun": YUN}, tmp_path, added)
    (two,) = duties(known, "云州市财政局", heads=True)
    assert two.derived_heads is not None and two.derived_heads.unknown == "the day is not known"
    (three,) = duties(known, "云州市财政局", on="2018")
    assert three.derived_heads is not None and three.derived_heads.unknown == "nobody is known for this day"


def test_heads_of_the_bodies_of_a_project(printed: Graph) -> None:
    (project,) = project_history(printed, "湿垃圾处置站二期", heads=True)
    heads = [said.derived_heads for said in project.statements]
    assert [None if one is None else [head.name for head in one.people] for one in heads] == [["石坚"], None, None]
