"""Whose seat ends where a text says 其, and who is lost in a sentence that speaks of several."""

from __future__ import annotations

from io import BytesIO

import pytest

from kg.model.gazette import Gazette
from kg.pipeline import read_gazette
from kg.read import read_stream

TOWN = """东溟省泽浦市溪棠区人民代表大会常务委员会公告

{body}

东溟省泽浦市溪棠区人民代表大会常务委员会
2024年5月30日
"""
Seat = tuple[str, str, str | None, str | None]


def gazette(body: str) -> Gazette:
    return read_gazette(read_stream(BytesIO(TOWN.format(body=body).encode()), "case"))


def seats(found: Gazette) -> list[Seat]:
    return [(row.person, row.change, row.constituency, row.reason) for row in found.deputies]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "原代表柳依依（第3选区）调离本行政区域，原代表杜蘅因病去世，其代表资格自行终止。",
            [
                ("柳依依", "terminated", "第3选区", "调离本行政区域"),
                ("杜蘅", "terminated", None, "因病去世"),
            ],
        ),
        (
            "溪棠区第五届人民代表大会代表柳依依、杜蘅因病去世，王维、李颀调离本区，其代表资格依法终止。",
            [
                ("柳依依", "terminated", None, "因病去世"),
                ("杜蘅", "terminated", None, "因病去世"),
                ("王维", "terminated", None, "调离本区"),
                ("李颀", "terminated", None, "调离本区"),
            ],
        ),
        (
            "代表柳依依因病去世。区人大常委会表示哀悼。其代表资格自然终止。",
            [("柳依依", "terminated", None, "因病去世")],
        ),
        (
            "代表柳依依于今年调离本区，已迁出本行政区域，其代表资格依法终止。",
            [("柳依依", "terminated", None, "于今年调离本区，已迁出本行政区域")],
        ),
        (
            "由沙洲镇选出的区五届人大代表丹巴措姆（女，藏族）、白玛，因工作变动，本人提出辞去代表职务，"
            "沙洲镇人民代表大会已接受其辞职。丹巴措姆、白玛的代表资格终止。",
            [
                ("丹巴措姆", "terminated", "沙洲镇", "因工作变动，本人提出辞去代表职务"),
                ("白玛", "terminated", "沙洲镇", "因工作变动，本人提出辞去代表职务"),
            ],
        ),
        (
            "依法递补杜蘅为溪棠区第五届人民代表大会代表。",
            [("杜蘅", "elected", None, None)],
        ),
    ],
)
def test_groups_and_referents(body: str, expected: list[Seat]) -> None:
    assert [row for row in seats(gazette(body)) if row[1] == expected[0][1]] == expected


@pytest.mark.parametrize(
    "body",
    [
        # 其 is somebody whose name was not read, never the one elected before.
        "补选王维为溪棠区第五届人民代表大会代表。古丽娜尔因病去世，其代表资格自行终止。",
        "补选王维为溪棠区第五届人民代表大会代表。区人大常委会决定接受其辞职。",
        "代表柳依依因病去世。局长杜蘅同志到会作了说明。其代表资格自行终止。",
        "代表柳依依因病去世。会议对此表示哀悼。会议听取了报告。会议讨论了议案。其代表资格自行终止。",
    ],
)
def test_nobody_else_loses_the_seat(body: str) -> None:
    found = gazette(body)
    assert not [row for row in found.deputies if row.change == "terminated"]
    assert found.issues


def test_a_group_that_is_not_read_is_an_issue() -> None:
    found = gazette("代表柳依依因病去世，古丽娜尔调离本区，其代表资格依法终止。")
    assert seats(found) == [("柳依依", "terminated", None, "因病去世")]
    assert any("古丽娜尔调离本区" in issue.message for issue in found.issues)


def test_someone_next_on_the_list_without_a_name() -> None:
    found = gazette("代表柳依依因病去世，由下一顺位候选人递补为溪棠区第五届人民代表大会代表。")
    assert not [row for row in found.deputies if row.change == "elected"]


@pytest.mark.parametrize(
    "body",
    [
        "第3选区补选农机站站长王维为区人大代表。",
        "第3选区补选农机站站长王维、第7选区补选村民杜蘅为区人大代表。",
        "第9选区选民补选村民王维为溪棠区人大代表。",
    ],
)
def test_the_congress_begins_behind_the_words_of_the_sentence(body: str) -> None:
    found = gazette(body)
    assert found.deputies
    assert {row.congress for row in found.deputies} == {"东溟省泽浦市溪棠区人民代表大会"}
