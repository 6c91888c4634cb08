"""Lists below a heading: labels, columns of names and tables, and what only looks like them."""

from __future__ import annotations

from io import BytesIO

import pytest

from kg.extract.personnel.columns import column_names
from kg.lexicon import load
from kg.model.gazette import Gazette
from kg.model.source import Passage
from kg.pipeline import read_gazette
from kg.read import read_stream
from kg.segment.lines import tighten

LISTS = """东溟省泽浦市第八届人民代表大会常务委员会任命名单

（2023年4月27日东溟省泽浦市第八届人民代表大会常务委员会第九次会议通过）

{body}
"""
CONGRESS = """泽浦市人民代表大会公告
第3号

{body}

泽浦市第八届人民代表大会第一次会议主席团
2022年1月14日
"""
NOTICE = """泽浦市人民政府2023年第二批人事任免一览表
泽政人〔2023〕8号
2023年4月27日

{body}
"""
Row = tuple[str, str | None, str | None, str]


def gazette(text: str) -> Gazette:
    return read_gazette(read_stream(BytesIO(text.encode()), "case"))


def rows(text: str) -> list[Row]:
    return [(row.event, row.person, row.body, row.title) for row in gazette(text).personnel]


def short(text: str) -> list[str]:
    return [f"{event} {person} {title}" for event, person, _, title in rows(text)]


def passage(text: str) -> Passage:
    return tighten(text, 0)


def test_the_organ_in_a_numbered_heading_is_the_body_of_the_labels_below_it() -> None:
    body = """泽浦市第八届人民代表大会第一次会议于2022年1月14日选举产生了市第八届人民代表大会常务委员会主任、副主任，\
市人民政府市长、副市长，市监察委员会主任，市人民检察院检察长。现公告如下：
一、市第八届人大常委会
主　任：　康　桥
副主任：　程一苇　佟小满（女，满族）　伍　举
委　员：（按姓名笔画为序）
　丁　一　王秀芝（女）　左　右
　吴为先　　　　诸葛青禾
二、市人民政府
市　长：　贺之章
副市长：　龚　自　　潘朵（女）
三、市监察委员会
主　任：　石在东
四、市人民检察院
检察长：　俞　楼（女）（须报省人民检察院检察长提请省人民代表大会常务委员会批准）"""
    found = rows(CONGRESS.format(body=body))
    committee, government = "泽浦市人民代表大会常务委员会", "泽浦市人民政府"
    assert found == [
        ("elect", "康桥", committee, "主任"),
        *[("elect", name, committee, "副主任") for name in ("程一苇", "佟小满", "伍举")],
        *[("elect", name, committee, "委员") for name in ("丁一", "王秀芝", "左右", "吴为先", "诸葛青禾")],
        ("elect", "贺之章", government, "市长"),
        ("elect", "龚自", government, "副市长"),
        ("elect", "潘朵", government, "副市长"),
        ("elect", "石在东", "泽浦市监察委员会", "主任"),
        ("elect", "俞楼", "泽浦市人民检察院", "检察长"),
    ]


@pytest.mark.parametrize(
    "opening",
    [
        "泽浦市第八届人民代表大会第一次会议于2022年1月14日选举产生了泽浦市人民政府市长、副市长，现予公告：",
        "泽浦市第八届人民代表大会第一次会议于2022年1月14日选举产生了泽浦市人民政府市长、副市长，现将名单公布如下：",
        "泽浦市第八届人民代表大会第一次会议于2022年1月14日选举产生了泽浦市人民政府市长、副市长。当选名单如下：",
        "2022年1月14日，泽浦市第八届人民代表大会第一次会议选出：\n一、泽浦市人民政府",
        "泽浦市第八届人民代表大会第一次会议于2022年1月14日选举产生：\n（一）泽浦市人民政府：",
    ],
)
def test_openings_of_an_announcement(opening: str) -> None:
    body = f"{opening}\n市　长：贺之章\n副市长：龚　自　　潘朵（女）"
    assert short(CONGRESS.format(body=body)) == ["elect 贺之章 市长", "elect 龚自 副市长", "elect 潘朵 副市长"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("甘露（女）　　司徒慧（女）白　雪", ["甘露", "司徒慧", "白雪"]),
        ("任　命　　刘陪立　　孙院平　　欧阳长川", ["任命", "刘陪立", "孙院平", "欧阳长川"]),
        ("刘陪立　　孙院平　　钱主任", ["刘陪立", "孙院平", "钱主任"]),
        ("1.李大可（女，回族）  2.王小可", ["李大可", "王小可"]),
        ("3.赵小可  4.孙 立", ["赵小可", "孙立"]),
        ("1、李大可 2、王小可（女）3、赵小可", ["李大可", "王小可", "赵小可"]),
        ("程 一 苇", ["程一苇"]),
        ("欧阳　春　　王　一", ["欧阳春", "王一"]),
        ("甘露 （女）　白雪", ["甘露", "白雪"]),
        ("刘陪立　任命　孙院平　欧阳长川", None),
        ("姓名　性别　职务", None),
        ("任命　免去", None),
        ("王小可，县教育局局长", None),
        ("县教育局　县民政局", None),
    ],
)
def test_columns_of_names(line: str, names: list[str] | None) -> None:
    found = column_names(passage(line), load())
    assert (None if found is None else [name.text for name in found]) == names


