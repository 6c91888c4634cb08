"""Opinions that only the report quotes which answers them, the heads of official paper, and what is neither."""

from __future__ import annotations

from io import BytesIO

import pytest

from kg.model.gazette import Gazette
from kg.pipeline import read_gazette
from kg.read import read_stream

OPINION = "对全县养老服务工作情况报告的审议意见"
REPORT = """石溪县人民政府关于《{opinion}》{tail}
（2034年12月20日在石溪县第九届人民代表大会常务委员会第十六次会议上）
县民政局局长　孙三

县人大常委会：
2034年6月，县人大常委会印发《{opinion}》后，县政府逐条落实。现将情况报告如下：
{body}
"""
HEADS = """一、关于“优化设施布局”的办理情况
建成服务中心3处。
二、关于“稳定护理队伍”的办理情况
培训护理员80人。"""


def gazette(text: str) -> Gazette:
    return read_gazette(read_stream(BytesIO(text.encode()), "case"))


def points(body: str, tail: str = "研究处理情况的报告") -> tuple[str, ...]:
    (opinion,) = gazette(REPORT.format(opinion=OPINION, tail=tail, body=body)).opinions
    return opinion.points


def test_an_opinion_known_from_its_answer() -> None:
    (opinion,) = gazette(REPORT.format(opinion=OPINION, tail="落实情况的报告", body=HEADS)).opinions
    assert (opinion.title, opinion.addressee, opinion.date) == (OPINION, "石溪县人民政府", "2034-06")
    assert opinion.issued_by == "石溪县人民代表大会常务委员会"
    assert opinion.points == ("优化设施布局", "稳定护理队伍")
    assert opinion.follow_up == f"石溪县人民政府关于《{OPINION}》落实情况的报告"
    assert opinion.evidence.rule == "opinion.answered"


@pytest.mark.parametrize(
    "body",
    [
        HEADS,
        "一、关于“优化设施布局”方面\n建成3处。\n二、关于“稳定护理队伍”方面\n培训80人。",
        "（一）关于优化设施布局意见的落实情况。建成3处。\n（二）关于稳定护理队伍意见的落实情况。培训80人。",
        "1．针对“优化设施布局”的整改情况\n建成3处。\n2．针对“稳定护理队伍”的整改情况\n培训80人。",
        "一、“优化设施布局”的办理情况\n建成3处。\n二、“稳定护理队伍”的办理情况\n培训80人。",
    ],
)
def test_points_in_other_layouts(body: str) -> None:
    assert points(body) == ("优化设施布局", "稳定护理队伍")


@pytest.mark.parametrize(
    "body",
    [
        "一、高度重视，加强领导\n成立专班。\n二、关于下一步工作\n继续努力。",
        "一、优化布局\n建成3处。\n二、稳定队伍\n培训80人。",
        "县政府逐条落实，成效明显。",
    ],
)
def test_headings_that_quote_no_demand_give_no_point(body: str) -> None:
    assert points(body) == ()


@pytest.mark.parametrize("tail", ["的说明", "起草情况的报告"])
def test_another_paper_tells_of_no_opinion(tail: str) -> None:
    assert gazette(REPORT.format(opinion=OPINION, tail=tail, body=HEADS)).opinions == []


def test_the_opinion_itself_goes_before_what_its_answer_tells() -> None:
    text = f"""{OPINION}

石溪县人民政府：
2034年5月30日，石溪县第九届人大常委会第十三次会议听取和审议了有关报告。现将审议意见转送如下：
一、优化设施布局。
二、稳定护理队伍。

石溪县人民代表大会常务委员会办公室
2034年6月12日

"""
    (opinion,) = gazette(text + REPORT.format(opinion=OPINION, tail="落实情况的报告", body=HEADS)).opinions
    assert opinion.evidence.rule == "opinion.intro"
    assert opinion.follow_up == f"石溪县人民政府关于《{OPINION}》落实情况的报告"


LETTER = """{head}
石溪县人大常委会
对县人民政府关于防汛工作情况报告的审议意见
县人民政府：
2034年5月30日，石溪县第九届人民代表大会常务委员会第十三次会议听取和审议了县人民政府关于防汛工作情况的报告，并提出以下审议意见：
一、加固堤防，消除险情
要加快施工。
二、完善预案，加强演练
要明确责任。
石溪县人民代表大会常务委员会办公室
2034年6月12日
"""


@pytest.mark.parametrize(
    "head",
    [
        "石溪县人民代表大会常务委员会文件\n石人发〔2034〕9号",
        "石溪县人民代表大会常务委员会文件",
        "石人办〔2034〕31号",
        "石溪县人民代表大会常务委员会办公室\n石人办〔2034〕31号",
        "石溪县人大常委会办公室文件\n石人办[2034]31号　　　签发人：孙三",
        "石溪县人大常委会办公室文件\n石人办〔2034〕31号\n签发人：孙三",
    ],
)
def test_a_letterhead_is_no_part_of_the_title(head: str) -> None:
    (opinion,) = gazette(LETTER.format(head=head)).opinions
    assert opinion.title == "石溪县人大常委会对县人民政府关于防汛工作情况报告的审议意见"
    assert opinion.points == ("加固堤防，消除险情", "完善预案，加强演练")
    assert opinion.issued_by == "石溪县人民代表大会常务委员会"
