"""Where a gazette contradicts itself, check by check, and the same words where it does not."""

from __future__ import annotations

from io import BytesIO

import pytest

from kg.model.gazette import Gazette
from kg.pipeline import read_gazette
from kg.read import read_stream


def gazette(text: str) -> Gazette:
    return read_gazette(read_stream(BytesIO(text.encode()), "case"))


def kinds(text: str) -> list[str]:
    return [one.kind for one in gazette(text).findings]


def told(text: str) -> list[str]:
    return [one.en for one in gazette(text).findings]


ATTENDANCE = """青岭县第九届人大常委会第十二次会议出席、请假情况

（2023年5月18日）

一、应出席会议：{expected}人

二、出席（{present}人）：

安 然  柏 舟  车 前  方 圆  高 山

三、请假（1人）：

江 枫
"""


@pytest.mark.parametrize(
    ("expected", "present", "found"),
    [
        ("6", "5", []),
        ("6", "6", ["count_mismatch", "count_mismatch"]),
        ("8", "5", ["count_mismatch"]),
        ("六", "五", []),
    ],
)
def test_who_came_is_counted(expected: str, present: str, found: list[str]) -> None:
    assert kinds(ATTENDANCE.format(expected=expected, present=present)) == found


def test_a_list_that_was_not_read_is_not_counted() -> None:
    text = ATTENDANCE.format(expected="7", present="6").replace("高 山", "高 山  ■■")
    assert kinds(text) == []


ASSESSORS = """泽浦市云水区人民代表大会常务委员会任命名单
（2022年3月9日泽浦市云水区第三届人民代表大会常务委员会第八次会议通过）

任命下列{count}名同志为泽浦市云水区人民法院人民陪审员：
安 然、柏 舟、车 前、方 圆
"""


@pytest.mark.parametrize(("count", "found"), [("4", []), ("四", []), ("5", ["count_mismatch"])])
def test_assessors_are_counted(count: str, found: list[str]) -> None:
    assert kinds(ASSESSORS.format(count=count)) == found


VOTES = """关于补选柏舟为东溟省人民代表大会代表的报告

2023年4月27日，泽浦市第八届人民代表大会常务委员会第九次会议补选省人大代表。常委会组成人员{members}人，实际到会{present}人。
补选结果，柏舟得赞成{ayes}票，反对1票，弃权1票。{more}
"""


@pytest.mark.parametrize(
    ("members", "present", "ayes", "more", "found"),
    [
        (41, 38, 36, "", []),
        (41, 38, 37, "", ["vote_mismatch"]),
        (41, 38, 30, "", ["vote_mismatch"]),
        (41, 38, 30, "未按表决器6人。", []),
        (30, 38, 36, "", ["count_mismatch"]),
    ],
)
def test_votes_are_added_up(members: int, present: int, ayes: int, more: str, found: list[str]) -> None:
    assert kinds(VOTES.format(members=members, present=present, ayes=ayes, more=more)) == found


AGENDA = """云水区第三届人大常委会第{session}次会议议程
（2022年3月9日泽浦市云水区第三届人民代表大会常务委员会第{noted}次会议通过）

一、听取和审议区人民政府关于学前教育工作情况的报告
二、听取和审议区人民政府关于河道整治工作情况的报告
三、听取和审议区人民政府关于养老服务工作情况的报告
四、听取和审议区人民法院关于执行工作情况的报告
"""


def paper(subject: str, day: str = "2022年3月9日", session: str = "八") -> str:
    return f"""
关于{subject}的报告
——{day}在泽浦市云水区第三届人民代表大会常务委员会第{session}次会议上
区教育局局长 安 然

主任、各位副主任、各位委员：
现将工作情况报告如下，请予审议。
以上报告，请予审议。
"""


SUBJECTS = ("学前教育工作情况", "河道整治工作情况", "养老服务工作情况", "法院执行工作情况")


def test_an_agenda_adopted_at_another_session() -> None:
    assert kinds(AGENDA.format(session="八", noted="八")) == []
    assert kinds(AGENDA.format(session="八", noted="七")) == ["meeting_mismatch"]


def test_a_session_with_two_days() -> None:
    same = AGENDA.format(session="八", noted="八") + "".join(map(paper, SUBJECTS))
    assert kinds(same) == []
    assert kinds(same + paper("文化工作情况", "2022年3月10日")) == []
    assert kinds(same + paper("文化工作情况", "2022年5月9日")) == ["date_mismatch"]


def test_two_sessions_on_one_day() -> None:
    base = paper(SUBJECTS[0]) + paper(SUBJECTS[1], "2022年4月28日", "九")
    assert kinds(base) == []
    assert kinds(base + paper(SUBJECTS[2], "2022年3月9日", "九")) == ["meeting_mismatch"]


