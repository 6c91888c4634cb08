"""Attendance and observers, in lists and in sentences: small papers of an invented district, and traps."""

from __future__ import annotations

from io import BytesIO
from time import perf_counter

import pytest

from kg.model.gazette import Gazette
from kg.pipeline import read_gazette
from kg.read import read_stream

MEETING = "云岭省松河市青梧区第七届人民代表大会常务委员会第九次会议"
ATTENDANCE = f"{MEETING}出席、请假情况\n（2024年3月5日）\n\n"
OBSERVERS = f"{MEETING}列席人员名单\n（2024年3月5日）\n\n"
MINUTES = f"{MEETING}纪要\n\n2024年3月5日，{MEETING}在区机关举行。"
DISTRICT = "云岭省松河市青梧区"

Person = tuple[str, str]
Observer = tuple[str, str | None, str | None]


def read(text: str) -> Gazette:
    """The gazette of a text."""
    return read_gazette(read_stream(BytesIO(text.encode()), "case"))


def people(text: str) -> list[Person]:
    """Who has which status, each once."""
    return list(dict.fromkeys((row.person, row.status) for row in read(text).attendance))


def observers(text: str) -> list[Observer]:
    """The observers with body, without the district in front, and title."""
    rows = [row for row in read(text).attendance if row.status == "observer"]
    return [(row.person, row.body.removeprefix(DISTRICT) if row.body else None, row.title) for row in rows]


def present(*names: str) -> list[Person]:
    return [(name, "present") for name in names]


LISTS = {
    "columns": ("出席（4人）：\n章若川 任 远 柯以宁 于 是", present("章若川", "任远", "柯以宁", "于是")),
    "space in the count": ("一、应出席会议：2 人\n\n二、出席（2 人）：\n\n章若川 任 远", present("章若川", "任远")),
    "tabs": ("出席（4人）：\n章若川\t任 远\t端木 青\n欧阳春雪", present("章若川", "任远", "端木青", "欧阳春雪")),
    "table": ("出席（3人）：\n| 章若川 | 任　远 | 柯以宁 |\n| --- | --- | --- |", present("章若川", "任远", "柯以宁")),
    "every name spaced": ("出席：\n张 大 山   李 江   王 小 河", present("张大山", "李江", "王小河")),
    "commas": ("出席：章若川、任远、柯以宁。", present("章若川", "任远", "柯以宁")),
    "wrapped inside a name": ("出席：章若川、任远、柯以\n宁、万峦春", present("章若川", "任远", "柯以宁", "万峦春")),
    "wrapped between names": ("出席：章若川、任远、\n柯以宁", present("章若川", "任远", "柯以宁")),
    "spaced name over lines": ("出席（2人）：\n章若川 任\n远", present("章若川", "任远")),
    "spaced dots": ("出席：艾山 · 买买提 章若川", present("艾山·买买提", "章若川")),
    "dotted over lines": ("出席：章若川、艾山·\n买买提、任远", present("章若川", "艾山·买买提", "任远")),
    "without surnames": ("出席（3人）：呼和 乌云毕力格 其其格玛", present("呼和", "乌云毕力格", "其其格玛")),
    "labels": ("出席：\n主任：章若川\n副主任：任 远 柯以宁\n委员：于 是", present("章若川", "任远", "柯以宁", "于是")),
    "titles in columns": ("出席：\n主任 章若川\n副主任 任 远 柯以宁", present("章若川", "任远", "柯以宁")),
    "notes": ("出席：章若川（女）、任远（满族）", present("章若川", "任远")),
    "numbered": ("出席人员：\n1. 章若川\n2. 任 远", present("章若川", "任远")),
    "leave with causes": (
        "请假（2人）：章若川（因病）、任远（因公出差）",
        [("章若川", "on_leave"), ("任远", "on_leave")],
    ),
    "absent": ("出席（1人）：章若川\n缺席（1人）：任远", [("章若川", "present"), ("任远", "on_leave")]),
    "one line": ("出席：章若川、任远　请假：柯以宁", [*present("章若川", "任远"), ("柯以宁", "on_leave")]),
    "a column for the status": (
        "序号\t姓名\t出席情况\n1\t章若川\t出席\n2\t任 远\t请假",
        [("章若川", "present"), ("任远", "on_leave")],
    ),
    "none on leave": ("出席（1人）：章若川\n请假：无", present("章若川")),
}


