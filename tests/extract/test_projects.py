"""Projects, plans and sites in reports of many places, levels and decades; tables of projects; what names none."""

from __future__ import annotations

from io import BytesIO

import pytest

from kg.model.gazette import Gazette
from kg.model.reports import Project
from kg.pipeline import read_gazette
from kg.read import read_stream

REPORT = """青岭县人民政府工作报告
——2013年1月8日在青岭县第十五届人民代表大会第二次会议上
县长 何远山

各位代表：
过去的一年，全县上下同心协力，克服了各种困难，圆满完成了上一次会议确定的各项工作，向全县人民交出了一份满意的答卷。
一、过去一年工作回顾
这一年，我们主要做了以下几个方面的工作，请各位代表予以审议，并请列席会议的同志提出意见，不当之处请批评指正。
{body}
"""
AHEAD = "二、今后工作打算\n"


def gazette(text: str) -> Gazette:
    return read_gazette(read_stream(BytesIO(text.encode()), "case"))


def projects(body: str) -> list[Project]:
    return gazette(REPORT.format(body=body)).projects


def names(body: str) -> list[str]:
    return [project.name for project in projects(body)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("双河水库除险加固工程全面完成。", ["双河水库除险加固工程"]),
        ("红星纺织厂精梳车间改造、第二糖厂扩建等十二个项目投产。", ["红星纺织厂精梳车间改造", "第二糖厂扩建"]),
        ("县医院、民族中学教学楼破土动工。", ["县医院", "民族中学教学楼"]),
        ("东环路、南滨路、文昌街等5条道路竣工通车。", ["东环路", "南滨路", "文昌街"]),
        ("青石路（人民路—解放路）、建业路（东街—西街）两条道路建成通车。", ["青石路（人民路—解放路）", "建业路（东街—西街）"]),
        ("东大路及南大路大修等工程有序推进。", ["东大路大修", "南大路大修"]),
        ("推进白马公园扩建（三期）和青石路、环城线两侧绿地改造等项目建设。",
         ["白马公园扩建（三期）", "青石路两侧绿地改造", "环城线两侧绿地改造"]),
        ("加快推进云州市轨道交通3号线、5号线一期工程建设。", ["云州市轨道交通3号线", "云州市轨道交通5号线一期工程"]),
        ("开展轨道交通6号、8号线规划研究。", ["轨道交通6号线", "轨道交通8号线"]),
        ("石桥河、柳河综合治理工程稳步推进。", ["石桥河综合治理工程", "柳河综合治理工程"]),
        ("翠湖城一期建成交付，二期、三期（北区）工程实现封顶。", ["翠湖城一期", "翠湖城二期", "翠湖城三期（北区）工程"]),
        ("协调推进沪蓉高速铁路青岭段前期工作。", ["沪蓉高速铁路青岭段"]),
        ("G317国道石桥段改建、跨江大桥3座全部贯通。", ["G317国道石桥段改建", "跨江大桥"]),
        ("上线“石桥e办”小程序、城市生命线监测平台。", ["石桥e办小程序", "城市生命线监测平台"]),
        ("加快推进“渔港云”“牧场云”等平台建设。", ["渔港云", "牧场云"]),
        ("实施“春苗计划”五大工程，开展“清源护水”专项行动。", ["春苗计划五大工程", "清源护水专项行动"]),
        ("启动农村饮水安全巩固提升三年行动计划。", ["农村饮水安全巩固提升三年行动计划"]),
        ("建成柳溪岸线绿地及景观提升项目。", ["柳溪岸线绿地及景观提升项目"]),
        ("打造首个监测平台—青岭县水质监测预警平台。", ["青岭县水质监测预警平台"]),
        ("配合上级有关方面推进北山通道建设、开展南山隧道规划研究。", ["北山通道", "南山隧道"]),
        ("推动实事项目凤凰路天桥“彩虹桥”如期建成投用。", ["凤凰路天桥彩虹桥"]),
        ("建设路小学、新建村卫生院改扩建等工程完工。", ["建设路小学", "新建村卫生院改扩建"]),
        ("（三）新建龙王庙社区养老服务中心，改造翻新白马湖公园。", ["龙王庙社区养老服务中心", "白马湖公园"]),
        ("设立青岭县绿色产业投资基金，成立青岭县人民调解中心。", ["青岭县绿色产业投资基金"]),
        ("县人民医院新院区、市图书馆新馆建成投用。", ["县人民医院新院区", "市图书馆新馆"]),
    ],
)  # fmt: skip
def test_names_in_sentences(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("完成17、21街坊等5个地块旧改。", ["17街坊", "21街坊"]),
        ("柏树路37、39号小梁薄板房屋已100%签约生效。", ["柏树路37、39号"]),
        ("白杨新区街道槐树路52弄3-8号已完成征收。", ["槐树路52弄3-8号"]),
        ("对松林路14、18弄实施成套改造。", ["松林路14、18弄"]),
        ("完成开发区3号地块、凤凰山片区土地收储。", ["开发区3号地块", "凤凰山片区"]),
        ("调增青岭县5、8、12街坊土地储备项目3.6亿元。", ["青岭县5、8、12街坊土地储备项目"]),
        ("会议在文昌路12号召开。", []),
        ("张建国住文昌路12号3栋，任公路局局长。", []),
    ],
)
def test_sites(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("出台《青岭县旅游发展总体规划（2013—2025年）》。", ["青岭县旅游发展总体规划（2013—2025年）"]),
        ("印发《青岭县“无废城市”建设三年行动计划》《关于促进民营经济发展的若干措施》。",
         ["青岭县无废城市建设三年行动计划", "关于促进民营经济发展的若干措施"]),
        ("落实《关于推进某某行业整合的实施方案的通知》。", ["关于推进某某行业整合的实施方案"]),
        ("制定《青岭县物业管理办法》《权力清单目录》《政府信息公开条例》。", []),
        ("审议《2018年预算调整方案（草案）》，听取《关于重点项目规划情况的报告》。", []),
        ("公布《房屋征收补偿方案征求意见稿》。", []),
    ],
)  # fmt: skip
def test_plans_by_their_titles(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "全年实施重点项目29个，竣工项目15个，项目建设全面提速。",
        "深化项目审批制度改革，推进项目审批流程再造，落实项目资金3.2亿元。",
        "加强基础设施建设，完善公共服务设施，推进农村道路建设，加快棚户区改造。",
        "我县被评为全国绿化模范县，青岭中学获全国文明校园称号。",
        "青岭建设集团有限公司、县城投公司等企业完成产值12亿元。",
        "践行“绿水青山就是金山银山”理念，打造“忠诚干净担当”队伍。",
        "推进“五个中心”建设，落实“双减”政策，参与“一带一路”建设。",
        "县人民医院收治患者3万人次，青岭大桥车流量明显增长。",
        "会议在县会展中心召开，代表们视察了东山水库。",
        "推动形成新发展格局，构建现代化经济体系，建立健全长效机制。",
        "学校、医院、车站等公共场所加强消毒。",
        "建成各类停车场12个，新建公厕30座。",
        "坚持“一网统管”，做到“一张蓝图绘到底”。",
        "县交通运输局、县住建局、河西街道等单位参加。",
        "推动全面从严治党向基层延伸，着力整治形式主义。",
        "项目建设、招商引资工作取得新进展，一批优质项目落户。",
        "改造农村危房3500户，新建高标准农田5万亩，硬化村道120公里。",
    ],
)
def test_what_names_no_project(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("永宁大桥建成通车。", "transport"),
        ("实施青石路拓宽工程。", "transport"),
        ("新建凤凰山公园。", "construction"),
        ("实施白杨新村旧住房改造。", "renewal"),
        ("搭建企业信用信息平台。", "information_system"),
        ("实施基础教育扩优提质行动计划。", "policy_programme"),
        ("完成开发区3号地块收储。", "land_reserve"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert [project.kind for project in projects(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("永宁大桥顺利竣工。", "completed"),
        ("永宁大桥开工建设。", "started"),
        ("永宁大桥稳步推进。", "under_construction"),
        ("永宁大桥完成桩基施工。", "under_construction"),
        ("永宁大桥完成投资2亿元。", "under_construction"),
        ("力争年内开工建设永宁大桥。", "planned"),
        ("加快推进永宁大桥建设。", "under_construction"),
        (AHEAD + "加快推进永宁大桥建设。", "planned"),
        ("支持永宁大桥建设。", None),
    ],
)
def test_statuses(text: str, status: str | None) -> None:
    assert [(project.name, project.status) for project in projects(text)] == [("永宁大桥", status)]


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("总投资1.2亿元的青岭至石门二级公路建成通车。", "1.2", "亿元"),
        ("金石水泥厂技改项目（总投资3500万元）建成投产。", "3500", "万元"),
        ("实施清水河生态修复工程，总投资6800万元。", "6800", "万元"),
        ("投资980万元的自来水二厂扩建工程已竣工。", "980", "万元"),
        ("调增北门大桥新建工程1亿元。", "1", "亿元"),
        ("北门大桥、南门大桥竣工，总投资2亿元。", None, None),
        ("永宁物流园建成启用，新增税收3亿元。", None, None),
    ],
)
def test_amounts(text: str, amount: str | None, unit: str | None) -> None:
    assert {(project.amount, project.unit) for project in projects(text)} == {(amount, unit)}


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("由县水务局牵头实施清水河生态修复工程。", "青岭县水务局"),
        ("县教育局负责建设的实验中学分校开工。", "青岭县教育局"),
        ("县住建局启动青石路管网改造。", "青岭县住房和城乡建设局"),
        ("我们启动青石路管网改造。", None),
    ],
)
def test_bodies(text: str, body: str | None) -> None:
    assert [project.body for project in projects(text)] == [body]


