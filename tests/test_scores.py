"""The tables of the reference gazettes, scored against the reference facts.

The floors only rise: who reads better raises them in the same change.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

# table: the least F1 over all reference gazettes together
FLOORS = {
    "items": 0.98,
    "meetings": 0.93,
    "agenda": 0.98,
    "personnel": 0.91,
    "votes": 0.98,
    "deputies": 0.98,
    "attendance": 0.98,
    "positions": 0.77,
    "authors": 0.98,
    "decisions": 0.98,
}


@pytest.fixture(scope="module")
def scores(shared: Path, shared_build: Path) -> dict[str, dict[str, Any]]:
    command: list[str | Path] = [sys.executable, shared / "gold" / "score.py", shared_build / "tables", "--json"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    report: dict[str, dict[str, Any]] = json.loads(done.stdout)
    return report


@pytest.mark.parametrize("table", FLOORS)
def test_f1_is_not_below_its_floor(table: str, scores: dict[str, dict[str, Any]]) -> None:
    score = scores[table]
    assert score["table_present"]
    assert score["f1"] >= FLOORS[table], score
