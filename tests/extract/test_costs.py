"""What a project costs, told without a verb of building or in the clause behind; what a bond goes to; approved budgets."""

from __future__ import annotations

import pytest

from tests.extract.test_fiscal import ADJUSTMENT, fiscal
from tests.extract.test_projects import projects


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("城南小学迁建工程总投资由1.2亿元调整为1.5亿元，调增0.3亿元。", [("城南小学迁建工程", "1.5", "亿元")]),
        ("城南小学迁建工程概算总投资从9,800万元核减到9,100万元。", [("城南小学迁建工程", "9,100", "万元")]),
        ("白沙河大桥项目总投资约3.2亿元，由县交通局负责。", [("白沙河大桥项目", "3.2", "亿元")]),
        ("新建城东垃圾转运站，投资860万元，2012年9月投入运行。", [("城东垃圾转运站", "860", "万元")]),
        ("全县固定资产总投资由80亿元增加到96亿元。", []),
        ("社会总投资达3.2亿元。", []),
        ("各类项目总投资3.2亿元。", []),
    ],
)
def test_what_a_project_costs(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(row.name, row.amount, row.unit) for row in projects(text)] == expected


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("新建城东垃圾转运站，投资860万元，2012年9月投入运行。", "completed"),
        ("新建城东垃圾转运站，投资860万元，去年底已开工。", None),
        ("新建城东垃圾转运站，11月正式开工。", "started"),
        ("新建城东垃圾转运站，计划2014年底竣工。", "planned"),
        ("新建城东垃圾转运站，全县新增公路86公里，2012年底通车。", None),
    ],
)
def test_what_became_of_it(text: str, status: str | None) -> None:
    assert [row.status for row in projects(text) if row.name == "城东垃圾转运站"] == [status]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("县教育局实施城南小学迁建工程。", "青岭县教育局"),
        ("县教育局参与城南小学迁建工程。", None),
        ("县教育局依托城南小学迁建工程开展培训。", None),
        ("县教育局配合推进城南小学迁建工程。", None),
        ("在白沙街道打造白沙河滨水公园。", None),
        ("白沙街道打造白沙河滨水公园。", "青岭县白沙街道"),
    ],
)
def test_who_answers_for_a_project(text: str, body: str | None) -> None:
    assert [row.body for row in projects(text)] == [body]


@pytest.mark.parametrize("name", ["湿垃圾处置站二期", "城北污水处理厂", "白沙变电站", "青岭大道三期"])
def test_what_a_bond_goes_to(name: str) -> None:
    body = f"二、调整的内容。新增专项债券3亿元，其中城南小学迁建工程2亿元，{name}1亿元。"
    found = [(row.item, row.amount, row.kind) for row in fiscal(ADJUSTMENT.format(body=body))]
    assert found == [("新增专项债券", "3", "bond"), ("城南小学迁建工程", "2", "bond"), (name, "1", "bond")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("区三届人大三次会议批准的2023年一般公共预算支出为116.20亿元。", "budget"),
        ("经区人大审议通过的2023年政府性基金支出为16.20亿元。", "budget"),
        ("区人大常委会批准的2022年一般公共预算支出决算数为106.20亿元。", "final_accounts"),
        ("2022年一般公共预算支出106.20亿元。", "actual"),
    ],
)
def test_an_approved_figure_is_one_of_a_budget(text: str, kind: str) -> None:
    assert [row.kind for row in fiscal(ADJUSTMENT.format(body=text))] == [kind]
