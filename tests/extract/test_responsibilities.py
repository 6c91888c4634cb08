"""Who leads, answers for, heads, handles, assists, belongs or was commissioned; and words of duty that state none."""

from __future__ import annotations

from io import BytesIO

import pytest

from kg.model.gazette import Gazette
from kg.pipeline import read_gazette
from kg.read import read_stream

REPORT = """东溟省泽浦市青梧区人民政府
关于城乡治理工作情况的报告

（2019年8月20日在青梧区第五届人民代表大会常务委员会第十次会议上）

区民政局局长 杜春生

主任、各位副主任、各位委员：

{body}
"""
OWN = "东溟省泽浦市青梧区"
Row = tuple[str, str, str, str]


def gazette(text: str) -> Gazette:
    return read_gazette(read_stream(BytesIO(text.encode()), "case"))


def duties(body: str, frame: str = REPORT) -> set[Row]:
    rows = gazette(frame.format(body=body)).responsibilities
    return {(row.role_kind or "", row.role, row.agent.removeprefix(OWN), row.object) for row in rows}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "由区教育局牵头，区财政局、审计局配合，做好校舍加固工作。",
            {
                ("lead", "牵头", "教育局", "做好校舍加固工作"),
                ("assist", "配合", "财政局", "做好校舍加固工作"),
                ("assist", "配合", "审计局", "做好校舍加固工作"),
            },
        ),
        (
            "区商务局牵头，区体育局配合开展赛事消费活动。",
            {("lead", "牵头", "商务局", "开展赛事消费活动"), ("assist", "配合", "体育局", "开展赛事消费活动")},
        ),
        ("区民政局会同区财政局制定补贴办法。", {("assist", "会同", "财政局", "制定补贴办法")}),
        (
            "区民政局会同有关部门负责补贴发放。",
            {("answer", "负责", "民政局", "补贴发放")},
        ),
        ("危房排查工作由区应急管理局负责。", {("answer", "负责", "应急管理局", "危房排查工作")}),
        (
            "区水利局负责河道清障；区民政局承担受灾群众安置。",
            {("answer", "负责", "水利局", "河道清障"), ("answer", "承担", "民政局", "受灾群众安置")},
        ),
        (
            "推进老旧管网改造，由区水利局牵头，区财政局配合。",
            {
                ("lead", "牵头", "水利局", "推进老旧管网改造"),
                ("assist", "配合", "财政局", "推进老旧管网改造"),
            },
        ),
        (
            "区教育局牵头开展专项检查，区体育局、区财政局配合。",
            {
                ("lead", "牵头", "教育局", "开展专项检查"),
                ("assist", "配合", "体育局", "开展专项检查"),
                ("assist", "配合", "财政局", "开展专项检查"),
            },
        ),
        # Each of two in a row has its own.
        ("区商务局牵头，区财政局负责资金保障。", {("answer", "负责", "财政局", "资金保障")}),
        ("区财政局积极配合区审计局做好整改。", {("assist", "配合", "财政局", "做好整改")}),
        (
            "区体育局与教育局协同推进校园足球。",
            {("assist", "协同", "体育局", "推进校园足球"), ("assist", "协同", "教育局", "推进校园足球")},
        ),
        (
            "在区教育局、体育局的指导下，松石街道开办夏令营。",
            {("assist", "指导", "教育局", "开办夏令营"), ("assist", "指导", "体育局", "开办夏令营")},
        ),
        # The subject of the sentence goes on.
        (
            "区水利局、区财政局统一值守，负责汛情的汇总报送。",
            {("answer", "负责", "水利局", "汛情的汇总报送"), ("answer", "负责", "财政局", "汛情的汇总报送")},
        ),
        (
            "甲石路、乙石路和丙石路街道负责沿线环境整治。",
            {("answer", "负责", f"{name}石路街道", "沿线环境整治") for name in "甲乙丙"},
        ),
        ("区财政局、有关单位牵头开展清查。", {("lead", "牵头", "财政局", "开展清查")}),
        (
            "市政府副市长郑小红分管农业农村、林业工作。",
            {("head", "分管", "郑小红", "农业农村、林业工作")},
        ),
        (
            "区数据局是数据治理的牵头单位，区财政局为资金监管的责任单位。",
            {("lead", "牵头单位", "数据局", "数据治理"), ("answer", "责任单位", "财政局", "资金监管")},
        ),
        (
            "由区教育局牵头的校车整治专班，已完成排查。",
            {("lead", "牵头", "教育局", "校车整治专班")},
        ),
        ("云汐软件有限公司承担平台运行维护。", {("answer", "承担", "云汐软件有限公司", "平台运行维护")}),
    ],
)
def test_sentences(body: str, expected: set[Row]) -> None:
    assert duties(body) == expected


