"""Votes in every order of their numbers, in sentences and tables, and numbers that are no votes."""

from __future__ import annotations

from io import BytesIO

import pytest

from kg.extract.votes.tallies import find_counts
from kg.model.gazette import Gazette
from kg.pipeline import read_gazette
from kg.read import read_stream

RESULTS = """东溟省泽浦市第八届人民代表大会常务委员会第九次会议表决结果

2023年4月27日，会议对下列事项进行表决。常委会组成人员41人，实到38人。

{body}
"""
Row = tuple[str | None, int | None, int | None, int | None, bool | None]


def gazette(text: str) -> Gazette:
    return read_gazette(read_stream(BytesIO(text.encode()), "case"))


def votes(text: str) -> list[Row]:
    rows = gazette(text).votes
    return [(row.person, row.votes_for, row.votes_against, row.abstentions, row.passed) for row in rows]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("赞成27票，反对0票，弃权1票", {"for": 27, "against": 0, "abstain": 1}),
        ("38票赞成、2票反对、1票弃权", {"for": 38, "against": 2, "abstain": 1}),
        ("反对2票，弃权0票，赞成36票", {"against": 2, "abstain": 0, "for": 36}),
        ("赞成二十五票，反对一票，弃权一票", {"for": 25, "against": 1, "abstain": 1}),
        ("同意票26票，不同意票0票，弃权票1票", {"for": 26, "against": 0, "abstain": 1}),
        ("赞成37票、弃权1票，没有反对票", {"for": 37, "abstain": 1, "against": 0}),
        ("赞成票：205，反对票：3，弃权票：4", {"for": 205, "against": 3, "abstain": 4}),
        ("得赞成25票，反对1票，弃权1票，未按表决器1票", {"for": 25, "against": 1, "abstain": 1, "unpressed": 1}),
        ("表决：同意37人，不同意1人，弃权0人", {"for": 37, "against": 1, "abstain": 0}),
        ("以赞成票212票通过", {"for": 212}),
    ],
)
def test_numbers_in_every_order(text: str, expected: dict[str, int]) -> None:
    assert [counts.numbers for counts in find_counts(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "候选人获得全体组成人员过半数赞成票始得当选，设监票人2名",
        "赞成延长开放时间的占60%，反对的占20%",
        "座谈中12人同意，3人反对",
        "反对3票",
        "同意一次性补助，反对二次收费",
    ],
)
def test_no_numbers_of_a_vote(text: str) -> None:
    assert find_counts(text) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "任命柳三变为泽浦市文化和旅游局局长，赞成37票、弃权1票，没有反对票，通过。",
            [("柳三变", 37, 0, 1, True)],
        ),
        (
            "接受李后主辞去泽浦市副市长职务的请求，表决时共有30票同意、5票不同意、3票弃权，未按表决器0票。",
            [("李后主", 30, 5, 3, None)],
        ),
        ("关于个人有关事项的动议，共有18票赞成、12票反对、8票弃权，以一票之差未获通过。", [(None, 18, 12, 8, False)]),
        (
            "经表决，同意37人，不同意0人，弃权1人，会议决定任命王建安为泽浦市人民检察院检察员。",
            [("王建安", 37, 0, 1, True)],
        ),
        (
            "补选结果：青玉案得赞成25票，反对1票；渔家傲得赞成3票，反对20票，弃权15票。青玉案当选。",
            [("青玉案", 25, 1, None, True), ("渔家傲", 3, 20, 15, False)],
        ),
        (
            "关于任命温庭云为泽浦市审计局局长的议案，赞成11票，反对20票，弃权7票，未获通过。",
            [("温庭云", 11, 20, 7, False)],
        ),
        ("一、关于批准决算的决议：38票赞成，0票反对，0票弃权，获得通过。", [(None, 38, 0, 0, True)]),
    ],
)
def test_sentences(body: str, expected: list[Row]) -> None:
    assert votes(RESULTS.format(body=body)) == expected


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            "姓名  职务  同意  不同意  弃权  结果\n张  孝祥  民政局局长  36  1  1  通过\n欧阳 修   教育局局长  38  0  0  通过\n"
            "辛弃疾  司法局局长  12  20  6  未通过",
            [("张孝祥", 36, 1, 1, True), ("欧阳修", 38, 0, 0, True), ("辛弃疾", 12, 20, 6, False)],
        ),
        (
            "序号\t事项\t赞成票\t反对票\t弃权票\t未按键\t表决结果\n1\t任命陈与义为市审计局局长\t35\t2\t1\t0\t通过\n"
            "2\t关于批准预算调整方案的决议\t38\t0\t0\t0\t通过",
            [("陈与义", 35, 2, 1, True), (None, 38, 0, 0, True)],
        ),
        (
            "┌──┬──┬──┬──┐\n│姓名│赞成│反对│结果│\n├──┼──┼──┼──┤\n│贺铸│38│0│当选│\n│秦少游│20│15│未当选│\n└──┴──┴──┴──┘",
            [("贺铸", 38, 0, None, True), ("秦少游", 20, 15, None, False)],
        ),
        ("姓名\t年龄\t赞成理由\n贺铸\t38\t0", []),
    ],
)
def test_tables(table: str, expected: list[Row]) -> None:
    assert votes(RESULTS.format(body=table)) == expected


def test_members_and_subject() -> None:
    vote = gazette(RESULTS.format(body="决定免去温飞卿的泽浦市水务局局长职务：赞成36票，反对2票，通过。")).votes[0]
    assert (vote.members, vote.attending, vote.subject) == (41, 38, "决定免去温飞卿的泽浦市水务局局长职务")


def test_a_failed_candidate_is_not_elected() -> None:
    body = "补选结果：贺铸得赞成12票，反对16票，弃权10票，未能当选。"
    found = gazette(RESULTS.format(body=body))
    assert [row.passed for row in found.votes] == [False]
    assert not [row for row in found.personnel if row.event == "elect"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("柳依依任市司法局局长的议案，赞成13票、反对19票、弃权5票，未获通过。", ("柳依依", 13, 19, 5, False)),
        ("关于柳依依同志任市司法局局长的议案：赞成33票、反对3票、弃权2票，通过。", ("柳依依", 33, 3, 2, True)),
        ("责任追究办法任务分工的议案，赞成33票、反对3票、弃权2票，通过。", (None, 33, 3, 2, True)),
        ("市政府主任会议的议案，赞成33票、反对3票、弃权2票，通过。", (None, 33, 3, 2, True)),
    ],
)
def test_motions_that_name_a_post_alone(body: str, expected: Row) -> None:
    assert votes(RESULTS.format(body=body)) == [expected]
