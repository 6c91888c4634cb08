"""`kg demands` as a user sees it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from click.testing import CliRunner

from kg.cli import main


def answer(examples_build: Path, *options: str) -> str:
    done = CliRunner().invoke(main, ["demands", "-g", str(examples_build), *options])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_a_table_with_its_answers(examples_build: Path) -> None:
    lines = answer(examples_build).splitlines()
    assert lines[0].split()[:3] == ["date", "title", "addressee"]
    answered = [line for line in lines if " 168 " in line or " 70 " in line]
    assert len(answered) == 2
    assert all("审议意见" in line and "no answer found" not in line for line in answered)
    # An opinion that is known from its answer has one too.
    told = [line for line in lines[2:] if line not in answered and "no answer found" not in line]
    assert len(told) == 1 and "关于落实" in told[0]


def test_unanswered_alone(examples_build: Path) -> None:
    every = list(csv.DictReader(io.StringIO(answer(examples_build, "--format", "csv"))))
    rest = list(csv.DictReader(io.StringIO(answer(examples_build, "--unanswered", "--format", "csv"))))
    assert [row for row in every if not row["answer"]] == rest
    told, *found = sorted((row for row in every if row["answer"]), key=lambda row: int(row["days"] or 0))
    assert (told["basis"], told["days"], told["points"]) == ("named", "", "")
    assert [(row["basis"], row["days"], row["points"].count("|")) for row in found] == [
        ("named", "70", 2), ("named", "168", 2),
    ]  # fmt: skip


def test_json_and_the_body_asked(examples_build: Path) -> None:
    rows = json.loads(answer(examples_build, "--to", "阔什泉县", "--format", "json"))
    assert [(len(row["points"]), row["answer"], row["answers"]) for row in rows] == [(3, None, 0)]
    assert json.loads(answer(examples_build, "--to", "无此机构", "--format", "json")) == []
