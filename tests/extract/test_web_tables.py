"""Facts from the tables of web pages: right, or named in the issues."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import pytest

from kg.model.gazette import Gazette
from kg.pipeline import read_gazette
from kg.read import read_stream

DISTRICT = "云岭省松河市青梧区"
MEETING = f"{DISTRICT}第七届人民代表大会常务委员会第九次会议"
NOTE = f"<p>（2024年3月5日{MEETING}通过）</p>"
APPOINTED = f"<h1>{DISTRICT}人大常委会任命名单</h1>{NOTE}"
REMOVED = f"<h1>{DISTRICT}人大常委会免职名单</h1>{NOTE}"
BOTH = f"<h1>{DISTRICT}人大常委会任免名单</h1>{NOTE}"
PRESENT = f"<h1>{MEETING}出席、请假情况</h1><p>（2024年3月5日）</p>"
VOTED = f"<h1>{MEETING}表决结果</h1><p>2024年3月5日，会议对下列事项进行表决。</p>"

Rows = Sequence[Sequence[str]]


def table(rows: Rows) -> str:
    """A table; a cell that begins with a tag is taken as it is."""
    cells = [["" + (cell if cell.startswith("<td") else f"<td>{cell}") + "</td>" for cell in row] for row in rows]
    return "<table>" + "".join(f"<tr>{''.join(row)}</tr>" for row in cells) + "</table>"


def read(body: str) -> Gazette:
    """What a page states."""
    return read_gazette(read_stream(BytesIO(f"<!DOCTYPE html><html><body>{body}</body></html>".encode()), "case"))


def acts(page: Gazette) -> list[str]:
    """Event, person, body without its district, title."""
    rows = page.personnel
    return [f"{row.event} {row.person} {(row.body or '').removeprefix(DISTRICT)}{row.title}" for row in rows]


def issues(page: Gazette) -> list[str]:
    """The kinds of the issues."""
    return [issue.kind for issue in page.issues]


@pytest.mark.parametrize(
    ("heading", "rows", "expected"),
    [
        (
            BOTH,
            [
                ["姓名", "任命<br>职务", "免去<br>职务"],
                ["李　明", "区财政局局长<br>区统计局局长", ""],
                ["赵　云", "", "区司法局局长"],
            ],
            ["appoint 李明 财政局局长", "appoint 李明 统计局局长", "remove 赵云 司法局局长"],
        ),
        (
            BOTH,
            [
                ["姓名", "任命职务"],
                ["<td rowspan=2>李　明", "区财政局局长"],
                ["区统计局局长"],
                ["王小二", "<td rowspan=2>区人民法院审判员"],
                ["孙权"],
            ],
            [
                "appoint 李明 财政局局长",
                "appoint 李明 统计局局长",
                "appoint 王小二 人民法院审判员",
                "appoint 孙权 人民法院审判员",
            ],
        ),
        (
            REMOVED,
            [["序号", "姓名", "职务"], ["1", "李　明", "区财政局局长"], ["2", "王小二", "区教育局副局长"]],
            ["remove 李明 财政局局长", "remove 王小二 教育局副局长"],
        ),
        (
            BOTH,
            [["任命", "李明为区财政局局长<br>孙权为区水务局局长"], ["免去", "王小二的区教育局副局长职务"]],
            ["appoint 李明 财政局局长", "appoint 孙权 水务局局长", "remove 王小二 教育局副局长"],
        ),
        (
            f"{APPOINTED}<p>任命以下人员为青梧区人民法院人民陪审员：</p>",
            [["李　明", "王小二", "张三丰"], ["欧阳　春", "孙　权", "吴　用"]],
            [f"appoint {name} 人民法院人民陪审员" for name in ["李明", "王小二", "张三丰", "欧阳春", "孙权", "吴用"]],
        ),
    ],
)
def test_acts_of_a_table(heading: str, rows: Rows, expected: list[str]) -> None:
    page = read(heading + table(rows))
    assert (acts(page), issues(page)) == (expected, [])


@pytest.mark.parametrize(
    ("heading", "rows"),
    [
        # Which of two posts is the new one, and since when, no head says for certain.
        (
            APPOINTED,
            [
                ["姓名", "原职务", "现职务"],
                ["李　明", "区财政局副局长", "区财政局局长"],
                ["孙权", "区教育局科长", "区教育局局长"],
            ],
        ),
        (APPOINTED, [["姓名", "任命职务", "姓名", "任命职务"], ["李明", "区财政局局长", "孙权", "区水务局局长"]]),
        # Several people and one post in a row, an entry each.
        (REMOVED, [["职务", "姓名"], ["区人民法院审判员", "李　明<br>王小二<br>孙权"]]),
        (
            f"<h1>{DISTRICT}第七届人民代表大会代表名单</h1>",
            [["姓名", "性别", "单位及职务"], ["李明", "男", "区财政局局长"]],
        ),
        (f"<h1>{DISTRICT}历任区长名录</h1>", [["姓名", "职务", "任职时间"], ["李明", "区长", "1990年—1995年"]]),
    ],
)
def test_a_table_that_is_not_read_is_an_issue(heading: str, rows: Rows) -> None:
    page = read(heading + table(rows))
    assert acts(page) == []
    assert issues(page)


@pytest.mark.parametrize("name", ["海 瑞安", "司马 相 如", "买买提 · 艾山", "阿布都·<br>买买提", "万　里　行"])
def test_a_name_set_wide_is_one(name: str) -> None:
    page = read(APPOINTED + table([["姓名", "任命职务"], [name, "区财政局局长"], ["孙权", "区水务局局长"]]))
    whole = name.replace("<br>", "").replace(" ", "").replace("　", "")
    assert acts(page) == [f"appoint {whole} 财政局局长", "appoint 孙权 水务局局长"]


@pytest.mark.parametrize("names", ["李　明　王小二", "买买提 艾山", "万 里 行 王 五"])
def test_a_cell_of_one_name_or_several_is_an_issue(names: str) -> None:
    page = read(APPOINTED + table([["姓名", "任命职务"], [names, "区财政局局长"], ["孙权", "区水务局局长"]]))
    assert (acts(page), issues(page)) == (["appoint 孙权 水务局局长"], ["unread_entry"])


def test_an_act_in_the_remarks_is_an_issue() -> None:
    page = read(
        APPOINTED
        + table(
            [
                ["姓名", "任命职务", "备注"],
                ["李明", "区财政局局长", "同时免去区统计局局长职务"],
                ["孙权", "区水务局局长", "女"],
            ]
        )
    )
    assert (acts(page), issues(page)) == (["appoint 李明 财政局局长", "appoint 孙权 水务局局长"], ["unread_entry"])


def test_rows_behind_one_that_is_not_read_are_an_issue() -> None:
    paragraphs = "".join(f"<p>区{name}局副局长</p>" for name in ("教育", "统计", "审计", "水务"))
    rows = [["姓名", "任命职务"], ["李明", "区财政局局长"], ["王小二", paragraphs], ["赵云", "区司法局局长"]]
    page = read(APPOINTED + table(rows))
    assert acts(page)[:1] == ["appoint 李明 财政局局长"]
    assert "赵云" in "".join(acts(page)) or "unread_table" in issues(page)


def test_a_roll_in_a_grid() -> None:
    rows = [
        ["<td colspan=3>出席（5人）"],
        ["李　明", "王小二", "古丽娜尔·艾山"],
        ["南宫　问　天", "万　里　行", ""],
        ["<td colspan=3>请假（1人）"],
        ["吴　用", "", ""],
    ]
    page = read(PRESENT + table(rows))
    assert [(row.person, row.status) for row in page.attendance] == [
        *((name, "present") for name in ["李明", "王小二", "古丽娜尔·艾山", "南宫问天", "万里行"]),
        ("吴用", "on_leave"),
    ]
    assert issues(page) == []


def test_a_post_in_front_of_each_row_holds_for_its_names() -> None:
    rows = [["主　任", "李　明", ""], ["<td rowspan=2>委　员", "吴　用", "郑　和"], ["司马　相", ""]]
    page = read(PRESENT.replace("出席、请假情况", "出席人员名单") + table(rows))
    assert [(row.person, row.title) for row in page.attendance] == [
        ("李明", "主任"),
        *((name, "委员") for name in ("吴用", "郑和", "司马相")),
    ]


def test_a_label_beside_a_grid_counts_all_its_rows() -> None:
    rows = [["<td rowspan=2>出席（4人）", "李　明", "王小二"], ["孙　权", "赵　云"], ["请假（1人）", "吴　用", ""]]
    page = read(PRESENT + table(rows))
    assert [row.status for row in page.attendance] == ["present"] * 4 + ["on_leave"]
    assert issues(page) == []


MINUTES = f"<h1>{MEETING}纪要</h1><p>2024年3月5日，{MEETING}在区机关举行。会议听取了报告。</p>"


@pytest.mark.parametrize(
    "rows",
    [
        [["出席", "李　明", "王小二"], ["", "孙　权", ""], ["请假", "吴　用", ""]],
        [["出席人员", "李明、王小二、孙权"], ["请假人员", "吴用"]],
        [["<td rowspan=2>出席", "李　明", "王小二"], ["孙　权", ""], ["请假", "吴　用", ""]],
    ],
)
def test_labels_in_the_first_cells_of_minutes(rows: Rows) -> None:
    page = read(MINUTES + table(rows))
    expected = [("李明", "present"), ("王小二", "present"), ("孙权", "present"), ("吴用", "on_leave")]
    assert [(row.person, row.status) for row in page.attendance] == expected


@pytest.mark.parametrize("heading", [PRESENT, MINUTES])
def test_a_roll_with_a_column_for_each_status_is_an_issue(heading: str) -> None:
    page = read(heading + table([["出席", "请假", "缺席"], ["李　明", "王小二", ""], ["孙　权", "", ""]]))
    assert page.attendance == []
    assert issues(page) == ["unread_list"]


def votes(page: Gazette) -> list[tuple[str | None, int | None, int | None, int | None]]:
    """Who got how many votes."""
    return [(row.person, row.votes_for, row.votes_against, row.abstentions) for row in page.votes]


def test_votes_with_empty_cells_sums_and_a_row_that_is_not_read() -> None:
    rows = [
        ["姓名", "赞成", "反对", "弃权"],
        ["李　明", "36", "", "2"],
        ["孙权<br>周瑜", "35", "0", "3"],
        ["王小二", "38", "0", "—"],
        ["合计", "74", "0", "2"],
    ]
    page = read(VOTED + table(rows))
    assert votes(page) == [("李明", 36, None, 2), ("王小二", 38, 0, None)]
    assert [issue.line for issue in page.issues if issue.kind == "unread_entry"] == [5]


def test_a_sum_is_nobody() -> None:
    page = read(VOTED + table([["姓名", "赞成", "反对"], ["李明", "36", "1"], ["合计", "36", "1"]]))
    assert votes(page) == [("李明", 36, 1, None)]


def test_votes_below_a_head_of_two_rows() -> None:
    rows = [["<td rowspan=2>姓名", "<td colspan=3>表决情况"], ["赞成", "反对", "弃权"], ["李　明", "36", "1", "1"]]
    assert votes(read(VOTED + table(rows))) == [("李明", 36, 1, 1)]


def test_tasks_of_a_plan() -> None:
    rows = [
        ["序号", "工作内容", "责任单位", "完成时限"],
        ["1", "开展道路交通执法检查", "社会建设委员会", "<td rowspan=2>6月"],
        ["2", "听取和审议财政决算报告", "财政经济委员会"],
    ]
    page = read(f"<h1>{DISTRICT}人大常委会2024年工作要点任务分解表</h1>" + table(rows))
    assert [(duty.agent.removeprefix(DISTRICT), duty.object) for duty in page.responsibilities] == [
        ("社会建设委员会", "开展道路交通执法检查"),
        ("财政经济委员会", "听取和审议财政决算报告"),
    ]


@pytest.mark.parametrize("label", ["标题", "相关链接", "新闻中心"])
def test_words_of_the_layout_are_no_part_of_the_place(label: str) -> None:
    text = "2024年3月5日青梧区第七届人大常委会第九次会议决定任命李明为区财政局局长，免去孙权的区水务局局长职务。"
    page = read(table([[label, f"{DISTRICT}人大常委会任免名单"], ["内容", text]]))
    assert acts(page) == ["appoint 李明 财政局局长", "remove 孙权 水务局局长"]


def test_an_article_in_a_table_of_layout() -> None:
    article = f"{BOTH}<p>任命：</p><p>李明为区财政局局长；</p><p>孙权为区水务局局长。</p>"
    page = read(table([["首页", "新闻"], ["<td><div>相关</div><div>链接</div>", article], ["版权所有", "电话"]]))
    assert acts(page) == ["appoint 李明 财政局局长", "appoint 孙权 水务局局长"]
