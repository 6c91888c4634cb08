"""The day that news tells, from the day on which it was published."""

from __future__ import annotations

import pytest

from kg.recognise.telling import dateline_day, published_on, told_day, without_dateline


@pytest.mark.parametrize(
    ("page", "day"),
    [
        ("某市人大网\n发布时间：2018-01-19　点击：3\n正文", "2018-01-19"),
        ("2014-10-14 09:32\n分享\n正文", "2014-10-14"),
        ("2005年07月21日　云岭晚报\n正文", "2005-07-21"),
        ("2009年06月29日21:07　来源：综合报道\n正文", "2009-06-29"),
        ("正文说了很多。（2019年2月27日）", "2019-02-27"),
        ("（桑园镇党政办 2021-02-26）", "2021-02-26"),
        # Two days around one text leave open which is that of the paper.
        ("发布时间：2018-01-19\n更新时间：2018-01-21\n", None),
        # A day inside a sentence is what the text tells.
        ("会议于2018年1月19日举行，选举产生新一届领导人员。", None),
    ],
)
def test_published_on(page: str, day: str | None) -> None:
    assert published_on(page) == day


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("昨天，市人大常委会举行会议", "2005-07-31"),
        ("前日，市人大常委会举行会议", "2005-07-30"),
        ("今天上午，大会闭幕", "2005-08-01"),
        ("二十九日经市人大常委会表决", "2005-07-29"),
        ("31日下午，会议决定", "2005-07-31"),
        ("1日，会议决定", "2005-08-01"),
        # A span, a count of days and a day with its month are no such day.
        ("7月20日至22日，会议举行", None),
        ("会期3日", None),
        ("近日，市人大常委会举行会议", None),
    ],
)
def test_told_day(sentence: str, day: str | None) -> None:
    assert told_day(sentence, "2005-08-01") == day


def test_a_dateline_is_the_day_of_the_paper() -> None:
    text = "新社北京6月29日电 国家主席2009年6月27日决定"
    assert "6月29日" not in without_dateline(text)
    assert len(without_dateline(text)) == len(text)
    assert dateline_day(text, 2009) == "2009-06-29"
    assert dateline_day("会议于2009年6月27日举行", 2009) is None