@pytest.mark.parametrize("case", LISTS)
def test_a_list_of_members(case: str) -> None:
    body, expected = LISTS[case]
    assert people(ATTENDANCE + body + "\n") == expected


OBSERVER_LISTS: dict[str, tuple[str, list[Observer]]] = {
    "post and name in columns": (
        "区财政局局长\t安正清\n区人民法院院长\t程 度",
        [("安正清", "财政局", "局长"), ("程度", "人民法院", "院长")],
    ),
    "body, title, name": ("区财政局\t局长\t安正清", [("安正清", "财政局", "局长")]),
    "name first": (
        "姓名\t单位及职务\n安正清\t区财政局局长\n程 度\t区审计局副局长",
        [("安正清", "财政局", "局长"), ("程度", "审计局", "副局长")],
    ),
    "name, body, title": ("安正清\t区财政局\t局长", [("安正清", "财政局", "局长")]),
    "numbers in front": (
        "1\t安正清\t区财政局局长\n2\t程度\t区审计局局长",
        [("安正清", "财政局", "局长"), ("程度", "审计局", "局长")],
    ),
    "two columns": (
        "区财政局局长 安正清  区审计局局长 程 度",
        [("安正清", "财政局", "局长"), ("程度", "审计局", "局长")],
    ),
    "one post for two": (
        "区财政局副局长\t安正清、程度",
        [("安正清", "财政局", "副局长"), ("程度", "财政局", "副局长")],
    ),
    "label": ("区财政局：局长安正清，副局长程度", [("安正清", "财政局", "局长"), ("程度", "财政局", "副局长")]),
    "body on a line of its own": (
        "区财政局\n局长 安正清\n副局长 程 度",
        [("安正清", "财政局", "局长"), ("程度", "财政局", "副局长")],
    ),
    "body without a title": ("区财政局 安正清", [("安正清", "财政局", None)]),
    "post in a bracket": (
        "安正清（区财政局局长）、程度（区审计局局长）",
        [("安正清", "财政局", "局长"), ("程度", "审计局", "局长")],
    ),
    "nobody named": (
        "区消防救援大队\t负责人\n各街道人大工委主任\n区财政局局长\t安正清",
        [("安正清", "财政局", "局长")],
    ),
    "office of state by its title": ("副区长\t安正清", [("安正清", "人民政府", "副区长")]),
    "acting": ("区人民检察院代检察长\t罗敷", [("罗敷", "人民检察院", "检察长")]),
    "towns": ("各街镇人大：\n白沙镇 安正清", [("安正清", "白沙镇人民代表大会", None)]),
    "two posts": (
        "区委常委、区政府副区长\t安正清",
        [("安正清", f"中国共产党{DISTRICT}委员会", "常委"), ("安正清", "人民政府", "副区长")],
    ),
    "two people, two courts": ("区人民法院院长、区人民检察院检察长罗敷", [("罗敷", "人民检察院", "检察长")]),
}


@pytest.mark.parametrize("case", OBSERVER_LISTS)
def test_a_list_of_observers(case: str) -> None:
    body, expected = OBSERVER_LISTS[case]
    assert observers(OBSERVERS + body + "\n") == expected


