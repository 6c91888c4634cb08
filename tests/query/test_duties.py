"""What somebody answers for, asked of a real build of an invented report, in Python and as a command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import kg.build
from kg.cli import main
from kg.model.errors import QueryError
from kg.query import duties, open_graph
from kg.read.gather import gather

REPORT = """东溟省泽浦市青梧区人民政府
关于城乡治理工作情况的报告

（2019年8月20日在青梧区第五届人民代表大会常务委员会第十次会议上）

区民政局局长 杜春生

主任、各位副主任、各位委员：

由区教育局牵头，区财政局配合，做好校舍加固工作。区财政局负责资金保障。

郑小红（副区长）：负责卫生工作。分管区体育局。
"""
OWN = "东溟省泽浦市青梧区"


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("duties")
    (folder / "report.txt").write_text(REPORT, encoding="utf-8")
    kg.build.build(gather([folder / "report.txt"]), folder / "out")
    return folder / "out"


@pytest.mark.parametrize("name", [f"{OWN}财政局", "区财政局", " 区 财政局 "])
def test_a_body_by_its_full_name_and_as_printed(output: Path, name: str) -> None:
    found = duties(open_graph(output), name)
    assert [(duty.agent, duty.kind, duty.role, duty.object, duty.gazette, duty.lines) for duty in found] == [
        (f"{OWN}财政局", "assist", "配合", "做好校舍加固工作", "report", (10,)),
        (f"{OWN}财政局", "answer", "负责", "资金保障", "report", (10,)),
    ]
    assert found[1].words == "区财政局负责资金保障。"


def test_a_person(output: Path) -> None:
    found = duties(open_graph(output), "郑小红")
    assert [(duty.kind, duty.object) for duty in found] == [("head", "区体育局"), ("answer", "卫生工作")]


def test_somebody_without_duties_and_nobody(output: Path) -> None:
    assert duties(open_graph(output), f"{OWN}民政局") == []
    with pytest.raises(QueryError, match="无人局"):
        duties(open_graph(output), "无人局")


def test_the_command(output: Path) -> None:
    run = CliRunner()
    table = run.invoke(main, ["duties", "区教育局", "-g", str(output)])
    assert table.exit_code == 0 and "做好校舍加固工作" in table.stdout and "牵头" in table.stdout
    (row,) = json.loads(run.invoke(main, ["duties", "区教育局", "-g", str(output), "--format", "json"]).stdout)
    assert (row["kind"], row["lines"]) == ("lead", [10])
    silent = run.invoke(main, ["duties", "区民政局", "-g", str(output)])
    assert silent.exit_code == 0 and "区民政局" in silent.stderr
    assert run.invoke(main, ["duties", "无人局", "-g", str(output)]).exit_code == 4
