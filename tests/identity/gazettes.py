"""Whole gazettes in which one name is borne by one person or by two, and how well the program tells."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.query import Graph
from kg.query.people import PersonHistory, history

HERE = Path(__file__).parent
GAZETTES = HERE / "gazettes"


@dataclass(frozen=True)
class Told:
    """What the program made of one case: `verdict` is `right`, `merged`, `split`, `open` or `unread`."""

    case: str
    verdict: str


def told(graph: Graph) -> Iterator[Told]:
    """Each case of `gazettes.json`, and what became of it."""
    cases: list[dict[str, Any]] = json.loads((HERE / "gazettes.json").read_text(encoding="utf-8"))
    for case in cases:
        people = history(graph, case["name"])
        verdict = _counted(case, people) if "people" in case else _pair(case, people)
        yield Told(
            f"{case['name']} {case.get('left', case.get('in'))} | {case.get('right', case.get('people'))}", verdict
        )


def _counted(case: dict[str, Any], people: list[PersonHistory]) -> str:
    found = [one for one in people if any(event.gazette.startswith(case["in"]) for event in one.events)]
    # Somebody who may be either is nobody yet, and a third.
    return "right" if len(found) >= case["people"] else "merged"


def _pair(case: dict[str, Any], people: list[PersonHistory]) -> str:
    left, right = (_bearers(case[side], people) for side in ("left", "right"))
    if not left or not right:
        return "unread"
    if left & right:
        return "right" if case["expected"] == "same" else "merged"
    return "split" if case["expected"] == "same" else "right"


def _bearers(side: str, people: list[PersonHistory]) -> set[str]:
    """The people with an event in a gazette, of a post that ends so or of that kind, and with further words."""
    stem, post, *words = side.split()
    return {
        one.person
        for one in people
        for event in one.events
        if event.gazette.split("~")[0] == stem
        and ((event.post or "").endswith(post) or event.event == post)
        and all(word in event.words for word in words)
    }