SENTENCES = {
    "chair": ("会议由区人大常委会主任章若川主持。", present("章若川")),
    "chair and more": (
        "主任章若川主持会议，副主任任远、柯以宁，秘书长于是及委员共28人出席会议。",
        present("章若川", "任远", "柯以宁", "于是"),
    ),
    "list behind the verb": (
        "出席会议的有主任章若川，副主任任远、柯以宁，委员于是、车前等二十九人。",
        present("章若川", "任远", "柯以宁", "于是", "车前"),
    ),
    "colon": (
        "出席会议的有：主任章若川，副主任任远。列席会议的有：区财政局局长安正清。",
        [*present("章若川", "任远"), ("安正清", "observer")],
    ),
    "in turns": ("会议由主任章若川、副主任任远先后主持。", present("章若川", "任远")),
    "commissioned": ("受主任章若川委托，副主任任远主持会议。", present("任远")),
    "leave": (
        "副主任任远因病请假，委员柯以宁、于是因公请假。",
        [("任远", "on_leave"), ("柯以宁", "on_leave"), ("于是", "on_leave")],
    ),
    "observers": (
        "副区长安正清、区人民法院院长程度和各街道负责人列席会议。",
        [("安正清", "observer"), ("程度", "observer")],
    ),
    "joined by 和": ("副主任任远和柯以宁出席会议。", present("任远", "柯以宁")),
    "invited": ("区人大代表安正清、程度应邀列席会议。", [("安正清", "observer"), ("程度", "observer")]),
    "spaced dots": ("主任艾山 · 买买提主持会议。", present("艾山·买买提")),
    "without surnames": (
        "主任巴图主持会议，副主任呼和、格日勒、孟根，秘书长阿古拉及委员共31人出席会议。",
        present("巴图", "呼和", "格日勒", "孟根", "阿古拉"),
    ),
    "a name that ends before 及": ("副主任任远、于是及委员27人出席了会议。", present("任远", "于是")),
    "with notes": ("会议由主任章若川（女）主持。", present("章若川")),
    "two plenary sessions": ("主任章若川主持第一次全体会议，副主任任远主持第二次全体会议。", present("章若川", "任远")),
    "still more observers": (
        "列席会议的还有区人民法院副院长程度以及区人大常委会各工作机构负责人。",
        [("程度", "observer")],
    ),
    "old": ("县长乔木林、县检察院检察长罗敷及各公社主任列席了会议。", [("乔木林", "observer"), ("罗敷", "observer")]),
    "four characters behind a post": (
        "副区长艾山·买买提、区人民法院院长程度、区人民检察院代检察长居马别克、区司法局负责人列席会议。",
        [("艾山·买买提", "observer"), ("程度", "observer"), ("居马别克", "observer")],
    ),
    "one unread of many": (
        "副区长安正清、区人民法院院长程××、区监察委员会主任易安列席会议。",
        [("安正清", "observer"), ("易安", "observer")],
    ),
    "congratulating": ("区委书记章若川出席会议并讲话。", present("章若川")),
}


@pytest.mark.parametrize("case", SENTENCES)
def test_sentences_of_minutes(case: str) -> None:
    body, expected = SENTENCES[case]
    assert people(MINUTES + body + "\n") == expected


TRAPS = {
    "another gathering": "会前，区人大常委会副主任任远出席了论证会。",
    "a party of its kind": "区人大常委会主任会议召开，主任章若川主持。",
    "an oath": "宣誓仪式由区人大常委会主任章若川主持。",
    "chairs a plan": "区林业局局长安正清主持编制的规划已经印发。",
    "in turns without names": "主席团会议由大会主席团常务主席轮流主持。",
    "planned": "会议拟由副主任任远主持。",
    "asked to come": "请副区长安正清列席会议。",
    "ruled": "副区长安正清应当列席会议。",
    "every time": "副区长安正清每次列席会议，都认真听取意见。",
    "nobody named": "会议由副主任主持，常委会组成人员31人，出席27人。",
    "quoted": "会议学习了“副区长安正清列席会议”的报道。",
    "part of it": "区人大常委会副主任任远主持工作。",
    "next time": "会议决定，下次会议由副主任任远主持。",
    "if the chair cannot come": "主任因故不能出席时，由副主任任远主持。",
    "did not come": "区监委主任易安因故未能出席会议。",
    "once before": "全国人大常委会副委员长章若川曾列席会议。",
    "in another room": "会后，主任章若川参加了座谈。",
    "a forum chaired": "副主任任远主持召开座谈会，副区长乔木林参加会议。",
    "unexcused": "委员于是无故缺席。",
    "acts behind a post": "区长高度重视、区人民法院院长安排部署、副区长认真落实后列席会议。",
    "office alone": "区人民法院院长、区人民检察院检察长列席会议。",
}


