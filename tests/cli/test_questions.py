"""The questions as commands: what they print for people and for programs, and how they refuse."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import main
from kg.cli.output import width

OWN = "云岭省松河市青梧区"
Kg = Callable[..., Result]

# Each command with a question that has an answer.
ASKED: dict[str, tuple[str, ...]] = {
    "history": ("安正清",),
    "holders": ("区财政局局长",),
    "roster": ("区财政局",),
    "changes": ("--between", "2023", "2025", "--body", "区财政局"),
    "path": ("安正清", "明亮"),
    "meeting": ("区人大常委会第14次会议",),
    "body": ("区财政局",),
    "project": ("湿垃圾处置站二期",),
    "duties": ("区财政局",),
}
NAMED = [name for name in ASKED if name not in ("changes", "path")]


@pytest.fixture(scope="module")
def ask(examples_build: Path) -> Kg:
    """Runs `kg` on the examples."""

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(main, [*arguments, "-g", str(examples_build)])

    return run


@pytest.mark.parametrize("command", ASKED)
def test_a_table_for_people(ask: Kg, command: str) -> None:
    result = ask(command, *ASKED[command])
    assert (result.exit_code, result.stderr) == (0, ""), result.output
    rules = [line for line in result.stdout.splitlines() if line and not line.strip("- ")]
    assert rules, result.stdout
    assert all(line == line.rstrip() for line in result.stdout.splitlines())


@pytest.mark.parametrize("command", ASKED)
def test_json_and_csv_for_programs(ask: Kg, command: str) -> None:
    assert json.loads(ask(command, *ASKED[command], "--format", "json").stdout)
    rows = list(csv.reader(io.StringIO(ask(command, *ASKED[command], "--format", "csv").stdout)))
    assert len(rows) > 1 and {len(row) for row in rows} == {len(rows[0])}
    assert len(set(rows[0])) == len(rows[0])


@pytest.mark.parametrize("command", NAMED)
@pytest.mark.parametrize("name", ["无人无物", '"} UNION {', "a\\b", "?x", "\udc80", " ", "<>", "r:none"])
def test_a_name_that_nothing_has(ask: Kg, command: str, name: str) -> None:
    result = ask(command, name)
    assert (result.exit_code, result.stdout) == (4, "")
    assert result.stderr.startswith("Error: ") and len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "listed"),
    [
        (("history", "春"), "欧阳春雪"),
        (("holders", "局长"), "财政局局长"),
        (("roster", "财政局"), "r:body/云岭省松河市财政局"),
        (("body", "财政局"), f"r:body/{OWN}财政局"),
        (("duties", "李文"), "人民法院审判员"),
        (("meeting", "区人大"), "第7届第2次会议"),
        (("path", "安正清", "李文"), "person"),
        (("changes", "--between", "2023", "2024", "--body", "财政局"), "西岚省丰栎县财政局"),
    ],
)
def test_an_ambiguous_name_lists_what_it_may_mean(ask: Kg, arguments: tuple[str, ...], listed: str) -> None:
    result = ask(*arguments)
    first, heading, _, *rows = result.stderr.splitlines()
    assert (result.exit_code, result.stdout) == (4, "")
    assert "may mean" in first and heading.split() == ["name", "kind", "of", "IRI"]
    assert listed in "\n".join(rows) and 2 <= len(rows) <= 20
    # What is listed may be typed.
    assert ask(arguments[0], *arguments[1:-1], rows[0].split()[-1]).exit_code == 0


@pytest.mark.parametrize("command", ["history", "holders", "roster", "body", "duties", "project"])
@pytest.mark.parametrize("date", ["2024-13", "soon", "2024-02-30", ""])
def test_a_date_that_is_none(ask: Kg, command: str, date: str) -> None:
    result = ask(command, *ASKED[command], "--on", date)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "is no date; write 2024-09-26" in result.stderr and len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize("command", ["history", "holders", "roster", "project", "changes"])
def test_a_part_of_time_that_is_none(ask: Kg, command: str) -> None:
    asked = ASKED[command] if command != "changes" else ()
    assert ask(command, *asked, "--between", "2024", "2023").exit_code == 2
    assert ask(command, *asked, "--between", "2023").exit_code == 2


@pytest.mark.parametrize("command", ["history", "holders", "roster"])
def test_one_day_and_a_part_of_time_exclude_each_other(ask: Kg, command: str) -> None:
    result = ask(command, *ASKED[command], "--on", "2024", "--between", "2023", "2024")
    assert result.exit_code == 2 and "exclude each other" in result.stderr


@pytest.mark.parametrize(
    ("command", "name"),
    [
        ("history", "anzhengqing"), ("history", f"r:person/{OWN}/安正清"), ("holders", "qucaizhengjujuzhang"),
        ("roster", "qucaizhengju"), ("body", f"https://example.org/gz/id/body/{OWN}财政局"), ("duties", "青梧区财政局"),
        ("project", "chuzhizhanerqi"), ("meeting", "第7届第14次"), ("meeting", "2023-11-09"),
    ],
)  # fmt: skip
def test_names_however_they_are_typed(ask: Kg, command: str, name: str) -> None:
    assert ask(command, name).stdout == ask(command, *ASKED[command]).stdout


def test_a_history_tells_tenures_before_events_and_no_end_is_now(ask: Kg) -> None:
    lines = ask("history", "石坚", "--no-presences").stdout.splitlines()
    assert lines[0] == f"石坚（{OWN}）"
    assert lines[1].split() == ["post", "from", "until", "certain", "possible", "why", "evidence"]
    (held,) = [line for line in lines if line.startswith("绿化和市容管理局局长")]
    assert held.split()[1:5] == ["2023-09-27", "?", "2023-09-27..2023-11-10", "2023-09-27..?"]
    assert "任命 appointed 2023-09-27; last 在任 seen in office 2023-11-09; end unknown" in held
    assert held.endswith("qingwu-2023-4:261,360")
    assert not [line for line in lines if "present" in line or "现任" in line]
    assert lines[lines.index("") + 1].split()[:3] == ["date", "event", "post"]


@pytest.mark.parametrize(("on", "status"), [("2024", "certain"), ("2024年3月", "certain"), ("2025", "possible")])
def test_a_history_on_a_day_a_month_or_a_year(ask: Kg, on: str, status: str) -> None:
    (person,) = json.loads(ask("history", "安正清", "--on", on, "--format", "json").stdout)
    assert {one["label"].removeprefix(OWN): one["status"] for one in person["tenures"]}["财政局局长"] == status


def test_a_history_says_how_a_person_was_found_and_what_is_left_out(ask: Kg) -> None:
    assert ask("history", "azq").stderr == "Found by initials in pinyin.\n"
    assert "Found by a part of the name." in ask("history", "司马").stderr
    assert "Left out, without a date: 1." in ask("history", "安正清", "--on", "2024").stderr
    assert "people are called 李文, as far as is known; `kg review --name 李文`" in ask("history", "李文").stderr


def test_a_history_of_nothing_at_a_time(ask: Kg) -> None:
    result = ask("history", "安正清", "--on", "1990-01-01", "--format", "json")
    (person,) = json.loads(result.stdout)
    assert result.exit_code == 0 and person["events"] == []


def test_holders_name_their_gaps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import kg.build
    from kg.read.gather import gather
    from tests.fake_reader import fake_gazette

    monkeypatch.setattr(kg.build, "read_gazette", fake_gazette)
    text = "云州市\n免去 钱一 云州市财政局 局长 2022-03-01\n任命 孙二 云州市财政局 局长 2023-05-10\n"
    (tmp_path / "yun.txt").write_text(text + "免去 孙二 云州市财政局 局长 2024-01-01\n", encoding="utf-8")
    kg.build.build(gather([tmp_path / "yun.txt"]), tmp_path / "out")
    result = CliRunner().invoke(main, ["holders", "市财政局局长", "-g", str(tmp_path / "out")])
    lines = [line.split("  ") for line in result.stdout.splitlines()]
    assert result.stdout.splitlines()[0] == "云州市财政局局长（one seat）"
    assert [line[0] for line in lines[3:]] == ["钱一", "(gap)", "孙二", "(gap)"]
    assert result.stdout.splitlines()[4].split() == ["(gap)", "2022-03-01", "2023-05-10", "nobody", "is", "known"]
    assert result.stdout.splitlines()[6].split()[:3] == ["(gap)", "2024-01-01", "?"]
    rows = list(csv.DictReader(io.StringIO(
        CliRunner().invoke(main, ["holders", "市财政局局长", "-g", str(tmp_path / "out"), "--format", "csv"]).stdout
    )))  # fmt: skip
    assert [(row["row"], row["start_latest"], row["end_earliest"]) for row in rows] == [
        ("holder", "2022-03-01", "2022-03-01"), ("holder", "2023-05-10", "2024-01-01"),
        ("gap", "2022-03-01", "2023-05-10"), ("gap", "2024-01-01", ""),
    ]  # fmt: skip


def test_nobody_held_it_then(ask: Kg) -> None:
    result = ask("holders", "区财政局局长", "--on", "2000-01-01")
    assert result.exit_code == 0 and "秦月明" in result.stdout
    empty = ask("roster", "区发改委", "--on", "1900-01-01")
    assert empty.exit_code == 0


def test_an_acting_holder_is_marked(ask: Kg) -> None:
    assert "罗敷（代理）" in ask("holders", "青梧区检察院检察长").stdout
    assert "罗敷（代理）" in ask("roster", "青梧区检察院").stdout


def test_a_roster_keeps_certain_and_possible_apart(ask: Kg) -> None:
    lines = ask("roster", "区人大常委会", "--on", "2023-10").stdout.splitlines()
    assert lines[0] == f"{OWN}人民代表大会常务委员会"
    assert [line for line in lines if line.startswith(("certain (", "possible ("))] == ["certain (4)", "possible (1)"]


@pytest.mark.parametrize(
    "arguments",
    [("duties", "区财政局", "--heads"), ("duties", "区财政局", "--on", "2024"),
     ("project", "湿垃圾处置站二期", "--heads"), ("project", "湿垃圾处置站二期", "--on", "2024-01-01")],
)  # fmt: skip
def test_who_headed_the_body_is_a_column_that_says_it_is_derived(ask: Kg, arguments: tuple[str, ...]) -> None:
    assert "derived_head" in ask(*arguments).stdout
    assert "derived_head" not in ask(*arguments[:2]).stdout
    (row, *_) = csv.DictReader(io.StringIO(ask(*arguments, "--format", "csv").stdout))
    assert row["derived_head"].endswith(("(certain)", "(possible)"))
    assert "derived_heads" in ask(*arguments, "--format", "json").stdout
    assert "derived_heads" not in ask(*arguments[:2], "--format", "json").stdout


def test_a_project_of_a_part_of_time(ask: Kg) -> None:
    (project,) = json.loads(
        ask("project", "湿垃圾处置站二期", "--between", "2024-10", "2025", "--format", "json").stdout
    )
    assert [said["date"] for said in project["statements"]] == ["2024-12-19", "2025-06-26"]


def test_a_path_tells_relations_in_words(ask: Kg) -> None:
    lines = ask("path", "安正清", "明亮").stdout.splitlines()
    assert lines[0] == "安正清 — 明亮（2 steps）"
    assert lines[3].split()[:3] == ["安正清", "held", f"{OWN}财政局局长"]
    assert "held by" in lines[4] and "任命明亮同志" in lines[4]
    rows = list(csv.DictReader(io.StringIO(ask("path", "安正清", "明亮", "--format", "csv").stdout)))
    assert rows[0]["from"] == "安正清" and rows[0]["line"] == "260"


def test_a_path_that_is_not_there(ask: Kg) -> None:
    result = ask("path", "安正清", "加娜尔·赛力克")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "no connection found within" in result.stderr
    assert ask("path", "安正清", "明亮", "--length", "0").exit_code == 2


def test_changes_need_a_time(ask: Kg) -> None:
    assert ask("changes").exit_code == 2
    assert "Left out, without a date:" in ask("changes", "--between", "1900", "2100").stderr


def test_tables_are_aligned_for_chinese(ask: Kg) -> None:
    _, head, rule, *rows = ask("holders", "区财政局局长").stdout.splitlines()
    starts = [width(rule[: at + 1]) for at, char in enumerate(rule[:-1]) if (char, rule[at + 1]) == (" ", "-")]
    for row in rows:
        reached, cells = 0, {}
        for char in row:
            cells[reached] = char
            reached += width(char)
        assert all(cells.get(start, "x") != " " for start in starts[:3]), row
    assert head.startswith("name")
