"""What findings say: every check names a message of the lexicon with the values that it tells, in both languages."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import ValidationError

import kg.verify
from kg.lexicon import load
from kg.lexicon.finding_words import FindingMessage, names_in
from tests.conftest import ROOT

MESSAGES = load().findings
CHECKS = sorted(Path(kg.verify.__file__).parent.glob("*.py"))
HAN = re.compile(r"[一-龥]")


def told() -> Iterator[tuple[str, set[str]]]:
    """The name of the message and the names of its values, of each finding that a check makes."""
    for path in CHECKS:
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(function, ast.FunctionDef):
                yield from _of(function)


def _of(function: ast.FunctionDef) -> Iterator[tuple[str, set[str]]]:
    known = {
        target.id: node.value
        for node in ast.walk(function)
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for call in ast.walk(function):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "finding":
            name, values = (known[one.id] if isinstance(one, ast.Name) else one for one in call.args[:2])
            assert isinstance(values, ast.Dict), f"line {call.lineno}: the values are no plain dict"
            keys = {str(ast.literal_eval(key)) for key in values.keys if key is not None}
            for one in (name.body, name.orelse) if isinstance(name, ast.IfExp) else (name,):
                yield str(ast.literal_eval(one)), keys


def test_every_finding_has_its_message_with_its_values() -> None:
    found = list(told())
    assert len(found) > 20
    assert [(name, keys) for name, keys in found if name not in MESSAGES or names_in(MESSAGES[name].zh) != keys] == []


def test_every_message_is_told() -> None:
    assert {name for name, _ in told()} == set(MESSAGES)


@pytest.mark.parametrize("name", MESSAGES)
def test_a_message_is_chinese_and_english(name: str) -> None:
    message = MESSAGES[name]
    assert HAN.search(message.zh) or "≠" in message.zh
    assert not HAN.search(message.en)
    # Chinese signs in Chinese, and no blank between what is filled in and the words around it.
    assert not re.search(r"[,;:!?()\"']", message.zh)
    assert not re.search(r"[一-龥，。：；“”（）] | [一-龥，。：；“”（）]", message.zh)


def test_the_kinds_are_those_that_the_tables_name() -> None:
    page = (ROOT / "docs" / "tables.md").read_text(encoding="utf-8").split("\n## `findings`\n", 1)[1]
    row = next(line for line in page.splitlines() if line.startswith("| `kind` |"))
    assert {message.kind for message in MESSAGES.values()} == set(re.findall(r"`(\w+)`", row.split("|", 2)[2]))


@pytest.mark.parametrize(
    "given",
    [
        {"kind": "sum_mismatch", "en": "{one} and {other}"},
        {"kind": "sum_mismatch", "zh": "{one}与{other}"},
        {"kind": "sum_mismatch", "zh": "", "en": ""},
        {"kind": "sum_mismatch", "zh": "{one}与{other}", "en": "{one} and {another}"},
    ],
)
def test_a_message_in_one_language_alone_is_refused(given: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        FindingMessage.model_validate(given)


def test_values_fill_both_languages() -> None:
    message = FindingMessage(kind="missing_annex", zh="“{title}”提到{annexes}", en="“{title}” cites {annexes}")
    values = {"title": "报告{一}", "annexes": ("附件1", "附件2")}
    assert message.filled(values) == ("“报告{一}”提到附件1、附件2", "“报告{一}” cites 附件1, 附件2")


@pytest.mark.parametrize("values", [{}, {"title": "一"}, {"title": "一", "annexes": "二", "more": "三"}])
def test_values_that_do_not_fit_are_refused(values: dict[str, str]) -> None:
    message = FindingMessage(kind="missing_annex", zh="“{title}”提到{annexes}", en="“{title}” cites {annexes}")
    with pytest.raises(ValueError, match="missing_annex tells"):
        message.filled(values)
