"""Money of budgets, accounts and debt, in the wordings of several levels and decades, and money that is none."""

from __future__ import annotations

from io import BytesIO

import pytest

from kg.extract.reports.fiscal.money import amounts
from kg.model.gazette import Gazette
from kg.model.reports import FiscalFigure
from kg.pipeline import read_gazette
from kg.read import read_stream

ACCOUNTS = """关于泽浦市2019年财政决算和2020年上半年预算执行情况的报告
——2020年8月26日在泽浦市第八届人民代表大会常务委员会第三十次会议上
市财政局局长 何 青

主任、各位副主任、秘书长、各位委员：
{body}
"""
ADJUSTMENT = """关于2023年青岭区本级预算调整方案（草案）的报告
（2023年10月12日在青岭区第三届人民代表大会常务委员会第十五次会议上）
各位委员：
{body}
"""
WORK = """云台镇2022年政府工作报告
——2022年1月12日在云台镇第十九届人民代表大会第二次会议上
镇长 周立
各位代表：
一、2021年工作回顾
{body}
"""
Row = tuple[str, str, str]


def gazette(text: str) -> Gazette:
    return read_gazette(read_stream(BytesIO(text.encode()), "case"))


def fiscal(text: str) -> list[FiscalFigure]:
    return gazette(text).fiscal


def rows(text: str) -> list[Row]:
    return [(row.item, row.amount, row.unit) for row in fiscal(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("完成１２５．６８亿元".translate({0xFF0E: 0x2E}), []),
        ("完成125.68亿元", [("125.68", "亿元")]),
        ("总额6,438,586.22万元", [("6,438,586.22", "万元")]),
        ("收入12·5万元", [("12.5", "万元")]),
        ("结余3500余万元", [("3500", "万元")]),
        ("收入1亿2345万元", [("12345", "万元")]),
        ("收入四千五百二十万元", [("4520", "万元")]),
        ("支出一亿二千三百万元", [("12300", "万元")]),
        ("支出一百二十万五千元", [("1205000", "元")]),
        ("达到三点五亿元", [("3.5", "亿元")]),
        ("全年完成12.3亿，增长5%", [("12.3", "亿元"[:1])]),
        ("捐款18000元", [("18000", "元")]),
    ],
)
def test_amounts_as_printed(text: str, expected: list[tuple[str, str]]) -> None:
    found = [(one.figure, one.unit) for one in amounts(text)]
    assert found == expected or not expected


@pytest.mark.parametrize(
    "text", ["发电3.5亿千瓦时", "出口2亿美元", "惠及1.2万户", "2020年元旦", "第12元素", "种植3万亩"]
)
def test_what_is_no_money(text: str) -> None:
    assert not list(amounts(text))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "2019年，全市一般公共预算收入完成 125．68 亿元，为预算的101.2%，比上年增加8.3亿元，增长7.1%。",
            [("全市一般公共预算收入", "125.68", "亿元")],
        ),
        (
            "2019年全市政府性基金收入、支出分别完成88.1亿元和95.2亿元。",
            [("全市政府性基金预算收入", "88.1", "亿元"), ("全市政府性基金预算支出", "95.2", "亿元")],
        ),
        (
            "全市和市本级一般公共预算收入分别完成125.3亿元和45.6亿元，增长5%和6%。",
            [("全市一般公共预算收入", "125.3", "亿元"), ("市本级一般公共预算收入", "45.6", "亿元")],
        ),
        (
            "2019年，市本级国有资本经营预算收入决算数为5,721万元。加上上级补助收入498万元，上年结余收入3718万元，年终结余12万元，"
            "债务还本支出100万元，总计9937万元。",
            [("市本级国有资本经营预算收入", "5,721", "万元"), ("市本级国有资本经营预算收入总计", "9937", "万元")],
        ),
        (
            "2019年全市财政总收入251亿元，占年度预算的101%；市级完成80亿元；税收收入90亿元；市级完成7亿元。",
            [("全市财政总收入", "251", "亿元"), ("市级财政总收入", "80", "亿元")],
        ),
        (
            "全市一般公共预算收入突破百亿元大关，达到103.5亿元，完成预算100亿元的103.5%。",
            [("全市一般公共预算收入", "103.5", "亿元")],
        ),
        (
            "1．市本级一般公共预算。收入45.6亿元，完成预算的102.3%；支出98.5亿元。收支相抵，年终结余0.3亿元。",
            [
                ("市本级一般公共预算收入", "45.6", "亿元"),
                ("市本级一般公共预算支出", "98.5", "亿元"),
                ("一般公共预算年终结余", "0.3", "亿元"),
            ],
        ),
        (
            "2019年一般公共预算收入总计和支出总计均为113.2亿元。",
            [("一般公共预算收入总计", "113.2", "亿元"), ("一般公共预算支出总计", "113.2", "亿元")],
        ),
    ],
)
def test_totals_of_accounts(body: str, expected: list[Row]) -> None:
    assert rows(ACCOUNTS.format(body=body)) == expected