def test_periods_and_places() -> None:
    (campaign,) = projects("启动为期三年的城镇燃气“带病运行”专项整治。")
    assert (campaign.name, campaign.period) == ("城镇燃气带病运行专项整治", "三年")
    (site,) = projects("槐树路52弄3-8号已完成征收。")
    assert (site.kind, site.place) == ("renewal", "槐树路52弄3-8号")


def test_the_evidence_is_the_clause() -> None:
    (project,) = projects("全县上下齐心协力，永宁大桥建成通车，群众拍手称快。")
    assert project.evidence.text == "永宁大桥建成通车"
    assert project.evidence.lines == (9,)


def test_one_project_has_one_name_in_a_gazette() -> None:
    text = "青石路（东街—西街）拓宽改建工程开工。\n青石路拓宽改建进展顺利。\n继续推进青石路拓宽工程建设。"
    assert {project.name for project in projects(text)} == {"青石路（东街—西街）拓宽改建工程"}


def test_numbered_blocks_are_not_one_another() -> None:
    text = "完成23街坊旧改。\n启动123街坊旧改。\n推进3街坊旧改。"
    assert [project.name for project in projects(text)] == ["23街坊", "123街坊", "3街坊"]


HEAD = "序号\t项目名称\t建设单位\t建设地点\t建设内容\t总投资\t起止年限\t形象进度\n"
ROWS = (
    "1\t东城区第三小学迁建项目\t东城区教育局\t河东路\t新建教学楼12000平方米\t8600\t2021-2023\t主体封顶\n"
    "2\t市民云平台（二期）\t县大数据局\t-\t升级改造\t1250\t2022\t招标阶段\n"
)