@pytest.mark.parametrize("case", TRAPS)
def test_traps_in_minutes(case: str) -> None:
    assert people(MINUTES + TRAPS[case] + "\n") == []


@pytest.mark.parametrize(
    "title",
    [
        f"关于召开{MEETING}的通知",
        f"关于{MEETING}筹备工作情况的报告",
        f"{MEETING}主持词",
        f"{MEETING}议程",
        f"{MEETING}列席范围的规定",
    ],
)
def test_papers_that_tell_of_no_meeting_held(title: str) -> None:
    assert people(f"{title}\n\n会议由副主任任远主持。\n列席人员：副区长安正清\n") == []


def test_a_list_inside_minutes_ends_with_it() -> None:
    lines = "主持人：章若川\n出席：任 远  柯以宁\n列席：区财政局局长 安正清\n记录：于 是\n会议听取了区财政局局长程度的汇报。\n"
    found = people(f"{MEETING}纪要\n\n时间：2024年3月5日\n{lines}")
    assert found == [*present("章若川", "任远", "柯以宁"), ("安正清", "observer")]


def test_another_meeting_in_the_same_paper() -> None:
    text = MINUTES + "主任章若川主持会议。\n2024年4月9日，区七届人大常委会第十次会议召开，副主任任远主持会议。\n"
    rows = {(row.person, row.meeting.session) for row in read(text).attendance}
    assert rows == {("章若川", 9), ("任远", 10)}


def test_counts_go_to_the_meeting() -> None:
    meeting = read(
        ATTENDANCE + "一、应出席会议：3人\n二、出席（2人）：\n章若川 任 远\n三、请假（1人）：\n柯以宁\n"
    ).meetings[0]
    assert (meeting.expected, meeting.present, meeting.on_leave) == (3, 2, 1)


def test_counts_in_a_sentence() -> None:
    meeting = read(MINUTES + "应到委员28人，实到24人，因病因事请假4人。\n").meetings[0]
    assert (meeting.expected, meeting.present, meeting.on_leave) == (28, 24, 4)


def test_a_count_that_the_list_contradicts_is_an_issue() -> None:
    gazette = read(ATTENDANCE + "出席（3人）：\n章若川 任 远\n")
    assert [issue.kind for issue in gazette.issues] == ["count_mismatch"]


@pytest.mark.parametrize(
    "entry", ["区消防救援大队\t负责人", "各街道人大工委主任", "区政府有关部门负责同志", "部分区人大代表"]
)
def test_unnamed_observers_are_no_issue(entry: str) -> None:
    gazette = read(OBSERVERS + entry + "\n")
    assert gazette.attendance == []
    assert gazette.issues == []


def test_an_entry_that_may_hide_a_name_is_an_issue() -> None:
    gazette = read(OBSERVERS + "区财政局局长\t安□\n")
    assert gazette.attendance == []
    assert [issue.kind for issue in gazette.issues] == ["unread_entry"]


def test_a_table_of_ticks_is_an_issue() -> None:
    gazette = read(ATTENDANCE + "姓名\t出席\t请假\n章若川\t√\t\n任 远\t\t√\n")
    assert gazette.attendance == []
    assert [issue.kind for issue in gazette.issues] == ["unread_list"]


def test_one_post_of_many_bodies_with_names_is_an_issue() -> None:
    gazette = read(MINUTES + "各街道人大工委主任钱江列席会议。\n")
    assert gazette.attendance == []
    assert [issue.kind for issue in gazette.issues] == ["unread_entry"]


