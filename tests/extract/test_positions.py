"""Positions and authors of whole small documents: below headings, in signatures, in running text."""

from __future__ import annotations

from io import BytesIO

import pytest

from kg.model.gazette import Gazette
from kg.pipeline import read_gazette
from kg.read import read_stream

Row = tuple[str, str | None, str]

REPORT = """关于青梧区预算执行情况的报告

——2024年6月27日在云岭省松河市青梧区第七届人民代表大会常务委员会第十八次会议上

{authors}

主任、各位副主任、各位委员：
受区人民政府委托，现将预算执行情况报告如下，请予审议。
{body}
"""
PLACE = "云岭省松河市青梧区"


def gazette(text: str) -> Gazette:
    return read_gazette(read_stream(BytesIO(text.encode()), "case"))


def report(authors: str = "区财政局局长　安 正", body: str = "一、总体情况良好。") -> Gazette:
    return gazette(REPORT.format(authors=authors, body=body))


def positions(found: Gazette) -> list[Row]:
    return [(row.person, row.body, row.title) for row in found.positions]


def authors(found: Gazette) -> list[tuple[str | None, str | None, str | None]]:
    return [(one.person, one.body, one.title) for item in found.items for one in item.authors]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("区财政局局长　安 正", [("安正", "财政局", "局长")]),
        ("区财政局局长安正清", [("安正清", "财政局", "局长")]),
        ("区财政局局长\n安正清", [("安正清", "财政局", "局长")]),
        ("区财政局党组书记、局长　安正清", [("安正清", "党组", "书记"), ("安正清", "财政局", "局长")]),
        ("区财政局局长　安正清\n区审计局局长　易 安", [("安正清", "财政局", "局长"), ("易安", "审计局", "局长")]),
        ("区财政局局长　安正清　区审计局局长　易 安", [("安正清", "财政局", "局长"), ("易安", "审计局", "局长")]),
        ("区财政局局长安正清、副局长易安", [("安正清", "财政局", "局长"), ("易安", "财政局", "副局长")]),
        (
            "区人大财政经济委员会副主任委员、常委会预算\n工作委员会主任　孟 浩",
            [
                ("孟浩", "人民代表大会财政经济委员会", "副主任委员"),
                ("孟浩", "人民代表大会常务委员会预算工作委员会", "主任"),
            ],
        ),
        ("区财政局\n局长　安正清", [("安正清", "财政局", "局长")]),
        ("区人民检察院代检察长　欧阳 春", [("欧阳春", "人民检察院", "检察长")]),
        ("区民政局局长　阿依古丽·买买提", [("阿依古丽·买买提", "民政局", "局长")]),
    ],
)
def test_people_below_a_heading(lines: str, expected: list[Row]) -> None:
    full = [
        (name, f"中国共产党{PLACE}财政局党组" if body == "党组" else f"{PLACE}{body}", title)
        for name, body, title in expected
    ]
    found = report(lines)
    assert authors(found) == full
    assert positions(found) == full


def test_a_body_alone_is_author_and_holds_no_post() -> None:
    found = report("区财政局")
    assert authors(found) == [(None, f"{PLACE}财政局", None)]
    assert positions(found) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("一、区文化局原局长武夷山主持编制的规划已经印发。", (f"武夷山|{PLACE}文化局|局长")),
        ("一、常委会副主任秦岭出席了论证会并提出要求。", (f"秦岭|{PLACE}人民代表大会常务委员会|副主任")),
        ("一、柳宗元书记多次到现场调研。", "柳宗元|None|书记"),
        (
            "一、松河市市长金戈、梅川县委书记易水生陪同。",
            "金戈|云岭省松河市人民政府|市长 易水生|中国共产党梅川县委员会|书记",
        ),
        ("一、驻区单位代表丁兰心提出建议三条。", ""),
        ("一、各成员单位、各街道落实责任，代表良好形象得到展现。", ""),
        ("一、会议任命的局长、院长依法宣誓，主任会议讨论了名单。", ""),
        ("一、吕局长反映的问题正在核实。", "吕某|None|局长"),
    ],
)
def test_running_text(body: str, expected: str) -> None:
    found = [row for row in positions(report(body=body)) if row[0] != "安正"]
    assert " ".join(f"{name}|{office}|{title}" for name, office, title in found) == expected


SIGNED = """关于提请任免职务的议案

青梧区人民代表大会常务委员会：
因工作需要，提请任命雷鸣远为青梧区卫生局局长。请审议决定。

{signature}
"""


@pytest.mark.parametrize(
    ("signature", "expected"),
    [
        ("区长　匡 正\n2004年11月3日", [("匡正", "青梧区人民政府", "区长")]),
        ("青梧区人民政府\n区长：匡正平\n2004年11月3日", [("匡正平", "青梧区人民政府", "区长")]),
        ("检察长　罗 敷\n青梧区人民检察院\n2004年11月3日", [("罗敷", "青梧区人民检察院", "检察长")]),
        ("青梧区人民政府\n2004年11月3日", []),
    ],
)
def test_signatures(signature: str, expected: list[Row]) -> None:
    assert positions(gazette(SIGNED.format(signature=signature))) == expected


DEPUTIES = """关于个别代表的代表资格的报告

（2024年11月28日云岭省松河市青梧区第七届人民代表大会常务委员会第二十次会议通过）

青梧区人民代表大会常务委员会：
由青梧区第12选区选出的青梧区第七届人民代表大会代表、区文化局原局长劳静姝，已调离本行政区域。劳静姝的代表资格终止。
"""


def test_a_seat_that_ends_is_a_change_and_the_office_beside_it_a_statement() -> None:
    assert positions(gazette(DEPUTIES)) == [("劳静姝", f"{PLACE}文化局", "局长")]


NEWS = """青梧区人大常委会举行第六次会议

2024年10月27日，云岭省松河市青梧区第七届人民代表大会常务委员会举行第六次会议。区人大常委会主任冉启明，副主任蒲红霞、甄立恒及委员共21人出席会议。副区长岑一舟列席会议。会议由副主任蒲红霞主持。
"""


def test_who_came_stands_in_another_table() -> None:
    assert positions(gazette(NEWS)) == []


def test_what_is_no_clear_body_is_an_issue_and_no_fact() -> None:
    found = report(body="一、要进一步做实联办局长丁兰心牵头。")
    assert [row for row in positions(found) if row[0] != "安正"] == []
    assert "unread_position" in {issue.kind for issue in found.issues}