def test_headings_give_year_kind_and_account() -> None:
    body = """一、2019年财政决算情况
（一）政府性基金预算
收入120亿元，支出118亿元。
二、2020年上半年预算执行情况
上半年，全市一般公共预算收入完成61.2亿元。"""
    found = [(row.item, row.year, row.kind) for row in fiscal(ACCOUNTS.format(body=body))]
    assert found == [
        ("政府性基金预算收入", 2019, "final_accounts"),
        ("政府性基金预算支出", 2019, "final_accounts"),
        ("全市一般公共预算收入", 2020, "execution"),
    ]


def test_a_county_of_the_eighties() -> None:
    text = """关于清河县一九八五年财政决算和一九八六年财政预算（草案）的报告
——一九八六年三月二十日在清河县第九届人民代表大会第三次会议上
县财政局局长 李文山
各位代表：
一、一九八五年财政决算
一九八五年我县财政收入完成二千三百四十五万元，为预算的百分之一百零五，比上年增加二百万元。财政支出完成1982.5万元，占预算的98%。收支相抵，当年结余362.5万元。收入总计4520.5万元，支出合计4310万元。工商税收1200万元。
二、一九八六年财政预算（草案）
一九八六年财政收入安排2480万元，比上年增长5.8%。
"""
    found = [(row.item, row.year, row.amount, row.kind) for row in fiscal(text)]
    assert found == [
        ("财政收入", 1985, "2345", "final_accounts"),
        ("财政支出", 1985, "1982.5", "final_accounts"),
        ("财政当年结余", 1985, "362.5", "final_accounts"),
        ("财政收入总计", 1985, "4520.5", "final_accounts"),
        ("财政支出合计", 1985, "4310", "final_accounts"),
        ("财政收入", 1986, "2480", "budget"),
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "一般公共预算收入由年初的35.6亿元调减为33.2亿元，减少2.4亿元。",
            [("一般公共预算收入", "35.6", "33.2")],
        ),
        (
            "政府性基金收入和支出分别由20亿元、25亿元调整为18亿元、24.5亿元。",
            [("政府性基金预算收入", "20", "18"), ("政府性基金预算支出", "25", "24.5")],
        ),
        (
            "经上述调整后，区三届人大三次会议批准的2023年区一般公共预算收入总计和支出总计均由266.67亿元调整为282.36亿元，增加15.69亿元。",
            [("一般公共预算收入总计", "266.67", "282.36"), ("一般公共预算支出总计", "266.67", "282.36")],
        ),
        ("政府性基金的“债务转贷收入”预算数由0亿元调整为3亿元，调增3亿元。", [("政府性基金预算债务转贷收入", "0", "3")]),
        (
            "（二）政府性基金预算\n“债务转贷收入”预算数由 0 亿\n元调整为3亿元，调增土地收入2.5亿元。",
            [("政府性基金预算债务转贷收入", "0", "3"), ("调增土地收入", None, "2.5")],
        ),
        (
            "国有资本经营预算收入年初预算3000万元，调整为4200万元。",
            [("国有资本经营预算收入", None, "3000"), ("国有资本经营预算收入", "3000", "4200")],
        ),
        (
            "其中：调增甲一、甲二（东段）、甲三街坊储备项目（债券资金）1.2亿元，调减公务接待费300万元；公共服务支出调减500万元。",
            [
                ("调增甲一、甲二（东段）、甲三街坊储备项目（债券资金）", None, "1.2"),
                ("调减公务接待费", None, "300"),
                ("调减公共服务支出", None, "500"),
            ],
        ),
        ("一般公共预算支出由266.67调整为282.36亿元。", [("一般公共预算支出", "266.67", "282.36")]),
    ],
)
def test_adjustments(body: str, expected: list[tuple[str, str | None, str]]) -> None:
    found = [(row.item, row.from_amount, row.amount) for row in fiscal(ADJUSTMENT.format(body=body))]
    assert found == expected
    assert {row.year for row in fiscal(ADJUSTMENT.format(body=body))} == {2023}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "经省政府批准，2019年我市政府债务限额为286亿元（一般债务限额150亿元、专项债务限额136亿元）。",
            [
                ("政府债务限额", "286", "debt_limit"),
                ("一般债务限额", "150", "debt_limit"),
                ("专项债务限额", "136", "debt_limit"),
            ],
        ),
        (
            "截至2019年底，全市政府债务余额271.5亿元，其中：一般债务140.2亿元、专项债务131.3亿元。",
            [
                ("全市政府债务余额", "271.5", "debt_balance"),
                ("一般债务余额", "140.2", "debt_balance"),
                ("专项债务余额", "131.3", "debt_balance"),
            ],
        ),
        (
            "2019年我市新增64.1亿元债券，其中：1.5亿元为一般债券用于县道改造，62.6亿元为专项债券。",
            [
                ("新增债券", "64.1", "bond"),
                ("新增一般债券", "1.5", "bond"),
                ("新增专项债券", "62.6", "bond"),
            ],
        ),
        (
            "省财政厅下达我市再融资债券额度为3亿元，其中：一般债券3亿元、专项债券0亿元。",
            [
                ("再融资债券额度", "3", "bond"),
                ("再融资一般债券", "3", "bond"),
                ("再融资专项债券", "0", "bond"),
            ],
        ),
        (
            "新增专项债券15亿元，分别用于：临港路快速通道项目8亿元，第二医院迁建工程7亿元。",
            [
                ("新增专项债券", "15", "bond"),
                ("临港路快速通道项目", "8", "bond"),
                ("第二医院迁建工程", "7", "bond"),
            ],
        ),
        (
            "偿还政府债务本金15亿元，支付债务利息9.3亿元。",
            [("偿还政府债务本金", "15", "debt_service"), ("支付债务利息", "9.3", "debt_service")],
        ),
    ],
)
def test_debt_and_bonds(body: str, expected: list[Row]) -> None:
    found = [(row.item, row.amount, row.kind) for row in fiscal(ACCOUNTS.format(body=body))]
    assert found == expected


