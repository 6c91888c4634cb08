"""Where offices of groups sit, and how bodies belong to each other, in places of every level."""

from __future__ import annotations

from io import BytesIO

import pytest

from kg.lexicon import load
from kg.model.gazette import Gazette
from kg.pipeline import read_gazette
from kg.read import read_stream
from kg.resolve.bodies import Bodies

PROVINCE = ("云岭省",)
CITY = ("云岭省", "松河市")
COUNTY = ("云岭省", "松河市", "青梧县")
BANNER = ("北原自治区", "乌林盟", "那仁旗")
PREFECTURE = ("云洱哈尼族自治州",)
TOWN = ("青石县", "龙塘镇")
REPORT = "青梧县人民代表大会常务委员会公报\n\n关于{title}的报告\n——2021年5月8日在青梧县第九届人民代表大会常务委员会第十二次会议上\n\n{body}\n"


def gazette(body: str, title: str = "防汛工作情况") -> Gazette:
    return read_gazette(read_stream(BytesIO(REPORT.format(title=title, body=body).encode()), "case"))


def seats(body: str, title: str = "防汛工作情况") -> list[tuple[str, str]]:
    return [
        (row.office.replace("青梧县", "~"), row.host.replace("青梧县", "~")) for row in gazette(body, title).offices
    ]


@pytest.mark.parametrize(
    ("text", "office", "host"),
    [
        ("成立县防汛抗旱指挥部，办公室设在县水利局。", "~防汛抗旱指挥部办公室", "~水利局"),
        ("县安全生产委员会办公室设在县应急管理局，负责日常工作。", "~安全生产委员会办公室", "~应急管理局"),
        ("县河长制办公室设在县水务局。", "~河长制办公室", "~水务局"),
        ("县扶贫开发领导小组下设办公室，设在县农业农村局。", "~扶贫开发领导小组办公室", "~农业农村局"),
        ("建立县山洪防御联席会议，联席会议办公室设于县水利局。", "~山洪防御联席会议办公室", "~水利局"),
        ("成立县粮食收购工作领导小组。领导小组办公室挂靠县粮食局。", "~粮食收购工作领导小组办公室", "~粮食局"),
        ("县发展改革局承担县重大项目建设领导小组办公室日常工作。", "~重大项目建设领导小组办公室", "~发展和改革局"),
    ],
)
def test_the_office_of_a_group_sits_in_a_body(text: str, office: str, host: str) -> None:
    assert seats(text) == [(office, host)]


@pytest.mark.parametrize(
    "text",
    [
        "拟将县防汛抗旱指挥部办公室设在县水利局。",
        "建议县河长制办公室设在县水务局。",
        "县级以上人民政府应当设立防汛指挥部，其办公室设在水行政主管部门。",
        "该办公室设在县政府大院三楼，电话向社会公布。",
        "县政府办公室设在新城大道1号。",
    ],
)
def test_no_seat(text: str) -> None:
    assert seats(text) == []


def test_whose_office_it_is_must_be_read() -> None:
    found = gazette("有关工作稳步推进。其办公室设在县水利局。", "有关工作情况")
    assert (found.offices, [issue.kind for issue in found.issues]) == ([], ["unread_office"])


def parent(own: tuple[str, ...], printed: str, *beside: str) -> tuple[str, str, str | None]:
    """A body's normal form without the own place, its type, and the body above it; `beside` are others named with it."""
    bodies, place = Bodies(own, "", load()), "".join(own)
    name = bodies.normal(printed)
    one = next(one for one in bodies.met({name, *map(bodies.normal, beside)}) if one.name == name)
    return name.replace(place, "~"), one.type, one.parent.replace(place, "~") if one.parent else None


CONGRESS, STANDING = "~人民代表大会", "~人民代表大会常务委员会"


@pytest.mark.parametrize(
    ("own", "printed", "kind", "above"),
    [
        (PROVINCE, "省人大民族宗教侨务外事委员会", "special_committee", CONGRESS),
        (PROVINCE, "省人大常委会法制工作委员会", "working_committee", STANDING),
        (CITY, "市人大城建环资委", "special_committee", CONGRESS),
        (CITY, "市人大常委会城建环保工委", "working_committee", STANDING),
        (COUNTY, "县人大财经委", "special_committee", CONGRESS),
        (COUNTY, "县人大财经工委", "working_committee", STANDING),
        (COUNTY, "县人大常委会代表资格审查委员会", "working_committee", STANDING),
        (COUNTY, "县人大常委会主任会议", "other", STANDING),
        (COUNTY, "县人大常委会研究室", "other", STANDING),
        (BANNER, "旗人大民族委员会", "special_committee", CONGRESS),
        (BANNER, "旗人大常委会农牧业工作委员会", "working_committee", STANDING),
        (PREFECTURE, "州人大民族委员会", "special_committee", CONGRESS),
        (PREFECTURE, "州人大常委会选举联络工委", "working_committee", STANDING),
        (TOWN, "镇人大主席团", "other", CONGRESS),
        (TOWN, "镇人大财政预算审查委员会", "special_committee", CONGRESS),
    ],
)
def test_committees_of_the_congress_and_of_its_standing_committee(
    own: tuple[str, ...], printed: str, kind: str, above: str
) -> None:
    assert parent(own, printed)[1:] == (kind, above)


