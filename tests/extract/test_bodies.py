"""Bodies that gazettes of several places, levels and decades name: their normal forms, short forms and traps."""

from __future__ import annotations

from io import BytesIO

import pytest

from kg.lexicon import load
from kg.model.gazette import Body, Gazette
from kg.pipeline import read_gazette
from kg.read import read_stream
from kg.recognise.bodies import find_bodies
from kg.recognise.institutions import find_institutions
from kg.resolve.bodies import Bodies

COUNTY = ("云岭省", "松河市", "青梧县")
CITY = ("海陵省", "临溪市")
BANNER = ("北原自治区", "乌林盟", "那仁旗")
DISTRICT = ("重庆市", "枫桥区")
REPORT = (
    "重庆市枫桥区人民代表大会常务委员会公报\n\n关于城区管理工作情况的报告\n"
    "——2031年5月8日在重庆市枫桥区第九届人民代表大会常务委员会第十二次会议上\n区城市管理局局长  钱一\n\n{body}\n"
)


def named(text: str, own: tuple[str, ...]) -> list[str]:
    """The bodies of a text in normal form, without the own place in front."""
    bodies, place = Bodies(own, text, load()), "".join(own)
    return [bodies.normal(one.name).replace(place or "?", "~") for one in find_bodies(text, own, load())]


def institutions(text: str, own: tuple[str, ...]) -> list[str]:
    return [text[one.start : one.end] for one in find_institutions(text, own, load())]


def gazette(body: str) -> Gazette:
    return read_gazette(read_stream(BytesIO(REPORT.format(body=body).encode()), "case"))


def body(found: Gazette, name: str) -> Body:
    return next(one for one in found.bodies if one.name == name)


@pytest.mark.parametrize(
    ("own", "text", "expected"),
    [
        # one place for all of a list, short forms of the eighties and nineties
        (
            COUNTY,
            "县计委、经贸委、财政局、物价局要密切配合。",
            ["~计划委员会", "~经济贸易委员会", "~财政局", "~物价局"],
        ),
        (COUNTY, "市财政局、审计局和县水利局到会。", ["云岭省松河市财政局", "云岭省松河市审计局", "~水利局"]),
        (
            COUNTY,
            "县总工会、团县委、妇联、科协共同举办。",
            ["~总工会", "中国共产主义青年团~委员会", "~妇女联合会", "~科学技术协会"],
        ),
        (COUNTY, "县人民法院执行局和县检察院加强协作。", ["~人民法院执行局", "~人民检察院"]),
        (COUNTY, "省水利厅派员指导。", ["云岭省水利厅"]),
        (COUNTY, "石桥镇人民政府、柳河乡党委负责。", ["~石桥镇人民政府", "中国共产党~柳河乡委员会"]),
        (COUNTY, "成立县抗旱防汛指挥部，办公室设在县水利局。", ["~抗旱防汛指挥部", "~水利局"]),
        # congress and standing committee, with and without a term
        (CITY, "主动接受市人大及其常委会监督。", ["~人民代表大会", "~人民代表大会常务委员会"]),
        (
            CITY,
            "市七届人大常委会、市人大法工委。",
            ["~人民代表大会常务委员会", "~人民代表大会常务委员会法制工作委员会"],
        ),
        (CITY, "东岭县人民政府、西湖区人民政府作了汇报。", ["东岭县人民政府", "西湖区人民政府"]),
        (CITY, "市委办公室、市政府办公厅印发。", ["中国共产党~委员会办公室", "~人民政府办公厅"]),
        (CITY, "市市场监管局、市场监管局、市民政局。", ["~市场监督管理局", "~市场监督管理局", "~民政局"]),
        (CITY, "永安街道、和平街道负责。", ["~永安街道", "~和平街道"]),
        (CITY, "在甲山路、乙水路和丙木路街道试点。", ["~甲山路街道", "~乙水路街道", "~丙木路街道"]),
        # leagues, banners, autonomous regions
        (BANNER, "旗人民政府和盟行政公署。", ["~人民政府", "北原自治区乌林盟行政公署"]),
        (BANNER, "自治区人民政府批准，旗农牧业局实施。", ["北原自治区人民政府", "~农牧业局"]),
        (BANNER, "旗党委组织部。", ["中国共产党~委员会组织部"]),
        # a district of a city: its police is a branch of the city's
        (DISTRICT, "督促区公安分局查办。", ["重庆市公安局枫桥分局"]),
        (DISTRICT, "区委教育工作领导小组部署。", ["中国共产党~委员会教育工作领导小组"]),
        (DISTRICT, "枫桥区推进“一件事”改革和数字政府建设领导小组成立。", ["~推进“一件事”改革和数字政府建设领导小组"]),
        (
            DISTRICT,
            "柏树路街道人大工委、各街道人大工委。",
            ["~柏树路街道", "~人民代表大会常务委员会柏树路街道工作委员会"][1:],
        ),
        (DISTRICT, "国家发改委、财政部联合发文。", ["国家发展和改革委员会", "财政部"]),
        ((), "云岭省松河市青梧县财政局负责。", ["云岭省松河市青梧县财政局"]),
    ],
)
def test_named_in_full(own: tuple[str, ...], text: str, expected: list[str]) -> None:
    assert named(text, own) == expected


