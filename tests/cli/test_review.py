"""Undecided pairs, decisions, and deriving anew: as a user goes through it."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import kg.build
from kg.cli import main
from kg.query import history, open_graph
from kg.query.opening import JUDGEMENTS
from kg.read.gather import gather
from tests.fake_reader import fake_gazette

# One name in two posts of one place, in two gazettes: nothing tells whether it is one person.
FIRST = "云州市\n任命 钱一 云州市财政局 局长 2030-03-01\n"
SECOND = "云州市\n现任 钱一 云州市图书馆 馆长 2031-05-01\n任命 <b>李</b>三 云州市教育局 局长 2031-03-01\n"
LEFT, RIGHT = "钱一/云州市财政局局长@first", "钱一/云州市图书馆馆长@second"


@pytest.fixture
def output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(kg.build, "read_gazette", fake_gazette)
    for name, text in (("first", FIRST), ("second", SECOND)):
        (tmp_path / "in").mkdir(exist_ok=True)
        (tmp_path / "in" / f"{name}.txt").write_text(text, encoding="utf-8")
    kg.build.build(gather([tmp_path / "in"]), tmp_path / "out")
    return tmp_path / "out"


def kg_(*arguments: str | Path, answers: str | None = None) -> Result:
    return CliRunner().invoke(main, list(map(str, arguments)), input=answers)


def people(output: Path) -> int:
    return len(history(open_graph(output), "钱一"))


def test_a_pair_is_shown_with_both_sides(output: Path) -> None:
    shown = kg_("review", "-g", output)
    assert shown.exit_code == 0 and "1 pair" in shown.stderr
    for words in (LEFT, RIGHT, "name_only 0.5", "仅姓名相同", "the same name", "first:2", "second:2", "2030-03-01"):
        assert words in shown.stdout


def test_pairs_as_rows(output: Path) -> None:
    pairs = json.loads(kg_("review", "-g", output, "--format", "json").stdout)
    assert [(pair["judgement"], pair["left"]["key"], pair["right"]["key"]) for pair in pairs] == [
        ("name_only", LEFT, RIGHT)
    ]
    assert pairs[0]["left"]["told"][0]["lines"] == [2]
    rows = kg_("review", "-g", output, "--format", "csv").stdout.splitlines()
    assert rows[0].startswith("judgement,score,kind,left,right") and LEFT in rows[1]


@pytest.mark.parametrize(
    ("kind", "count"), [("open", 1), ("name_only", 1), ("unsure", 0), ("different", 0), ("all", 1)]
)
def test_kinds_of_pairs(output: Path, kind: str, count: int) -> None:
    assert len(json.loads(kg_("review", "-g", output, "--kind", kind, "--format", "json").stdout)) == count


def test_pairs_of_one_name(output: Path) -> None:
    assert json.loads(kg_("review", "-g", output, "--name", "孙二", "--format", "json").stdout) == []


@pytest.mark.parametrize(("judgement", "found"), [("same", 1), ("different", 2), ("unsure", 2)])
def test_a_decision_holds_after_deriving_and_after_building(output: Path, judgement: str, found: int) -> None:
    assert people(output) == 2
    said = kg_("judge", judgement, LEFT, RIGHT, "--why", "县志", "--by", "cy", "-g", output)
    assert said.exit_code == 0 and JUDGEMENTS in said.stderr
    assert kg_("derive", "-g", output).exit_code == 0
    assert people(output) == found
    kg.build.build(gather([output.parent / "in"]), output)
    assert people(output) == found
    assert json.loads(kg_("review", "-g", output, "--format", "json").stdout) == [] or judgement == "unsure"


def test_deriving_again_gives_the_same_bytes(output: Path) -> None:
    def digests() -> dict[str, str]:
        files = [file for file in sorted(output.rglob("*")) if file.is_file() and "store" not in file.parts]
        return {str(file.relative_to(output)): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}

    before = digests()
    assert kg_("derive", "-g", output).exit_code == 0
    assert digests() == before and "graph.nq" in before


def test_a_stale_decision_is_reported_once(output: Path) -> None:
    kg_("judge", "same", "钱一/云州市水务局局长", RIGHT, "-g", output)
    for _ in range(2):
        told = kg_("derive", "-g", output)
        assert "stale_judgement 1" in told.stdout
        issues = [json.loads(line) for line in (output / "issues.jsonl").read_text(encoding="utf-8").splitlines()]
        assert [issue["text"] for issue in issues if issue["kind"] == "stale_judgement"] == ["钱一/云州市水务局局长"]
    assert people(output) == 2


def test_decisions_may_stand_elsewhere(output: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.tsv"
    assert kg_("judge", "same", LEFT, RIGHT, "-j", mine, "-g", output).exit_code == 0
    assert not (output / JUDGEMENTS).exists()
    assert kg_("derive", "-g", output, "-j", mine).exit_code == 0
    assert people(output) == 1


def test_deciding_pair_by_pair(output: Path) -> None:
    asked = kg_("review", "--decide", "--by", "cy", "-g", output, answers="s\n县志\n")
    assert asked.exit_code == 0, asked.output
    lines = (output / JUDGEMENTS).read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("judgement\tleft") and lines[1].split("\t")[:4] == ["same", LEFT, RIGHT, "cy"]
    assert lines[1].endswith("\t县志")


def test_quitting_writes_nothing(output: Path) -> None:
    assert kg_("review", "--decide", "-g", output, answers="q\n").exit_code == 0
    assert not (output / JUDGEMENTS).exists()


def test_a_decision_goes_to_the_end_of_a_file_without_a_line_end(output: Path) -> None:
    (output / JUDGEMENTS).write_text(f"# mine\nunsure\t{LEFT}\t{RIGHT}", encoding="utf-8")
    kg_("judge", "different", LEFT, RIGHT, "-g", output)
    lines = (output / JUDGEMENTS).read_text(encoding="utf-8").splitlines()
    assert [line.split("\t")[0] for line in lines] == ["# mine", "unsure", "different"]


@pytest.mark.parametrize("line", ["maybe\ta/b\tc/d", "same\ta/b", "same\tno key\tc/d", "different\ta/b\t"])
def test_a_line_that_is_wrong_is_named(output: Path, line: str) -> None:
    (output / JUDGEMENTS).write_text(f"judgement\tleft\tright\n{line}\n", encoding="utf-8")
    told = kg_("derive", "-g", output)
    assert told.exit_code == 4 and f"{JUDGEMENTS}, line 2" in told.stderr
    assert people(output) == 2


def test_a_key_that_is_none_is_refused(output: Path) -> None:
    told = kg_("judge", "same", "钱一", RIGHT, "-g", output)
    assert told.exit_code == 4 and "NAME/POST" in told.stderr and not (output / JUDGEMENTS).exists()


def test_deriving_without_a_build(tmp_path: Path) -> None:
    told = kg_("derive", "-g", tmp_path / "none")
    assert told.exit_code == 3 and "kg build" in told.stderr


def test_the_page_holds_both_sides_and_runs_nothing_from_names(output: Path, tmp_path: Path) -> None:
    page = tmp_path / "review.html"
    hostile = f"{output.parent / 'in' / 'third.txt'}"
    Path(hostile).write_text("云州市\n现任 <script>alert(1)</script> 云州市馆 馆长 2030\n现任 <script>alert(1)</script> 云州市局 局长 2031\n", encoding="utf-8")  # fmt: skip
    kg.build.build(gather([output.parent / "in"]), output)
    assert kg_("review", "-g", output, "--html", page).exit_code == 0
    text = page.read_text(encoding="utf-8")
    assert LEFT in text and "Content-Security-Policy" in text
    assert "<script>alert" not in text and "&lt;script&gt;alert" in text


def test_history_tells_why_it_is_one_person(output: Path) -> None:
    kg_("judge", "same", LEFT, RIGHT, "--by", "cy", "-g", output)
    kg_("derive", "-g", output)
    (link,) = json.loads(kg_("history", "钱一", "--why", "-g", output, "--format", "json").stdout)
    assert (link["verdict"], link["kind"], link["left"], link["right"]) == ("joined", "judged", LEFT, RIGHT)
    assert "cy" in link["reason"]
    assert "joined" in kg_("history", "钱一", "--why", "-g", output).stdout


def test_history_tells_who_else_it_may_be(output: Path) -> None:
    links = json.loads(kg_("history", "钱一", "--why", "-g", output, "--format", "json").stdout)
    assert [(link["verdict"], link["person"] != link["other"]) for link in links] == [("name_only", True)] * 2
