"""Reports that answer an earlier opinion, and which opinion of one gazette each of them answers."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import pytest

from kg.extract.reports.follow_ups import answered_title
from kg.model.gazette import Gazette
from kg.pipeline import read_gazette
from kg.read import read_stream
from kg.resolve.answers import Answer, Asked, Link, link

PLACE = "云州石溪县"


def gazette(text: str) -> Gazette:
    return read_gazette(read_stream(BytesIO(text.encode()), "case"))


@pytest.mark.parametrize(
    ("title", "answers"),
    [
        ("关于落实《对养老服务工作的审议意见》的情况报告", "对养老服务工作的审议意见"),
        (
            "石溪县人民政府关于落实《石溪县人大常委会关于垃圾分类工作的审议意见》情况的报告",
            "石溪县人大常委会关于垃圾分类工作的审议意见",
        ),
        ("关于养老服务工作审议意见研究处理情况的报告", "养老服务工作审议意见"),
        ("关于2033年度本级预算执行审计查出问题整改情况的报告", "2033年度本级预算执行审计查出问题"),
        ("对《学前教育情况的审议意见》的研究处理情况报告", "学前教育情况的审议意见"),
        ("关于《关于防汛工作情况的报告》审议意见落实情况的汇报", "《关于防汛工作情况的报告》审议意见"),
        ("关于消防法执法检查报告及审议意见研究处理情况的报告", "消防法执法检查报告及审议意见"),
        ("关于审议意见落实情况的报告", None),
        ("关于审计查出问题整改情况的报告", None),
        ("关于县人大常委会审议意见办理情况的报告", None),
    ],
)
def test_what_a_title_says_that_it_answers(title: str, answers: str | None) -> None:
    assert answered_title(title) == answers


OPINION = "对全县养老服务工作情况报告的审议意见"
ISSUE = """{opinion}

石人常发〔2034〕12号

石溪县人民政府：
2034年5月30日，石溪县第九届人大常委会第十三次会议听取和审议了有关报告。现将审议意见转送如下：
一、优化布局。
二、稳定队伍。

石溪县人民代表大会常务委员会办公室
2034年6月12日

{report}
（2034年12月20日在石溪县第九届人民代表大会常务委员会第十六次会议上）
县民政局局长　孙三

