"""Work plans in tables, lists and sentences, of several places and decades, and lines that schedule nothing."""

from __future__ import annotations

from io import BytesIO

import pytest

from kg.model.gazette import Gazette
from kg.pipeline import read_gazette
from kg.read import read_stream

Row = tuple[str | None, str | None, str, tuple[str, ...]]

TITLE = """青山县人大常委会2035年议题安排
（2035年1月30日）

{body}
"""
COUNTY = "青山县人民代表大会"
STANDING = f"{COUNTY}常务委员会"
FINANCE = f"{COUNTY}财政经济委员会"
BUDGET = f"{STANDING}预算工作委员会"
LAW = f"{STANDING}法制工作委员会"
OFFICE = f"{STANDING}办公室"
SOCIAL = f"{COUNTY}社会建设委员会"


def gazette(text: str) -> Gazette:
    return read_gazette(read_stream(BytesIO(text.encode()), "case"))


def plan(body: str, title: str = TITLE) -> list[Row]:
    return [(row.forum, row.month, row.topic, row.body) for row in gazette(title.format(body=body)).plan]


def bodies(bracket: str) -> tuple[str, ...]:
    (row,) = plan(f"3月：听取县政府关于粮食安全情况的报告{bracket}")
    assert row[2] == "听取县政府关于粮食安全情况的报告"
    return row[3]


@pytest.mark.parametrize(
    ("bracket", "expected"),
    [
        ("（财经委）", (FINANCE,)),
        ("[财经委（预算工委）]", (FINANCE, BUDGET)),
        ("（财经委、预算工委）", (FINANCE, BUDGET)),
        ("〔财经委、预算工委〕。", (FINANCE, BUDGET)),
        ("（责任单位：财经委）；", (FINANCE,)),
        ("（财经委牵头，法工委配合）", (FINANCE, LAW)),
        ("（由财经委会同预算工委承办）", (FINANCE, BUDGET)),
        ("【办公室】", (OFFICE,)),
        ("（社会委和法工委）", (SOCIAL, LAW)),
        ("（县人大财经委）", (FINANCE,)),
        ("（县人大常委会办公室、预算工委）", (OFFICE, BUDGET)),
        ("（县审计局）", ("青山县审计局",)),
        ("（代表工作室）", (f"{STANDING}代表工作室",)),
        ("（财经委）（法工委）", (FINANCE, LAW)),
        ("。责任单位：财经委、法工委", (FINANCE, LAW)),
        ("（财经、预算工委）", (f"{STANDING}财政经济工作委员会", BUDGET)),
    ],
)
def test_bodies_of_a_bracket(bracket: str, expected: tuple[str, ...]) -> None:
    assert bodies(bracket) == expected


def test_a_bracket_inside_a_name_is_one_body() -> None:
    assert bodies("（法制（监察和司法）委员会）") == (f"{COUNTY}法制（监察和司法）委员会",)


@pytest.mark.parametrize("bracket", ["（草案）", "（书面）", "（含2034年决算）", "（第二次）"])
def test_another_bracket_stays_with_its_topic(bracket: str) -> None:
    assert plan(f"3月：审议县域规划编制方案{bracket}") == [(None, "3", f"审议县域规划编制方案{bracket}", ())]


@pytest.mark.parametrize(
    ("label", "month"),
    [
        ("3月：", "3"),
        ("三月份：", "3"),
        ("3月下旬：", "3"),
        ("2035年3月：", "3"),
        ("7-8月：", "7-8月"),
        ("5月至8月：", "5月至8月"),
        ("7月、8月：", "7月、8月"),
        ("十一月：", "11"),
        ("第一季度：", "第一季度"),
        ("三季度，", "三季度"),
        ("上半年：", "上半年"),
        ("全年：", "全年"),
        ("适时：", "适时"),
        ("3月", "3"),
        ("3月　", "3"),
    ],
)
def test_months(label: str, month: str) -> None:
    assert plan(f"{label}听取关于护林防火工作情况的汇报") == [(None, month, "听取关于护林防火工作情况的汇报", ())]


def test_two_months_without_the_first_sign_are_no_number_of_a_heading() -> None:
    months = [row[1] for row in plan("九月：视察秋收工作。\n十、十一月：评议粮食局工作。\n十二月：听取情况通报。")]
    assert months == ["9", "十、十一月", "12"]


def test_lines_of_months_under_forums() -> None:
    body = """一、常委会会议主要议题
3月：1.听取和审议县政府关于春耕情况的报告（财经委）；2.听取县法院关于执行工作情况的报告（法工委）。
6月：审查和批准2034年决算（财经委（预算工委））；人事任免。
二、组织代表视察内容
10月：视察敬老院建设情况
三、工作要求
各委室要提高站位，确保全年任务落到实处。"""
    assert plan(body) == [
        ("常委会会议", "3", "听取和审议县政府关于春耕情况的报告", (FINANCE,)),
        ("常委会会议", "3", "听取县法院关于执行工作情况的报告", (LAW,)),
        ("常委会会议", "6", "审查和批准2034年决算", (FINANCE, BUDGET)),
        ("常委会会议", "6", "人事任免", ()),
        ("代表视察", "10", "视察敬老院建设情况", ()),
    ]