def test_a_county_of_earlier_decades() -> None:
    frame = "南棠省乌石县人民政府\n关于一九八九年粮食工作的报告\n\n一九八九年九月三日\n\n县长 贺长林\n\n各位代表：\n\n{body}\n"
    rows = duties("由县计委、经委牵头，县财政局、物价局、粮食局协同，搞好粮食收购。", frame)
    county = "南棠省乌石县"
    assert {(kind, role, object_) for kind, role, _, object_ in rows} == {
        ("lead", "牵头", "搞好粮食收购"),
        ("assist", "协同", "搞好粮食收购"),
    }
    assert {agent for kind, _, agent, _ in rows if kind == "lead"} == {
        f"{county}计划委员会",
        f"{county}经济委员会",
    }


def test_a_group_its_heads_its_members_and_its_task() -> None:
    body = (
        "成立防汛抗旱领导小组，由副区长钱一川任组长，区水利局局长孙二梅、区民政局局长周三同志任副组长，"
        "成员由区水利局、区财政局等部门组成，负责全区防汛工作。"
    )
    group = "防汛抗旱领导小组"
    assert duties(body) == {
        ("head", "组长", "钱一川", group),
        ("head", "副组长", "孙二梅", group),
        ("head", "副组长", "周三", group),
        ("member", "成员", "水利局", group),
        ("member", "成员", "财政局", group),
        ("answer", "负责", group, "全区防汛工作"),
    }


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "以区长吴启明为组长、副区长郑小红为副组长的爱国卫生领导小组多次巡查。",
            {("head", "组长", "吴启明", "爱国卫生领导小组"), ("head", "副组长", "郑小红", "爱国卫生领导小组")},
        ),
        (
            "执法检查组由常委会副主任孙百川任组长，常委会委员李成林为副组长。",
            {("head", "组长", "孙百川", "执法检查组"), ("head", "副组长", "李成林", "执法检查组")},
        ),
        (
            "由吴启明同志任全区造林绿化指挥部总指挥。",
            {("head", "总指挥", "吴启明", "全区造林绿化指挥部")},
        ),
        ("光电产业链由副市长钱一川担任链长。", {("head", "链长", "钱一川", "光电产业链")}),
        (
            "筹备领导小组办公室设在区教育局，由孙二梅同志兼任办公室主任。",
            {("head", "主任", "孙二梅", "筹备领导小组办公室")},
        ),
        (
            "区教育局、体育局、科协等在内的各全民健身联席会议成员单位密切协作。",
            {("member", "成员单位", name, "全民健身联席会议") for name in ("教育局", "体育局", "科学技术协会")},
        ),
    ],
)
def test_heads_and_members(body: str, expected: set[Row]) -> None:
    assert expected <= duties(body)


def test_the_list_of_a_leading_group() -> None:
    body = (
        "青梧区河湖保护工作领导小组\n\n组　长：吴启明（区长）\n\n副组长：郑小红（副区长）、钱一川（副区长）\n\n"
        "成　员：孙二梅（区水利局局长）\n\n成员单位：区水利局、财政局、各街道办事处"
    )
    group = "青梧区河湖保护工作领导小组"
    assert duties(body) == {
        ("head", "组长", "吴启明", group),
        ("head", "副组长", "郑小红", group),
        ("head", "副组长", "钱一川", group),
        ("member", "成员", "孙二梅", group),
        ("member", "成员单位", "水利局", group),
        ("member", "成员单位", "财政局", group),
    }


def test_rivers_and_their_chiefs() -> None:
    assert duties("清溪河　河长：吴启明 区长　副河长：郑小红 副区长　协助：区水利局") == {
        ("head", "河长", "吴启明", "清溪河"),
        ("head", "副河长", "郑小红", "清溪河"),
        ("assist", "协助", "水利局", "清溪河"),
    }


def test_brackets_at_the_end_of_tasks() -> None:
    body = (
        "1.推进老旧管网改造。全年改造30公里。（牵头单位：区水利局；责任单位：区财政局、教育局，各街道）\n"
        "2.加强河道整治，清理淤泥。（区水利局牵头，区民政局、体育局配合）\n3.完善社区食堂建设。（责任单位：区民政局）"
    )
    assert duties(body) == {
        ("lead", "牵头单位", "水利局", "推进老旧管网改造"),
        ("answer", "责任单位", "财政局", "推进老旧管网改造"),
        ("answer", "责任单位", "教育局", "推进老旧管网改造"),
        ("lead", "牵头", "水利局", "加强河道整治"),
        ("assist", "配合", "民政局", "加强河道整治"),
        ("assist", "配合", "体育局", "加强河道整治"),
        ("answer", "责任单位", "民政局", "完善社区食堂建设"),
    }


