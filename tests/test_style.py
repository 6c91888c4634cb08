"""Sizes that keep the code readable, counted in characters and lines."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "kg").rglob("*.py"))
LONGEST_LINE, LONGEST_FUNCTION, LONGEST_FILE = 120, 60, 300


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_sizes(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    too_long = [f"line {number}" for number, line in enumerate(lines, 1) if len(line) > LONGEST_LINE]
    too_long += [
        f"function {node.name}"
        for node in functions
        if (node.end_lineno or node.lineno) - node.lineno >= LONGEST_FUNCTION
    ]
    if len(lines) > LONGEST_FILE:
        too_long.append(f"file of {len(lines)} lines")
    assert not too_long
