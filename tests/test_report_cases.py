"""The invented reports: what is read of duties, projects, plans, demands, money, posts and bodies.

Each `report_cases/NAME.txt` has its facts in `NAME.json`. Names and wordings are compared as closely as a reader would; the
floors of precision and recall hold for the whole set, and only rise.
"""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kg.model.gazette import Gazette
from kg.pipeline import read_gazette
from kg.read import read_source

CASES = Path(__file__).parent / "report_cases"
NAMES = sorted(path.stem for path in CASES.glob("*.json"))
Row = dict[str, str]


@dataclass(frozen=True)
class Measure:
    """Columns that must be equal, those that must be alike, and how much."""

    exact: tuple[str, ...]
    loose: tuple[str, ...]
    close: float


MEASURES = {
    "bodies": Measure((), ("name",), 0.95),
    "projects": Measure((), ("name",), 0.75),
    "responsibilities": Measure(("role_kind",), ("agent", "object"), 0.6),
    "opinions": Measure((), ("title",), 0.85),
    "plan": Measure(("forum", "month"), ("topic",), 0.85),
    "fiscal": Measure(("amount", "unit"), ("item",), 0.5),
    "positions": Measure(("person", "title"), ("body",), 0.95),
}
# table: the least precision and recall
FLOORS = {
    "bodies": (0.94, 0.93),
    "projects": (0.97, 0.65),
    "responsibilities": (0.94, 0.76),
    "opinions": (1.0, 1.0),
    "plan": (1.0, 1.0),
    "fiscal": (1.0, 0.87),
    "positions": (1.0, 1.0),
}


@dataclass(frozen=True)
class Compared:
    """What is right, wrong and missed in one table of one case; optional rows are none of these."""

    right: int
    wrong: tuple[Row, ...]
    missed: tuple[Row, ...]


def _row(values: Any, columns: tuple[str, ...]) -> Row:
    def text(value: Any) -> str:
        return "" if value is None else "".join(unicodedata.normalize("NFKC", str(value)).split())

    return {column: text(values.get(column)) for column in columns}


def _unique(rows: list[Row]) -> list[Row]:
    return [row for at, row in enumerate(rows) if row not in rows[:at]]


@cache
def _read(name: str) -> tuple[Gazette, dict[str, Any]]:
    return read_gazette(read_source(CASES / f"{name}.txt")), json.loads((CASES / f"{name}.json").read_text("utf-8"))


def _found(gazette: Gazette, table: str, columns: tuple[str, ...]) -> list[Row]:
    facts = getattr(gazette, table)
    return _unique([_row({column: getattr(fact, column) for column in columns}, columns) for fact in facts])


def _fits(one: Row, other: Row, measure: Measure) -> float:
    if any(one[column] != other[column] for column in measure.exact):
        return 0.0
    ratios = (SequenceMatcher(None, one[column], other[column], autojunk=False).ratio() for column in measure.loose)
    score = min(ratios)
    return score if score >= measure.close else 0.0


def _hidden(row: Row) -> bool:
    return (row.get("person") or row.get("agent") or "").endswith("某")


@cache
def _compare(name: str, table: str) -> Compared:
    gazette, reference = _read(name)
    measure = MEASURES[table]
    columns = (*measure.exact, *measure.loose)
    listed = [row for row in reference.get(table, []) if table != "responsibilities" or row.get("role_kind")]
    wanted = _unique([_row(row, columns) for row in listed if not row.get("optional")])
    optional = _unique([_row(row, columns) for row in listed if row.get("optional")])
    gold = [row for row in (*wanted, *optional) if not _hidden(row)]
    found = [row for row in _found(gazette, table, columns) if not _hidden(row)]
    pairs = [
        (score, at, to)
        for to, row in enumerate(found)
        for at, one in enumerate(gold)
        if (score := _fits(one, row, measure))
    ]
    of_gold: set[int] = set()
    of_found: set[int] = set()
    for _, at, to in sorted(pairs, key=lambda pair: -pair[0]):
        if at not in of_gold and to not in of_found:
            of_gold.add(at)
            of_found.add(to)
    return Compared(
        sum(gold[at] in wanted for at in of_gold),
        tuple(row for to, row in enumerate(found) if to not in of_found),
        tuple(row for at, row in enumerate(gold) if at not in of_gold and row in wanted),
    )


@pytest.mark.parametrize("table", FLOORS)
def test_little_is_wrong_and_enough_is_found(table: str) -> None:
    compared = {name: _compare(name, table) for name in NAMES}
    right = sum(one.right for one in compared.values())
    wrong = {name: one.wrong for name, one in compared.items() if one.wrong}
    missed = {name: one.missed for name, one in compared.items() if one.missed}
    precision, recall = FLOORS[table]
    assert right / (right + sum(map(len, wrong.values()))) >= precision, wrong
    assert right / (right + sum(map(len, missed.values()))) >= recall, missed


@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith("trap-")])
def test_a_trap_states_nothing(name: str) -> None:
    assert {table: _compare(name, table).wrong for table in MEASURES} == dict.fromkeys(MEASURES, ())