def test_labels_on_lines_of_their_own() -> None:
    body = (
        "一、完善养老服务\n牵头单位：民政局\n配合单位：财政局、体育局，各街镇\n二、加强食品安全\n牵头单位：市场监管局"
    )
    assert duties(body) == {
        ("lead", "牵头单位", "民政局", "完善养老服务"),
        ("assist", "配合单位", "财政局", "完善养老服务"),
        ("assist", "配合单位", "体育局", "完善养老服务"),
        ("lead", "牵头单位", "市场监督管理局", "加强食品安全"),
    }


@pytest.mark.parametrize(
    "table",
    [
        "重点任务\t牵头单位\t配合单位\t完成时限\n管网改造\t区水利局\t区财政局、审计局\t12月底\n\t区教育局\t\t6月底",
        "| 重点任务 | 牵头单位 | 配合单位 | 完成时限 |\n|---|---|---|---|\n| 管网改造 | 区水利局 | 区财政局、审计局 | 12月底 |\n"
        "|  | 区教育局 |  | 6月底 |",
    ],
)
def test_tables_of_tasks(table: str) -> None:
    assert duties(table) == {
        ("lead", "牵头单位", "水利局", "管网改造"),
        ("assist", "配合单位", "财政局", "管网改造"),
        ("assist", "配合单位", "审计局", "管网改造"),
        ("lead", "牵头单位", "教育局", "管网改造"),
    }


def test_a_table_without_tasks_states_nothing() -> None:
    assert duties("单位\t牵头单位\t电话\n城东片\t区水利局\t66001234") == set()


def test_the_division_of_work_among_leaders() -> None:
    body = (
        "吴启明区长：主持区政府全面工作，负责审计工作，分管区审计局。\n\n"
        "郑小红（副区长）：负责教育、卫生等方面工作。分管区教育局、区体育局。联系区总工会。\n\n"
        "钱一川同志：协助吴启明同志负责财政、金融工作。分管区财政局。"
    )
    assert duties(body) == {
        ("answer", "负责", "吴启明", "审计工作"),
        ("head", "分管", "吴启明", "区审计局"),
        ("answer", "负责", "郑小红", "教育、卫生等方面工作"),
        ("head", "分管", "郑小红", "区教育局、区体育局"),
        ("assist", "协助", "钱一川", "财政、金融工作"),
        ("head", "分管", "钱一川", "区财政局"),
    }


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "受区政府委托，现将城乡治理工作情况报告如下：",
            {("entrusted", "受委托", "杜春生", f"{OWN}人民政府关于城乡治理工作情况的报告")},
        ),
        (
            "会议听取了区审计局局长李四维受区人民政府委托所作的《关于2018年度审计工作的报告》。",
            {("entrusted", "受委托", "李四维", "关于2018年度审计工作的报告")},
        ),
        (
            "会议听取了区审计局受区人民政府委托所作的《关于2018年度审计工作的报告》。",
            {("entrusted", "受委托", "审计局", "关于2018年度审计工作的报告")},
        ),
        (
            "受区政府委托，区财政局局长周三作了关于2018年财政决算的报告。",
            {("entrusted", "受委托", "周三", "关于2018年财政决算的报告")},
        ),
        (
            "常委会副主任孙百川受主任会议委托，作关于人事任免的说明。",
            {("entrusted", "受委托", "孙百川", "关于人事任免的说明")},
        ),
    ],
)
def test_reports_on_commission(body: str, expected: set[Row]) -> None:
    assert duties(body) == expected


def test_proposals_of_deputies() -> None:
    body = (
        "会议期间，由区政府系统主办的代表建议有120件，其中区教育局主办30件、会办12件。"
        "建议主办件较多的单位有区体育局25件、区民政局18件（15%）。区水利局在办理《关于疏浚清溪的建议》中走访了居民。"
    )
    assert duties(body) == {
        ("handle", "主办", "人民政府", "代表建议120件"),
        ("handle", "主办", "教育局", "代表建议30件"),
        ("assist", "会办", "教育局", "代表建议12件"),
        ("handle", "主办", "体育局", "建议25件"),
        ("handle", "主办", "民政局", "建议18件"),
        ("handle", "办理", "水利局", "《关于疏浚清溪的建议》"),
    }


