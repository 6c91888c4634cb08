"""What has the form of an act, or of a list of people, and is not read: it stands in the issues, and never in silence."""

from __future__ import annotations

import pytest

from tests.extract.test_acts import ANNOUNCED, BOTH, FILED, REMOVED, RESIGNED, gazette, rows

BUREAU = "甘棠市教育局"
LISTED = "甘棠市第五届人大常委会第七次会议出席、请假情况\n\n（会议一天，2022年1月14日）\n\n"
CONTENTS = (
    "甘棠市人民代表大会常务委员会公报\n\n目　录\n\n甘棠市第五届人大常委会第七次会议出席、请假情况.....(1)\n"
    "甘棠市人民政府关于水务工作情况的综合报告.....(2)\n\n"
)
REPORT = "甘棠市人民政府关于水务工作情况的综合报告\n\n甘棠市人民代表大会常务委员会：\n现将水务工作情况报告如下。\n"


def named(text: str) -> list[tuple[str, str]]:
    return [(issue.kind, issue.text) for issue in gazette(text).issues]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        # A part of a sentence of which another part was read.
        (BOTH + "任命岑峤为甘棠市教育局局长，任命×××为甘棠市水务局局长。", "任命×××为甘棠市水务局局长"),
        (ANNOUNCED + "接受岑峤辞去甘棠市副市长职务的请求，免去×××甘棠市教育局局长职务。",
         "免去×××甘棠市教育局局长职务"),
        (BOTH + "任命岑峤为甘棠市教育局局长；任命王重为甘棠市水务局局长，赞成9票，反对20票，未获通过。",
         "任命岑峤为甘棠市教育局局长"),
        # A word of telling again in another part of the sentence.
        (RESIGNED + "去年已作安排，接受岑有年辞去甘棠市人民政府市长职务的请求。",
         "接受岑有年辞去甘棠市人民政府市长职务的请求"),
        (ANNOUNCED + "岑峤当选为甘棠市人民政府副市长，去年任命的甘棠市教育局局长另行公布。",
         "岑峤当选为甘棠市人民政府副市长"),
        # A filing that was read in part.
        (FILED + "孟德的甘棠市中级人民法院审判员职务自行免除；×××的甘棠市中级人民法院副庭长职务自行免除。",
         "×××的甘棠市中级人民法院副庭长职务自行免除"),
    ],
)  # fmt: skip
def test_an_act_that_was_not_read_is_an_issue(text: str, clause: str) -> None:
    assert ("unread_trigger", clause) in named(text)


@pytest.mark.parametrize(
    "text",
    [
        BOTH + "任命岑峤为甘棠市教育局局长，任期五年。",
        BOTH + "一旦表决通过，免去王重的甘棠市教育局局长职务。",
        BOTH + "任命王重为甘棠市水务局局长，赞成9票，反对20票，未获通过。",
        BOTH + "任命岑峤为甘棠市教育局局长，并任命部分人民陪审员。",
        RESIGNED + "会议审议了岑有年同志提出的辞职请求，决定接受岑有年同志辞去甘棠市人民政府市长职务的请求。",
        FILED + "岑峤，甘棠市中级人民法院审判员，已于2021年12月退休。岑峤的审判员职务自行免除。",
    ],
)
def test_what_is_no_act_is_no_issue(text: str) -> None:
    assert [kind for kind, _ in named(text) if kind == "unread_trigger"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Names without a known surname, joined in any way, with the reason right behind them.
        ("我院审判员王重、知秋已于2021年5月退休，根据法官法的规定，其审判员职务自行免除。",
         [("王重", "审判员"), ("知秋", "审判员")]),
        ("甘棠市中级人民法院审判员王重、盛唐和知秋，因调离，其审判员职务自然免除。",
         [("王重", "审判员"), ("盛唐", "审判员"), ("知秋", "审判员")]),
        # Only the posts that are named end; more than those named before may.
        ("甘棠市中级人民法院副庭长、审判员王重，已于2021年5月退休，其审判员职务自行免除。", [("王重", "审判员")]),
        ("甘棠市中级人民法院审判员王重已达到退休年龄，其审判员、审判委员会委员职务自行免除。",
         [("王重", "审判员"), ("王重", "委员")]),
    ],
)  # fmt: skip
def test_all_of_a_filing_is_read(text: str, expected: list[tuple[str, str]]) -> None:
    signed = "\n甘棠市中级人民法院\n2021年6月1日"
    assert [(person, title) for event, person, _, title in rows(FILED + text + signed)] == expected
    assert named(FILED + text + signed) == []


@pytest.mark.parametrize("between", ["\n\n", "\n"])
@pytest.mark.parametrize("leave", ["江 流　石 磊", "江流  阿依努尔·买买提", " 江 流 石 磊"])
def test_the_last_names_of_a_list_open_no_title(leave: str, between: str) -> None:
    found = gazette(CONTENTS + LISTED + "一、出席（1人）：\n岑峤\n二、请假（2人）：\n\n" + leave + between + REPORT)
    assert [row.status for row in found.attendance] == ["present", "on_leave", "on_leave"]
    assert [item.title for item in found.items][1:] == ["甘棠市人民政府关于水务工作情况的综合报告"]
    assert found.issues == []


@pytest.mark.parametrize(
    "body",
    [
        "一、出席（1人）：\n岑峤\n二、请假（2人）：\n",
        "一、出席：岑峤\n二、请假：\n",
        "一、出席（2人）：\n二、请假（1人）：岑峤",
    ],
)
def test_a_label_with_nobody_below_it_is_an_issue(body: str) -> None:
    assert [kind for kind, _ in named(LISTED + body)] == ["unread_list"]


@pytest.mark.parametrize(
    "body",
    [
        "应到3人，实到2人，请假1人。\n出席：岑峤、王重\n请假：江流",
        "一、出席（1人）：\n岑峤\n二、请假（0人）：\n",
        "一、出席（1人）：\n岑峤\n二、请假：无",
        "一、出席（1人）：\n岑峤\n二、列席（30人）：\n市政府有关部门负责人",
    ],
)
def test_a_label_that_names_nobody_is_no_issue(body: str) -> None:
    assert named(LISTED + body) == []


def test_a_list_is_loud_where_a_word_hides_its_verb() -> None:
    text = REMOVED + "决定免去上届留任的岑峤的甘棠市教育局局长职务。\n免去王重的甘棠市教育局副局长职务。"
    assert ("unread_trigger", "决定免去上届留任的岑峤的甘棠市教育局局长职务") in named(text)
    assert rows(text) == [("remove", "王重", BUREAU, "副局长")]


@pytest.mark.parametrize(
    "entry",
    [
        "王重为甘棠市史志办总纂；",
        "王重、盛唐同志为甘棠市史志办总纂",
        "王重的甘棠市史志办总纂职务；",
        "一、检察院\n王重为检察院总纂",
    ],
)
def test_an_entry_with_an_unknown_title_is_an_issue(entry: str) -> None:
    assert [kind for kind, _ in named(BOTH + "任命：\n岑峤为甘棠市教育局局长；\n" + entry)] == ["unread_entry"]