def test_every_row_of_names_is_read_and_the_printed_number_agrees() -> None:
    body = """决定任命下列8名同志为泽浦市人民法院人民陪审员：
　　卜建川　　于　珊（女）　马晓川　　王　一
　　甘露（女）　　司徒慧（女）白　雪
　　任　命"""
    found = gazette(LISTS.format(body=body))
    names = ["卜建川", "于珊", "马晓川", "王一", "甘露", "司徒慧", "白雪", "任命"]
    read = [row.person for row in found.personnel]
    assert read == names[: len(read)]
    assert len(read) == 8 or [issue.kind for issue in found.issues if issue.kind == "count_mismatch"]


TABLES = [
    (
        "序号\t姓名\t任命职务\t免去职务\n1\t常小川\t市教育局副局长\t市信访局副局长\n2\t司空远（女）\t市水利局局长\t\n"
        "3\t伏 川\t\t市体育局局长",
        ["appoint 常小川 副局长", "remove 常小川 副局长", "appoint 司空远 局长", "remove 伏川 局长"],
    ),
    (
        "姓名\t任职\t免职\n常小川\t市教育局副局长\t\n伏川\t\t市体育局局长",
        ["appoint 常小川 副局长", "remove 伏川 局长"],
    ),
    (
        "| 姓 名 | 任命职务 | 免去职务 |\n| 常小川 | 市教育局副局长 | — |\n| 伏川 | 无 | 市体育局局长 |",
        ["appoint 常小川 副局长", "remove 伏川 局长"],
    ),
    (
        "姓名\t职务\t任免\n常小川\t市教育局副局长\t任\n伏川\t市体育局局长\t免去",
        ["appoint 常小川 副局长", "remove 伏川 局长"],
    ),
    (
        "姓名\t任命职务\t免去职务\n常小川\t市教育局副局长\t\n\t市体育局局长\t\n续表\n姓名\t任命职务\t免去职务\n伏川\t\t市水利局局长",
        ["appoint 常小川 副局长", "appoint 常小川 局长", "remove 伏川 局长"],
    ),
    (
        "姓名\t任命职务\n常小川\t市人民政府驻远方办\n\t事处主任\n伏川\t市水利局局长",
        ["appoint 常小川 主任", "appoint 伏川 局长"],
    ),
    ("姓名\t任命职务\n常小川\t市教育局局长；市体育局局长", ["appoint 常小川 局长", "appoint 常小川 局长"]),
    ("姓名    任命职务\n任小川  任丘区教育局局长", ["appoint 任小川 局长"]),
]


@pytest.mark.parametrize(("body", "expected"), TABLES)
def test_tables_are_read_by_their_heads(body: str, expected: list[str]) -> None:
    assert short(NOTICE.format(body=body)) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("序号 姓 名 性别 职务\n1 常小川 男 市教育局局长\n2 伏　川 女 市水利局局长", ["常小川", "伏川"]),
        ("任命：\n姓名\t性别\t单位\t职务\n常小川\t男\t市教育局\t局长\n伏川\t女\t市水利局\t局长", ["常小川", "伏川"]),
        (
            "任命：\n职务\t姓名\t赞成\t反对\t弃权\t结果\n市教育局局长\t常小川\t30\t1\t0\t通过\n市水利局局长\t伏川\t9\t20\t2\t未通过",
            ["常小川"],
        ),
    ],
)
def test_tables_whose_verb_is_said_above(body: str, expected: list[str]) -> None:
    assert [row[1] for row in rows(LISTS.format(body=body)) if row[0] == "appoint"] == expected


@pytest.mark.parametrize(
    "body",
    [
        "姓名\t拟任职务\n常小川\t市教育局局长",
        "候选人姓名\t姓名\t职务\n1\t常小川\t市教育局局长",
        "姓名\t职务\t联系电话\n常小川\t市教育局局长\t5550101",
        "姓名\t职务\t任职时间\n常小川\t市教育局局长\t2019年",
        "届次\t姓名\t职务\n第七届\t常小川\t市教育局局长",
        "年份\t任命\t免去\n2022\t14\t9",
        "姓名\t职务\n常小川\t市教育局局长",
        "姓名\t职务\t得票数\n常小川\t市教育局局长\t120",
        "姓名\t职务\t分工\n常小川\t副市长\t教育",
        "单位\t任命人数\t免去人数\n市教育局\t3\t1",
        "姓名\t任职单位\n常小川\t市教育局",
    ],
)
def test_tables_that_appoint_nobody(body: str) -> None:
    assert rows(NOTICE.format(body=body)) == []