@pytest.mark.parametrize(
    ("own", "printed", "name", "above"),
    [
        (PROVINCE, "省卫生健康委党组", "中国共产党~卫生健康委员会党组", "~卫生健康委员会"),
        (PROVINCE, "省公安厅党委", "中国共产党~公安厅委员会", "~公安厅"),
        (CITY, "市国资委党委", "中国共产党~国有资产监督管理委员会委员会", "~国有资产监督管理委员会"),
        (CITY, "市人大机关党委", "中国共产党~人民代表大会机关委员会", CONGRESS),
        (COUNTY, "县计委党组", "中国共产党~计划委员会党组", "~计划委员会"),
        (COUNTY, "县供销社党委", "中国共产党~供销社委员会", "~供销社"),
        (COUNTY, "县人大常委会党组", "中国共产党~人民代表大会常务委员会党组", STANDING),
        (COUNTY, "县人大常委会机关党组", "中国共产党~人民代表大会常务委员会机关党组", STANDING),
        (COUNTY, "县人大财经委分党组", "中国共产党~人民代表大会财政经济委员会分党组", "~人民代表大会财政经济委员会"),
        (COUNTY, "柏树路街道党工委", "中国共产党~柏树路街道工作委员会", "~柏树路街道"),
        (BANNER, "旗农牧业局党委", "中国共产党~农牧业局委员会", "~农牧业局"),
        (PREFECTURE, "州中级人民法院党组", "中国共产党~中级人民法院党组", "~中级人民法院"),
        (CITY, "市委教育工委", "中国共产党~委员会教育工作委员会", "中国共产党~委员会"),
        (CITY, "市教育党工委", "中国共产党~教育工作委员会", None),
    ],
)
def test_party_bodies_belong_to_what_they_stand_in(
    own: tuple[str, ...], printed: str, name: str, above: str | None
) -> None:
    assert parent(own, printed) == (name, "party", above)


@pytest.mark.parametrize(
    ("own", "printed", "beside", "kind", "above"),
    [
        (COUNTY, "县扶贫开发领导小组办公室", "县扶贫开发领导小组", "leading_group", "~扶贫开发领导小组"),
        (COUNTY, "县安委会办公室", "县安全生产委员会", "leading_group", "~安全生产委员会"),
        (CITY, "市爱卫办", "市爱卫会", "leading_group", "~爱国卫生运动委员会"),
        (
            CITY,
            "市委农村工作领导小组办公室",
            "市委农村工作领导小组",
            "leading_group",
            "中国共产党~委员会农村工作领导小组",
        ),
        (CITY, "市委农村工作领导小组", "市委", "leading_group", "中国共产党~委员会"),
        (BANNER, "旗防火指挥部办公室", "旗防火指挥部", "leading_group", "~防火指挥部"),
        (COUNTY, "石桥镇党委", "石桥镇", "party", "~石桥镇"),
        (CITY, "市公安局交警支队", "市公安局", "department", "~公安局"),
    ],
)
def test_what_belongs_to_a_body_where_that_is_named(
    own: tuple[str, ...], printed: str, beside: str, kind: str, above: str
) -> None:
    assert parent(own, printed, beside)[1:] == (kind, above)
    assert parent(own, printed)[2] is None


@pytest.mark.parametrize(
    ("own", "printed", "name"),
    [
        (CITY, "市政协办公室", "中国人民政治协商会议~委员会办公室"),
        (COUNTY, "县革委会", "~革命委员会"),
        (COUNTY, "城关公社", "~城关公社"),
        (TOWN, "城关公社", "城关公社"),
        (CITY, "高新区管委会", "~高新区管理委员会"),
        (CITY, "高新区党工委", "中国共产党~高新区工作委员会"),
    ],
)
def test_names_in_full(own: tuple[str, ...], printed: str, name: str) -> None:
    assert parent(own, printed)[0] == name
