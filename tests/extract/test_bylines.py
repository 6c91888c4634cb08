"""The lines that name who reports, in all the forms they are printed in, also above the text of an item."""

from __future__ import annotations

from io import BytesIO

import pytest

from kg.model.gazette import Gazette
from kg.pipeline import read_gazette
from kg.read import read_stream

PAGE = """关于霜江市义务教育情况的报告
{lines}
主任、各位副主任、各位委员：
受市人民政府委托，现将义务教育情况报告如下，请予审议。
一、总体情况良好。

霜江市人民代表大会常务委员会
关于批准报告的决议
（1996年6月27日霜江市第五届人民代表大会常务委员会第七次会议通过）

会议决定批准。
"""
MEETING = "1996年6月27日在霜江市第五届人民代表大会常务委员会第七次会议上"


def page(lines: str) -> Gazette:
    return read_gazette(read_stream(BytesIO(PAGE.format(lines=lines).encode()), "case"))


def people(found: Gazette) -> list[tuple[str | None, str | None, str | None]]:
    return [(one.person, one.body, one.title) for one in found.items[0].authors if one.person]


@pytest.mark.parametrize(
    "lines",
    [
        f"{MEETING}\n霜江市教育局局长　苗秀兰",
        f"——{MEETING}\n\n霜江市教育局局长  苗 秀 兰",
        f"——{MEETING}\n苗 秀 兰（市教育局局长）",
        f"——{MEETING}\n\n苗　秀　兰\n（霜江市教育局局长）\n",
        f"——{MEETING}\n市教育局局长：苗秀兰",
        "苗　秀　兰\n（霜江市教育局局长）\n",
        "苗秀兰（霜江市教育局局长）\n",
        "报告人：霜江市教育局局长　苗秀兰\n",
        "（书面）\n市教育局局长　苗秀兰\n",
        "市教育局局长　苗秀兰\n（1996年6月27日）\n",
        "市教育局局长　苗秀兰\n（一九九六年六月）\n",
        "市教育局\n局长　苗秀兰\n",
        "市教育局局长苗秀兰（女，回族）\n",
    ],
)
def test_every_form_of_author_lines(lines: str) -> None:
    found = page(lines)
    assert people(found) == [("苗秀兰", "霜江市教育局", "局长")]
    assert [(row.person, row.body, row.title) for row in found.positions] == people(found)


def test_a_labelled_name_alone_holds_no_post() -> None:
    found = page("报告人：苗秀兰\n")
    assert people(found) == [("苗秀兰", None, None)]
    assert found.positions == []


def test_two_authors_are_both_read() -> None:
    found = page("霜江市财政局局长  黎明\n霜江市审计局局长  岑 芳\n")
    assert [name for name, _, _ in people(found)] == ["黎明", "岑芳"]


@pytest.mark.parametrize(
    "lines",
    [
        "一、基本情况\n二、存在问题\n",
        "市教育局\n",
        "霜教〔1996〕7号\n",
        "市教育局局长办公会议\n",
        "市教育局局长　苗秀兰　在会上\n",
        "教育工作 任重道远\n",
    ],
)
def test_other_lines_name_nobody(lines: str) -> None:
    assert people(page(lines)) == []


def test_who_signs_a_motion_holds_the_post_and_is_no_author() -> None:
    text = (
        "关于提请任免职务的议案\n\n霜江县人民代表大会常务委员会：\n提请任命雷鸣为霜江县卫生局局长。\n\n"
        "县长　苗正\n1980年11月3日\n"
    )
    found = read_gazette(read_stream(BytesIO(text.encode()), "case"))
    assert people(found) == []
    assert [(row.person, row.title) for row in found.positions] == [("苗正", "县长")]


@pytest.mark.parametrize(
    "signed",
    [
        "申请人：苗春来\n2023年2月10日\n",
        "申请人：苗春来 2023年2月10日\n",
        "辞职人：苗春来（签名）\n二〇二三年二月十日\n",
    ],
)
def test_who_signs_a_letter_wrote_it(signed: str) -> None:
    text = f"辞职报告\n\n霜江县人大常委会：\n本人因个人原因，请求辞去霜江县副县长职务，请予批准。\n\n{signed}"
    assert people(read_gazette(read_stream(BytesIO(text.encode()), "case"))) == [("苗春来", None, None)]


def test_a_committee_without_its_congress_is_of_the_congress_of_the_title() -> None:
    text = (
        "霜江市人大财政经济委员会关于决算的审查报告\n"
        "（1996年6月26日在霜江市第九届人民代表大会常务委员会第二十一次会议上）\n"
        "财政经济委员会副主任委员　苗 岩\n\n市人大常委会：\n我们进行了审查。请予审议。\n"
    )
    found = read_gazette(read_stream(BytesIO(text.encode()), "case"))
    assert people(found) == [("苗岩", "霜江市人民代表大会财政经济委员会", "副主任委员")]


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("根据市人民政府代市长冷溪提请，决定任命：\n洪安为霜江市教育局局长。", [("冷溪", "霜江市人民政府", "市长")]),
        (
            "根据市中级人民法院院长裘山的提请，\n任命：洪安为市中级人民法院审判员；",
            [("裘山", "霜江市中级人民法院", "院长")],
        ),
        ("根据市人大常委会主任会议的提请，任命：\n洪安为霜江市教育局局长。", []),
    ],
)
def test_who_proposes_the_acts_of_a_list(opening: str, expected: list[tuple[str, str, str]]) -> None:
    text = (
        "霜江市人民代表大会常务委员会任免名单\n"
        f"（2022年1月14日霜江市第五届人民代表大会常务委员会第七次会议通过）\n\n{opening}\n"
    )
    found = read_gazette(read_stream(BytesIO(text.encode()), "case"))
    assert [(row.person, row.body, row.title) for row in found.positions] == expected


def test_an_entry_of_a_list_is_no_signature() -> None:
    text = (
        "霜江市第八届人民代表大会第一次会议公告\n（第1号）\n选出下列人员，现予公告：\n四、市中级人民法院\n院　长：　苗如海\n"
        "五、市人民检察院\n检察长：　俞 敏\n\n霜江市第八届人民代表大会第一次会议主席团\n2022年1月14日\n"
    )
    found = read_gazette(read_stream(BytesIO(text.encode()), "case"))
    assert "苗如海" not in [row.person for row in found.positions]
