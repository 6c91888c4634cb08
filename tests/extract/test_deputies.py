"""Deputies' seats in reports of all decades and in announcements, and what is none."""

from __future__ import annotations

from io import BytesIO

import pytest

from kg.model.gazette import Gazette
from kg.pipeline import read_gazette
from kg.read import read_stream

DISTRICT = "东溟省泽浦市溪棠区人民代表大会"
PROVINCE = "东溟省人民代表大会"
REPORT = """关于个别代表的代表资格的报告
（2024年9月26日东溟省泽浦市溪棠区第五届人民代表大会常务委员会第二十五次会议通过）

溪棠区人民代表大会常务委员会：
{body}
"""
ANNOUNCEMENT = """东溟省人民代表大会常务委员会公告
〔十四届〕第十二号

{body}
特此公告。

东溟省人民代表大会常务委员会
2024年5月30日
"""
NINETIES = """云岭省人大常委会代表资格审查委员会关于代表变动情况和补选代表的代表资格的审查报告

（1993年9月10日云岭省第八届人民代表大会常务委员会第四次会议通过）

云岭省人民代表大会常务委员会：
{body}
"""


def gazette(text: str) -> Gazette:
    return read_gazette(read_stream(BytesIO(text.encode()), "case"))


def seats(found: Gazette) -> list[tuple[str, str, str | None, str | None]]:
    return [(row.person, row.change, row.constituency, row.reason) for row in found.deputies]


def events(found: Gazette) -> list[tuple[str, str | None, str, str | None, str | None]]:
    return [(row.event, row.person, row.title, row.body, row.date) for row in found.personnel]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "由溪棠区第3选区选出的溪棠区第五届人民代表大会代表，溪棠区教育局原局长柳依依，因病于2024年6月3日去世；"
            "由第8选区选出的溪棠区第五届人民代表大会代表、桐花街道村民委员会委员杜蘅，因工作调动，本人提出辞去代表职务，"
            "区五届人大常委会第二十四次会议决定接受其辞职。依照代表法的有关规定，柳依依、杜蘅的代表资格终止。",
            [
                ("柳依依", "terminated", "溪棠区第3选区", "因病于2024年6月3日去世"),
                ("杜蘅", "terminated", "第8选区", "因工作调动，本人提出辞去代表职务"),
            ],
        ),
        (
            "近日，区第五届人大代表韦应龙、常建同志已调离本区。韦应龙、常建同志的区第五届人大代表资格自行终止。",
            [("韦应龙", "terminated", None, "已调离本区"), ("常建", "terminated", None, "已调离本区")],
        ),
        (
            "代表刘长卿因病逝世，其代表资格自然终止。\n代表岑夫子、丹丘生调离本行政区域，其代表资格自行终止。",
            [
                ("刘长卿", "terminated", None, "因病逝世"),
                ("岑夫子", "terminated", None, "调离本行政区域"),
                ("丹丘生", "terminated", None, "调离本行政区域"),
            ],
        ),
        (
            "因工作调动辞去代表职务的2名：贺方回（第2选区）、周邦彦（第7选区）。去世的1名：宴几道（第9选区）。"
            "上述3名代表的代表资格终止。",
            [
                ("贺方回", "terminated", "第2选区", "因工作调动辞去代表职务"),
                ("周邦彦", "terminated", "第7选区", "因工作调动辞去代表职务"),
                ("宴几道", "terminated", "第9选区", "去世"),
            ],
        ),
        (
            "第12选区依法补选桐花小学教师师文君（女）为溪棠区第五届人民代表大会代表。"
            "第40选区依法补选区人民医院副主任医师高适远、居民小组长孙一诺为溪棠区第五届人民代表大会代表。"
            "经审查，师文君、高适远、孙一诺的代表资格均有效。",
            [
                ("师文君", "elected", "第12选区", None),
                ("高适远", "elected", "第40选区", None),
                ("孙一诺", "elected", "第40选区", None),
            ],
        ),
        (
            "第2选区补选的吴文英、第7选区补选的姜白石，代表资格有效。",
            [("吴文英", "elected", "第2选区", None), ("姜白石", "elected", "第7选区", None)],
        ),
        (
            "溪棠区第五届人民代表大会常务委员会第二十四次会议决定接受朱敦儒、张元干辞去溪棠区第五届人民代表大会代表职务的请求。"
            "朱敦儒、张元干的代表资格终止。",
            [
                ("朱敦儒", "terminated", None, "接受辞去代表职务的请求"),
                ("张元干", "terminated", None, "接受辞去代表职务的请求"),
            ],
        ),
        (
            "第七选区选举的代表王维因工作变动辞去区第五届人民代表大会代表职务，常委会第二十次会议已接受其辞职，"
            "其代表资格相应终止。\n第七选区于2024年8月20日补选孟浩然为溪棠区第五届人民代表大会代表，其代表资格有效。",
            [
                ("王维", "terminated", "第七选区", "因工作变动辞去区第五届人民代表大会代表职务"),
                ("孟浩然", "elected", "第七选区", None),
            ],
        ),
        (
            "一、补选代表情况\n1.第3选区补选储光羲；\n2.第9选区补选裴度。\n储光羲、裴度2名同志的代表资格合法有效。\n"
            "二、终止代表资格情况\n1.裴迪，第1选区选出，因调离本行政区域，代表资格自行终止；\n"
            "2.卢象，第2选区选出，因病去世，代表资格自然终止。",
            [
                ("储光羲", "elected", "第3选区", None),
                ("裴度", "elected", "第9选区", None),
                ("裴迪", "terminated", "第1选区", "因调离本行政区域"),
                ("卢象", "terminated", "第2选区", "因病去世"),
            ],
        ),
    ],
)
def test_report(body: str, expected: list[tuple[str, str, str | None, str | None]]) -> None:
    found = gazette(REPORT.format(body=body))
    assert seats(found) == expected
    assert {row.congress for row in found.deputies} == {DISTRICT}
    assert {row.term for row in found.deputies} == {5}


