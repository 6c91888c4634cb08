"""Rows for people and for programs."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.cli.output import fit, pad, print_rows, shorten, shown, width

ROWS: list[list[str | int | float | bool | None]] = [["钱一", 1, None], ['a,"b"\n', 2.5, True]]
COLUMNS = ["name", "n", "x"]


@pytest.mark.parametrize(("text", "size"), [("abc", 3), ("钱一", 4), ("ａ", 2), ("e\u0301", 1), ("", 0), ("a钱", 3)])
def test_chinese_counts_double(text: str, size: int) -> None:
    assert width(text) == size


@pytest.mark.parametrize(
    ("text", "size", "padded"),
    [("钱", 4, "钱  "), ("钱一二", 6, "钱一二"), ("钱一二", 5, "钱一…"), ("钱一二", 4, "钱… "), ("abcdef", 3, "ab…")],
)
def test_pad(text: str, size: int, padded: str) -> None:
    assert pad(text, size) == padded


@given(st.text(), st.integers(min_value=2, max_value=30))
def test_padded_text_has_its_width(text: str, size: int) -> None:
    assert width(pad(shown(text), size)) == size


@given(st.lists(st.integers(1, 200), min_size=1, max_size=8), st.integers(100, 200))
def test_a_table_fits_the_terminal(widths: list[int], room: int) -> None:
    assert sum(fit(widths, room)) + 2 * (len(widths) - 1) <= room
    assert all(new <= old for new, old in zip(fit(widths, room), widths, strict=True))


@pytest.mark.parametrize(
    ("cell", "text"), [(None, ""), (True, "true"), (1, "1"), ("a\n\tb", "a b"), ("\x1b[31m", "\ufffd[31m")]
)
def test_no_cell_moves_the_cursor(cell: str | int | None, text: str) -> None:
    assert shown(cell) == text


def test_table(capsys: pytest.CaptureFixture[str]) -> None:
    print_rows(COLUMNS, ROWS, "table")
    assert capsys.readouterr().out == 'name   n    x\n-----  ---  ----\n钱一   1\na,"b"  2.5  true\n'


def test_csv(capsys: pytest.CaptureFixture[str]) -> None:
    print_rows(COLUMNS, ROWS, "csv")
    read = list(csv.reader(io.StringIO(capsys.readouterr().out)))
    assert read == [COLUMNS, ["钱一", "1", ""], ['a,"b"\n', "2.5", "true"]]


@pytest.mark.parametrize("rows", [[], ROWS[:1], ROWS])
def test_json(capsys: pytest.CaptureFixture[str], rows: list[list[str | int | float | bool | None]]) -> None:
    print_rows(COLUMNS, rows, "json")
    assert json.loads(capsys.readouterr().out) == [dict(zip(COLUMNS, row, strict=True)) for row in rows]


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_no_rows(capsys: pytest.CaptureFixture[str], form: str) -> None:
    print_rows(COLUMNS, [], form)
    assert capsys.readouterr().out


def test_the_longest_prefix_wins() -> None:
    prefixes = {"base": "https://a/", "r": "https://a/id/"}
    assert [shorten(iri, prefixes) for iri in ("https://a/id/x", "https://a/x", "urn:x")] == ["r:x", "base:x", "urn:x"]