@pytest.mark.parametrize("marker", ["1．", "（1）", "", "①"])
def test_a_topic_that_names_a_plan_is_no_title(marker: str) -> None:
    body = f"""一、常委会会议主要议题
2月
{marker}审议县人大常委会2035年度工作要点（草案）（办公室）
3月
{marker}听取县政府2035年工作安排（财经委）"""
    assert plan(body) == [
        ("常委会会议", "2", "审议县人大常委会2035年度工作要点（草案）", (OFFICE,)),
        ("常委会会议", "3", "听取县政府2035年工作安排", (FINANCE,)),
    ]


@pytest.mark.parametrize(
    "note",
    [
        "注：财经委为县人大财政经济委员会，办公室为县人大常委会办公室。",
        "说明：1．本表可以调整。\n2．书面报告不再宣读。",
    ],
)
def test_a_note_below_schedules_nothing(note: str) -> None:
    body = f"一、执法检查\n全年　检查《噪声污染防治法》贯彻实施情况（财经委）\n{note}"
    assert plan(body) == [("执法检查", "全年", "检查《噪声污染防治法》贯彻实施情况", (FINANCE,))]


def test_months_over_forums() -> None:
    body = """一、三月份
（一）常委会会议
1．作出关于批准县级决算的决议〔预算工委〕
（二）主任会议
1．听取县公安局关于禁毒工作情况的汇报
〔法工委〕"""
    assert plan(body) == [
        ("常委会会议", "3", "作出关于批准县级决算的决议", (BUDGET,)),
        ("主任会议", "3", "听取县公安局关于禁毒工作情况的汇报", (LAW,)),
    ]


def test_months_alone_and_broken_lines() -> None:
    body = """3月份

听取和审议县人民政府关于优化营商环境工作情

况的报告（财经委）

审议《青山县养犬管理办法（草案）》（法工委）

5月份

听取县检察院关于公益诉讼工作情况的报告

审议人事任免事项"""
    assert plan(body) == [
        (None, "3", "听取和审议县人民政府关于优化营商环境工作情况的报告", (FINANCE,)),
        (None, "3", "审议《青山县养犬管理办法（草案）》", (LAW,)),
        (None, "5", "听取县检察院关于公益诉讼工作情况的报告", ()),
        (None, "5", "审议人事任免事项", ()),
    ]


def test_a_table_between_tabs_with_cells_that_carry_on() -> None:
    body = """（一）主任会议主要议题
时间\t议题内容
3 月\t1、关于学前教育情况的汇报 [社会委]
\t2、关于旧村改造情况的汇报 [法工委]
续表
时间\t议题内容
5 月\t1、本县宗教场所管理情况 [办公室] 2、本县全民健身情况 [社会委]"""
    assert plan(body) == [
        ("主任会议", "3", "关于学前教育情况的汇报", (SOCIAL,)),
        ("主任会议", "3", "关于旧村改造情况的汇报", (LAW,)),
        ("主任会议", "5", "本县宗教场所管理情况", (OFFICE,)),
        ("主任会议", "5", "本县全民健身情况", (SOCIAL,)),
    ]


def test_columns_in_any_order() -> None:
    body = "序号\t议题\t时间\t形式\t责任委室\t备注\n1\t《土地管理法》实施情况\t3月下旬\t执法检查\t法工委\t\n2\t水利建设情况\t适时\t视察\t财经委、办公室\t"
    assert plan(body) == [
        ("执法检查", "3", "《土地管理法》实施情况", (LAW,)),
        ("视察", "适时", "水利建设情况", (FINANCE, OFFICE)),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "| 月份 | 监督议题 | 牵头委室 |\n|---|---|---|\n| 3月 | 听取供水情况的汇报 | 财经委 |\n| | 视察道路建设工作 | 法工委 |",
        "月份    议题内容    责任单位\n3月     听取供水情况的汇报     财经委\n        视察道路建设工作     法工委",
        "<table><tr><td>月份</td><td>议题内容</td><td>承办单位</td></tr><tr><td>3月</td><td>听取供水情况的汇报</td>"
        "<td>财经委</td></tr><tr><td></td><td>视察道路建设工作</td><td>法工委</td></tr></table>",
        "┌──┬────┬───┐\n│月份│议题内容│承办单位│\n├──┼────┼───┤\n│    │听取供水│财经委│\n│3月 │情况的汇│      │\n"
        "│    │报      │      │\n├──┼────┼───┤\n│    │视察道路│法工委│\n│    │建设工作│      │\n└──┴────┴───┘",
    ],
    ids=["markdown", "blanks", "html", "drawn"],
)
def test_layouts_of_tables(body: str) -> None:
    assert plan(body) == [
        (None, "3", "听取供水情况的汇报", (FINANCE,)),
        (None, "3", "视察道路建设工作", (LAW,)),
    ]