def test_electing_units_of_the_nineties() -> None:
    body = (
        "云岭省第八届人民代表大会代表出缺5名。其中：调离本省的2名：榕溪市的贺双卿、松河县选出的鲁迅之；"
        "病故的1名：云岭省军区的段长缨；因工作变动辞职的2名：桃源县选出的陶潜、陶侃。上述5名代表的代表资格已终止。\n"
        "榕溪市补选1名（贺知新）；松河县补选2名（石崇、绿珠），省军区军人代表大会补选1名(霍去病)。"
        "经审查，补选的4名代表的代表资格有效。"
    )
    found = gazette(NINETIES.format(body=body))
    assert seats(found) == [
        ("贺双卿", "terminated", "榕溪市", "调离本省"),
        ("鲁迅之", "terminated", "松河县", "调离本省"),
        ("段长缨", "terminated", "云岭省军区", "病故"),
        ("陶潜", "terminated", "桃源县", "因工作变动辞职"),
        ("陶侃", "terminated", "桃源县", "因工作变动辞职"),
        ("贺知新", "elected", "榕溪市", None),
        ("石崇", "elected", "松河县", None),
        ("绿珠", "elected", "松河县", None),
        ("霍去病", "elected", "省军区", None),
    ]
    confirmed = [row.person for row in found.personnel if row.event == "confirm"]
    assert confirmed == ["贺知新", "石崇", "绿珠", "霍去病"]


def test_all_by_elected_are_confirmed_though_one_is_named() -> None:
    body = "第5选区补选科学技术协会主席鱼玄；第44选区补选工人岑参军为溪棠区第五届人民代表大会代表。鱼玄等2人的代表资格有效。"
    found = gazette(REPORT.format(body=body))
    assert [row.person for row in found.personnel if row.event == "confirm"] == ["鱼玄", "岑参军"]
    assert [row.described_as for row in found.deputies] == ["科学技术协会主席", "工人"]