def test_a_point_of_the_agenda_without_its_paper() -> None:
    agenda = AGENDA.format(session="八", noted="八")
    assert kinds(agenda + "".join(map(paper, SUBJECTS[:3]))) == ["missing_document"]
    # A gazette that prints a selection misses nothing.
    assert kinds(agenda + "".join(map(paper, SUBJECTS[:2]))) == []
    assert kinds(agenda) == []


CONTENTS = """云水区人民代表大会常务委员会公报
2022年第2号

目录
{listed}·······（1）
关于河道整治工作情况的报告·······安 然（3）
"""


@pytest.mark.parametrize(
    ("listed", "found"),
    [
        ("关于学前教育工作情况的报告", []),
        ("关于学前教育工作情况的报", ["title_mismatch"]),
        ("关于学前教肓工作情况的报告", ["title_mismatch"]),
        ("区政府关于全区学前教育布局规划执行情况的报告", []),
    ],
)
def test_contents_against_headings(listed: str, found: list[str]) -> None:
    text = CONTENTS.format(listed=listed) + paper(SUBJECTS[0]) + paper(SUBJECTS[1])
    assert [kind for kind in kinds(text) if kind == "title_mismatch"] == found


def test_a_word_twice_in_the_agenda() -> None:
    text = AGENDA.format(session="八", noted="八").replace("河道整治工作", "河道整治整治工作")
    assert kinds(text + paper(SUBJECTS[1])) == ["title_mismatch"]
    assert kinds(text) == []


def test_an_annex_that_is_not_printed() -> None:
    report = paper(SUBJECTS[0]).replace("请予审议。\n以上", "项目详见附件1。\n以上")
    assert kinds(report) == ["missing_annex"]
    assert kinds(report + "\n附件1\n项目一览\n") == []


REMOVAL = """泽浦市云水区人民代表大会常务委员会免职名单
（2022年3月9日泽浦市云水区第三届人民代表大会常务委员会第八次会议通过）

免去安然的泽浦市云水区教育局局长职务。
"""


def test_a_post_stated_after_its_end() -> None:
    later = paper(SUBJECTS[0], "2022年6月20日", "十")
    assert kinds(REMOVAL + later) == ["post_after_end"]
    assert kinds(REMOVAL + later.replace("区教育局局长", "原区教育局局长")) == []
    assert kinds(REMOVAL + paper(SUBJECTS[0])) == []
    assert kinds(paper(SUBJECTS[0], "2022年1月20日", "七") + REMOVAL) == []
    again = REMOVAL.replace("免职名单", "任命名单").replace("3月9日", "5月9日").replace("第八次", "第九次")
    assert kinds(REMOVAL + again.replace("免去安然的", "任命安然为").replace("职务。", "。") + later) == []


SEATS = """泽浦市云水区第三届人民代表大会常务委员会代表资格审查委员会关于个别代表的代表资格的报告
（2022年3月9日泽浦市云水区第三届人民代表大会常务委员会第八次会议通过）

由第5选区选出的泽浦市云水区第三届人民代表大会代表柏舟，已调离本行政区域。依照代表法的有关规定，柏舟的代表资格终止。
{more}
"""


def test_the_number_of_deputies() -> None:
    assert kinds(SEATS.format(more="云水区第三届人民代表大会原有代表200名，现实有代表199名。")) == []
    wrong = SEATS.format(more="云水区第三届人民代表大会原有代表200名，现实有代表198名。")
    assert kinds(wrong) == ["count_mismatch"]


def test_a_member_whose_seat_ends() -> None:
    list_ = """
泽浦市云水区第三届人民代表大会常务委员会第八次会议出席情况
（2022年3月9日）
出席（2人）：
柏 舟  车 前
"""
    assert kinds(SEATS.format(more="") + list_) == ["missing_consequence"]
    ended = "柏舟的泽浦市云水区第三届人民代表大会常务委员会委员职务相应终止。"
    assert kinds(SEATS.format(more=ended) + list_) == []


def test_a_deputy_who_has_left_acts_on() -> None:
    later = paper(SUBJECTS[0], "2022年6月20日", "十").replace("安 然", "柏 舟")
    assert "post_after_end" in kinds(SEATS.format(more="") + later)


