"""Acts that stand as motions with their counts, and counts that belong to nobody."""

from __future__ import annotations

from io import BytesIO

import pytest

from kg.model.gazette import Gazette
from kg.pipeline import read_gazette
from kg.read import read_stream

RESULTS = "梅川县第八届人大常委会第九次会议表决结果\n（2023年4月27日）\n\n{body}\n"
ELECTION = "梅川县第八届人民代表大会第一次会议选举结果\n（2023年1月14日）\n\n{body}\n"


def gazette(text: str) -> Gazette:
    return read_gazette(read_stream(BytesIO(text.encode()), "case"))


def acts(found: Gazette) -> list[tuple[str, str | None, str]]:
    return [(row.event, row.person, row.title) for row in found.personnel]


def counted(found: Gazette) -> list[tuple[str | None, int | None, bool | None]]:
    return [(row.person, row.votes_for, row.passed) for row in found.votes]


def test_numbered_motions() -> None:
    body = (
        "1. 关于任命贺铸为梅川县财政局局长的议案\n   赞成20票  反对9票  弃权12票   未通过\n"
        "2. 关于免去秦少游的梅川县财政局局长职务的议案\n   赞成30票  反对0票  弃权1票   通过\n"
        "3. 关于接受何为辞去梅川县人民政府副县长职务请求的决定（草案）\n"
        "   赞成39票  反对0票  弃权1票  未按表决器1人   通过"
    )
    found = gazette(RESULTS.format(body=body))
    assert counted(found) == [("贺铸", 20, False), ("秦少游", 30, True), ("何为", 39, True)]
    assert acts(found) == [("remove", "秦少游", "局长"), ("accept_resignation", "何为", "副县长")]


def test_elected_with_the_votes() -> None:
    body = (
        "贺铸得赞成票180张，反对票3张，弃权票2张，另选他人1票，当选为梅川县人民政府县长。\n"
        "秦少游得赞成票80张，反对票93张，弃权票2张，未当选为梅川县人民政府副县长。"
    )
    found = gazette(ELECTION.format(body=body))
    assert acts(found) == [("elect", "贺铸", "县长")]
    assert counted(found) == [("贺铸", 180, True), ("秦少游", 80, False)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "会议以40票赞成、1票弃权，表决通过了任命贺铸为梅川县财政局局长的议案；"
            "以20票赞成、9票反对、12票弃权，未通过任命秦少游为梅川县商务局局长的议案。",
            [("贺铸", 40, True), ("秦少游", 20, False)],
        ),
        (
            "表决结果：25票赞成，0票反对，1票弃权，通过任命贺铸为梅川县财政局局长；"
            "13票赞成，8票反对，5票弃权，秦少游未获通过。",
            [("贺铸", 25, True), ("秦少游", 13, False)],
        ),
    ],
)
def test_a_count_belongs_to_the_act_behind_it(body: str, expected: list[tuple[str, int, bool]]) -> None:
    found = gazette(RESULTS.format(body=body))
    assert counted(found) == expected
    assert acts(found) == [("appoint", "贺铸", "局长")]


def test_a_name_may_end_in_a_word_of_acts() -> None:
    found = gazette(RESULTS.format(body="接受史可为辞去梅川县人民政府副县长职务的请求：赞成39票，反对0票，弃权1票。"))
    assert [row.person for row in found.votes] == ["史可为"]


@pytest.mark.parametrize(
    "text",
    [
        "第十七章  夜\n\n会议室里烟雾缭绕。三天后，表决结果出来了：赞成11票，反对9票，弃权3票。贺铸没有通过。\n",
        "第四章\n屋里静悄悄的。\n投票结果：赞成11票，反对9票，弃权3票。\n",
    ],
)
def test_a_story_counts_no_votes(text: str) -> None:
    found = gazette(text)
    assert not found.votes
    assert not found.personnel
    assert any("赞成11票" in issue.text for issue in found.issues)


@pytest.mark.parametrize(
    "line",
    [
        "×××同志得赞成票　　票，反对票　　票，弃权票　　票，当选为县人大常委会副主任。",
        "____同志得赞成票____张，反对票____张，当选为梅川县人民政府县长。",
        "1. 关于任命×××为梅川县财政局局长的议案 赞成　票 反对　票 弃权　票",
    ],
)
def test_a_form_with_blanks_is_no_act(line: str) -> None:
    found = gazette(ELECTION.format(body=f"会议选举县人大常委会副主任。\n{line}"))
    assert not found.votes
    assert not found.personnel
