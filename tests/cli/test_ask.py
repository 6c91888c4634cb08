"""`kg ask`: the list, the answers, and how it refuses."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import main
from kg.query.library import questions

Kg = Callable[..., Result]


@pytest.fixture(scope="module")
def ask(examples_build: Path) -> Kg:
    """Runs `kg ask` on the examples."""

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(main, ["ask", *arguments, "-g", str(examples_build)])

    return run


def test_the_list_tells_every_question_in_both_languages(ask: Kg) -> None:
    printed = ask().stdout
    for one in questions():
        assert one.name in printed
        assert one.title["zh"] in printed
        assert one.title["en"] in printed


def test_the_list_of_one_theme_for_programs(ask: Kg) -> None:
    listed = list(csv.DictReader(io.StringIO(ask("--theme", "votes", "--format", "csv").stdout)))
    assert {row["theme"] for row in listed} == {"votes"}
    assert [row["name"] for row in listed] == [one.name for one in questions() if one.theme == "votes"]
    assert json.loads(ask("--theme", "votes", "--format", "json").stdout)[0]["name"] == listed[0]["name"]


def test_the_list_needs_no_build(tmp_path: Path) -> None:
    assert CliRunner().invoke(main, ["ask", "-g", str(tmp_path / "none")]).exit_code == 0


def test_an_answer(ask: Kg) -> None:
    done = ask("holders-of-post", "-p", "post=区财政局局长", "--format", "csv")
    names = [row["name"] for row in csv.DictReader(io.StringIO(done.stdout))]
    assert names == ["秦月明", "安正清", "明亮"]


def test_the_sparql_that_is_shown_can_be_asked(ask: Kg, examples_build: Path, tmp_path: Path) -> None:
    shown = ask("holders-of-post", "-p", "post=区财政局局长", "--show")
    (tmp_path / "q.rq").write_text(shown.stdout, encoding="utf-8")
    again = CliRunner().invoke(main, ["query", str(tmp_path / "q.rq"), "-g", str(examples_build), "--format", "json"])
    assert again.stdout == ask("holders-of-post", "-p", "post=区财政局局长", "--format", "json").stdout


def test_the_help_names_questions_that_there_are() -> None:
    told = CliRunner().invoke(main, ["ask", "--help"]).stdout
    named = set(re.findall(r"kg ask ([a-z-]+)", told)) - {""}
    assert named
    assert named <= {one.name for one in questions()}


def test_a_question_is_described(ask: Kg) -> None:
    told = ask("who-held-what-on", "--describe").stdout
    assert "day (date): 日期 / the day" in told
    assert "Example: kg ask who-held-what-on -p body=青梧区财政局 -p day=2024-03-01" in told


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("holders-of-post",), 2, "needs post (post): 职位 / the post. For example: kg ask holders-of-post -p post="),
        (("holders-of-post", "-p", "pots=x"), 2, "no parameter 'pots'; did you mean post?"),
        (("holders-of-post", "-p", "post"), 2, "write NAME=VALUE"),
        (("holders-of-post", "-p", "post=a", "-p", "post=b"), 2, "each name once"),
        (("figures-of-year", "-p", "year=last"), 2, "year=last: no whole number"),
        (("head-posts-without-holder", "-p", "day=never"), 2, "is no date"),
        (("holder-of-post",), 4, "did you mean holders-of-post"),
        (("duties-of-body", "-p", "body=财政局"), 4, "may mean 3 things"),
        (("duties-of-body", "-p", "body=没有的局"), 4, "no body is called"),
        (("-p", "a=b"), 2, "need the NAME of a question"),
        (("--theme", "weather"), 2, "no theme is called 'weather'; there are accountability"),
        (("findings", "--theme", "votes"), 2, "--theme lists questions"),
    ],
)  # fmt: skip
def test_what_is_refused(ask: Kg, arguments: tuple[str, ...], code: int, message: str) -> None:
    done = ask(*arguments)
    assert done.exit_code == code
    assert message in done.stderr
    assert done.stdout == ""
