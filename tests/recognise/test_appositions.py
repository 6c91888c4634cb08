"""People with their posts in running text: what is read, and the words that only look like it."""

from __future__ import annotations

import pytest

from kg.lexicon import load
from kg.recognise.appositions import appositions
from kg.recognise.pipeline import pipeline
from kg.recognise.resumes import resume

Row = tuple[str, str, str]


def rows(text: str) -> list[Row]:
    """Person, body and title of everything that is read, in order."""
    found = appositions(text, load())
    return [(text[a:b], post.body, post.title) for one in found for a, b in one.names for post in one.posts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("听取了区财政局局长安正清受区人民政府委托所作的报告", [("安正清", "区财政局", "局长")]),
        ("会上，柳青书记对下一步工作提出了要求。", [("柳青", "", "书记")]),
        ("副区长乔木林、贺兰山到会听取意见", [("乔木林", "人民政府", "副区长"), ("贺兰山", "人民政府", "副区长")]),
        (
            "由区人大常委会党组书记、副主任苏木同志任组长",
            [("苏木", "区人大常委会党组", "书记"), ("苏木", "区人大常委会", "副主任")],
        ),
        (
            "第18选区补选青梧区人民代表大会常务委员会办公室副主任秦岭为代表",
            [("秦岭", "青梧区人民代表大会常务委员会办公室", "副主任")],
        ),
        (
            "松河大学原党委常委、副校长卫夫以及由第3选区选出的",
            [("卫夫", "松河大学党委", "常委"), ("卫夫", "松河大学", "副校长")],
        ),
        ("由云岭省人大常委会批准任命的松河市人民检察院检察长苏辙在会上宣誓", [("苏辙", "松河市人民检察院", "检察长")]),
        ("县人大代表管道升、赵孟就考试办法提出建议", [("管道升", "县人大", "代表"), ("赵孟", "县人大", "代表")]),
        ("2024年5月30日市发展和改革委员会主任陆羽介绍了情况", [("陆羽", "市发展和改革委员会", "主任")]),
        (
            "大同市财政局局长温庭筠与和平区区长李商隐一同前往",
            [("温庭筠", "大同市财政局", "局长"), ("李商隐", "和平区人民政府", "区长")],
        ),
        ("邀请同济大学校长谢朓、向阳区委书记鲍照参加", [("谢朓", "同济大学", "校长"), ("鲍照", "向阳区委", "书记")]),
        ("自治州副州长阿依古丽·买买提率队视察", [("阿依古丽·买买提", "自治州人民政府", "副州长")]),
        ("旗长格日勒同志作了说明", [("格日勒", "人民政府", "旗长")]),
        ("县委副书记、代县长高适提出", [("高适", "县委", "副书记"), ("高适", "县人民政府", "县长")]),
        ("青梧河由区长任河长，由副区长任总指挥", []),
        ("区委常委、组织部部长孟浩强调", [("孟浩", "区委", "常委"), ("孟浩", "区委组织部", "部长")]),
        ("主持人为区人大监察和司法委员会主任委员岑参军。", [("岑参军", "区人大监察和司法委员会", "主任委员")]),
        (
            "松河钢铁公司总经理舒展、副总经理包融出席",
            [("舒展", "松河钢铁公司", "总经理"), ("包融", "松河钢铁公司", "副总经理")],
        ),
        ("李小龙委员认为，报告符合实际", [("李小龙", "", "委员")]),
        ("主任石油公司与董事长金融服务，局长带头深入基层，区长平台", []),
        ("对琼澳市第十五届人民代表大会代表孟郊寒采取强制措施", [("孟郊寒", "琼澳市人民代表大会", "代表")]),
    ],
)
def test_read(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "各成员单位、各街道要密切配合",
        "积极展现代表良好精神风貌",
        "推进区人大代表向选民报告履职情况",
        "应到代表218人，实到代表212人",
        "强化代表履职服务保障",
        "主任、各位副主任、各位委员：",
        "检察长列席会议",
        "社区长者食堂的补贴",
        "局长负责制和主任会议制度",
        "代表和群众、专家参加了座谈",
        "新任校长任期三年，期满考核",
        "有关局长应当向常委会作出说明",
        "代表方面，建议进一步畅通渠道",
        "城市长效管理机制",
        "全国人大代表集中视察",
        "委员经过认真讨论",
        "请分管副区长牵头负责",
        "主席：柳永　",
        "主席：柳永副主席：晏殊",
    ],
)
def test_names_nobody(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    "text",
    ["驻村第一书记马兰花带领群众致富", "一是要进一步做实联办局长安正清受委托", "该委主任安正清提出"],
)
def test_a_person_without_a_clear_body_has_no_posts(text: str) -> None:
    assert [one.posts for one in appositions(text, load())] == [()]


