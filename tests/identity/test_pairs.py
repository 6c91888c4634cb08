"""How well the labelled pairs are told: floors that only rise, and no merge of two people beyond those known."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.identity.pairs import Case, cases, verdict

# Right answers of all cases of a tier, in per cent; what is right may only grow.
FLOORS = {
    "pairs.jsonl": {"easy": 100, "medium": 93, "hard": 85, "trap": 92},
    "holdout.jsonl": {"easy": 100, "medium": 88, "hard": 92, "trap": 100},
}
# The grave mistake: one person made of two, or of what nobody can tell. Three print a name twice in one post of one
# gazette, which is one mention; one joins a former holder with the holder of that day, one a president with a judge.
MERGED = {
    "removed-and-appointed-to-one-post",
    "former-and-acting-on-one-day",
    "present-and-on-leave-in-one-list",
    "assessor-list-names-it-twice",
    "court-president-and-later-judge",
}


@pytest.fixture(scope="module", params=sorted(FLOORS))
def judged(request: pytest.FixtureRequest) -> tuple[str, list[tuple[Case, str]]]:
    return request.param, [(case, verdict(case)) for case in cases(request.param)]


def test_each_tier_is_told(judged: tuple[str, list[tuple[Case, str]]]) -> None:
    name, found = judged
    total = Counter(case.tier for case, _ in found)
    right = Counter(case.tier for case, said in found if said in (case.expected, case.also))
    below = {tier for tier, floor in FLOORS[name].items() if 100 * right[tier] < floor * total[tier]}
    assert not below, right


def test_no_two_people_are_made_one(judged: tuple[str, list[tuple[Case, str]]]) -> None:
    _, found = judged
    merged = {case.id for case, said in found if said == "same" and "same" not in (case.expected, case.also)}
    assert merged <= MERGED


def test_whoever_is_one_is_not_told_to_be_two(judged: tuple[str, list[tuple[Case, str]]]) -> None:
    _, found = judged
    assert [case.id for case, said in found if case.expected == "same" and said == "different"] == []
