"""Acts in hard wordings: verbs in titles and behind colons, names without 的, 其, resignations, and what is no act."""

from __future__ import annotations

from io import BytesIO

import pytest

from kg.model.gazette import Gazette
from kg.pipeline import read_gazette
from kg.read import read_stream

NOTE = "（2022年1月14日甘棠市第五届人民代表大会常务委员会第七次会议通过）\n\n"
BOTH = "甘棠市人民代表大会常务委员会任免名单\n" + NOTE
APPOINTED = "甘棠市人民代表大会常务委员会\n任 命 名 单\n" + NOTE
REMOVED = "甘棠市人民代表大会常务委员会\n免 职 名 单\n" + NOTE
RESIGNED = "甘棠市人民代表大会常务委员会关于接受岑有年同志辞去甘棠市人民政府市长职务的决定\n" + NOTE
ANNOUNCED = "甘棠市人民代表大会公告\n（第3号）\n2022年1月14日，甘棠市第五届人民代表大会第一次会议选举，"
FILED = "甘棠市中级人民法院关于职务自行免除的备案报告\n\n甘棠市人大常委会：\n"
EDUCATION, WATER = "甘棠市教育局", "甘棠市水务局"


def gazette(text: str) -> Gazette:
    return read_gazette(read_stream(BytesIO((text + "\n").encode()), "case"))


def rows(text: str) -> list[tuple[str, str | None, str | None, str]]:
    return [(row.event, row.person, row.body, row.title) for row in gazette(text).personnel]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            APPOINTED + "韩晴雪（女）为甘棠市教育局局长。\n岑峤为甘棠市水务局局长，免去其甘棠市教育局副局长职务。\n"
            "宁采石为甘棠市教育局副局长。",
            [
                ("appoint", "韩晴雪", EDUCATION, "局长"),
                ("appoint", "岑峤", WATER, "局长"),
                ("remove", "岑峤", EDUCATION, "副局长"),
                ("appoint", "宁采石", EDUCATION, "副局长"),
            ],
        ),
        (
            REMOVED + "流水的甘棠市教育局局长职务；\n宁采石、岑峤的甘棠市水务局副局长职务。",
            [
                ("remove", "流水", EDUCATION, "局长"),
                ("remove", "宁采石", WATER, "副局长"),
                ("remove", "岑峤", WATER, "副局长"),
            ],
        ),
        (
            BOTH
            + "决定任命：王重为甘棠市教育局局长。\n免去：郝通的甘棠市教育局局长职务；岑峤的甘棠市水务局局长职务（退休）。",
            [
                ("appoint", "王重", EDUCATION, "局长"),
                ("remove", "郝通", EDUCATION, "局长"),
                ("remove", "岑峤", WATER, "局长"),
            ],
        ),
        (
            BOTH + "免去王重、李峤甘棠市教育局副局长职务。",
            [("remove", "王重", EDUCATION, "副局长"), ("remove", "李峤", EDUCATION, "副局长")],
        ),
        (
            BOTH + "免去郝大通、岑处安市教育局副局长职务。",
            [("remove", "郝大通", EDUCATION, "副局长"), ("remove", "岑处安", EDUCATION, "副局长")],
        ),
        (BOTH + "免去于长海兼任的甘棠市教育局局长职务。", [("remove", "于长海", EDUCATION, "局长")]),
        (BOTH + "免去米友任的甘棠市教育局局长职务。", [("remove", "米友任", EDUCATION, "局长")]),
        (BOTH + "任命王重任甘棠市教育局局长。", [("appoint", "王重", EDUCATION, "局长")]),
        (BOTH + "任命王重同志甘棠市教育局局长职务。", [("appoint", "王重", EDUCATION, "局长")]),
        (
            RESIGNED + "会议决定：接受岑有年同志因工作需要，辞去甘棠市人民政府市长职务的请求。",
            [("accept_resignation", "岑有年", "甘棠市人民政府", "市长")],
        ),
        (
            RESIGNED + "会议决定，接受岑有年同志的辞职请求，由副市长张冷代理市长职务。",
            [
                ("accept_resignation", "岑有年", "甘棠市人民政府", "市长"),
                ("appoint", "张冷", "甘棠市人民政府", "市长"),
            ],
        ),
        (
            ANNOUNCED + "韩高、游侠获得的赞成票超过半数，当选为甘棠市人民政府副市长。",
            [("elect", "韩高", "甘棠市人民政府", "副市长"), ("elect", "游侠", "甘棠市人民政府", "副市长")],
        ),
        (
            FILED
            + "孟德同志已达到法定退休年龄，其甘棠市中级人民法院审判员职务自行免除；葛朗因病去世，其审判员职务自行免除。",
            [
                ("lapse", "孟德", "甘棠市中级人民法院", "审判员"),
                ("lapse", "葛朗", "甘棠市中级人民法院", "审判员"),
            ],
        ),
        (
            BOTH
            + "市中级人民法院院长鄢然提请，\n免去郁达的甘棠市教育局局长职务，另有任用；\n任命其为甘棠市水务局局长。",
            [("remove", "郁达", EDUCATION, "局长"), ("appoint", "郁达", WATER, "局长")],
        ),
    ],
)
def test_who_is_put_where(text: str, expected: list[tuple[str, str | None, str | None, str]]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        BOTH + "韩晴雪为甘棠市教育局局长。",
        REMOVED + "一旦表决通过，免去王重的甘棠市教育局局长职务。",
        BOTH + "会议如果表决通过，将任命李峤为甘棠市教育局局长，同时免去王重的甘棠市水务局局长职务。",
        BOTH + "建议任命：王重为甘棠市教育局局长。",
        BOTH + "不同意免去王重的甘棠市教育局局长职务。",
        BOTH + "免去欧阳春江县教育局局长职务。",
        BOTH + "免去索朗顿珠县教育局局长职务。",
        RESIGNED + "会议决定，接受王重同志的辞职请求。",
        ANNOUNCED + "×××同志得赞成票　票，反对票　票，弃权票　票，当选为甘棠市人大常委会副主任。",
        ANNOUNCED + "韩高获得赞成票12张，未超过半数，未当选为甘棠市人民政府副市长。",
        "第三编　政权建设\n第二节　市人大常委会\n\n1993年3月，市第十二届人民代表大会第一次会议选举瞿昌为市人大常委会主任。",
    ],
)
def test_what_puts_nobody_anywhere(text: str) -> None:
    assert rows(text) == []


def test_his_is_never_the_person_of_a_line_before_one_not_understood() -> None:
    text = BOTH + "免去王重的甘棠市教育局局长职务；\n李峤另有任用；\n任命其为甘棠市水务局局长。"
    assert rows(text) == [("remove", "王重", EDUCATION, "局长")]


def test_the_day_of_a_session_named_in_the_sentence_is_that_of_its_act() -> None:
    own = "甘棠市第五届人民代表大会常务委员会第八次会议于2024年1月8日通过：\n任命王重为甘棠市教育局局长。"
    (row,) = gazette(BOTH + own).personnel
    assert row.date == "2024-01-08" and row.meeting is not None and row.meeting.session == 8
    rule = "根据第六次会议于2021年12月8日通过的办法，任命王重为甘棠市教育局局长。"
    assert gazette(BOTH + rule).personnel[0].date == "2022-01-14"


def test_a_list_of_both_kinds_without_a_verb_is_noted() -> None:
    assert [issue.kind for issue in gazette(BOTH + "韩晴雪为甘棠市教育局局长。").issues] == ["unread_trigger"]
