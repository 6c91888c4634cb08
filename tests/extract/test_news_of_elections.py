"""How news and lists tell who was elected: by counts of votes, under one heading, at another meeting, in passing."""

from __future__ import annotations

from io import BytesIO

import pytest

from kg.model.gazette import Gazette
from kg.pipeline import read_gazette
from kg.read import read_stream

COUNTY = "2021年3月5日，白沙县第九届人民代表大会第二次会议举行。"
Row = tuple[str, str | None, str | None, str, str | None]


def read(text: str) -> Gazette:
    return read_gazette(read_stream(BytesIO(text.encode()), "page"))


def acts(text: str) -> list[Row]:
    return [(event.event, event.person, event.body, event.title, event.date) for event in read(text).personnel]


@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        ("副县长候选人齐小满得票66票，温如海得票63票，2人均当选为白沙县人民政府副县长。", ["齐小满", "温如海"]),
        ("齐小满以205票的高票当选为白沙县人民政府副县长。", ["齐小满"]),
        ("齐小满以176票赞成、3票反对、2票弃权当选为白沙县人民政府副县长。", ["齐小满"]),
        ("齐小满、温如海2名同志由大会补选为白沙县人民政府副县长。", ["齐小满", "温如海"]),
        # Three are said to be elected, two are named with votes: who the third is was not read.
        ("候选人齐小满得票66票，温如海得票63票，3人均当选为白沙县人民政府副县长。", []),
        ("大会将选举副县长2名。", []),
    ],
)
def test_votes_in_front_of_the_post(sentence: str, people: list[str]) -> None:
    assert [person for _, person, _, title, _ in acts(COUNTY + sentence) if title == "副县长"] == people


def test_posts_stand_in_front_of_the_names_below_a_heading() -> None:
    listed = "白沙县第九届人民代表大会第二次会议于2021年3月5日选出：\n白沙县人民政府县长齐小满；副县长温如海、石磊（女）；\n白沙县人民法院院长方圆。\n"
    found = acts(
        "公　告\n（第三号）\n" + listed + "现予公告。\n白沙县第九届人民代表大会第二次会议主席团\n2021年3月5日\n"
    )
    assert [(person, body, title) for _, person, body, title, _ in found] == [
        ("齐小满", "白沙县人民政府", "县长"),
        ("温如海", "白沙县人民政府", "副县长"),
        ("石磊", "白沙县人民政府", "副县长"),
        ("方圆", "白沙县人民法院", "院长"),
    ]


def test_what_a_list_gives_is_no_statement_besides() -> None:
    gazette = read("白沙县第九届人民代表大会第二次会议于2021年3月5日选出：\n白沙县人民政府县长齐小满；\n")
    assert [event.person for event in gazette.personnel] == ["齐小满"]
    assert gazette.positions == []


def test_another_meeting_has_its_own_day_or_none() -> None:
    text = "白沙县第九届人大常委会18日上午举行第9次会议，接受齐小满辞去白沙县人民政府县长职务的请求。\n"
    passing = "政协白沙县八届一次会议上，齐小满当选为白沙县政协主席。\n"
    found = acts("2021年3月19日08:30　来源：白沙新闻网\n" + text + passing)
    assert [(event, date) for event, _, _, _, date in found] == [("accept_resignation", "2021-03-18"), ("elect", None)]


def test_a_session_that_has_just_closed_has_no_day_of_the_ceremony() -> None:
    text = "白沙县人大常委会3月29日下午举行宪法宣誓仪式。刚刚闭幕的白沙县九届人大常委会第九次会议决定任命石磊为白沙县财政局局长。"
    assert [date for *_, date in acts("发布时间：2021-03-30\n" + text + "\n")] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "某县人大常委会在一次会议上先任命李明为副县长，紧接着决定由其代理县长。\n",
        "齐小满仍任白沙县水利局副局长。\n",
    ],
)
def test_no_act(text: str) -> None:
    assert acts(COUNTY + text) == []


def test_a_consultative_conference_is_a_meeting_too() -> None:
    (meeting,) = read("政协白沙县第八届委员会第一次会议于2021年3月3日召开。\n").meetings
    assert (meeting.meeting.body, meeting.meeting.term, meeting.meeting.session) == (
        "中国人民政治协商会议白沙县委员会",
        8,
        1,
    )
