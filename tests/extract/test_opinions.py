"""Demands and advice of every kind of document, and headings that advise nothing."""

from __future__ import annotations

from io import BytesIO

import pytest

from kg.model.gazette import Gazette
from kg.model.reports import Opinion
from kg.pipeline import read_gazette
from kg.rdf.names import DEFAULT_BASE
from kg.rdf.quads import gazette_quads
from kg.read import read_stream

REPORT = """关于全县养老服务工作情况的调研报告
（2034年5月8日在石溪县第九届人民代表大会常务委员会第十二次会议上）
县人大社会建设委员会主任委员　钱一

主任、各位副主任、各位委员：
社会建设委员会进行了调研，现将情况报告如下：
{body}
"""
COUNTY = "石溪县"
STANDING = "石溪县人民代表大会常务委员会"


def gazette(text: str) -> Gazette:
    return read_gazette(read_stream(BytesIO(text.encode()), "case"))


def opinion(text: str) -> Opinion:
    (found,) = gazette(text).opinions
    return found


def points(body: str) -> tuple[str, ...]:
    return opinion(REPORT.format(body=body)).points


GROWN = ("优化布局，补足短板", "稳定队伍", "加强监管")
FACTS = "一、基本情况\n全县有敬老院12所。\n二、存在问题\n（一）布局不平衡。\n（二）队伍不稳定。\n"


@pytest.mark.parametrize(
    "body",
    [
        "三、几点建议\n（一）优化布局，补足短板。加快建设。\n（二）稳定队伍。提高待遇。\n（三）加强监管。",
        "三、对策与建议\n（一）优化布局，补足短板\n加快建设北片敬老院。\n（二）稳定队伍\n提高待遇。\n（三）加强监管\n统一标准。",
        "三、进一步做好养老服务工作的意见建议\n1.优化布局，补足短板。加快建设。2.稳定队伍。\n3.加强监管。",
        "三、下一步工作建议\n（一）优化布局，补足短板；（二）稳定队伍；（三）加强监管。",
        "三、建议\n（1）优化布局，补足短板\n（2）稳定队伍\n（3）加强监管",
        "三、意见和建议\n为此，提出以下建议：\n①优化布局，补足短板。\n②稳定队伍。\n③加强监管。",
        "三、工作建议\n建议县人民政府：一是优化布局，补足短板；二是稳定队伍；三是加强监管。",
        "三、工作建议\n建议县人民政府要优化布局，补足短板；稳定队伍；加强监管。",
        "三、有关建议\n第一，优化布局，补足短板。第二，稳定队伍。第三，加强监管。",
        "委员会提出如下建议：\n一、优化布局，补足短板。\n二、稳定队伍。\n三、加强监管。\n以上报告，请予审议。",
    ],
)
def test_points_in_every_shape(body: str) -> None:
    before = FACTS if body.startswith("三") else "全县有敬老院12所。"
    assert points(before + body) == GROWN


def test_headings_broken_over_narrow_columns() -> None:
    body = """一、基本情况
全县有敬老院十二所，分布在各个乡
镇，床位总数达到三千余张，其中护理
型床位一千二百张，占总数的四成，服
务老人两千余名，护理人员四百余名。
二、几点建议
（一）优化养老设施空间布局，着力补
齐短板
一是加快建设北片敬老院，力争明年投
入使用，缓解床位紧张的矛盾。
（二）提高护理人员职业待遇，推动护
理队伍不断稳定。一是研究建立岗位补
贴制度，健全职级晋升的办法。"""
    assert points(body) == ("优化养老设施空间布局，着力补齐短板", "提高护理人员职业待遇，推动护理队伍不断稳定")


def test_the_section_ends_where_its_level_comes_again() -> None:
    body = "一、建议\n（一）优化布局。\n（二）加强监管。\n二、其他事项\n（一）调研时间。\n（二）调研组成员。"
    assert points(body) == ("优化布局", "加强监管")


@pytest.mark.parametrize(
    ("lead", "addressee"),
    [
        ("县政府及其有关部门要高度重视。为此建议：", f"{COUNTY}人民政府"),
        ("县人民政府应当加强领导，提出以下建议：", f"{COUNTY}人民政府"),
        ("就县人民法院进一步加强执行工作，提出以下建议：", f"{COUNTY}人民法院"),
        ("县监委要依法履职，为此建议：", f"{COUNTY}监察委员会"),
        ("调研组建议：", None),
        ("县政府去年印发了方案，调研组提出以下建议：", None),
    ],
)
def test_who_is_asked(lead: str, addressee: str | None) -> None:
    found = opinion(REPORT.format(body=f"{FACTS}三、建议\n{lead}\n（一）优化布局。\n（二）加强监管。"))
    assert (found.addressee, found.issued_by, found.date) == (
        addressee,
        f"{COUNTY}人民代表大会社会建设委员会",
        "2034-05-08",
    )


LETTER = """{title}

石人常发〔2034〕12号

{salutation}
2034年5月30日，石溪县第九届人大常委会第十三次会议听取和审议了县民政局局长钱一受县人民政府委托所作的《关于养老服务工作情况的报告》。{lead}
一、优化设施布局。加快北片建设。
二、稳定护理队伍。
请于三个月内将研究处理情况报县人大常委会。

石溪县人民代表大会常务委员会办公室
2034年6月12日
"""