def test_a_sentence_without_end_is_read_quickly() -> None:
    began = perf_counter()
    read(MINUTES + "副主任王和李和张和" * 400 + "出席会议。\n")
    assert perf_counter() - began < 5


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("区人大常委会主任那木巴雅尔主持会议。", present("那木巴雅尔")),
        ("副主任阿拉坦德力格尔、额尔敦其木格、任远出席会议。", present("阿拉坦德力格尔", "额尔敦其木格", "任远")),
        ("受区人大常委会主任委托，常务副主任东门若水主持会议。", present("东门若水")),
        ("受主任柯以宁委托，副主任任远主持会议。", present("任远")),
    ],
)
def test_names_of_several_syllables_behind_a_title(sentence: str, expected: list[Person]) -> None:
    found = read(f"{MINUTES}{sentence}")
    assert list(dict.fromkeys((row.person, row.status) for row in found.attendance)) == expected
    assert not [issue for issue in found.issues if "委托" in issue.text]


def test_a_street_is_nobody() -> None:
    assert people(f"{ATTENDANCE}出席（2人）：\n章若川 任 远\n东门街道\n") == present("章若川", "任远")


SIGN_IN = f"{MEETING}参会人员签到情况\n（2024年3月5日）\n\n常委会组成人员（应到5人）\n"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("章若川√　任　远√　柯以宁（请假）", [*present("章若川", "任远"), ("柯以宁", "on_leave")]),
        ("章若川（事假）　任　远 √　柯以宁√", [("章若川", "on_leave"), *present("任远", "柯以宁")]),
        ("章若川√　任　远　柯以宁√", present("章若川", "柯以宁")),
        ("章若川√　任　远×　柯以宁○", present("章若川")),
        ("注：√表示请假\n章若川√　任　远√", []),
        ("姓名\t出席\t请假\n章若川\t√\t\n任 远\t\t√", []),
    ],
)
def test_sign_in_lists(body: str, expected: list[Person]) -> None:
    assert people(SIGN_IN + body + "\n") == expected


def test_one_without_a_mark_in_a_signed_list_is_an_issue() -> None:
    gazette = read(SIGN_IN + "章若川√　任　远　柯以宁√\n")
    assert [issue.kind for issue in gazette.issues] == ["unread_entry"]


def test_a_leave_in_a_list_of_those_present() -> None:
    found = people(ATTENDANCE + "出席：\n章若川　任　远　柯以宁（请假）\n")
    assert found == [*present("章若川", "任远"), ("柯以宁", "on_leave")]


def test_who_came_instead() -> None:
    found = observers(
        OBSERVERS + "白沙镇人大主席　章若川（副主席　任　远代）\n区民政局局长　柯以宁（由副局长于是代为列席）\n"
    )
    assert found == [("任远", "白沙镇人民代表大会", "副主席"), ("于是", "民政局", "副局长")]


def test_somebody_unnamed_who_came_instead_is_an_issue() -> None:
    gazette = read(OBSERVERS + "区民政局局长　柯以宁（副局长代）\n区水务局局长　任　远\n")
    assert [row.person for row in gazette.attendance] == ["任远"]
    assert [issue.kind for issue in gazette.issues] == ["unread_entry"]


@pytest.mark.parametrize("label", ["委 员 长", "秘 书 长", "副 主 任", "主 任"])
def test_spaced_titles(label: str) -> None:
    assert people(ATTENDANCE + f"出席：\n{label}　　章若川　任　远\n") == present("章若川", "任远")


def test_state_councillor() -> None:
    assert observers(OBSERVERS + "国务委员　章若川\n") == [("章若川", "国务院", "国务委员")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "主任章若川、副主任达瓦巴雅、任远长山、艾山·买买提和秘书长于是及委员共38人出席了会议。",
            ["章若川", "达瓦巴雅", "任远长山", "艾山·买买提", "于是"],
        ),
        ("主任章若川、全体委员、副主任于是出席会议。", ["于是"]),
        ("主任章若川、安全工作、副主任于是出席会议。", ["于是"]),
    ],
)
def test_names_between_names(sentence: str, expected: list[str]) -> None:
    found = [name for name, _ in people(MINUTES + sentence + "\n")]
    assert set(found) <= {*expected, "章若川"} and set(expected) <= set(found)
