"""`kg project`: what gazettes of two years say of a project, for people and for programs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import kg.build
from kg.cli import main
from kg.query import open_graph, project_history
from kg.read.gather import gather

REPORT = """青岭县人民政府工作报告
——{day}在青岭县第十五届人民代表大会第{session}次会议上
县长 何远山

各位代表：
过去的一年，全县上下同心协力，克服了各种困难，圆满完成了上一次会议确定的各项工作，向全县人民交出了一份满意的答卷。
{body}
"""
EARLIER = REPORT.format(day="2013年1月8日", session="二", body="北门大桥开工建设，总投资1.2亿元。南门大桥建成通车。")
LATER = REPORT.format(day="2014年1月9日", session="三", body="北门大桥建成通车，县水务局启动清水河生态修复工程。")

Kg = Callable[..., Result]


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("projects")
    (folder / "a2013.txt").write_text(EARLIER, encoding="utf-8")
    (folder / "b2014.txt").write_text(LATER, encoding="utf-8")
    kg.build.build(gather([folder]), folder / "out")
    return folder / "out"


@pytest.fixture
def told(output: Path) -> Kg:
    def run(*arguments: str) -> Result:
        return CliRunner().invoke(main, ["project", *arguments, "-g", str(output)])

    return run


def test_a_part_of_the_name_is_enough(told: Kg) -> None:
    result = told("北门")
    assert result.exit_code == 0
    assert "北门大桥（青岭县，transport）" in result.stdout
    lines = result.stdout.splitlines()
    assert lines[3].split()[:2] == ["2013-01-08", "started"]
    assert lines[4].split()[:2] == ["2014-01-09", "completed"]
    assert "a2013" in lines[3] and "1.2" in lines[3] and "北门大桥开工建设" in lines[3]


def test_several_matches_are_listed(told: Kg) -> None:
    result = told("大桥")
    assert [line.split()[0] for line in result.stdout.splitlines()[2:]] == ["北门大桥", "南门大桥"]
    assert "2 projects" in result.stderr


def test_the_whole_name_wins_over_parts(output: Path) -> None:
    assert [one.name for one in project_history(open_graph(output), "南门大桥")] == ["南门大桥"]


def test_json_and_csv_tell_all_of_each(told: Kg) -> None:
    first, second = json.loads(told("大桥", "--format", "json").stdout)
    assert [one["status"] for one in first["statements"]] == ["started", "completed"]
    assert first["statements"][0]["lines"] == [7] and second["name"] == "南门大桥"
    rows = list(csv.DictReader(io.StringIO(told("清水河", "--format", "csv").stdout)))
    assert [(row["name"], row["body"], row["gazette"]) for row in rows] == [
        ("清水河生态修复工程", "青岭县水务局", "b2014")
    ]


@pytest.mark.parametrize("name", ["无此工程", " ", 'a"b\\c'])
def test_a_name_that_no_project_has(told: Kg, name: str) -> None:
    result = told(name)
    assert (result.exit_code, result.stdout) == (4, "")
    assert result.stderr.startswith("Error: ") and len(result.stderr.splitlines()) == 1