def test_offices_end_with_the_seat() -> None:
    body = (
        "柳依依已调离本区，柳依依的代表资格终止。"
        "柳依依的区人大常委会委员、财政经济委员会副主任委员、代表资格审查委员会委员职务相应终止。"
    )
    ended = [row for row in events(gazette(REPORT.format(body=body))) if row[2] != "代表"]
    assert ended == [
        ("terminate", "柳依依", "委员", DISTRICT + "常务委员会", "2024-09-26"),
        ("terminate", "柳依依", "副主任委员", DISTRICT + "财政经济委员会", "2024-09-26"),
        ("terminate", "柳依依", "委员", DISTRICT + "常务委员会代表资格审查委员会", "2024-09-26"),
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "东溟省泽浦市人大常委会于2024年4月12日召开会议，决定接受沈复辞去东溟省第十四届人民代表大会代表职务。"
            "沈复的代表资格终止。",
            [
                ("accept_resignation", "沈复", "代表", PROVINCE, "2024-04-12"),
                ("terminate", "沈复", "代表", PROVINCE, "2024-05-30"),
            ],
        ),
        (
            "东溟省泽浦市人大常委会决定罢免蒋干的东溟省第十四届人民代表大会代表职务。依照选举法的规定，蒋干的代表资格终止。",
            [("dismiss", "蒋干", "代表", PROVINCE, None), ("terminate", "蒋干", "代表", PROVINCE, "2024-05-30")],
        ),
        (
            "由香泽地区候选人名单顺序在先的候选人罗敷递补为东溟省第十四届人民代表大会代表。"
            "东溟省第十四届人民代表大会常务委员会第九次会议确认罗敷的代表资格有效。",
            [
                ("elect", "罗敷", "代表", PROVINCE, None),
                ("confirm", "罗敷", "代表", PROVINCE, "2024-05-30"),
            ],
        ),
        (
            "泽浦市补选司马长风、令狐青为东溟省第十四届人民代表大会代表。司马长风、令狐青的代表资格有效。",
            [
                ("elect", "司马长风", "代表", PROVINCE, None),
                ("elect", "令狐青", "代表", PROVINCE, None),
                ("confirm", "司马长风", "代表", PROVINCE, "2024-05-30"),
                ("confirm", "令狐青", "代表", PROVINCE, "2024-05-30"),
            ],
        ),
    ],
)
def test_announcement(body: str, expected: list[tuple[str, str, str, str, str | None]]) -> None:
    assert events(gazette(ANNOUNCEMENT.format(body=body))) == expected


def test_national_congress() -> None:
    body = (
        "由甲江省选出的第十四届全国人民代表大会代表，甲江省人民政府原副省长石破天，涉嫌严重违纪违法，"
        "本人提出辞去第十四届全国人民代表大会代表职务。2024年3月29日，甲江省人大常委会决定接受其辞职。"
        "石破天的代表资格终止。石破天的第十四届全国人民代表大会外事委员会委员职务相应终止。"
    )
    text = ANNOUNCEMENT.replace("东溟省", "全国").format(body=body)
    assert events(gazette(text)) == [
        ("accept_resignation", "石破天", "代表", "全国人民代表大会", "2024-03-29"),
        ("terminate", "石破天", "代表", "全国人民代表大会", "2024-05-30"),
        ("terminate", "石破天", "委员", "全国人民代表大会外事委员会", "2024-05-30"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "经审查，新当选的5名代表的代表资格有效。",
        "有12名代表的代表资格终止，其中5人因去世，7人调离本区。",
        "代表有下列情形之一的，其代表资格终止：（一）辞职被接受的；（二）被罢免的。",
        "拟补选代表2名，候选人由各选区提出。",
        "溪棠区第五届人民代表大会代表蒋干被采取强制措施，暂时停止其执行代表职务。",
        "选举产生的溪棠区第五届人民代表大会代表250名，代表资格全部有效。",
        "本次变动后，溪棠区第五届人民代表大会实有代表248人。",
    ],
)
def test_no_seat_changes(body: str) -> None:
    found = gazette(REPORT.format(body=body))
    assert seats(found) == []
    assert events(found) == []


@pytest.mark.parametrize(
    "body",
    [
        "会议学习了代表法关于罢免、辞职、补选代表职务和终止代表资格的规定。",
        "东溟省第十四届人民代表大会常务委员会第九次会议决定：许可对省人大代表蒋干采取强制措施，暂时停止其执行代表职务。",
        "代表提出辞职的，由常务委员会决定接受其辞职，其代表资格终止。",
    ],
)
def test_announcement_of_no_change(body: str) -> None:
    found = gazette(ANNOUNCEMENT.format(body=body))
    assert seats(found) == []
    assert events(found) == []


def test_told_in_retrospect() -> None:
    body = "常委会工作报告\n\n一年来，补选市人大代表2名，终止王维、李颀等3名代表的代表资格，接受5名代表辞职。\n"
    found = gazette(body)
    assert seats(found) == []
    assert events(found) == []