@pytest.mark.parametrize(
    "title",
    [
        "对全县养老服务工作情况报告的审议意见",
        "石溪县人大常委会关于养老服务工作情况报告的审议意见书",
        "关于《关于养老服务工作情况的报告》的审议意见",
    ],
)
@pytest.mark.parametrize("lead", ["现将审议意见转送如下：", "提出如下审议意见：", ""])
def test_letters_of_a_standing_committee(title: str, lead: str) -> None:
    found = opinion(LETTER.format(title=title, salutation="县人民政府：", lead=lead))
    assert (found.title, found.addressee, found.issued_by) == (title, f"{COUNTY}人民政府", STANDING)
    assert (found.date, found.points) == ("2034-06-12", ("优化设施布局", "稳定护理队伍"))


def test_an_opinion_of_1995_without_numbers_keeps_its_title() -> None:
    text = """关于农业执法情况的审议意见
（一九九五年六月三日）

会议认为，县政府做了大量工作。会议希望继续努力。

石溪县人大常委会
"""
    found = opinion(text)
    assert (found.title, found.date, found.points) == ("关于农业执法情况的审议意见", "1995-06-03", ())


def test_advice_of_an_audit() -> None:
    text = """关于石溪县2033年度本级预算执行和其他财政收支的审计工作报告
（2034年7月8日在石溪县第九届人民代表大会常务委员会第十四次会议上）
县审计局局长　孙三

我代表县人民政府报告审计情况。
一、审计情况
发现的主要问题：一是编制不细；二是资金滞留。
二、审计建议
（一）细化预算编制
（二）盘活存量资金
"""
    found = opinion(text)
    assert (found.issued_by, found.points) == (f"{COUNTY}审计局", ("细化预算编制", "盘活存量资金"))


EXAMINED = """关于石溪县2033年财政决算审查结果的报告
（2034年7月8日在石溪县第九届人民代表大会常务委员会第十四次会议上）
县人大财政经济委员会主任委员　李四

石溪县人民代表大会常务委员会：
财政经济委员会认为，决算是好的，建议常委会批准2033年县级决算。
{body}
"""


def test_advice_beside_the_advice_to_approve() -> None:
    text = EXAMINED.format(body="同时建议县人民政府：细化预算编制；推进绩效管理。")
    assert opinion(text).points == ("细化预算编制", "推进绩效管理")


@pytest.mark.parametrize(
    "text",
    [
        EXAMINED.format(body="以上报告，请予审议。"),
        REPORT.format(body=f"{FACTS}三、代表建议\n（一）建议办理总体情况。\n（二）下一步打算。"),
        REPORT.format(body="一、认真办理代表建议\n（一）全年交办78件。\n（二）办复率百分之百。"),
        REPORT.format(body="一、主要做法\n代表们提出以下建议：\n1.增设站点。\n2.延长时间。"),
        "关于养老服务工作情况的报告\n（2034年5月8日在石溪县第九届人民代表大会常务委员会第十二次会议上）\n"
        "县民政局局长　孙三\n\n一、主要工作\n略。\n二、有关建议\n（一）加大投入。\n（二）加强宣传。\n",
        "关于对养老服务工作审议意见研究处理情况的报告\n\n县人大常委会：\n"
        "一、关于优化布局的建议\n已建成。\n二、关于稳定队伍的建议\n已提高。\n",
    ],
)
def test_no_advice(text: str) -> None:
    assert gazette(text).opinions == []


def test_advice_that_is_announced_and_not_read_is_an_issue() -> None:
    found = gazette(REPORT.format(body=f"{FACTS}三、几点建议\n"))
    assert found.opinions == []
    assert [issue.kind for issue in found.issues] == ["unread_opinion"]


def test_lines_and_words() -> None:
    found = opinion(REPORT.format(body="一、建议\n（一）优化布局。\n（二）加强监管。"))
    assert (found.evidence.rule, found.evidence.lines) == ("opinion.section", (7, 8, 9))


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("一、建议\n（一）优化布局。\n（二）加强监管。", [8, 9]),
        ("一、建议\n（一）优化布局。南片已有敬老院。\n北片没有。\n（二）加强监管。", [8, 10]),
        ("一、建议\n建议县人民政府：一是优化布局；二是加强监管。", [8, 8]),
    ],
)
def test_each_point_has_its_own_line_and_words(body: str, lines: list[int]) -> None:
    found = gazette(REPORT.format(body=body))
    said = found.points[found.opinions[0].evidence]
    assert [(words.lines[0], words.text) for words in said] == list(zip(lines, found.opinions[0].points, strict=True))
    told = "".join(gazette_quads(found))
    spans = [f"/demand/{number}> <{DEFAULT_BASE}ontology#evidence> <{DEFAULT_BASE}id/span/" for number in (1, 2)]
    for words, span in zip(said, spans, strict=True):
        assert f"/{words.start}-{words.end}-" in told.partition(span)[2].partition(">")[0]
