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
    "items": 1.0,
    "meetings": 1.0,
    "agenda": 1.0,
    "personnel": 1.0,
    "votes": 1.0,
    "deputies": 1.0,
    "attendance": 1.0,
    "positions": 1.0,
    "authors": 1.0,
    "decisions": 1.0,
    "fiscal": 0.99,
    "responsibilities": 0.80,
    "opinions": 1.0,
    "plan": 1.0,
    "bodies": 0.92,
    "projects": 0.75,
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