@pytest.mark.parametrize(
    "text",
    [
        "建设局面良好，发展格局初步形成，区域布局优化。",
        "各区财政局、全县教育局系统、部分县的教育局。",
        "社区办、小区办公室、园区管委会和居委会配合。",
        "各街道、相关街道和8个街道要夯实街道责任，助力街道建设。",
        "县城乡居民、县域经济、市场监管、市民服务。",
        "财政、教育、卫生部门和教育部门要配合。",
        "由主办单位承办，督办、交办、催办和一网通办。",
        "召开联席会议，成立领导小组，建立联席会议制度。",
        "委员会议，委员和委托，党委书记。",
        "选举委员会委员，人大代表和人大工作。",
        "紧盯某区财政局。",
        "赵六现任枫桥区区长，历任区长助理。",
    ],
)
def test_no_body(text: str) -> None:
    assert named(text, DISTRICT) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("升任海陵省委书记。", ["中国共产党海陵省委员会"]),
        ("任命叶茂黟河县人民检察院检察长。", []),
        ("2001年7月任东岭县司法局局长。", ["东岭县司法局"]),
        ("经东岭县人民政府批准。", ["东岭县人民政府"]),
        ("市经济技术开发区管理委员会批准。", []),
    ],
)
def test_words_and_people_in_front_of_a_place(text: str, expected: list[str]) -> None:
    bodies = Bodies(("临溪市",), text, load())
    assert [bodies.normal(one.name) for one in find_bodies(text, ("临溪市",), load())] == expected


def test_level_unknown_to_the_gazette_names_nobody() -> None:
    assert named("镇政府和县教育局负责。", DISTRICT) == []
    assert named("区财政局负责。", ()) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("组建枫桥文旅集团、南山水务集团，推进改革。", ["枫桥文旅集团", "南山水务集团"]),
        ("成立枫桥区养老服务行业协会。", ["枫桥区养老服务行业协会"]),
        ("由重庆明月环境科技有限公司牵头实施。", ["重庆明月环境科技有限公司"]),
        ("区国资委督促南山集团整改。", ["南山集团"]),
        # no place, no name of its own, or nothing that it answers for
        ("成立运营中心，设立项目公司，引导物业公司负责管理。", []),
        ("走访了南山医院和枫桥中学。", []),
        ("建成枫桥区文化活动中心项目。", []),
    ],
)
def test_institutions_that_answer(text: str, expected: list[str]) -> None:
    assert institutions(text, DISTRICT) == expected


def test_short_forms_within_one_gazette() -> None:
    found = gazette(
        "柏树路街道和青石街道先行。柏树街道的成效明显。区城市更新领导小组统筹，区更新办督促落实。"
        "区城市运行综合管理中心负责平台，区城运中心负责值守。"
    )
    names = {one.name: one.aliases for one in found.bodies}
    assert "柏树街道" in names["重庆市枫桥区柏树路街道"]
    assert "区更新办" in names["重庆市枫桥区城市更新领导小组办公室"]
    assert "区城运中心" in names["重庆市枫桥区城市运行综合管理中心"]
    assert not {name for name in names if name.endswith(("柏树街道", "更新办", "城运中心"))}


def test_streets_of_one_list_are_two() -> None:
    found = gazette("柏树街道、柏树路街道要加强协作。")
    assert {one.name for one in found.bodies if one.type == "street"} == {
        "重庆市枫桥区柏树街道",
        "重庆市枫桥区柏树路街道",
    }


def test_evidence_and_parents() -> None:
    found = gazette("受区政府委托，区民政局负责。")
    row = next(one for one in found.named if one.name.endswith("民政局"))
    assert (row.printed, row.evidence.text, row.evidence.lines) == ("区民政局", "区民政局", (7,))
    assert body(found, "重庆市枫桥区民政局").parent == "重庆市枫桥区人民政府"
    assert body(found, "重庆市枫桥区民政局").type == "department"


def test_a_party_group_has_its_body_above_it() -> None:
    found = gazette("区水利局党组要履行主体责任。")
    assert body(found, "中国共产党重庆市枫桥区水利局党组").parent == "重庆市枫桥区水利局"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A short form with 和 inside is one committee, and no department behind 和.
        ("听取汇报（监察和司法委）", ["~人民代表大会监察和司法委员会"]),
        ("由社会建设委、监察和司法委承办。", ["~人民代表大会社会建设委员会", "~人民代表大会监察和司法委员会"]),
        # Of a name that is not known, the second half is none.
        ("听取清明和司法委的汇报。", []),
        ("县财政局和审计局要配合。", ["~财政局", "~审计局"]),
        ("财政局和审计局要配合。", ["~财政局", "~审计局"]),
    ],
)
def test_what_stands_behind_and(text: str, expected: list[str]) -> None:
    assert named(text, COUNTY) == expected
