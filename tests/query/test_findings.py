"""The findings of a graph: by kind, in the order of the text, each with its passages."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg.build
from kg.model.errors import QueryError
from kg.query import Found, Graph, Side, findings, findings_of, open_graph
from kg.read.gather import gather

TEXT = """云水区第三届人大常委会第八次会议议程
（2022年3月9日泽浦市云水区第三届人民代表大会常务委员会第七次会议通过）

一、听取和审议区人民政府关于学前教育工作情况的报告

关于学前教育工作情况的报告
——2022年3月9日在泽浦市云水区第三届人民代表大会常务委员会第八次会议上
区教育局局长 安 然

各位委员：
全年开展讲座15场、
课程8场、进社区18场，共计51场。
"""


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    folder = tmp_path_factory.mktemp("findings")
    (folder / "yunshui.txt").write_text(TEXT, encoding="utf-8")
    kg.build.build(gather([folder]), folder / "out")
    return open_graph(folder / "out")


def test_every_finding_has_its_passages(graph: Graph) -> None:
    meeting, total = findings(graph)
    assert meeting.kind == "meeting_mismatch"
    assert [side.lines for side in meeting.sides] == [(1,), (2,)]
    assert total == Found(
        "sum_mismatch",
        "15 + 8 + 18 = 41, printed 51 场",
        "15 + 8 + 18 = 41，文中合计写为51场",
        "yunshui",
        0.9,
        (Side((11, 12), "全年开展讲座15场、课程8场、进社区18场"), Side((12,), "共计51场")),
    )


def test_the_findings_of_one_gazette(graph: Graph) -> None:
    assert findings_of(graph, "yunshui") == findings(graph)
    assert findings_of(graph, "elsewhere") == []


def test_only_some_kinds(graph: Graph) -> None:
    assert [one.kind for one in findings(graph, ["sum_mismatch"])] == ["sum_mismatch"]
    with pytest.raises(QueryError, match="meeting_mismatch, sum_mismatch"):
        findings(graph, ["no_such_kind"])


def test_a_graph_without_findings(small_output: Path) -> None:
    assert findings(open_graph(small_output), ["sum_mismatch"]) == []