def test_former() -> None:
    (one,) = appositions("青梧区文化局原局长武夷生主持编制", load())
    assert one.posts[0].former and one.posts[0].body == "青梧区文化局"


def test_resume() -> None:
    one = resume("甘棠，女，1974年8月生，大学学历，现任松河市民政局副局长，拟任市属正处级领导职务。", load())
    assert one is not None and [(post.body, post.title) for post in one.posts] == [("松河市民政局", "副局长")]


@pytest.mark.parametrize(
    "text", ["现任松河市民政局副局长，已满三年。", "甘棠，女，1974年8月生，拟任松河市民政局副局长。"]
)
def test_no_resume(text: str) -> None:
    assert resume(text, load()) is None


def test_entities() -> None:
    doc = pipeline(load())("2024年5月30日，青梧区第七届人大常委会第十八次会议听取了区财政局局长安正清受委托所作的报告")
    assert [(entity.text, entity.label_) for entity in doc.ents] == [
        ("2024年5月30日", "DATE"),
        ("青梧区第七届人大常委会第十八次会议", "MEETING"),
        ("区财政局", "ORG"),
        ("局长", "TITLE"),
        ("安正清", "PERSON"),
    ]


def test_settings_are_plain_data() -> None:
    nlp = pipeline(load())
    assert nlp.pipe_names == ["kg_posts", "kg_times"]
    assert nlp.config["components"]["kg_posts"]["lexicon"]["@misc"] == "kg.lexicon.v1"
    assert nlp.config.to_str()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("成立了以旗长乌云其其格为组长的小组", [("乌云其其格", "人民政府", "旗长")]),
        ("副省长苗江雪召开专题会议部署", [("苗江雪", "人民政府", "副省长")]),
        ("由县人大常委会副主任达瓦次仁率视察组", [("达瓦次仁", "县人大常委会", "副主任")]),
        ("县监委主任龙在野、县长苗青提请", [("龙在野", "县监委", "主任"), ("苗青", "人民政府", "县长")]),
        ("县人大主任委员罗列作的审查报告", [("罗列", "县人大", "主任委员")]),
        ("县财政局局长苗其江受委托", [("苗其江", "县财政局", "局长")]),
        ("由副市长冷溪代理市长职务", [("冷溪", "人民政府", "副市长")]),
        ("建议常务委员会批准市财政局局长柳大川所作的报告", [("柳大川", "市财政局", "局长")]),
        ("有农村委员会副主任委员苗朵（女）、索青。", [(n, "农村委员会", "副主任委员") for n in ("苗朵", "索青")]),
        ("县委书记苗山任组长、县长木拉提任副组长", [("苗山", "县委", "书记"), ("木拉提", "人民政府", "县长")]),
        ("要求市财政局局长多次带队，局长亲自带队，主任分别率队", []),
        ("县长张在会上作了报告，由区长为组长，副区长为副组长", []),
        ("县长马为组织者，区长其他工作，区委书记其次", []),
        ("实行厂长经理负责制", []),
        ("苗建副镇长5242", []),
    ],
)
def test_what_ends_a_name_and_what_a_body_begins_with(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected
