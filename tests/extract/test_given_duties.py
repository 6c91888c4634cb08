"""Duties whose object stands in the clause before, is shared with a partner, or said on two days; heads named alone."""

from __future__ import annotations

import pytest

from tests.extract.test_responsibilities import OWN, Row, duties, gazette


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # What is given away in the clause before.
        ("剩余的主要是边界争议，由区自然资源局负责，年底前了结。", {("answer", "负责", "自然资源局", "边界争议")}),
        ("危桥加固，由区交通运输局承担。", {("answer", "承担", "交通运输局", "危桥加固")}),
        ("会议要求，由区交通运输局负责。", set()),
        ("经研究决定后，由区交通运输局承担。", set()),
        # Who does it and the partner have one object.
        (
            "由区民政局会同区财政局负责补贴发放。",
            {("answer", "负责", "民政局", "补贴发放"), ("assist", "会同", "财政局", "补贴发放")},
        ),
        (
            "“关于在白沙镇增设公交站的建议”，由区交通运输局会同区公安局办理，目前已办结。",
            {
                ("handle", "办理", "交通运输局", "“关于在白沙镇增设公交站的建议”"),
                ("assist", "会同", "公安局", "“关于在白沙镇增设公交站的建议”"),
            },
        ),
        ("《关于修缮南堤的提案》已交由区水务局承办。", {("handle", "承办", "水务局", "《关于修缮南堤的提案》")}),
        # Who helps somebody with a river, a wood, a road that has been given to them.
        ("白沙河由区长任河长，区水务局协助。", {("assist", "协助", "水务局", "白沙河")}),
        ("长青林场由副区长担任林长，区林业局配合。", {("assist", "配合", "林业局", "长青林场")}),
        ("督导组由副区长任组长，区林业局配合。", {("assist", "配合", "林业局", "督导组")}),
        ("区长任河长，区水务局协助。", set()),
    ],
)
def test_what_a_duty_is_about(body: str, expected: set[Row]) -> None:
    assert duties(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "执法检查组以杜春生为组长，闻竹、欧阳春雪为副组长，检查企业22家。",
            {("组长", "杜春生"), ("副组长", "闻竹"), ("副组长", "欧阳春雪")},
        ),
        (
            "执法检查组由柯以宁任组长，由闻竹和岑峤任副组长。",
            {("组长", "柯以宁"), ("副组长", "闻竹"), ("副组长", "岑峤")},
        ),
        (
            "执法检查组由柯以宁任组长、闻竹、岑峤任副组长。",
            {("组长", "柯以宁"), ("副组长", "闻竹"), ("副组长", "岑峤")},
        ),
        ("执法检查组由有关专家任组长，部分代表为副组长。", set()),
    ],
)
def test_heads_named_alone(body: str, expected: set[tuple[str, str]]) -> None:
    assert {(role, agent) for _, role, agent, _ in duties(body)} == expected


def test_a_duty_said_on_two_days_is_said_twice_and_retold_once() -> None:
    paper = "关于{about}情况的报告\n\n——2019年{day}在青梧区第五届人民代表大会常务委员会第{number}次会议上\n\n区民政局局长 杜春生\n\n各位委员：\n{body}\n\n"
    first = paper.format(about="水务工作", day="8月20日", number="十", body="南堤加固由区水务局负责。")
    same = paper.format(about="应急工作", day="8月20日", number="十", body="南堤加固由区水务局负责。")
    later = paper.format(about="防汛工作", day="11月5日", number="十二", body="南堤加固由区水务局主管。")
    rows = gazette("东溟省泽浦市青梧区人民代表大会常务委员会公报\n\n" + first + same + later).responsibilities
    assert [(row.agent.removeprefix(OWN), row.role) for row in rows] == [("水务局", "负责"), ("水务局", "主管")]
