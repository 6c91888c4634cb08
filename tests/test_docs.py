"""The documentation tells what is there: every command, every table, every column, and no dead link."""

from __future__ import annotations

import csv
import os
import re
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest

from kg.network.analyse import KINDS
from kg.network.analyse import columns as columns_of
from tests.documentation import (
    ANSWERED,
    COMMANDS,
    COMMANDS_PAGE,
    NETWORK_PAGE,
    QUERIES_PAGE,
    README,
    ROOT,
    help_of,
    output_of,
    reference,
    with_answers,
)
from tests.library_pages import COMPETENCY_PAGE, LIBRARY_PAGE, competency_page, library_page

PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("[!.]*/**/*.md")])
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#]+)")


def columns(text: str) -> list[str]:
    """The names in the first column of the table in a section."""
    return re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)


def sections(text: str) -> dict[str, str]:
    """The parts of a page by their second-level headings."""
    parts = re.split(r"^## +(.+)$", text, flags=re.MULTILINE)
    return {title.strip().strip("`"): body for title, body in zip(parts[1::2], parts[2::2], strict=True)}


@pytest.mark.parametrize("words", COMMANDS)
def test_command_is_documented(words: str) -> None:
    assert words in README.read_text(encoding="utf-8")


@pytest.mark.parametrize("words", COMMANDS)
def test_command_has_an_example_in_its_help(words: str) -> None:
    assert any(line.strip().startswith(f"{words} ") for line in help_of(words).splitlines())


def test_commands_page_is_fresh() -> None:
    assert COMMANDS_PAGE.read_text(encoding="utf-8") == reference(), "run scripts/reference"


@pytest.mark.parametrize("path", ANSWERED, ids=lambda path: path.name)
def test_answers_are_fresh(path: Path, examples_build: Path) -> None:
    page = path.read_text(encoding="utf-8")
    assert page == with_answers(page, examples_build.parent), "run scripts/reference"


def test_pages_of_the_library_are_fresh(examples_build: Path) -> None:
    assert LIBRARY_PAGE.read_text(encoding="utf-8") == library_page(), "run scripts/reference"
    page = competency_page(lambda command: output_of(command, examples_build.parent))
    assert COMPETENCY_PAGE.read_text(encoding="utf-8") == page, "run scripts/reference"


def test_every_question_has_an_answer() -> None:
    blocks = re.findall(r"^```console\n(.*?)^```$", QUERIES_PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert len(blocks) >= 10
    for block in blocks:
        answer = [line for line in block.splitlines() if not line.startswith(("$ ", "> "))]
        # Two lines are the heading of the table.
        assert len(answer) > 2, block


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    links = LINK.findall(page.read_text(encoding="utf-8"))
    assert not [link for link in links if not (page.parent / link.strip()).exists()]


def test_columns_of_analyses_are_documented() -> None:
    page = NETWORK_PAGE.read_text(encoding="utf-8")
    cells = re.findall(r"^\| (`\w+`[^|]*) \| ([^|]*) \|", page, re.MULTILINE)
    documented = {
        (name, where) for names, kinds in cells for name in re.findall(r"\w+", names) for where in _where(kinds)
    }
    real = {(name, kind) for kind in KINDS for name in columns_of(kind)}
    real |= {(name, "year") for name in columns_of("membership", yearly=True)}
    missing = {pair for pair in real if pair not in documented and (pair[0], "all") not in documented}
    assert sorted(missing) == []
    assert sorted(pair for pair in documented if pair not in real and pair[1] != "all") == []


def _where(kinds: str) -> list[str]:
    if kinds.startswith("all but"):
        return [kind for kind in KINDS if "certainty" in columns_of(kind)]
    if kinds == "–":
        return ["all"]
    return re.findall(r"\w+", kinds.replace("--by year", "year"))


def test_the_python_of_the_page_of_analyses_runs(examples_build: Path, tmp_path: Path) -> None:
    (code,) = re.findall(r"^```python\n(.*?)^```$", NETWORK_PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    (tmp_path / "output").symlink_to(examples_build)
    environment = {**os.environ, "PYTHONUTF8": "1"}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    assert "财政局" in done.stdout
    assert nx.read_gexf(tmp_path / "careers.gexf").number_of_edges() == len(done.stdout.splitlines()) - 1


def test_tables_page_is_complete(examples_build: Path) -> None:
    documented = sections((ROOT / "docs" / "tables.md").read_text(encoding="utf-8"))
    common = set(columns(documented.pop("Columns of every table")))
    meeting = set(columns(documented.pop("The meeting")))
    tables = {path.stem: path for path in (examples_build / "tables").glob("*.csv")}
    assert set(documented) == set(tables)
    for name, path in tables.items():
        with path.open(encoding="utf-8-sig", newline="") as lines:
            header = next(csv.reader(lines))
        own = columns(documented[name])
        shared = common | (meeting if "(#the-meeting)" in documented[name] else set())
        assert set(header) == set(own) | shared, name
        assert own == [column for column in header if column in own], name
