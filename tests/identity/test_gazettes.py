"""Whole gazettes with namesakes, from the text to the people: no merge of two beyond those known."""

from __future__ import annotations

from collections import Counter

import pytest

from kg.query import open_graph
from tests.conftest import build
from tests.identity.gazettes import GAZETTES, told

# One person made of two. Of these one list or sentence prints a name twice, and a mention is a name in one post:
TWICE = {"张敏 03-a | 2", "王强 32-a | 2", "贺年 32-a 民政局局长 | 32-a 林业局副局长"}
# And these need more than the gazettes say: how big an institution is, and when a deputy was first elected.
KNOWN = {
    "李明 30-a 财政经济委员会委员 | 30-b 办公厅副主任",
    "石磊 28-a 代表资格审查委员会主任委员 | 28-a 大会代表",
}


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    texts = sorted(GAZETTES.rglob("*.txt"))
    graph = open_graph(build(texts, tmp_path_factory.mktemp("namesakes") / "output"))
    return {one.case: one.verdict for one in told(graph)}


def test_no_two_people_are_made_one(verdicts: dict[str, str]) -> None:
    assert {case for case, verdict in verdicts.items() if verdict == "merged"} <= TWICE | KNOWN


def test_whoever_is_one_person_is_told_to_be(verdicts: dict[str, str]) -> None:
    counts = Counter(verdicts.values())
    assert counts["right"] >= 52 and counts["split"] <= 1, counts


def test_every_case_is_read(verdicts: dict[str, str]) -> None:
    assert [case for case, verdict in verdicts.items() if verdict == "unread"] == []
