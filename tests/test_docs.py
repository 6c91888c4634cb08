"""The documentation tells what is there: every command, every table, every column, and no dead link."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from kg.cli import main

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted(path for path in ROOT.glob("**/*.md") if not {".venv", ".pytest_cache"} & set(path.parts))
PREFACE = """# The commands

What `--help` prints; `scripts/reference` writes this page.
"""
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#]+)")


def commands(group: click.Command, path: str) -> Iterator[tuple[str, click.Command]]:
    """Every command that does something, with the words that call it."""
    if not isinstance(group, click.Group):
        yield path, group
        return
    for name, command in group.commands.items():
        if not command.hidden:
            yield from commands(command, f"{path} {name}")


COMMANDS = dict(commands(main, "kg"))


def reference() -> str:
    """The page of the commands, from their help."""
    parts = [PREFACE, section("kg", main)]
    parts += [section(words, command) for words, command in COMMANDS.items()]
    return "\n".join(parts)


def section(words: str, command: click.Command) -> str:
    """A command's heading and help, the same on every terminal."""
    context = click.Context(command, info_name=words, terminal_width=100, max_content_width=100)
    return f"## {words}\n\n```text\n{command.get_help(context)}\n```\n"


def columns(text: str) -> list[str]:
    """The names in the first column of the table in a section."""
    return re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)


def sections(text: str) -> dict[str, str]:
    """The parts of a page by their second-level headings."""
    parts = re.split(r"^## +(.+)$", text, flags=re.MULTILINE)
    return {title.strip().strip("`"): body for title, body in zip(parts[1::2], parts[2::2], strict=True)}


@pytest.mark.parametrize("words", COMMANDS)
def test_command_is_documented(words: str) -> None:
    pages = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    assert any(words in page.read_text(encoding="utf-8") for page in pages)


@pytest.mark.parametrize("words", COMMANDS)
def test_command_has_an_example_in_its_help(words: str) -> None:
    text = COMMANDS[words].get_help(click.Context(COMMANDS[words], info_name=words))
    assert any(line.strip().startswith(f"{words} ") for line in text.splitlines())


def test_commands_page_is_fresh() -> None:
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert page == reference(), "run scripts/reference"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    dead = [
        link for link in LINK.findall(page.read_text(encoding="utf-8")) if not (page.parent / link.strip()).exists()
    ]
    assert not dead


def test_tables_page_is_complete(examples_build: Path) -> None:
    documented = sections((ROOT / "docs" / "tables.md").read_text(encoding="utf-8"))
    common = set(columns(documented.pop("Columns of every table")))
    meeting = columns(documented.pop("The meeting"))
    tables = {path.stem: path for path in (examples_build / "tables").glob("*.csv")}
    assert set(documented) == set(tables)
    for name, path in tables.items():
        with path.open(encoding="utf-8-sig", newline="") as lines:
            header = next(csv.reader(lines))
        own = columns(documented[name])
        expected = set(own) | common | (set(meeting) if "(#the-meeting)" in documented[name] else set())
        assert set(header) == expected, name
        assert own == [column for column in header if column in own], name
