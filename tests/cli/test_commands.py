"""The commands as a user meets them: what they print, where, and with which exit code."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import kg.build
from kg.cli import main
from kg.pipeline import read_gazette
from kg.rdf import validate
from kg.rdf.validate import Violation
from tests.cli.conftest import BING, YUN, Kg

KG = str(Path(sys.executable).with_name("kg"))
COMMANDS = sorted(main.commands)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_every_help_has_an_example(kg_command: Kg, command: str, flag: str) -> None:
    result = kg_command(command, flag)
    assert result.exit_code == 0
    assert f"  kg {command} " in result.stdout


@pytest.mark.parametrize(
    "command",
    [
        "check",
        "query",
        "history",
        "findings",
        "demands",
        "project",
        "holders",
        "roster",
        "changes",
        "path",
        "meeting",
        "body",
        "duties",
    ],
)
def test_commands_that_ask_share_their_options(kg_command: Kg, command: str) -> None:
    text = " ".join(kg_command(command, "--help").stdout.split())
    assert "-g, --graph" in text and "[table|csv|json]" in text and "default: output" in text


def test_exit_codes_are_documented(kg_command: Kg) -> None:
    text = kg_command("--help").stdout
    assert all(f"\n  {code}  " in text or f"\n    {code}  " in text for code in (0, 1, 2, 3, 4, 130))


def test_help_imports_nothing_heavy() -> None:
    heavy = "{'spacy', 'rdflib', 'pyoxigraph', 'networkx', 'pydantic', 'yaml'}"
    code = f"import sys, kg.cli; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_build_tells_what_was_read_found_and_not_understood(built: Kg) -> None:
    result = built("build", "yun.txt", "bing.txt", "-o", "other")
    assert "2 gazettes" in result.stdout and "personnel 2" in result.stdout and "unread_line 1" in result.stdout
    assert result.stderr == ""
    assert result.stdout.splitlines()[-2:] == [
        f"Network:        {Path('other') / 'index.html'}",
        "Pages:          kg serve -g other, or as files kg pages -g other -o FOLDER",
    ]
    assert sorted(entry.name for entry in Path("other").iterdir()) == [
        "build.json", "graph.nq", "index.html", "issues.jsonl", "store", "tables", "texts",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("missing.txt", None, "no such file"),
        ("empty.txt", b"", "empty"),
        ("binary.txt", b"\x00\x01\x02", "binary"),
        ("gazette.pdf", b"%PDF-1.4", "pdftotext"),
        ("no.txt", "没有地方\n".encode(), "nothing of a gazette"),
        ("wrong.txt", b"\xef\xbb\xbf\xff\xff", "UTF-8"),
    ],
)
def test_a_bad_source_is_one_line_and_the_others_are_built(built: Kg, name: str, data: bytes | None, says: str) -> None:
    if data is not None:
        Path(name).write_bytes(data)
    result = built("build", name, "yun.txt", "-o", "other")
    assert result.exit_code == 1
    (line,) = result.stderr.splitlines()
    assert name in line and says in line
    assert "1 gazettes" in result.stdout
    assert built("history", "钱一", "-g", "other").exit_code == 0


@pytest.mark.parametrize("name", ["missing.txt", "empty.txt"])
def test_when_nothing_can_be_read_the_output_stays(built: Kg, name: str) -> None:
    Path("empty.txt").write_text("", encoding="utf-8")
    before = Path("output/graph.nq").read_bytes()
    result = built("build", name)
    assert result.exit_code == 1 and "nothing was built" in result.stderr and "Traceback" not in result.output
    assert Path("output/graph.nq").read_bytes() == before


def test_build_from_standard_input_and_from_folders(built: Kg) -> None:
    assert "1 gazettes" in built("build", "-", "-o", "a", stdin=YUN).stdout
    assert "stdin" in Path("a/tables/personnel.csv").read_text(encoding="utf-8")
    Path("in/deep").mkdir(parents=True)
    Path("in/deep/bing.txt").write_text(BING, encoding="utf-8")
    assert "2 gazettes" in built("build", "in", "yun.txt", "-o", "b").stdout


def test_a_file_given_twice_is_told(built: Kg) -> None:
    Path("copy.txt").write_text(YUN, encoding="utf-8")
    result = built("build", "yun.txt", "copy.txt", "-o", "other")
    assert result.exit_code == 0
    assert "the same text" in result.stderr


@pytest.mark.parametrize("output", ["yun.txt", "yun.txt/below", "."])
def test_an_output_that_cannot_be_written(built: Kg, output: str) -> None:
    Path("output").rename("elsewhere")
    result = built("build", "bing.txt", "-o", output)
    assert result.exit_code == 3
    assert result.stderr.startswith("Error: ") and len(result.stderr.splitlines()) == 1
    assert Path("yun.txt").read_text(encoding="utf-8") == YUN


@pytest.mark.parametrize(
    "command", [["query", "ASK {}"], ["history", "钱一"], ["project", "桥"], ["check"], ["demands"]]
)
@pytest.mark.parametrize("folder", ["missing", "."])
def test_asking_where_no_build_is(built: Kg, command: list[str], folder: str) -> None:
    result = built(*command, "-g", folder)
    assert (result.exit_code, result.stdout) == (3, "")
    assert "kg build" in result.stderr and len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments", [["build"], ["query"], ["history"], ["project"], ["nix"], ["query", "ASK {}", "--format", "xml"]]
)
def test_bad_usage(kg_command: Kg, arguments: list[str]) -> None:
    assert kg_command(*arguments).exit_code == 2


NAMES = "SELECT ?name ?person { ?person foaf:name ?name } ORDER BY ?person"


def test_query_as_text_file_and_stream(built: Kg) -> None:
    Path("names.rq").write_text("\ufeff" + NAMES, encoding="utf-8")
    answers = {built("query", NAMES).stdout, built("query", "names.rq").stdout, built("query", "-", stdin=NAMES).stdout}
    (answer,) = answers
    assert answer.splitlines()[2:] == ["钱一  r:person/丙川市/钱一", "钱一  r:person/云州市/钱一"]


def test_query_for_programs_has_whole_iris(built: Kg) -> None:
    read = list(csv.DictReader(io.StringIO(built("query", NAMES, "--format", "csv").stdout)))
    assert read == json.loads(built("query", NAMES, "--format", "json").stdout)
    assert read[0] == {"name": "钱一", "person": "https://example.org/gz/id/person/丙川市/钱一"}


def test_query_yes_no_and_turtle(built: Kg) -> None:
    assert built("query", "ASK { ?p foaf:name '钱一' }").stdout == "true\n"
    assert "@prefix" in built("query", "CONSTRUCT WHERE { ?p foaf:name ?n }").stdout


@pytest.mark.parametrize(
    ("question", "stdin"),
    [
        ("SELEC", None),
        ("", None),
        ("missing.rq", None),
        ("-", ""),
        ("-", b"\xff\xfe\xff"),
        ("SELECT ?x { ?x a:b ?c }", None),
    ],
)
def test_a_bad_question(built: Kg, question: str, stdin: str | bytes | None) -> None:
    result = built("query", question, stdin=stdin)
    assert (result.exit_code, result.stdout) == (4, "")
    assert result.stderr.startswith("Error: ") and len(result.stderr.splitlines()) == 1


def test_history_keeps_people_of_one_name_apart(built: Kg) -> None:
    result = built("history", "钱一")
    assert result.stdout.index("钱一（丙川市）") < result.stdout.index("钱一（云州市）")
    assert "任命 钱一 云州市财政局 局长 2030-03-01" in result.stdout
    assert "2 people" in result.stderr


def test_history_for_programs(built: Kg) -> None:
    people = json.loads(built("history", "钱一", "--format", "json").stdout)
    assert [person["place"] for person in people] == ["丙川市", "云州市"]
    event = people[1]["events"][0]
    assert (event["event"], event["gazette"], event["lines"]) == ("appoint", "yun", [2])
    rows = list(csv.DictReader(io.StringIO(built("history", "钱一", "--format", "csv", "--no-presences").stdout)))
    assert [(row["row"], row["place"], row["event"], row["line"]) for row in rows] == [
        ("tenure", "丙川市", "", ""),
        ("event", "丙川市", "remove", "2"),
        ("tenure", "云州市", "", ""),
        ("event", "云州市", "appoint", "2"),
    ]
    assert [row["end_latest"] for row in rows if row["row"] == "tenure"] == ["2031-03-01", ""]


def test_nobody_of_this_name(built: Kg) -> None:
    result = built("history", "无人")
    assert result.exit_code == 4 and "无人" in result.stderr and len(result.stderr.splitlines()) == 1


def test_check_of_a_sound_build(built: Kg) -> None:
    result = built("check")
    assert (result.exit_code, result.stdout) == (0, "")
    assert json.loads(built("check", "--format", "json").stdout) == []


def test_check_prints_the_broken_facts(built: Kg, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = Violation("yun", 2, "has no evidence", "https://example.org/gz/id/act/1", None)
    monkeypatch.setattr(validate, "check", lambda *_: iter([broken]))
    result = built("check")
    assert result.exit_code == 1
    assert "r:act/1" in result.stdout and "has no evidence" in result.stdout and "1 broken" in result.stderr


def test_a_broken_pipe_ends_quietly(built: Kg, tmp_path: Path) -> None:
    command = f"{KG} query 'SELECT * {{ ?s ?p ?o }}' --format csv"
    # The reader is gone before the first row is written.
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command} | true"], capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def open_when_read(fifo: Path) -> int:
    """Open a pipe as soon as somebody reads it, which is in the midst of a build."""
    for _ in range(600):
        try:
            return os.open(fifo, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:
            time.sleep(0.05)
    pytest.fail("nobody reads the pipe")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_leaves_the_old_output(built: Kg, tmp_path: Path, number: signal.Signals) -> None:
    before = Path("output/graph.nq").read_bytes()
    fifo = tmp_path / "slow.txt"
    os.mkfifo(fifo)
    # A runner in the background hands SIGINT down as ignored; a user's shell does not.
    inherited = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        process = subprocess.Popen([KG, "build", "slow.txt"], cwd=tmp_path, stderr=subprocess.PIPE, text=True)
    finally:
        signal.signal(signal.SIGINT, inherited)
    with process:
        writer = open_when_read(fifo)
        process.send_signal(number)
        # a signal that comes just before the pipe is read would wait for something to be read
        os.close(writer)
        _, stderr = process.communicate(timeout=30)
    assert (process.returncode, stderr) == (130, "Interrupted.\n")
    assert Path("output/graph.nq").read_bytes() == before
    assert not list(tmp_path.glob(".output*"))


def test_findings_are_listed_by_kind(built: Kg, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kg.build, "read_gazette", read_gazette)
    text = "关于学前教育工作情况的报告\n——2022年3月9日在云水县第三届人民代表大会常务委员会第八次会议上\n\n主任、各位委员：\n"
    body = "开展讲座15场、课程8场、进社区18场，共计51场。\n以上报告，请予审议。\n"
    Path("sums.txt").write_text(text + body, encoding="utf-8")
    built("build", "sums.txt", "-o", "other")
    listed = built("findings", "-g", "other")
    assert listed.stdout == (
        "sum_mismatch (1)\n  15 + 8 + 18 = 41, printed 51 场\n"
        "    sums:5  开展讲座15场、课程8场、进社区18场\n    sums:5  共计51场\n"
    )
    (row,) = csv.DictReader(io.StringIO(built("findings", "-g", "other", "--format", "csv").stdout))
    assert row["line"] == "5" and row["words"].endswith("|共计51场")
    (found,) = json.loads(built("findings", "-g", "other", "--format", "json").stdout)
    assert found["sides"][1] == {"lines": [5], "words": "共计51场"}
    assert built("findings", "--kind", "no_such", "-g", "other").exit_code == 4


def test_a_graph_without_findings_says_so(built: Kg) -> None:
    result = built("findings")
    assert result.exit_code == 0 and result.stdout == "" and "No finding" in result.stderr