BUDGET = """关于2023年青岭区本级预算调整方案（草案）的报告
（2023年10月12日在青岭区第三届人民代表大会常务委员会第十五次会议上）
各位委员：
{body}
"""


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("一般公共预算收入由35.6亿元调减为33.2亿元，调减2.4亿元。", []),
        ("一般公共预算收入由35.6亿元调减为33.2亿元，调减2.6亿元。", ["sum_mismatch"]),
        ("一般公共预算收入由35.6亿元调整为3.92亿元，减少31.7亿元。", []),
        ("一般公共预算收入由35.6亿元调整为36亿元，调增4000万元。", []),
        ("一般公共预算收入由35.6亿元调整为36亿元，调增土地收入2亿元。", []),
        ("收入总计和支出总计均由266.67亿元调整为282.36亿元，增加15.58亿元。", ["sum_mismatch"]),
        ("截至2022年末，政府债务余额30亿元，其中：一般债务余额10亿元，专项债务余额20亿元。", []),
        ("截至2022年末，政府债务余额30亿元，其中：一般债务余额10亿元，专项债务余额18亿元。", ["sum_mismatch"]),
        ("截至2022年末，政府债务余额30亿元（一般债务余额10亿元、专项债务余额18亿元）。", ["sum_mismatch"]),
        ("区一般公共预算收入10.0亿元，加上上级补助收入3.0亿元，上年结余1.0亿元，总计14.0亿元。", []),
        ("区一般公共预算收入10.0亿元，加上上级补助收入3.0亿元，上年结余1.0亿元，总计15.0亿元。", ["sum_mismatch"]),
        ("区一般公共预算收入10亿元，加上上级补助收入、上年结余1亿元等，总计15亿元。", []),
    ],
)
def test_money_is_added_up(body: str, found: list[str]) -> None:
    assert kinds(BUDGET.format(body=body)) == found


def test_one_figure_in_two_papers() -> None:
    accounts = BUDGET.replace("预算调整方案（草案）", "财政决算")
    one = accounts.format(body="2022年，全区一般公共预算收入决算数为208207万元。")
    same = accounts.replace("报告", "审查结果的报告").format(body="2022年，全区一般公共预算收入决算数为20.82亿元。")
    assert kinds(one + same) == []
    assert kinds(one + same.replace("20.82", "21.82")) == ["figure_mismatch"]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("开展讲座15场、课程8场、进社区18场，共计41场。", []),
        ("开展讲座15场、课程8场、进社区18场，共计51场。", ["sum_mismatch"]),
        ("开展讲座15场、课程8场、进社区18场等活动，共计51场。", []),
        ("开展讲座15场、课程8场、进社区18场等活动，共计31场。", ["sum_mismatch"]),
        ("开展讲座15场、课程8场，其中进社区18场，共计41场。", []),
        ("开展讲座15场、课程8人、进社区18场，共计51场。", []),
        ("上半年4场；开展讲座15场、课程8场、进社区18场，共计41场。", []),
        ("上半年4场，开展讲座15场、课程8场、进社区18场，共计45场。", []),
    ],
)
def test_counts_are_added_up(body: str, found: list[str]) -> None:
    assert kinds(paper(SUBJECTS[0]).replace("现将工作情况报告如下，请予审议。", body)) == found


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ("一、基本情况\n二、主要做法\n三、下步打算", []),
        ("一、基本情况\n三、下步打算", ["numbering_gap"]),
        ("一、基本情况\n（一）甲\n（三）丙\n二、下步打算", ["numbering_gap"]),
        ("一、基本情况\n（一）甲\n二、主要做法\n（一）乙\n（二）丙", []),
        ("一、基本情况。有了进展。二、主要做法\n三、下步打算", []),
    ],
)
def test_numbers_that_are_skipped(parts: str, found: list[str]) -> None:
    assert kinds(paper(SUBJECTS[0]).replace("现将工作情况报告如下，请予审议。", parts)) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("主要做了以下三个方面工作：一是抓培训；二是抓检查；三是抓整改。", []),
        ("主要做了以下四个方面工作：一是抓培训；二是抓检查；三是抓整改。", ["count_mismatch"]),
        ("围绕四大任务推进工作：一是抓培训；二是抓检查；三是抓整改。", []),
        ("提出以下三点建议：一是抓培训；二是抓检查；三是抓整改，四是抓宣传。", ["count_mismatch"]),
    ],
)
def test_parts_announced_and_told(body: str, found: list[str]) -> None:
    assert kinds(paper(SUBJECTS[0]).replace("现将工作情况报告如下，请予审议。", body)) == found


def test_both_sides_are_evidence() -> None:
    found = gazette(AGENDA.format(session="八", noted="七")).findings[0]
    assert [side.lines for side in found.sides] == [(1,), (2,)]
    assert found.sides[0].rule == "verify.meeting_mismatch"
    assert found.zh == "标题为第8次会议，题注为第7次会议"
    assert found.en == "the title names session 8, the note below it session 7"