def test_a_name_that_is_not_read_is_an_issue() -> None:
    found = gazette(REPORT.format(body="某公司工会负责同志的代表资格终止。"))
    assert seats(found) == []
    assert any("代表资格终止" in issue.text for issue in found.issues)


NUMBERED = "一、调离本行政区域2名：溪棠区选出的柳依依，梅川县选出的杜蘅，因工作调动迁出本行政区域，依照代表法第四十九条的规定，其代表资格自行终止。"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (NUMBERED, ["柳依依", "杜蘅"]),
        ("溪棠区选出的柳依依，梅川县选出的杜蘅，因工作调动迁出本行政区域，其代表资格自行终止。", ["柳依依", "杜蘅"]),
        ("二、辞职1名：梅川县选出的宁采，因健康原因，本人提出辞去代表职务。其代表资格终止。", ["宁采"]),
        ("三、去世1名：梅川县的宁采，因病医治无效，根据法律规定，其代表资格自行终止。", ["宁采"]),
        (
            "四、迁出2名：梅川县选出的宁采，已于5月迁出本县区域，溪棠区选出的杜蘅，调往外省。其代表资格终止。",
            ["宁采", "杜蘅"],
        ),
        ("依照代表法第四十九条的规定，区域的代表资格终止。", []),
        ("依照法律的规定，规定、终止的代表资格终止。", []),
    ],
)
def test_words_of_the_formula_are_no_deputies(body: str, expected: list[str]) -> None:
    found = gazette(NINETIES.format(body=body)).deputies
    assert [row.person for row in found if row.change == "terminated"] == expected


def test_his_offices_are_those_of_the_last_named() -> None:
    body = (
        NUMBERED + "\n二、辞职1名：梅川县选出的宁采，因健康原因，本人提出辞去代表职务，梅川县人大常委会已于1993年2月6日"
        "决定接受其辞职。其代表资格终止，其省人大常委会委员职务相应终止。"
    )
    found = gazette(NINETIES.format(body=body))
    assert [row.person for row in found.personnel if row.title == "委员"] == ["宁采"]
    told = [event for event in events(found) if event[0] == "accept_resignation"]
    assert told == [("accept_resignation", "宁采", "代表", "云岭省人民代表大会", "1993-02-06")]


READ_FIRST = """关于个别代表的代表资格的报告
——2014年8月25日在溪棠区第五届人民代表大会常务委员会第十六次会议上
区人大常委会代表资格审查委员会主任委员　葛见山

区人大常委会：
　　由云渡镇选出的代表皮月新调离本区；由雁荡镇选出的代表景春生因挪用公款，被雁荡镇人民代表大会罢免其代表职务。根据代表法的规定，皮月新、景春生的代表资格终止。
　　以上报告，请予审议。

（溪棠区第五届人民代表大会常务委员会第十六次会议2014年8月27日通过）
"""


def test_a_seat_ends_on_the_day_of_the_adoption_printed_at_the_foot() -> None:
    ended = [row for row in gazette(READ_FIRST).personnel if row.event == "terminate"]
    assert [(row.person, row.date) for row in ended] == [("皮月新", "2014-08-27"), ("景春生", "2014-08-27")]


def test_a_recall_told_in_one_clause_is_not_that_of_the_people_of_another() -> None:
    recalled = [row for row in gazette(READ_FIRST).personnel if row.event == "dismiss"]
    assert [(row.person, row.date, row.decided_by) for row in recalled] == [("景春生", None, recalled[0].decided_by)]
    assert "雁荡镇" in str(recalled[0].decided_by)


def test_two_deputies_of_one_name_in_one_report_are_two() -> None:
    body = "第3选区补选王建为{c}第五届人民代表大会代表；第9选区补选王建为{c}第五届人民代表大会代表。经审查，上述2名补选代表的代表资格有效。"
    found = gazette(REPORT.format(body=body.format(c="溪棠区"))).deputies
    assert [(one.person, one.constituency) for one in found] == [("王建", "第3选区"), ("王建", "第9选区")]


def test_a_seat_told_twice_is_one() -> None:
    told = "由第3选区选出的溪棠区第五届人民代表大会代表王建，调离本行政区域。依照代表法的有关规定，王建的代表资格终止。"
    found = gazette(REPORT.format(body=told) + "\n" + REPORT.format(body=told.replace("由第3选区选出的", ""))).deputies
    assert [(one.person, one.constituency) for one in found] == [("王建", "第3选区")]