@pytest.mark.parametrize(
    "body",
    [
        "泽浦市第八届人民代表大会第一次会议选举产生了市人民政府市长、副市长。\n主持人：康　桥",
        "泽浦市第八届人民代表大会第一次会议将选举产生市人民政府市长、副市长。\n市　长：康　桥",
        "一、市人民政府\n市　长：贺之章",
        "本次会议应选市长1名、副市长2名。名单如下：\n市　长：康　桥",
    ],
)
def test_labels_that_no_announcement_opens(body: str) -> None:
    assert rows(CONGRESS.format(body=body)) == []


def test_an_unread_entry_of_an_open_list_is_never_passed_over_in_silence() -> None:
    body = "任命：\n王小可为泽浦市教育局局长；\n第三小学（原名不详）主任；\n赵小可为泽浦市水利局局长。"
    found = gazette(LISTS.format(body=body))
    assert [row.person for row in found.personnel] == ["王小可", "赵小可"]
    assert "unread_entry" in {issue.kind for issue in found.issues}


def test_unknown_columns_give_an_issue_and_no_row() -> None:
    body = "任命：\n姓名\t色度\t职务\n常小川\t三\t市教育局局长"
    found = gazette(LISTS.format(body=body))
    assert found.personnel == []
    assert "unread_table" in {issue.kind for issue in found.issues}


def test_a_number_of_people_that_was_not_read_is_told() -> None:
    body = "决定任命下列4名同志为泽浦市人民法院人民陪审员：\n卜建川　　于　珊（女）　马晓川"
    found = gazette(LISTS.format(body=body))
    assert [row.person for row in found.personnel] == ["卜建川", "于珊", "马晓川"]
    assert "count_mismatch" in {issue.kind for issue in found.issues}


@pytest.mark.parametrize("layout", [LISTS, LISTS.replace("\n\n", "\n")])
def test_a_list_by_organs_needs_no_verb_but_that_of_its_title(layout: str) -> None:
    body = "市人民法院\n副院长：张小川\n审判员：李大可　王　一\n市人民检察院\n检察员：赵小可\n东溟省泽浦市人民代表大会常务委员会\n2023年4月27日\n主任：孙小可"
    assert short(layout.format(body=body)) == [
        "appoint 张小川 副院长",
        "appoint 李大可 审判员",
        "appoint 王一 审判员",
        "appoint 赵小可 检察员",
    ]


@pytest.mark.parametrize("signature", ["市　长　李大可", "市长：李大可", "市长　　李大可\n2023年4月28日"])
def test_who_signs_a_list_is_not_on_it(signature: str) -> None:
    body = f"任命：\n王小可为泽浦市教育局局长。\n{signature}"
    assert short(LISTS.format(body=body)) == ["appoint 王小可 局长"]


def test_a_name_and_a_post_on_two_lines_are_told_and_not_guessed() -> None:
    body = "任命：\n张小川\n市教育局局长\n李大可\n市水利局局长"
    found = gazette(LISTS.format(body=body))
    assert found.personnel == []
    assert len([issue for issue in found.issues if issue.kind == "unread_entry"]) == 4


@pytest.mark.parametrize(
    "text",
    [
        CONGRESS.format(
            body="2022年1月14日，泽浦市第八届人民代表大会第一次会议选举产生了市人民政府市长。现将候选人名单公布如下：\n市长：康桥"
        ),
        "泽浦市人民政府领导班子\n姓名\t职务\t任职\t免职\n康桥\t市长\t\t\n",
        "泽浦市人民政府领导班子\n姓名\t任职\t免职\n康桥\t市长\t\n",
        LISTS.format(body="附件：市人民法院简介\n市人民法院\n院长：赵小可").replace("任命名单", "文件"),
    ],
)
def test_papers_that_only_show_who_is_in_office_or_stands(text: str) -> None:
    assert rows(text) == []


def test_what_is_annexed_to_a_list_is_not_on_it() -> None:
    body = """任命：
张小川  市教育局局长
附：机关通讯录
姓名  职务  电话
孙小可  市档案局局长  5550101
市人民法院
院长：赵小可"""
    assert short(LISTS.format(body=body)) == ["appoint 张小川 局长"]


@pytest.mark.parametrize("name", ["汪 洪 波", "汪  洪  波", "汪　洪　波"])
def test_a_name_of_three_spaced_characters_in_front_of_a_post_keeps_its_last(name: str) -> None:
    body = f"决定任命：\n    {name}　　市商务局局长\n    程观海　　市司法局局长"
    rows = read_gazette(read_stream(BytesIO(LISTS.format(body=body).encode()), "case")).personnel
    assert [(row.person, row.body) for row in rows] == [
        ("汪洪波", "东溟省泽浦市商务局"),
        ("程观海", "东溟省泽浦市司法局"),
    ]
