"""Changes of bodies in single sentences of reports, decisions and chronicles, and what only looks like one."""

from __future__ import annotations

from io import BytesIO

import pytest

from kg.model.gazette import Gazette
from kg.pipeline import read_gazette
from kg.read import read_stream

REPORT = (
    "青梧县人民代表大会常务委员会公报\n\n关于{title}的报告\n"
    "——2021年5月8日在青梧县第九届人民代表大会常务委员会第十二次会议上\n\n{body}\n"
)
REFORM = "机构改革工作情况"


def gazette(body: str, title: str = REFORM) -> Gazette:
    return read_gazette(read_stream(BytesIO(REPORT.format(title=title, body=body).encode()), "case"))


def told(body: str, title: str = REFORM) -> list[str]:
    """The changes as text: kind, before > after, date; ~ is the own place."""
    rows = gazette(body, title).body_changes
    texts = (f"{row.kind} {'+'.join(row.before)} > {'+'.join(row.after)} {row.date or ''}" for row in rows)
    return [" ".join(text.split()).replace("青梧县", "~") for text in texts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # one name for another, in the words of several decades
        ("原县水利局更名县水务局，加挂县河长制办公室牌子。", ["renamed ~水利局 > ~水务局"]),
        ("县环境保护局调整为县生态环境局。", ["renamed ~环境保护局 > ~生态环境局"]),
        (
            "县经贸委改为县经贸局，县建委改为县建设局。",
            ["renamed ~经济贸易委员会 > ~经贸局", "renamed ~建设委员会 > ~建设局"],
        ),
        (
            "1956年3月成立县人民委员会，1968年改为县革命委员会，1981年1月改称县人民政府。",
            [
                "founded > ~人民委员会 1956-03",
                "renamed ~人民委员会 > ~革命委员会 1968",
                "renamed ~革命委员会 > ~人民政府 1981-01",
            ],
        ),
        ("自2020年7月1日起，县信访办公室更名为县信访局。", ["renamed ~信访办公室 > ~信访局 2020-07-01"]),
        (
            "县卫生和计划生育局（2019年2月更名为县卫生健康局）受到表彰。",
            ["renamed ~卫生和计划生育局 > ~卫生健康局 2019-02"],
        ),
        ("县酒厂破产后改组为青梧酒业有限责任公司。", ["renamed ~酒厂 > 青梧酒业有限责任公司"]),
        # several become one
        (
            "县工商局、质监局、食药监局“三局合一”，组建县市场监督管理局。",
            ["merged ~工商行政管理局+~质量技术监督局+~食品药品监督管理局 > ~市场监督管理局"],
        ),
        ("整合县文广新局、县旅游局职能，成立县文化广电和旅游局。", ["merged ~文广新局+~旅游局 > ~文化广电和旅游局"]),
        ("撤销县文化局、广播电视局，合并设立县文化广电局。", ["merged ~文化局+~广播电视局 > ~文化广电局"]),
        ("组建县城市管理局。不再保留县城市管理行政执法局。", ["merged ~城市管理行政执法局 > ~城市管理局"]),
        ("不再保留县安监局，其职责划入县应急管理局。", ["merged ~安全生产监督管理局 > ~应急管理局"]),
        ("县移民局的职责由县水利局承担，不再保留县移民局。", ["merged ~移民局 > ~水利局"]),
        ("撤销桥头乡，并入河东镇。", ["merged ~桥头乡 > ~河东镇"]),
        ("将柳林、东坪两乡并入城关镇。", ["merged ~柳林乡+~东坪乡 > ~城关镇"]),
        # one becomes several
        ("将县农牧局一分为二，分别设立县农业局、县畜牧局。", ["split ~农牧局 > ~农业局+~畜牧局"]),
        ("清江街道析分为清江街道、滨江街道。", ["split ~清江街道 > ~清江街道+~滨江街道"]),
        # places that change their sort
        ("撤销河西镇，设立河西街道办事处。", ["renamed ~河西镇 > ~河西街道办事处"]),
        (
            "撤销白水、青石2个镇，设立白水街道、青石街道。",
            ["renamed ~白水镇 > ~白水街道", "renamed ~青石镇 > ~青石街道"],
        ),
        ("2012年，汝川县撤县设区，设立江洲市汝川区。", ["renamed 汝川县 > 江洲市汝川区 2012"]),
        ("汝川县和临漕县被撤销，变为汝川区、临漕区。", ["renamed 汝川县 > 汝川区", "renamed 临漕县 > 临漕区"]),
        # committees, which share their congress, and divisions of courts
        (
            "县人大内务司法委员会更名为监察和司法委员会，农业委员会更名为农业与农村委员会。",
            [
                "renamed ~人民代表大会内务司法委员会 > ~人民代表大会监察和司法委员会",
                "renamed ~人民代表大会农业委员会 > ~人民代表大会农业与农村委员会",
            ],
        ),
        (
            "县九届人大一次会议决定设立法制、财政经济两个专门委员会。",
            ["founded > ~人民代表大会法制委员会", "founded > ~人民代表大会财政经济委员会"],
        ),
        ("县法院设立知识产权审判庭。", ["founded > ~人民法院知识产权审判庭"]),
        # founded and ended
        ("2018年12月28日，县退役军人事务局正式挂牌成立。", ["founded > ~退役军人事务局 2018-12-28"]),
        ("成立以县长为组长的县营商环境建设工作领导小组。", ["founded > ~营商环境建设工作领导小组"]),
        ("县教育局成立校园安全工作领导小组。", ["founded > ~教育局校园安全工作领导小组"]),
        ("县政府驻省城办事处撤销。", ["abolished ~人民政府驻省城办事处 >"]),
        ("成立县档案局，1984年5月撤销。", ["founded > ~档案局", "abolished ~档案局 > 1984-05"]),
        # functions that go over
        ("县民政局的社会组织管理职责，划转至县委社会工作部。", ["transferred ~民政局 > 中国共产党~委员会社会工作部"]),
        ("原县农业局承担的农村能源管理职责由县林业局承担。", ["transferred ~农业局 > ~林业局"]),
        # news of what other bodies did
        ("国务院组建国家医疗保障局。", ["founded > 国家医疗保障局"]),
    ],
)
def test_a_change_that_was_made(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        # plans, wishes, doubts, rules
        "拟撤销县粮食局，将其职责并入县发展和改革局。",
        "建议：撤销河西镇，设立河西街道。",
        "推动县城投公司、县水投公司整合组建青梧建设集团。",
        "今后，县卫生健康局将更名为县卫生健康委员会。",
        "如果将县文化馆并入县图书馆，群众并不方便。",
        "县级以上人民代表大会可以设立法制委员会。",
        "能否成立县儿童医院？",
        "审议了关于设立县人大社会建设委员会的议案。",
        "各区县普遍设立了预算工作委员会。",
        # signs, offices together, bodies that come under another
        "县市场监督管理局加挂县知识产权局牌子。",
        "县档案馆与县委党史研究室合署办公。",
        "财政经济委员会与预算工作委员会合署办公。",
        "县地方志办公室划归县委党史研究室管理。",
        "县城市管理局由县政府派出机构调整为县政府工作部门。",
        # what is no body
        "成立工作专班，组建3支机动抢险队，设立一站式服务窗口。",
        "设立产业引导基金，撤销行政审批事项86项，恢复县城市管理办公室的职能。",
        "将青梧大道更名为迎宾大道，将城南汽车站更名为客运南站。",
        "县第一小学改建为九年一贯制学校，县体育馆改为临时接种点。",
        "把太平镇的6个村划归城关镇管辖。",
        "2001年全县撤并乡镇，由32个乡镇调整为18个。",
        # that a body is there, and acts about its people and papers
        "自县监察委员会成立以来，共受理举报320件。",
        "县监察委员会成立后，派驻机构改革同步推进。",
        "依法撤销县公安局作出的行政处罚决定，撤销县教育局局长职务。",
        "建立县人民政府与县总工会联席会议制度。",
        # amendments of texts
        "将文件中的“环境保护局”改为“生态环境局”。",
        "一般公共预算收入由42.3亿元调整为40.1亿元。",
    ],
)
def test_no_change(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    ["两室合并为县档案馆。", "县教育局、县体育局合并。", "县行政服务中心更名为“一站式大厅”。"],
)
def test_a_side_that_was_not_read_is_told(text: str) -> None:
    found = gazette(text)
    assert found.body_changes == []
    assert [issue.kind for issue in found.issues] == ["unread_change"]