def rows(text: str) -> list[tuple[str | None, ...]]:
    return [(one.name, one.status, one.place, one.amount, one.unit, one.period) for one in projects(text)]


def test_tables() -> None:
    text = (
        "附表\n单位：万元\n"
        + HEAD
        + ROWS
        + "续表\n"
        + HEAD
        + "3\t滨河路改造\t\t滨河路\t1.8公里\t5400\t2021\t已竣工\n合计\t\t\t\t\t15250\t\t\n"
    )
    assert rows(text) == [
        ("东城区第三小学迁建项目", "under_construction", "河东路", "8600", "万元", "2021-2023"),
        ("市民云平台（二期）", "planned", None, "1250", "万元", "2022"),
        ("滨河路改造", "completed", "滨河路", "5400", "万元", "2021"),
    ]


def test_tables_with_columns_in_another_order_and_drawn_lines() -> None:
    text = (
        "| 责任单位 | 总投资（亿元） | 工程名称 | 工期 |\n|---|---|---|---|\n"
        "| 县水利局 | 1.2 | 双河水库除险加固工程 | 18个月 |\n| 县交通局 | 3 | 青石隧道 | 3年 |\n"
    )
    assert rows(text) == [
        ("双河水库除险加固工程", None, None, "1.2", "亿元", "18个月"),
        ("青石隧道", None, None, "3", "亿元", "3年"),
    ]
    assert next(one.body for one in projects(text)) == "青岭县水利局"


def test_wrapped_cells_of_tables() -> None:
    text = HEAD + "1\t沿江大道（人民路—\t县城投公司\t城关镇\t改造\t5400\t2021\t已竣工\n\t解放路）改造工程\t\t\t\t\t\t\n"
    assert [row[0] for row in rows(text)] == ["沿江大道（人民路—解放路）改造工程"]


def test_tables_of_money_are_none_of_projects() -> None:
    assert rows("项目\t预算数\t决算数\n教育支出\t1200\t1180\n农林水支出\t800\t790\n") == []
    assert rows("指标名称\t单位\t目标\n新增绿地\t公顷\t2\n") == []


def test_a_row_that_does_not_fit_its_head_is_an_issue() -> None:
    read = gazette(REPORT.format(body=HEAD + ROWS + "3\t滨河路改造" + "\t多" * 9 + "\n"))
    assert [issue.kind for issue in read.issues if issue.kind == "unread_project_row"] == ["unread_project_row"]


def named_in(text: str) -> set[str]:
    return {project.name for project in read_gazette(read_stream(BytesIO(text.encode()), "case")).projects}


@pytest.mark.parametrize("verb", ["", "用于", "调增", "安排"])
def test_what_money_is_allotted_to_in_a_list(verb: str) -> None:
    lead = "关于新增债券安排情况的报告\n\n县人大常委会：\n新增专项债券2亿元："
    text = f"{lead}{verb}石溪至清河公路改建工程1.2亿元，{verb}石溪县第二人民医院0.8亿元。"
    assert named_in(text) == {"石溪至清河公路改建工程", "石溪县第二人民医院"}


def test_what_money_is_spent_on_in_general_is_no_project() -> None:
    lead = "关于预算调整的报告\n\n县人大常委会：\n新增支出资金3亿元："
    assert named_in(f"{lead}教育支出1.2亿元，一般债券0.5亿元，专项债券0.7亿元，债务还本0.8亿元，预备费1亿元。") == set()


def test_institutions_share_the_work_behind_the_last() -> None:
    lead = "关于校园安全工作情况的报告\n\n县人大常委会：\n"
    assert named_in(f"{lead}县教育局完成清河中学、石桥小学消防改造工程。") == {
        "清河中学消防改造工程",
        "石桥小学消防改造工程",
    }
