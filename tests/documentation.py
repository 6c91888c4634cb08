"""What the documentation repeats of the program: the help of the commands, and what real commands answer.

The tests compare; `scripts/reference` runs this file to write it anew.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import click
from click.testing import CliRunner

from kg.cli import main
from kg.rdf.context import context
from tests.library_pages import COMPETENCY_PAGE, LIBRARY_PAGE, competency_page, library_page

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
QUERIES_PAGE = ROOT / "docs" / "queries.md"
QUESTIONS_PAGE = ROOT / "docs" / "questions.md"
NETWORK_PAGE = ROOT / "docs" / "network.md"
# The pages whose commands are followed by what they print.
ANSWERED = (README, QUERIES_PAGE, QUESTIONS_PAGE, NETWORK_PAGE)
CONTEXT_FILE = ROOT / "ontology" / "context.jsonld"
COMMANDS_PAGE = ROOT / "docs" / "commands.md"
BLOCK = re.compile(r"^```console\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
PREFACE = """# The commands

What `--help` prints; `scripts/reference` writes this page.
"""


def commands(group: click.Command, path: str) -> Iterator[str]:
    """The words that call each command that does something."""
    if not isinstance(group, click.Group):
        yield path
        return
    for name, command in group.commands.items():
        if not command.hidden:
            yield from commands(command, f"{path} {name}")


COMMANDS = tuple(commands(main, "kg"))


def reference() -> str:
    """The page of the commands, from their help."""
    return "\n".join((PREFACE, *map(_section, ("kg", *COMMANDS))))


def help_of(words: str) -> str:
    """What `--help` behind the words of a command prints, the same on every terminal."""
    done = CliRunner().invoke(main, [*words.split()[1:], "--help"], prog_name="kg", terminal_width=100)
    assert done.exit_code == 0, done.output
    return done.output


def _section(words: str) -> str:
    return f"## {words}\n\n```text\n{help_of(words)}```\n"


def with_answers(page: str, folder: Path) -> str:
    """A page whose `$ kg …` commands are followed by what they print in `folder`, where `output` is a build."""
    return BLOCK.sub(lambda block: f"```console\n{_answered(block['body'], folder)}```", page)


def _answered(body: str, folder: Path) -> str:
    """One block; a command goes on in the lines that begin with `> `, as a shell shows it."""
    if not body.startswith("$ kg "):
        return body
    calls = re.findall(r"^\$ (.*\n(?:> .*\n)*)", body, re.MULTILINE)
    return "\n".join(f"$ {call}{output_of(call.replace(chr(10) + '> ', chr(10)), folder)}" for call in calls)


def output_of(command: str, folder: Path) -> str:
    """What a command prints in `folder`."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "PYTHONUTF8": "1"}
    done = subprocess.run(["bash", "-c", command], cwd=folder, env=environment, capture_output=True, check=True)
    lines = done.stdout.decode().splitlines()
    return "".join(f"{line.rstrip()}\n" for line in lines)


def context_text() -> str:
    """The JSON-LD context under the example base, as a file."""
    return json.dumps({"@context": context()}, ensure_ascii=False, indent=1) + "\n"


def write() -> None:
    """Write anew what the documentation repeats."""
    CONTEXT_FILE.write_text(context_text(), encoding="utf-8")
    COMMANDS_PAGE.write_text(reference(), encoding="utf-8")
    LIBRARY_PAGE.write_text(library_page(), encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        command: list[str | Path] = [
            Path(sys.executable).with_name("kg"),
            "build",
            ROOT / "examples",
            "-o",
            Path(folder) / "output",
        ]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        for page in ANSWERED:
            page.write_text(with_answers(page.read_text(encoding="utf-8"), Path(folder)), encoding="utf-8")
        competency = competency_page(lambda command: output_of(command, Path(folder)))
        COMPETENCY_PAGE.write_text(competency, encoding="utf-8")


if __name__ == "__main__":
    write()
