"""What kind of decision a paper is: an election of a new term, a by-election, a list of posts taken away."""

from __future__ import annotations

import pytest

from tests.extract.test_acts import ANNOUNCED, NOTE, gazette, rows

LIST = "甘棠市人民代表大会常务委员会{title}\n" + NOTE
ELECTED = "甘棠市第五届人民代表大会第一次会议公告\n（第一号）\n\n2022年1月14日，甘棠市第五届人民代表大会第一次会议{verb}岑峤为甘棠市人民政府市长。\n"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (ELECTED.format(verb="选举"), ["election"]),
        (ELECTED.format(verb="补选"), ["by_election"]),
        (ANNOUNCED + "韩高当选为甘棠市人民政府副市长。", ["election"]),
        ("关于补选甘棠市第五届人民代表大会代表的报告\n" + NOTE + "补选结果：岑峤当选为甘棠市第五届人民代表大会代表。",
         ["by_election"]),
        (LIST.format(title="决定撤销职务的名单") + "撤销王重的甘棠市水务局局长职务。", ["appoint_remove"]),
        (LIST.format(title="接受辞职名单") + "接受王重辞去甘棠市人民政府副市长职务的请求。", ["accept_resignation"]),
        (LIST.format(title="任免名单") + "任命王重为甘棠市水务局局长。\n接受岑峤辞去甘棠市人民政府副市长职务的请求。",
         ["appoint_remove"]),
    ],
)  # fmt: skip
def test_the_kind_of_a_decision(text: str, kinds: list[str]) -> None:
    assert [row.kind for row in gazette(text).decisions] == kinds


@pytest.mark.parametrize("title", ["撤销职务名单", "撤销职务的名单", "撤销名单"])
def test_a_title_says_that_posts_are_taken_away(title: str) -> None:
    found = rows(LIST.format(title=title) + "王重的甘棠市水务局局长职务；\n岑峤的甘棠市教育局副局长职务。")
    assert [(event, person) for event, person, _, _ in found] == [("dismiss", "王重"), ("dismiss", "岑峤")]