def test_forms_of_one_name_are_no_change() -> None:
    found = gazette("县计委更名为县计划委员会。")
    assert (found.body_changes, [issue.kind for issue in found.issues]) == ([], ["unread_change"])


def test_what_is_below_a_heading_of_plans_is_planned() -> None:
    assert told("一、主要工作情况\n组建县应急管理局。\n二、下一步工作打算\n组建县城市管理局。") == [
        "founded > ~应急管理局"
    ]


def test_a_change_is_told_once_and_with_its_day() -> None:
    twice = "组建县应急管理局。\n2019年3月，县安监局更名为县应急管理局。\n县安监局更名为县应急管理局。"
    assert told(twice) == ["renamed ~安全生产监督管理局 > ~应急管理局 2019-03"]


def test_the_old_name_stays_a_body_of_its_own() -> None:
    names = {body.name for body in gazette("柏树街道更名为柏树路街道。").bodies}
    assert {"青梧县柏树街道", "青梧县柏树路街道"} <= names


def test_the_evidence_is_the_sentence() -> None:
    (row,) = gazette("机构改革平稳推进。县水利局更名为县水务局。成效明显。").body_changes
    assert (row.evidence.text, row.evidence.lines, row.evidence.rule) == (
        "县水利局更名为县水务局。",
        (6,),
        "change.renamed",
    )


def test_a_title_decides_where_the_text_only_agrees() -> None:
    text = (
        "青梧县人民代表大会常务委员会关于设立代表工作委员会的决定\n"
        "（2021年5月8日青梧县第九届人民代表大会常务委员会第十二次会议通过）\n\n"
        "会议审议了主任会议提出的议案，决定予以同意。\n"
    )
    (row,) = read_gazette(read_stream(BytesIO(text.encode()), "case")).body_changes
    assert (row.after, row.date) == (("青梧县人民代表大会常务委员会代表工作委员会",), "2021-05-08")


@pytest.mark.parametrize(
    ("text", "reasons", "issues"),
    [
        # 撤销 is a word of dismissals too: of a body it is understood, beside an act that nobody reads it is not
        ("撤销县粮食局，组建县粮食和物资储备局。", {"body": 1}, 0),
        ("县粮食局撤销，有关人员职务自行终止。", {}, 1),
    ],
)
def test_a_body_that_ends_is_no_dismissal(text: str, reasons: dict[str, int], issues: int) -> None:
    paper = (
        "青梧县人民代表大会常务委员会关于机构改革的决定\n"
        "（2021年5月8日青梧县第九届人民代表大会常务委员会第十二次会议通过）\n\n"
        f"会议决定：\n{text}\n"
    )
    triggers = read_gazette(read_stream(BytesIO(paper.encode()), "case")).triggers
    assert (dict(triggers.reasons), triggers.issues) == (reasons, issues)
