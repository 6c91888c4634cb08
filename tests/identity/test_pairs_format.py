"""The labelled pairs are well formed, many enough, and invented; what resolves people is scored against them elsewhere."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
LABELS = {"same", "different", "cannot_tell"}
TIERS = {"easy", "medium", "hard", "trap"}
ACTS = {
    "appoint",
    "remove",
    "accept_resignation",
    "resign",
    "elect",
    "terminate",
    "lapse",
    "dismiss",
    "confirm",
    "propose",
}
SEATS = {"seat_elected", "seat_terminated"}
EVENTS = ACTS | SEATS | {"holds", "held", "author", "present", "on_leave", "observer", "voted_on"}
ALWAYS = {"name", "gazette", "place", "item", "line", "event", "body", "title", "qualifier", "date", "meeting"}
OF_SEATS = {"congress", "term", "constituency", "described_as", "reason"}
MARKS = str.maketrans({"•": "·", "・": "·", " ": None, "　": None})


def _cases(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


PAIRS, HOLDOUT = _cases("pairs.jsonl"), _cases("holdout.jsonl")


def _sightings(case: dict[str, Any]) -> list[dict[str, Any]]:
    return [case["left"], case["right"], *case["context"]]


def test_the_sets_are_large_and_mixed() -> None:
    labels, tiers = (Counter(case[key] for case in PAIRS) for key in ("expected", "tier"))
    assert len(PAIRS) >= 240 and len(HOLDOUT) >= 60
    assert set(tiers) == TIERS and min(tiers.values()) >= 40
    assert set(labels) == LABELS and min(labels.values()) >= len(PAIRS) / 4
    assert {(case["tier"], case["expected"]) for case in HOLDOUT} == {(t, label) for t in TIERS for label in LABELS}


def test_ids_are_unique() -> None:
    assert max(Counter(case["id"] for case in PAIRS + HOLDOUT).values()) == 1


def test_nothing_is_taken_from_the_reference_gazettes() -> None:
    text = "".join((HERE / name).read_text(encoding="utf-8") for name in ("pairs.jsonl", "holdout.jsonl"))
    assert "上海" not in text and "虹口" not in text


@pytest.mark.parametrize("case", PAIRS + HOLDOUT, ids=lambda case: case["id"])
def test_a_case_is_well_formed(case: dict[str, Any]) -> None:
    assert case.keys() - {"also", "variant"} == {"id", "tier", "expected", "why", "left", "right", "context"}
    assert case["why"].endswith(".") and case["left"] != case["right"]
    assert {case["expected"], case.get("also", case["expected"])} <= LABELS and case.get("also") != case["expected"]
    places: dict[str, list[str]] = {}
    items: dict[tuple[str, int], int] = {}
    for seen in _sightings(case):
        expected = ALWAYS | OF_SEATS if seen["event"] in SEATS else ALWAYS
        assert seen["event"] in EVENTS and seen.keys() - {"note", "reason"} == expected - {"reason"}
        assert places.setdefault(seen["gazette"], seen["place"]) == seen["place"]
        assert items.setdefault((seen["gazette"], seen["line"]), seen["item"]) == seen["item"]
    if not case.get("variant") and not case["left"]["name"].endswith("某") and not case["right"]["name"].endswith("某"):
        assert case["left"]["name"].translate(MARKS) == case["right"]["name"].translate(MARKS)
