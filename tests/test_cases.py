"""The invented case documents: what is found is right, and nearly all of it is found.

Each `cases/NAME.txt` has its facts in `NAME.json`. A wrong row fails its case; what is missed counts against a floor
for the whole set, which only rises.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kg.model.gazette import Gazette
from kg.pipeline import read_gazette
from kg.read import read_source

CASES = Path(__file__).parent / "cases"
NAMES = sorted(path.stem for path in CASES.glob("*.json"))
TABLES = ("personnel", "deputies", "votes", "attendance", "meetings", "positions", "body_changes")
RECALL = {
    "personnel": 0.98, "deputies": 0.98, "votes": 0.97, "attendance": 0.98, "meetings": 0.97, "positions": 0.88,
    "body_changes": 0.98,
}  # fmt: skip


@dataclass(frozen=True)
class Compared:
    """Keys that are right, wrong, and missed in one table of one case."""

    right: Counter[tuple[str, ...]]
    wrong: Counter[tuple[str, ...]]
    missed: Counter[tuple[str, ...]]


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _meeting(ref: Any) -> tuple[str, ...]:
    return (_text(ref["body"]), _text(ref["term"]), _text(ref["session"])) if ref else ("", "", "")


def _expected(table: str, row: dict[str, Any]) -> tuple[str, ...]:
    if table == "attendance":
        return (*_meeting(row["meeting"]), row["person"], row["status"])
    if table == "meetings":
        return (_text(row["body"]), _text(row["term"]), _text(row["session"]))
    if table == "body_changes":
        return (row["kind"], "|".join(row["before"]), "|".join(row["after"]), _text(row["date"]))
    columns = {
        "personnel": ("event", "person", "title", "date", "body"),
        "deputies": ("person", "change", "congress"),
        "votes": ("person", "for", "against", "abstain"),
        "positions": ("person", "title", "body"),
    }[table]
    return tuple(_text(row.get(column)) for column in columns)


def _found(table: str, gazette: Gazette) -> list[tuple[str, ...]]:
    def ref(meeting: Any) -> tuple[str, ...]:
        return (meeting.body, _text(meeting.term), _text(meeting.session))

    rows: dict[str, list[tuple[str, ...]]] = {
        "personnel": [(r.event, _text(r.person), r.title, _text(r.date), _text(r.body)) for r in gazette.personnel],
        "deputies": [(r.person, r.change, r.congress) for r in gazette.deputies],
        "votes": [
            (_text(r.person), _text(r.votes_for), _text(r.votes_against), _text(r.abstentions)) for r in gazette.votes
        ],
        "attendance": [(*ref(r.meeting), r.person, r.status) for r in gazette.attendance],
        "meetings": [ref(r.meeting) for r in gazette.meetings if r.meeting.session is not None],
        "positions": [(r.person, r.title, _text(r.body)) for r in gazette.positions],
        "body_changes": [(r.kind, "|".join(r.before), "|".join(r.after), _text(r.date)) for r in gazette.body_changes],
    }
    return list(dict.fromkeys(rows[table]))


def _scored(table: str, row: dict[str, Any]) -> bool:
    if table == "meetings":
        return row.get("session") is not None
    return not _text(row.get("person")).endswith("某")


@cache
def _read(name: str) -> tuple[Gazette, dict[str, Any]]:
    return read_gazette(read_source(CASES / f"{name}.txt")), json.loads((CASES / f"{name}.json").read_text("utf-8"))


def _compare(name: str, table: str) -> Compared:
    gazette, reference = _read(name)
    if table not in reference:  # an absent array says nothing
        return Compared(Counter(), Counter(), Counter())
    wanted: Counter[tuple[str, ...]] = Counter()
    optional: Counter[tuple[str, ...]] = Counter()
    for row in reference.get(table, []):
        if _scored(table, row):
            (optional if row.get("optional") else wanted)[_expected(table, row)] = 1
    found = Counter(key for key in _found(table, gazette) if not key[0].endswith("某"))
    return Compared(found & wanted, found - wanted - optional, wanted - found)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_wrong_is_found(name: str) -> None:
    wrong = {table: sorted(_compare(name, table).wrong) for table in TABLES}
    assert {table: rows for table, rows in wrong.items() if rows} == {}


@pytest.mark.parametrize("table", TABLES)
def test_enough_is_found(table: str) -> None:
    compared = [_compare(name, table) for name in NAMES]
    right = sum(one.right.total() for one in compared)
    missed = {name: sorted(one.missed) for name, one in zip(NAMES, compared, strict=True) if one.missed}
    recall = right / (right + sum(map(len, missed.values())))
    assert recall >= RECALL[table], missed