@pytest.mark.parametrize(
    "body",
    [
        "各街道负责辖区环境整治，有关部门配合。",
        "承办单位负责办理，主管部门牵头督办。",
        "谁主管谁负责，谁审批谁监管。",
        "谁牵头、谁负责、谁落实。",
        "区财政局主要负责人参加会议，相关负责同志列席。",
        "主任会议负责处理常委会的重要日常工作。",
        "区政府对人民代表大会负责并报告工作。",
        "区财政局认真负责，得到好评。",
        "区教育局没有负责该项目。",
        "检测费用由区财政局承担。",
        "牵头人应当具备三年以上经验。",
        "各乡镇人民政府负责本行政区域内的工作。",
        "县级以上人民政府农业农村主管部门负责种子管理工作。",
        "“由区教育局牵头，做好改造”，一位居民回忆说。",
        "企业承担主体责任，政府承担监管责任。",
        "此项工作由区教育局负责。",
        "过去这项工作由区体改委负责。",
        "区法院审判员张力、主办法官王明参加。",
        "物业公司的指导价由区发改委制定。",
        "老李当上了组长，成员都很高兴。",
        "小说里，王局长任专案组组长，负责破案。",
        "高校牵头，企业参与。",
        "市场主导、政府引导，社会协同。",
        "各成员单位要密切配合，形成合力。",
        "他是单位的负责人，对工作很负责任。",
        "由于分管领导变动，负责该工作的同志调离。",
        "区法院办理案件300件，发出司法建议20件。",
        "组长：待定　成员：若干人",
        "责任单位：各有关部门",
    ],
)
def test_words_of_duty_that_state_none(body: str) -> None:
    assert duties(body) == set()


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "建立由市政府统一领导，市财政局牵头，有关部门参与的债务管理机制。",
            {("lead", "牵头", "东溟省泽浦市财政局", "债务管理机制")},
        ),
        (
            "区教育局、体育局要按照职责分工，负责专项资金的监督。",
            {("answer", "负责", "教育局", "专项资金的监督"), ("answer", "负责", "体育局", "专项资金的监督")},
        ),
        (
            "（一）区教育局负责学生资助；（二）区民政局负责低保认定；（三）乡镇人民政府负责入户核查。",
            {("answer", "负责", "教育局", "学生资助"), ("answer", "负责", "民政局", "低保认定")},
        ),
        ("第六条 区体育局负责本办法的组织实施。", {("answer", "负责", "体育局", "本办法的组织实施")}),
        (
            "社区食堂由区民政局主管，区商务局配合。",
            {("answer", "主管", "民政局", "社区食堂"), ("assist", "配合", "商务局", "社区食堂")},
        ),
        (
            "云溪湖湖长：李晓光（副区长），白石林场林长：陈大海（区长）",
            {("head", "湖长", "李晓光", "云溪湖"), ("head", "林长", "陈大海", "白石林场")},
        ),
        (
            "关于增设公交站的建议\n主办单位：区教育局\n会办单位：区体育局",
            {
                ("handle", "主办单位", "教育局", "关于增设公交站的建议"),
                ("assist", "会办单位", "体育局", "关于增设公交站的建议"),
            },
        ),
        (
            "项目名称\t责任单位\t责任人\n云溪大桥\t区水利局\t王立新\n新城体育馆\t区体育局\t李小燕（副局长）",
            {
                ("answer", "责任单位", "水利局", "云溪大桥"),
                ("answer", "责任人", "王立新", "云溪大桥"),
                ("answer", "责任单位", "体育局", "新城体育馆"),
                ("answer", "责任人", "李小燕", "新城体育馆"),
            },
        ),
        (
            "督导组由区纪委监委牵头，抽调区委组织部、区财政局人员组成。",
            {("lead", "牵头", "监察委员会", "督导组"), ("member", "组成", "财政局", "督导组")},
        ),
    ],
)
def test_mechanisms_articles_lakes_and_projects(body: str, expected: set[Row]) -> None:
    assert expected <= duties(body)


def test_what_should_name_somebody_and_was_not_read_is_an_issue() -> None:
    read = gazette(REPORT.format(body="重点任务\t牵头单位\n管网改造\t区水利局\n河道清淤\t水利枢纽管护联合体"))
    assert [row.object for row in read.responsibilities] == ["管网改造"]
    assert [(issue.kind, issue.text) for issue in read.issues] == [("unread_duty", "河道清淤水利枢纽管护联合体")]
    classes = gazette(REPORT.format(body="重点任务\t牵头单位\n管网改造\t各街道\n河道清淤\t——\n造林\t有关部门"))
    assert not classes.issues and not classes.responsibilities


def test_evidence_is_the_sentence() -> None:
    found = gazette(REPORT.format(body="区水利局负责河道清障。")).responsibilities
    assert [(row.evidence.text, row.evidence.rule) for row in found] == [("区水利局负责河道清障。", "duty.verb")]
