"""`scripts/train_ner`: its arithmetic, that a seed gives one table, and that the model it writes can be used."""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from kg.cli import main

ROOT = Path(__file__).resolve().parent.parent
FIRST = """青梧县人民代表大会常务委员会任免名单
（2031年5月8日青梧县第六届人民代表大会常务委员会第七次会议通过）

任命：
钱一兰为青梧县财政局局长；
孙二河为青梧县民政局副局长。

县财政局局长钱一兰受县人民政府委托作报告。南山引水工程已经开工。县民政局负责白杨福利院迁建工程。
县财政局、县民政局要抓好南山引水工程。今年天气很好。大家都很高兴。
"""
SECOND = """松岭市人民代表大会常务委员会任免名单
（2029年9月3日松岭市第三届人民代表大会常务委员会第五次会议通过）

任命：
周三木为松岭市水务局局长；
吴四海为松岭市教育局副局长。

市水务局局长周三木受市人民政府委托作报告。北湖清淤工程已经完工。市教育局负责红石中学迁建工程。
市水务局、市教育局要抓好北湖清淤工程。今年雨水很多。大家都很忙碌。
"""


def facts(place: str, people: list[str], bodies: list[str], projects: list[str]) -> dict[str, list[dict[str, Any]]]:
    return {
        "personnel": [{"person": person} for person in people],
        "bodies": [{"name": place + body, "aliases": [place[-1] + body]} for body in bodies],
        "projects": [{"name": project} for project in projects],
    }


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two invented gazettes with what they state."""
    base = tmp_path_factory.mktemp("reference")
    (base / "gazettes").mkdir()
    (base / "gold").mkdir()
    rows = {
        "first": (
            FIRST,
            facts("青梧县", ["钱一兰", "孙二河"], ["财政局", "民政局"], ["南山引水工程", "白杨福利院迁建工程"]),
        ),
        "second": (
            SECOND,
            facts("松岭市", ["周三木", "吴四海"], ["水务局", "教育局"], ["北湖清淤工程", "红石中学迁建工程"]),
        ),
    }
    for stem, (text, stated) in rows.items():
        (base / "gazettes" / f"{stem}.txt").write_text(text, encoding="utf-8")
        (base / "gold" / f"{stem}.json").write_text(json.dumps(stated), encoding="utf-8")
    return base


@pytest.fixture(scope="module")
def trained(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], Path]:
    """The table of a short training, and the model that it wrote."""
    model = tmp_path_factory.mktemp("model") / "ner"
    command: list[str | Path] = [
        sys.executable,
        ROOT / "scripts" / "train_ner.py",
        "--epochs",
        "2",
        "--json",
        "--output",
        model,
    ]
    environment = {**os.environ, "KG_SHARED": str(folder), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout), model


@pytest.fixture
def scripts(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Any, Any]]:
    """The modules of the script."""
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    yield importlib.import_module("ner_names"), importlib.import_module("train_ner")


def test_names_of_reference_facts(scripts: tuple[Any, Any]) -> None:
    names, _ = scripts
    stated = {
        "positions": [{"person": "钱 一"}, {"person": "董某"}, {"person": None}],
        "items": [{"authors": [{"person": "孙二"}, {"person": None}]}, {"authors": None}],
        "bodies": [{"name": "青梧县财政局", "aliases": ["县财政局"], "optional": True}],
        "projects": [{"name": "“一网”工程"}],
    }
    assert list(names.reference_names(stated)) == [
        (("PERSON", "钱一"), False),
        (("PERSON", "孙二"), False),
        (("ORG", "青梧县财政局"), True),
        (("ORG", "县财政局"), True),
        (("PROJECT", "一网工程"), False),
    ]


def test_the_longest_name_counts_and_a_title_is_no_project(scripts: tuple[Any, Any]) -> None:
    names, _ = scripts
    known = {("ORG", "县人大"), ("ORG", "县人大常委会"), ("PROJECT", "三年计划"), ("PERSON", "钱")}
    found = [name for _, _, name in names.occurrences("县人大常委会印发《三年计划》，钱一说。", known)]
    assert found == [("ORG", "县人大常委会")]
    assert not list(names.occurrences("县人大", set()))


def test_a_name_may_be_printed_with_other_signs(scripts: tuple[Any, Any]) -> None:
    names, _ = scripts
    found = list(
        names.occurrences("由大会秘书处（筹）抓好“一网”工程。", {("ORG", "秘书处(筹)"), ("PROJECT", "一网工程")})
    )
    assert found == [(3, 9, ("ORG", "秘书处(筹)")), (12, 17, ("PROJECT", "一网工程"))]
    assert names.names_in([("ORG", "秘书处（筹）"), ("DATE", "今天"), ("PROJECT", "“一网”工程")]) == {
        ("ORG", "秘书处(筹)"),
        ("PROJECT", "一网工程"),
    }


def test_figures_of_a_score(scripts: tuple[Any, Any]) -> None:
    names, _ = scripts
    gazette = names.Gazette(
        Path("a.txt"), [], frozenset({("ORG", "甲"), ("ORG", "乙"), ("PERSON", "丙")}), frozenset({("ORG", "丁")})
    )
    found = {("ORG", "甲"), ("ORG", "丁"), ("ORG", "戊"), ("ORG", "己"), ("PERSON", "丙")}
    bodies = names.score(found, gazette, "ORG")
    assert bodies == names.Score(reference=2, found=3, correct=1)
    assert (bodies.precision, bodies.recall, bodies.f1) == (1 / 3, 1 / 2, 2 / 5)
    assert names.score(found, gazette, "ORG", frozenset({("ORG", "甲")})) == names.Score(1, 2, 0)
    assert (names.Score().precision, names.Score().recall, names.Score(1, 0, 0).f1) == (0, 0, 0)


@pytest.mark.parametrize(
    ("correct", "said"),
    [
        ((60, 70), "\nWorth shipping"),
        ((60, 60), "\nNot worth shipping"),
        ((95, 40), "\nNot worth shipping"),
        ((50, 50), "\nNot worth shipping"),
    ],
)
def test_verdict(correct: tuple[int, int], said: str, scripts: tuple[Any, Any]) -> None:
    names, script = scripts
    rows = [
        script.Row(stem, "bodies", reader, names.Score(100, 100, right), names.Score())
        for stem, after in zip(("a", "b"), correct, strict=True)
        for reader, right in (("rules", 60), ("rules + model", after))
    ]
    assert said in script.verdict(rows)


def test_the_table_adds_up(trained: tuple[dict[str, Any], Path]) -> None:
    rows = {(row["names"], row["reader"]): row for row in trained[0]["rows"]}
    for row in rows.values():
        assert row["correct"] <= min(row["reference"], row["found"])
        assert row["precision"] == round(row["correct"] / row["found"] if row["found"] else 0, 4)
        assert row["recall"] == round(row["correct"] / row["reference"] if row["reference"] else 0, 4)
        both = row["reference"] + row["found"]
        assert row["f1"] == round(2 * row["correct"] / both if both else 0, 4)
    for reader in ("rules", "model", "rules + model"):
        for count in ("reference", "found", "correct"):
            whole = rows["all", reader][count]
            assert whole == sum(rows[name, reader][count] for name in ("first", "second"))
            assert whole == sum(rows[name, reader][count] for name in ("people", "bodies", "projects"))
    assert rows["people", "rules"]["reference"] == rows["people", "rules"]["correct"] == 4
    assert rows["all, not seen in training", "rules"]["reference"] == rows["all", "rules"]["reference"]
    assert rows["all", "rules + model"]["found"] >= rows["all", "rules"]["found"]


def run(script: Any, folder: Path, monkeypatch: pytest.MonkeyPatch, *options: str) -> int | str | None:
    """Run the script here, which spares its start; its exit code."""
    monkeypatch.setenv("KG_SHARED", str(folder))
    try:
        script.main(list(options))
    except SystemExit as end:
        return end.code
    return 0


def test_a_seed_gives_one_table(
    trained: tuple[dict[str, Any], Path],
    folder: Path,
    scripts: tuple[Any, Any],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(scripts[1], folder, monkeypatch, "--epochs", "2", "--json", "--jobs", "1") == 0
    assert json.loads(capsys.readouterr().out) == trained[0]


def test_the_table_as_text(scripts: tuple[Any, Any]) -> None:
    names, script = scripts
    rows = [script.Row("a", "bodies", reader, names.Score(4, 2, 1), names.Score()) for reader in script.READERS]
    lines = script.table(rows).splitlines()
    assert lines[2] == f"| a | 4 |{' 0.500 | 0.250 | 0.333 |' * 3}"
    assert lines[-1].startswith("| all, not seen in training | 0 | 0.000 ")
    assert {line.count("|") for line in lines} == {12}


def test_the_written_model_is_loaded(trained: tuple[dict[str, Any], Path], tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text(FIRST, encoding="utf-8")
    result = CliRunner().invoke(main, ["entities", str(text), "--model", str(trained[1]), "--json"])
    assert result.exit_code == 0, result.output
    assert ("PERSON", "钱一兰", "rule") in {
        (row["label"], row["text"], row["found_by"]) for row in json.loads(result.stdout)
    }


def test_what_a_model_learned_is_found(scripts: tuple[Any, Any], tmp_path: Path) -> None:
    _, script = scripts
    nlp = script.train([("大家来到白杨夜话。", [(4, 8, "PROJECT")]), ("大家都很高兴。", [])], 30, 1)
    nlp.to_disk(tmp_path / "ner")
    text = tmp_path / "text.txt"
    text.write_text("大家来到白杨夜话。\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["entities", str(text), "--model", str(tmp_path / "ner"), "--json"])
    found = [(row["label"], row["found_by"]) for row in json.loads(result.stdout) if "白杨夜话" in row["text"]]
    assert found == [("PROJECT", "model")]


def test_nothing_to_learn_from(tmp_path: Path, scripts: tuple[Any, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    said = run(scripts[1], tmp_path, monkeypatch)
    assert isinstance(said, str) and "KG_SHARED" in said and "\n" not in said


@pytest.mark.parametrize("options", [("--epochs", "0"), ("--jobs", "x"), ("--output", str(ROOT / "LICENSE"))])
def test_wrong_options(
    options: tuple[str, str], folder: Path, scripts: tuple[Any, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(scripts[1], folder, monkeypatch, *options) == 2