def test_tables_of_bonds_and_adjustments() -> None:
    body = """2023年新增专项债券项目安排表
单位：万元
序号\t项目名称\t主管部门\t金额
1\t东江大道改造工程\t区交通局\t12,000
2\t第三中学新建项目\t区教育局\t8000
\t合计\t\t20000
一般公共预算收支调整表
单位：亿元
科目\t年初预算数\t调整数\t调整后预算数
税收收入\t20\t1\t21
收入总计\t82\t3\t85"""
    found = [(row.item, row.from_amount, row.amount, row.unit) for row in fiscal(ADJUSTMENT.format(body=body))]
    assert found == [
        ("东江大道改造工程", None, "12,000", "万元"),
        ("第三中学新建项目", None, "8000", "万元"),
        ("债券合计", None, "20000", "万元"),
        ("一般公共预算收入总计", "82", "85", "亿元"),
    ]


def test_a_work_report_names_its_account() -> None:
    body = "全年实现财政总收入3.2亿元，增长8%，其中一般公共预算收入1.9亿元。争取专项债券资金1.2亿元。\n二、2022年主要目标\n财政总收入达到3.5亿元。"
    found = [(row.item, row.year, row.amount, row.kind) for row in fiscal(WORK.format(body=body))]
    assert found == [
        ("财政总收入", 2021, "3.2", "actual"),
        ("一般公共预算收入", 2021, "1.9", "actual"),
        ("专项债券资金", 2021, "1.2", "bond"),
        ("财政总收入", 2022, "3.5", "budget"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "农村经济总收入88亿元，旅游总收入12亿元，居民人均可支配收入4.2万元。",
        "带动财政收入增长3000万元，减税降费为企业增加收入2亿元。",
        "某纺织公司债务余额2亿元，村级债务余额300万元，发行公司债券3亿元。",
        "投入财政资金1.2亿元，占财政支出5亿元的两成。",
        "压减一般公共预算支出1.1亿元，节约财政资金2000万元。",
        "滨河路工程总投资由3亿元调整为4亿元，调增绿化费用500万元。",
        "专项债券基金公司注册资本3亿元，利用地方政府债券50亿元的规模效应扩大投资。",
        "教育支出5亿元，公用经费支出3000万元，政府采购规模12亿元。",
    ],
)
def test_money_that_is_no_account(body: str) -> None:
    assert rows(WORK.format(body=body)) == []


