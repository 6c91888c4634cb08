"""The command, and a build to ask."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import kg.build
from kg.cli import main
from tests.fake_reader import fake_gazette

YUN = "云州市\n任命 钱一 云州市财政局 局长 2030-03-01\n列席 钱一 云州市财政局 局长 12\n奇怪\n"
BING = "丙川市\n免去 钱一 丙川市民政局 局长 2031-03-01\n"

Kg = Callable[..., Result]


@pytest.fixture
def kg_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kg:
    """Runs `kg` in an empty folder with a reader that needs no rules."""
    monkeypatch.setattr(kg.build, "read_gazette", fake_gazette)
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(main, list(arguments), input=stdin)

    return run


@pytest.fixture
def built(kg_command: Kg, tmp_path: Path) -> Kg:
    """The same, where `output` holds a build of two gazettes."""
    for name, text in (("yun", YUN), ("bing", BING)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    assert kg_command("build", "yun.txt", "bing.txt").exit_code == 0
    return kg_command
