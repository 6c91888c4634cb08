"""The examples in the docstrings and on the page for Python give what they say."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

import kg
import kg.api.graph
from kg.api import KnowledgeGraph
from tests.documentation import README, ROOT

PAGE = ROOT / "docs" / "python.md"


@pytest.mark.parametrize(
    "name", [name for name, value in vars(KnowledgeGraph).items() if callable(value) and not name.startswith("_")]
)
def test_every_method_has_an_example(name: str, g: KnowledgeGraph) -> None:
    method = getattr(KnowledgeGraph, name)
    (found,) = doctest.DocTestFinder(recurse=False).find(method, name, module=kg.api.graph, extraglobs={"g": g})
    assert found.examples or name == "close"
    assert doctest.DocTestRunner().run(found).failed == 0


def test_the_door(examples_build: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # `output` in the examples is the folder of that name that a build writes.
    monkeypatch.chdir(examples_build.parent)
    result = doctest.testmod(kg)
    assert result.attempted > 2
    assert result.failed == 0


def test_the_page(examples_build: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(examples_build.parent)
    blocks = re.findall(r"^```pycon\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    page = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, PAGE.name, str(PAGE), 0)
    assert len(page.examples) > 20
    assert doctest.DocTestRunner().run(page).failed == 0


def test_the_readme(examples_build: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(examples_build.parent)
    (code,) = re.findall(r"^```python\n(.*?)^```$", README.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    shown = [eval(line, {"g": kg.open()}) for line in code.splitlines() if line.startswith("g.")]
    assert [len(one) > 0 for one in shown] == [True] * 3
