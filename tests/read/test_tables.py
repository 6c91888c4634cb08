"""Tables of web pages: rows of data stand on lines with tabs between their cells, layout stays a line a block."""

from __future__ import annotations

import pytest

from kg.read.html import html_to_text


def lines(table: str) -> list[str]:
    """The lines of a page that holds a table."""
    return html_to_text(f"<html><body><table>{table}</table></body></html>").splitlines()


HEAD = "<tr><th>姓名</th><th>任命职务</th></tr>"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("<tr><td>钱一</td><td>区财政局局长</td></tr>", ["钱一\t区财政局局长"]),
        # A word set wide fills its cell; two words in a cell stay two.
        ("<tr><td>李　明</td><td>局&nbsp;长</td></tr>", ["李明\t局长"]),
        ("<tr><td>欧阳　春</td><td>区 财政局</td></tr>", ["欧阳　春\t区 财政局"]),
        # Word processors put each cell into a paragraph.
        ("<tr><td><p><span>钱一</span></p></td>\n<td><p>局长</p></td></tr>", ["钱一\t局长"]),
        ("<tr><td>钱一</td><td></td></tr><tr><td></td><td>局长</td></tr>", ["钱一\t", "\t局长"]),
        # What a break ends is an entry; a bracket or a sign goes on.
        ("<tr><td>钱一<br>（女）</td><td>甲局局长<br>乙局局长</td></tr>", ["钱一（女）\t甲局局长；乙局局长"]),
        ("<tr><td>钱一</td><td>甲局局长，<br/>乙局局长</td></tr>", ["钱一\t甲局局长，乙局局长"]),
        ("<tr><td>钱一</td><td><p>甲局局长</p><p>乙局局长</p></td></tr>", ["钱一\t甲局局长；乙局局长"]),
        # A cell over several rows holds for each of them.
        (
            "<tr><td rowspan=2>钱一</td><td>甲局局长</td></tr><tr><td>乙局局长</td></tr>",
            ["钱一\t甲局局长", "钱一\t乙局局长"],
        ),
        ("<tr><td>钱一</td><td rowspan=2>审判员</td></tr><tr><td>孙二</td></tr>", ["钱一\t审判员", "孙二\t审判员"]),
        # A sum is said of the rows together.
        ("<tr><td>甲桥</td><td rowspan=2>500万元</td></tr><tr><td>乙桥</td></tr>", ["甲桥\t500万元", "乙桥\t"]),
        (
            "<tr><td>甲桥</td><td rowspan=2>2031年6月</td></tr><tr><td>乙桥</td></tr>",
            ["甲桥\t2031年6月", "乙桥\t2031年6月"],
        ),
        ("<tr><td colspan=2>一、甲局</td></tr>", ["一、甲局"]),
        ("<tr><td colspan=x rowspan=-3>钱一</td><td colspan='99999'>局长</td></tr>", ["钱一\t局长"]),
        ("<tr><td>钱一<td>局长<tr><td>孙二<td>院长", ["钱一\t局长", "孙二\t院长"]),
    ],
)
def test_rows_of_data(rows: str, expected: list[str]) -> None:
    more = "<tr><td>赵九</td><td>区长</td></tr>"
    assert lines(HEAD + more + rows) == ["姓名\t任命职务", "赵九\t区长", *expected]


def test_words_of_a_head_are_broken_to_fit() -> None:
    rows = "<tr><td>姓　名</td><td>赞成<br>票数</td></tr><tr><td>钱一</td><td>30</td></tr>"
    assert lines(rows) == ["姓名\t赞成 票数", "钱一\t30"]


def test_a_head_of_two_rows_gives_the_second_all_names() -> None:
    rows = (
        "<tr><td rowspan=2>姓名</td><td colspan=2>表决</td></tr><tr><td>赞成</td><td>反对</td></tr>"
        "<tr><td>钱一</td><td>30</td><td>1</td></tr>"
    )
    assert lines(rows) == ["姓名\t表决\t", "姓名\t赞成\t反对", "钱一\t30\t1"]


ARTICLE = "<h1>任免名单</h1><p>任命：</p><p>钱一为甲局局长；</p><p>孙二为乙局局长。</p>"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # One row, or one cell a row, is no table of data.
        ("<tr><td>发布日期：</td><td>来源：</td></tr>", ["发布日期：", "来源："]),
        ("<tr><td>甲</td></tr><tr><td>乙</td></tr>", ["甲", "乙"]),
        ("<tr><td></td><td>任命：<br>钱一为甲局局长。</td><td></td></tr>", ["任命：", "钱一为甲局局长。"]),
        (
            f"<tr><td>首页</td><td>新闻</td></tr><tr><td>链接</td><td>{ARTICLE}</td></tr><tr><td>版权</td><td>电话</td></tr>",
            ["首页\t新闻", "链接", "任免名单", "任命：", "钱一为甲局局长；", "孙二为乙局局长。", "版权\t电话"],
        ),
        (
            f"<tr><td>左</td><td><table>{HEAD}<tr><td>钱一</td><td>局长</td></tr></table></td></tr><tr><td>下</td></tr>",
            ["左", "姓名\t任命职务", "钱一\t局长", "下"],
        ),
    ],
)
def test_layout_stays_a_line_a_block(rows: str, expected: list[str]) -> None:
    assert lines(rows) == expected


@pytest.mark.parametrize("deep", [3, 51, 4000])
def test_tables_that_are_never_closed_lose_no_word(deep: int) -> None:
    page = "<html>" + "<table><tr><td>" * deep + "钱一</td></tr></table><p>尾</p>"
    assert sorted(html_to_text(page).split()) == ["尾", "钱一"]