def test_a_column_for_each_forum() -> None:
    body = "时间\t常委会会议\t主任会议\n3月\t审议决算（财经委）\t听取养老服务情况的汇报（社会委）\n4月\t\t听取治水情况的汇报"
    assert plan(body) == [
        ("常委会会议", "3", "审议决算", (FINANCE,)),
        ("主任会议", "3", "听取养老服务情况的汇报", (SOCIAL,)),
        ("主任会议", "4", "听取治水情况的汇报", ()),
    ]


def test_the_month_behind_the_topic() -> None:
    body = """一、听取和审议专项工作报告
1．听取和审议县人民政府关于乡村振兴情况的报告（4月，财经委承办）
2．听取和审议县法院关于民事审判工作情况的报告（拟于6月份，法工委）
二、执法检查
（一）检查《道路交通安全法》实施情况（5月至8月，法工委、社会委）"""
    assert plan(body) == [
        ("听取和审议专项工作报告", "4", "听取和审议县人民政府关于乡村振兴情况的报告", (FINANCE,)),
        ("听取和审议专项工作报告", "6", "听取和审议县法院关于民事审判工作情况的报告", (LAW,)),
        ("执法检查", "5月至8月", "检查《道路交通安全法》实施情况", (LAW, SOCIAL)),
    ]


def test_sittings_with_their_month() -> None:
    body = "第四次常委会会议（3月）\n1.听取法治政府建设情况的报告\n2.人事任免\n第五次常委会会议（5月）\n1.审议决算"
    assert [row[:3] for row in plan(body)] == [
        ("第四次常委会会议", "3", "听取法治政府建设情况的报告"),
        ("第四次常委会会议", "3", "人事任免"),
        ("第五次常委会会议", "5", "审议决算"),
    ]


WHOLE = """海澜市人大常委会一九九八年工作要点
（一九九八年三月五日海澜市第十二届人大常委会第一次会议通过）

　　一九九八年，常委会要抓好以下工作。
{body}
"""


def test_an_annex_of_1998() -> None:
    body = """一、加强监督
　　依法听取汇报，做到件件有着落。
附：一九九八年主任会议主要议题安排
　　四月：听取市公安局关于打击车匪路霸情况的汇报；听取市工商局关于市场管理情况的汇报。
　　八月：视察秋粮收购准备工作。"""
    rows = gazette(WHOLE.format(body=body)).plan
    assert [(row.year, row.forum, row.month, row.topic) for row in rows] == [
        (1998, "主任会议", "4", "听取市公安局关于打击车匪路霸情况的汇报"),
        (1998, "主任会议", "4", "听取市工商局关于市场管理情况的汇报"),
        (1998, "主任会议", "8", "视察秋粮收购准备工作"),
    ]


def test_clauses_of_running_text() -> None:
    body = "（一）围绕发展履职，抓重点。4月份，听取和审议市政府关于科技工作的报告；下半年，开展安全生产执法检查。"
    rows = gazette(WHOLE.format(body=body)).plan
    assert [(row.forum, row.month, row.topic) for row in rows] == [
        (None, "4", "听取和审议市政府关于科技工作的报告"),
        (None, "下半年", "开展安全生产执法检查"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "3月12日植树节，组织代表植树。",
        "3月，召开了座谈会，听取了各方意见。",
        "全年听取专项工作报告8项，开展执法检查3次。",
        "去年8月，听取和审议了农业工作报告。",
        "（一）加强学习培训（办公室）\n（二）加强宣传报道。",
        "听取和审议市政府专项工作报告，推动工作落实。",
        "1.组织学习宪法。（办公室）",
        "7月底前完成换届选举的各项准备。",
    ],
)
def test_prose_schedules_nothing(body: str) -> None:
    assert gazette(WHOLE.format(body=body)).plan == []


@pytest.mark.parametrize(
    "title",
    ["关于青山县2035年工作情况的报告\n（2035年1月30日）", "青山县人大常委会2035年大事记\n（2035年12月30日）"],
)
def test_other_papers_schedule_nothing(title: str) -> None:
    assert plan("3月：听取和审议县政府关于春耕情况的报告（财经委）", title + "\n\n{body}\n") == []


def test_the_year_and_the_lines_of_a_topic() -> None:
    rows = gazette(TITLE.format(body="3月：听取和审议县政府关于\n春耕情况的报告（财经委）\n5月：人事任免")).plan
    assert [(row.year, row.evidence.lines) for row in rows] == [(2035, (4, 5)), (2035, (6,))]


def test_a_row_that_is_not_read_is_an_issue() -> None:
    found = gazette(TITLE.format(body="时间\t议题内容\n3月\t人事任免事项\n三二月\t30\n合计\t2项"))
    assert [row.topic for row in found.plan] == ["人事任免事项"]
    assert [issue.kind for issue in found.issues] == ["unread_plan"]
