"""News of a meeting: the day that opens the sentence which tells of it, and votes told of a person's appointment."""

from __future__ import annotations

import pytest

from tests.extract.test_acts import gazette

PAGE = "溪棠区五届人大常委会第九次会议闭幕\n2023-12-28 17:42　来源：溪棠人大网\n\n{told}\n"


@pytest.mark.parametrize(
    ("told", "dates"),
    [
        ("12月28日，泽浦市溪棠区第五届人民代表大会常务委员会第九次会议闭幕。", ("2023-12-28",)),
        ("12月28日下午，溪棠区第五届人大常委会第九次会议在区人大会议厅胜利闭幕。", ("2023-12-28",)),
        ("2023年12月27日，溪棠区第五届人大常委会举行第九次会议开幕会。", ("2023-12-27",)),
        ("2023年12月27日，溪棠区第五届人大常委会第九次会议召开。", ("2023-12-27",)),
        # A day that only frames what a meeting decided, or when it will meet.
        ("12月28日，按照溪棠区第五届人大常委会第九次会议的要求，区政府作了部署。", ()),
        ("溪棠区第五届人大常委会第九次会议在溪棠举行。12月28日，代表们离会。", ()),
    ],
)
def test_the_day_of_a_meeting(told: str, dates: tuple[str, ...]) -> None:
    found = [row.dates for row in gazette(PAGE.format(told=told)).meetings if row.meeting.session == 9]
    assert {day for days in found for day in days} == set(dates)


@pytest.mark.parametrize(
    ("told", "people"),
    [
        ("表决情况：对岑峤的任命，赞成40票，反对1票，弃权2票。", ["岑峤"]),
        ("对岑峤同志的任职议案进行了表决，赞成40票，反对1票，弃权2票；对王重的免职，赞成41票，反对1票，弃权1票。",
         ["岑峤", "王重"]),
        ("对王重的辞职请求，赞成41票，反对1票，弃权1票。", ["王重"]),
        ("对区政府的工作报告，赞成41票，反对1票，弃权1票。", [None]),
        ("对全体人选的任命，赞成41票，反对1票，弃权1票。", [None]),
    ],
)  # fmt: skip
def test_whose_votes_are_counted(told: str, people: list[str | None]) -> None:
    opening = "12月28日，溪棠区第五届人民代表大会常务委员会第九次会议闭幕。\n"
    assert [vote.person for vote in gazette(PAGE.format(told=opening + told)).votes] == people