def test_evidence_is_the_clause() -> None:
    body = "2019年全市政府债务\n余额271.5\n亿元，其中：一般债务140.2亿元。"
    first = fiscal(ACCOUNTS.format(body=body))[0]
    assert first.evidence.text == "2019年全市政府债务余额271.5亿元"
    assert first.evidence.lines == (6, 7, 8)


def test_a_plan_that_was_adjusted_is_no_adjustment() -> None:
    body = "2019年，全市一般公共预算总收入410338万元，完成调整后预算的97.3%，其中地方一般公共预算收入271630万元；加上级补助收入120846万元，收入合计514601万元。"
    found = [(row.item, row.kind) for row in fiscal(ACCOUNTS.format(body=body))]
    assert found == [
        ("全市一般公共预算总收入", "final_accounts"),
        ("地方一般公共预算收入", "final_accounts"),
        ("地方一般公共预算收入合计", "final_accounts"),
    ]


def test_parts_that_stand_without_a_word_of_adding() -> None:
    body = "政府性基金支出83173万元，调出资金18300万元，债务还本支出315万元，支出合计101788万元。"
    assert [row[0] for row in rows(ACCOUNTS.format(body=body))] == ["政府性基金预算支出", "政府性基金预算支出合计"]


def test_the_parts_of_a_new_limit_are_new() -> None:
    body = "下达我省新增地方政府债务限额861亿元（一般债务限额203亿元，专项债务限额658亿元）。"
    assert [row[0] for row in rows(ADJUSTMENT.format(body=body))] == [
        "新增地方政府债务限额",
        "新增一般债务限额",
        "新增专项债务限额",
    ]


@pytest.mark.parametrize(
    ("body", "year"),
    [
        ("根据《关于下达2021年额度的通知》，新增债务限额为48亿元。", 2023),
        ("对2021年安排的项目作适当调整。新增债务限额为48亿元。", 2023),
        ("截至2022年末，全区政府债务余额48亿元。", 2022),
        ("2022年末债务如下。全区政府债务余额48亿元。", 2022),
        ("全区政府债务余额48亿元，比2021年增加2亿元。", 2023),
        ("五年来，全区财政收入累计完成48亿元。", None),
        ("1至6月，全区累计完成财政收入48亿元。", 2023),
        ("去年全区财政收入完成48亿元。", None),
    ],
)
def test_the_year_of_an_amount(body: str, year: int | None) -> None:
    assert [row.year for row in fiscal(ADJUSTMENT.format(body=body))] == [year]


@pytest.mark.parametrize(
    "word", ["为预算", "共计", "一般公共预算", "2019年批准的", "东市", "数额", "债务", "二千", "讲座15场、"]
)
def test_words_without_end_are_read_in_time(word: str) -> None:
    assert not fiscal(ADJUSTMENT.format(body=word * 500 + "增加3亿元。"))