县人大常委会：
受县人民政府委托，现将落实情况报告如下：
{body}
"""


def follow_up(report: str, body: str = "一、关于优化布局。已建成。") -> tuple[str | None, Gazette]:
    found = gazette(ISSUE.format(opinion=OPINION, report=report, body=body))
    (opinion,) = found.opinions
    return opinion.follow_up, found


def test_the_answer_in_the_same_gazette() -> None:
    title = f"关于落实《{OPINION}》的情况报告"
    named, found = follow_up(title)
    (report,) = found.follow_ups
    assert named == title
    assert (report.title, report.answers, report.date) == (title, OPINION, "2034-12-20")
    assert report.reported_by == "石溪县人民政府"


def test_the_opinion_is_named_by_the_text_alone() -> None:
    body = "2034年5月30日，县九届人大常委会第十三次会议对全县养老服务工作情况提出了2条审议意见。县政府逐条落实。"
    named, found = follow_up("关于审议意见落实情况的报告", body)
    assert [(one.answers, one.answered_on) for one in found.follow_ups] == [
        ("全县养老服务工作情况审议意见", "2034-05-30")
    ]
    assert named == "关于审议意见落实情况的报告"


def test_an_answer_to_nothing_named_is_an_issue() -> None:
    named, found = follow_up("关于审议意见落实情况的报告")
    assert (named, found.follow_ups) == (None, [])
    assert [issue.kind for issue in found.issues] == ["unread_follow_up"]


@pytest.mark.parametrize(
    "title", ["关于校园安全审议意见落实情况的报告", "关于办理代表建议意见情况的报告", "关于2034年工作情况的报告"]
)
def test_another_report_answers_nothing(title: str) -> None:
    assert follow_up(title)[0] is None


def links(asked: Sequence[tuple[str, str | None]], answers: str, *more: str | None) -> list[Link]:
    date, given, reporter = (*more, None, None, None)[:3]
    opinions = [Asked(str(at), title, day, "石溪县人民政府") for at, (title, day) in enumerate(asked)]
    return list(link(opinions, [Answer("r", f"关于落实{answers}的报告", answers, date, given, reporter)], PLACE))


def test_a_named_opinion_and_the_days_it_took() -> None:
    assert links([(OPINION, "2034-06-12")], OPINION, "2034-12-20") == [Link("0", "r", "named", 1.0, 191)]


@pytest.mark.parametrize(
    ("title", "answers"),
    [
        ("对石溪县养老服务设施建设情况的审议意见", "养老服务设施建设审议意见"),
        ("县人大常委会对县人民政府《关于养老服务工作情况的报告》的审议意见", "对养老服务工作情况的审议意见"),
        (
            "关于石溪县2033年度本级预算执行和其他财政收支的审计工作报告",
            "2033年度本级预算执行和其他财政收支审计查出问题",
        ),
        ("关于检查《中华人民共和国消防法》实施情况的报告", "消防法执法检查报告"),
    ],
)
def test_subjects_that_are_alike(title: str, answers: str) -> None:
    assert [one.basis for one in links([(title, "2034-06-12")], answers, "2035-03-01")] == ["matched"]


@pytest.mark.parametrize(
    ("asked", "answers", "more"),
    [
        (("对养老服务的审议意见", "2034-06-12"), "校园安全工作审议意见", ("2034-12-20",)),
        (("对养老服务工作的审议意见", "2034-06-12"), "对养老服务工作的审议意见", ("2034-03-01",)),
        (("对养老服务工作的审议意见", "2028-06-12"), "对养老服务工作的审议意见", ("2034-03-01",)),
        (("对养老服务工作的审议意见", "2034-06-12"), "对养老服务工作的审议意见", ("2034-12-20", "2033-05-20")),
        (("对养老服务工作的审议意见", "2034-06-12"), "养老服务工作审议意见", (None,)),
        (("关于养老服务工作的调研报告", "2034-06-12"), "养老服务工作审议意见", ("2034-12-20",)),
        (("关于2032年度预算执行的审计报告", "2033-07-01"), "2033年度预算执行审计查出问题", ("2034-12-20",)),
        (
            ("对养老服务工作的审议意见", "2034-06-12"),
            "对养老服务工作的审议意见",
            ("2034-12-20", None, "石溪县人民法院"),
        ),
    ],
    ids=["subject", "before", "late", "other day", "undated", "kind", "year", "organ"],
)
def test_no_link_in_doubt(asked: tuple[str, str], answers: str, more: tuple[str | None, ...]) -> None:
    assert links([asked], answers, *more) == []


def test_of_two_subjects_that_fit_alike_none_is_taken() -> None:
    asked = [("对养老服务甲项的审议意见", "2034-06-12"), ("对养老服务乙项的审议意见", "2034-06-12")]
    assert links(asked, "养老服务审议意见", "2034-12-20") == []


def test_of_two_years_the_latest_before_the_report_is_answered() -> None:
    asked = [("对防汛工作的审议意见", "2033-06-12"), ("对防汛工作的审议意见", "2034-06-12")]
    assert [one.opinion for one in links(asked, "对防汛工作的审议意见", "2034-12-20")] == ["1"]


def test_a_day_that_is_told_picks_the_earlier_one() -> None:
    asked = [("对防汛工作的审议意见", "2033-06-12"), ("对防汛工作的审议意见", "2034-06-12")]
    assert [one.opinion for one in links(asked, "对防汛工作的审议意见", "2034-12-20", "2033-05")] == ["0"]


def test_an_opinion_printed_twice_is_answered_twice() -> None:
    asked = [("对防汛工作的审议意见", "2034-06-12")] * 2
    assert len(links(asked, "对防汛工作的审议意见", "2034-12-20")) == 2
