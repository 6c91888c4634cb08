"""Documents named in 《》: nested, numbered, in several forms; and titles that are none."""

from __future__ import annotations

from io import BytesIO

import pytest
from rdflib import Literal, URIRef
from rdflib.namespace import RDFS

from kg.lexicon import load
from kg.model.reports import Document
from kg.pipeline import read_gazette
from kg.rdf.entities import Scope
from kg.rdf.facts import fact_triples
from kg.rdf.names import Names
from kg.rdf.reports import report_triples
from kg.read import read_stream
from kg.recognise.documents import document_kind, find_documents

REPORT = (
    "云岭省青梧县人民代表大会常务委员会公报\n\n关于水库移民工作情况的报告\n"
    "——2009年4月8日在青梧县第十二届人民代表大会常务委员会第九次会议上\n县水利局局长  周五\n\n{body}\n"
)
DECISION = (
    "云岭省青梧县人民代表大会常务委员会\n关于接受郑六辞去青梧县人民政府副县长职务的决定\n"
    "（2009年4月8日青梧县第十二届人民代表大会常务委员会第九次会议通过）\n\n"
    "根据《中华人民共和国地方各级人民代表大会和地方各级人民政府组织法》第二十七条的规定，"
    "青梧县第十二届人民代表大会常务委员会第九次会议决定：接受郑六辞去青梧县人民政府副县长职务的请求。\n"
)


def documents(body: str) -> list[Document]:
    return read_gazette(read_stream(BytesIO(REPORT.format(body=body).encode()), "case")).documents


def titles(body: str) -> list[tuple[str, ...]]:
    return [row.titles for row in documents(body)]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("中华人民共和国水法", "law"),
        ("民法典", "law"),
        ("青梧县水库管理办法", "regulation"),
        ("云岭省水库移民条例（2003年修正）", "regulation"),
        ("青梧县水利发展“十一五”规划（2006—2010年）", "plan"),
        ("关于移民工作情况的报告", "report"),
        ("关于批准2008年财政决算的决议", "decision"),
        ("关于加快移民搬迁的若干意见（试行）", "opinion"),
        ("关于印发《青梧县抗旱预案》的通知", "other"),
        ("工作方法", None),
        ("红楼梦", None),
        ("青梧报", None),
        ("水的故事", None),
    ],
)
def test_kinds(title: str, kind: str | None) -> None:
    assert document_kind(title, load()) == kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "印发《关于转发〈省水利厅关于移民工作的意见〉的通知》。",
            ["省水利厅关于移民工作的意见", "关于转发〈省水利厅关于移民工作的意见〉的通知"],
        ),
        ("印发《关于印发《移民安置方案》的通知》。", ["移民安置方案", "关于印发《移民安置方案》的通知"]),
        ("审议《县2009年预算》（草案）。", ["县2009年预算（草案）"]),
        ("没有合上的《移民安置方案。", []),
        ("排演《水库谣》，观看《青梧电视报》。", []),
    ],
)
def test_titled(text: str, expected: list[str]) -> None:
    assert [one.title for one in find_documents(text, load())] == expected


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("《移民安置方案》（青政发〔2009〕5号）", "青政发〔2009〕5号"),
        ("《移民安置方案》的通知（青政办发[1998]第17号）要求", "青政办发[1998]第17号"),
        ("《移民安置方案》，另见青政发〔2009〕5号", None),
        ("《移民安置方案》（2009年版）", None),
    ],
)
def test_numbers(text: str, number: str | None) -> None:
    assert [one.number for one in find_documents(text, load())] == [number]


def test_one_document_in_several_forms() -> None:
    found = documents(
        "制定《青梧县2009年抗旱方案（草案）》。县政府印发《2009年抗旱方案》。《县2009年抗旱方案》已经落实。"
    )
    assert [row.title for row in found] == ["县2009年抗旱方案"]
    assert len(found[0].titles) == 3
    assert found[0].evidence.text == "《青梧县2009年抗旱方案（草案）》"


def test_other_years_and_other_places_are_other_documents() -> None:
    found = documents("《青梧县2008年抗旱方案》《青梧县2009年抗旱方案》《云岭省2009年抗旱方案》《抗旱方案》")
    assert len(found) == 4
    numbered = documents("《抗旱工作方案》（青政发〔2008〕5号）和《抗旱工作方案》（青政发〔2009〕6号）。")
    assert [row.number for row in numbered] == ["青政发〔2008〕5号", "青政发〔2009〕6号"]


def test_declared_short_forms() -> None:
    found = titles("制定《青梧县移民规划》（以下简称《规划》）。《规划》实施以来，成效明显。《决定》也已落实。")
    assert found == [("青梧县移民规划", "规划")]


def test_laws_by_their_short_forms() -> None:
    found = titles(
        "学习《选举法》。根据《中华人民共和国全国人民代表大会和地方各级人民代表大会选举法》办理。"
        "《中华人民共和国水法》和《水法》。《监察法》与《中华人民共和国行政监察法》。"
    )
    assert [len(forms) for forms in found] == [2, 2, 1, 1]


def test_an_act_leads_to_its_law() -> None:
    gazette = read_gazette(read_stream(BytesIO(DECISION.encode()), "case"))
    scope = Scope.of(gazette, Names(), load())
    triples = [*fact_triples(scope), *report_triples(scope)]
    based = {o for _, p, o in triples if p == scope.names.term("basedOn")}
    law = "中华人民共和国地方各级人民代表大会和地方各级人民政府组织法"
    assert len(based) == 1
    assert [o for s, p, o in triples if s in based and p == RDFS.label] == [Literal(law)]


def test_plans_of_two_places_are_two_nodes() -> None:
    nodes: set[URIRef] = set()
    for place in ("青梧县", "白杨县"):
        text = REPORT.format(body="落实《抗旱工作方案》，学习《中华人民共和国水法》。").replace("青梧县", place)
        gazette = read_gazette(read_stream(BytesIO(text.encode()), "case"))
        scope = Scope.of(gazette, Names(), load())
        nodes |= {scope.document(row) for row in gazette.documents}
    assert len(nodes) == 3
