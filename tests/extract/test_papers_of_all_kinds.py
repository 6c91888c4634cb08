"""Papers of other levels and decades: rolls below decisions, lists of spaced verbs, filings that point back."""

from __future__ import annotations

import pytest

from tests.extract.test_acts import BOTH, FILED, NOTE, gazette, rows

TOWN = (
    "金沟乡第十四届人民代表大会第四次会议\n关于接受常乐辞去乡人大主席职务请求的决定\n"
    "（2024年1月18日金沟乡第十四届人民代表大会第四次会议通过）\n\n"
    "金沟乡第十四届人民代表大会第四次会议决定：接受常乐辞去金沟乡第十四届人民代表大会主席职务的请求。\n\n"
)
VOTES = (
    "选举结果\n姓名　职务　赞成　反对　弃权　结果\n时光　乡人大主席　48　1　0　当选\n文火　副乡长　4　40　5　未当选\n"
)


@pytest.mark.parametrize("title", ["大会出席情况", "会议请假人员", "出席人员"])
def test_a_roll_under_a_heading_of_its_own_is_of_the_meeting_above(title: str) -> None:
    found = gazette(TOWN + title + "\n\n请假代表（2名）：游龙 高兴\n列席人员：\n乡派出所所长 雷霆\n\n" + VOTES)
    rolled = [(row.person, row.status, row.meeting.session) for row in found.attendance]
    assert rolled == [("游龙", "on_leave", 4), ("高兴", "on_leave", 4), ("雷霆", "observer", 4)]


def test_a_roll_inside_a_decision_is_an_issue() -> None:
    found = gazette(TOWN + "列席人员：乡派出所所长雷霆、乡卫生院院长华佗\n")
    assert (found.attendance, [issue.kind for issue in found.issues]) == ([], ["unread_list"])


def test_a_roll_of_no_known_meeting_is_an_issue() -> None:
    found = gazette("会议出席情况\n\n出席：游龙、高兴\n")
    assert [issue.kind for issue in found.issues] == ["unread_list"]


def test_a_heading_of_spaced_characters_ends_the_line_above() -> None:
    text = (
        BOTH
        + "任　命\n顾　盼　甘棠市教育局局长\n左　右　甘棠市水务局局长\n　　　　免去甘棠市教育局副局长\n免　去\n万　象　甘棠市教育局局长\n"
    )
    found = gazette(text)
    events = [(row.event, row.person) for row in found.personnel]
    assert events == [("appoint", "顾盼"), ("appoint", "左右"), ("remove", "万象")]
    assert [issue.text for issue in found.issues] == ["免去甘棠市教育局副局长"]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("我院审判员乌力吉、朝鲁、王重，因达到退休年龄，已于2021年9月退休。依照法官法规定，上述人员的审判员职务自行免除。",
         ["乌力吉", "朝鲁", "王重"]),
        ("本院审判员王重、李峤已于2021年9月退休；以上两名同志的职务自行免除。", ["王重", "李峤"]),
    ],
)  # fmt: skip
def test_a_filing_that_points_back(told: str, expected: list[str]) -> None:
    found = rows(FILED + told + "\n甘棠市中级人民法院\n2021年10月8日")
    assert found == [("lapse", name, "甘棠市中级人民法院", "审判员") for name in expected]


def test_names_behind_a_label_in_running_text_that_are_not_read_are_an_issue() -> None:
    minutes = "甘棠市第五届人民代表大会常务委员会第七次会议纪要\n" + NOTE
    found = gazette(
        minutes + "会议于2022年1月14日举行。出席会议的有：顾问高歌常春（29人，名单从略）；请假的有：于归、冷暖。"
    )
    assert [(row.person, row.status) for row in found.attendance] == [("于归", "on_leave"), ("冷暖", "on_leave")]
    assert "unread_entry" in [issue.kind for issue in found.issues]
