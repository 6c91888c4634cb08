"""Letters of resignation: who signs, which posts, why and when."""

from __future__ import annotations

from io import BytesIO

import pytest

from kg.pipeline import read_gazette
from kg.read import read_stream

DECISION = """泽浦市溪棠区人民代表大会常务委员会关于接受栾清川同志辞去副区长职务请求的决定
（2023年2月17日东溟省泽浦市溪棠区第五届人民代表大会常务委员会第九次会议通过）

溪棠区第五届人民代表大会常务委员会第九次会议决定：接受栾清川同志辞去泽浦市溪棠区副区长职务的请求。

{letter}
"""
DISTRICT = "东溟省泽浦市溪棠区"


def letters(letter: str) -> list[tuple[str | None, str, str | None, str | None, str | None]]:
    found = read_gazette(read_stream(BytesIO(DECISION.format(letter=letter).encode()), "case"))
    return [(row.person, row.title, row.body, row.date, row.reason) for row in found.personnel if row.event == "resign"]


@pytest.mark.parametrize(
    ("letter", "expected"),
    [
        (
            "辞职报告\n\n区人大常委会：\n由于工作调动，特请求辞去所担任的溪棠区人民政府副区长的职务，请予接受。\n\n"
            "辞职人：栾清川（签名）\n二〇二三年二月十日\n",
            [("栾清川", "副区长", DISTRICT + "人民政府", "2023-02-10", "由于工作调动")],
        ),
        (
            "辞职信\n\n溪棠区人民代表大会常务委员会：\n因年龄原因，我申请辞去区人大常委会委员、财政经济委员会主任委员职务。\n"
            "此致\n敬礼\n\n栾清川\n2023年2月10日\n",
            [
                ("栾清川", "委员", DISTRICT + "人民代表大会常务委员会", "2023-02-10", "因年龄原因"),
                ("栾清川", "主任委员", DISTRICT + "人民代表大会财政经济委员会", "2023-02-10", "因年龄原因"),
            ],
        ),
        (
            "辞 呈\n\n区人大常委会：\n本人因个人原因，请求辞去溪棠区第五届人民代表大会代表职务。\n\n"
            "申请人：欧阳春来 2023年2月10日\n",
            [("欧阳春来", "代表", DISTRICT + "人民代表大会", "2023-02-10", "因个人原因")],
        ),
        ("辞职报告\n\n区人大常委会：\n本人请求辞去某职务。\n\n", []),
    ],
)
def test_letter(letter: str, expected: list[tuple[str, str, str, str, str]]) -> None:
    assert letters(letter) == expected


FILED = """浦山市人民代表大会常务委员会关于接受惠明山辞职备案的报告
市十九届人大二次会议主席团：
　　市第十九届人民代表大会常务委员会第五次会议于2022年1月20日决定接受惠明山辞去浦山市人民政府副市长职务的请求，现报市第十九届人民代表大会第二次会议备案。
　　　　　　　　　浦山市人民代表大会常务委员会
　　　　　　　　　2022年2月16日
"""


def test_a_resignation_that_a_filing_tells_has_its_own_day() -> None:
    found = read_gazette(read_stream(BytesIO(FILED.encode()), "case"))
    told = [(event.event, event.person, event.title, event.date) for event in found.personnel]
    assert told == [("accept_resignation", "惠明山", "副市长", "2022-01-20")]
    assert (found.issues, found.triggers.facts, found.triggers.issues) == ([], 1, 0)


def test_the_word_before_a_filing_is_no_part_of_the_congress() -> None:
    found = read_gazette(read_stream(BytesIO(FILED.encode()), "case"))
    assert not any("现报" in held.meeting.body for held in found.meetings)
