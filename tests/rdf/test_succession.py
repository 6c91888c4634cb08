"""Holders of a post with one seat bound each other."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.rdf.succession import Held, succeed
from kg.rdf.tenure import Effect, Holding, Inference, holdings
from tests.rdf.test_tenure import DATES, B, E, F, H, L, Seen, observe

Bound = tuple[str, str]


def held(**people: list[Seen]) -> dict[str, Holding]:
    """The holdings after inference, `a` or `a2` … for the holdings of `a`, in order."""
    known: list[Held] = []
    for name, seen in people.items():
        for number, holding in enumerate(holdings(observe(*seen)), 1):
            key = name if number == 1 else f"{name}{number}"
            known.append(Held(name, f"tenure/{key}", f"change/{key}", holding))
    succeed(known)
    return {one.tenure.removeprefix("tenure/"): one.holding for one in known}


def inferred(**people: list[Seen]) -> dict[str, Bound]:
    """The bounds that were inferred: by the holding and the side, the day and what it rests on."""
    found: dict[str, Bound] = {}
    for key, holding in held(**people).items():
        for side, day, rule in (("start", holding.start_earliest, holding.start_inferred),
                                ("end", holding.end_latest, holding.end_inferred)):  # fmt: skip
            if rule is not None and rule.rule == "Succession":
                found[f"{key} {side}"] = (str(day), *rule.sources)  # type: ignore[assignment]
    return found


APPOINTED = [(B, "2031-05-20")]


@pytest.mark.parametrize(
    ("before", "end"),
    [
        ([(B, "2029-01-02")], "2031-05-20"),
        ([(H, "2029-01-02"), (H, "2030-01-02")], "2031-05-20"),
        # seen in office on the very day of the change
        ([(H, "2031-05-20")], "2031-05-20"),
        ([(B, "2029-01-02"), (E, None)], "2031-05-20"),
        ([(B, "2029-01")], "2031-05-20"),
        # a former holder, told of later, had left when the next one began
        ([(H, "2029-01-02"), (F, "2031-09-01")], "2031-05-20"),
        # a printed end stays, before or after
        ([(B, "2029-01-02"), (E, "2031-04-01")], None),
        ([(B, "2029-01-02"), (E, "2031-06-01")], None),
        ([(B, "2029-01-02"), (L, "2031-06-01")], None),
        # still seen in office afterwards: a clash, and nothing is inferred
        ([(B, "2029-01-02"), (H, "2031-05-21")], None),
        ([(H, "2029-01-02"), (H, "2033-05-21")], None),
        # put there on the same day, or later: who follows whom is not known
        ([(B, "2031-05-20")], None),
        ([(B, "2031-06-20")], None),
        # nothing tells that he was there before
        ([(B, None)], None),
        ([(H, "2031")], None),
        ([(F, "2031-09-01")], None),
    ],
)
def test_the_next_holder_s_opening_ends_the_one_before(before: list[Seen], end: str | None) -> None:
    found = inferred(a=before, b=APPOINTED)
    assert found.get("a end") == (None if end is None else (end, "change/b"))


def test_an_opening_known_by_its_month_ends_the_one_before_with_the_month() -> None:
    assert inferred(a=[(B, "2029-01-02")], b=[(B, "2031-05")]) == {"a end": ("2031-05-31", "change/b")}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        # both seen in office: the one had gone, and the other had not come, between the two days
        ([(H, "2029-01-02"), (H, "2030-01-02")], [(H, "2031-05-20")],
         {"a end": ("2031-05-20", "tenure/b"), "b start": ("2030-01-02", "tenure/a")}),
        ([(B, "2029-01-02")], [(H, "2031-05-20")],
         {"a end": ("2031-05-20", "tenure/b"), "b start": ("2029-01-02", "tenure/a")}),
        ([(E, "2030-01-02")], [(H, "2031-05-20")], {"b start": ("2030-01-02", "tenure/a")}),
        ([(B, "2029-01-02")], [(H, "2031-05-20"), (E, "2032-01-01")],
         {"a end": ("2031-05-20", "tenure/b"), "b start": ("2029-01-02", "tenure/a")}),
        # a clash
        ([(H, "2029-01-02"), (H, "2032-01-02")], [(H, "2031-05-20")], {}),
        ([(H, "2029-01-02"), (H, "2031-05-25")], [(H, "2031-05-20"), (H, "2031-06-20")], {}),
        # a report may carry the old post for a while: who came first is not known
        ([(B, "2031-05-01")], [(H, "2031-05-20")], {}),
        ([(H, "2031-05-01")], [(H, "2031-05-20")], {}),
        # the end of the one before is often printed late: it is no sight
        ([(B, "2029-01-02")], [(E, "2031-05-20")], {}),
        ([(B, "2029-01-02")], [(F, "2031-05-20")], {}),
        ([(B, "2029-01-02")], [(L, "2031-05-20")], {}),
        # when it lapsed is not known
        ([(L, "2030-01-02")], [(H, "2031-05-20")], {}),
        ([(F, "2030-01-02")], [(H, "2031-05-20")], {}),
        # an undated act tells no day, but the sight does
        ([(H, "2029-01-02")], [(B, None), (H, "2031-05-20")],
         {"a end": ("2031-05-20", "tenure/b"), "b start": ("2029-01-02", "tenure/a")}),
    ],
)  # fmt: skip
def test_holders_that_are_only_seen(before: list[Seen], after: list[Seen], expected: dict[str, Bound]) -> None:
    assert inferred(a=before, b=after) == expected


def test_the_nearest_of_many_holders_counts() -> None:
    found = inferred(
        a=[(B, "2021-01-02")],
        b=[(H, "2023-01-02")],
        c=[(B, "2025-01-02")],
        d=[(B, "2027-01-02")],
        e=[(H, "2029-01-02")],
    )
    assert found == {
        "a end": ("2023-01-02", "tenure/b"),
        "b start": ("2021-01-02", "tenure/a"),
        "b end": ("2025-01-02", "change/c"),
        "c end": ("2027-01-02", "change/d"),
        "d end": ("2029-01-02", "tenure/e"),
        "e start": ("2027-01-02", "tenure/d"),
    }


def test_a_holder_may_come_back() -> None:
    found = inferred(a=[(B, "2021-01-02"), (B, "2027-01-02")], b=[(B, "2025-01-02")])
    assert found == {"a end": ("2025-01-02", "change/b"), "b end": ("2027-01-02", "change/a2")}


def test_two_people_of_one_name_may_be_one() -> None:
    first, second = (holdings(observe(seen))[0] for seen in ((H, "2021-01-02"), (B, "2025-01-02")))
    succeed([Held("a", "t1", "c1", first), Held("a", "t2", "c2", second)])
    assert (first.end_latest, second.start_earliest) == (None, "2025-01-02")


def test_nothing_is_inferred_from_what_was_inferred() -> None:
    a = holdings(observe((H, "2021-01-02")))[0]
    a.end_by("2022-01-01", Inference("Death", ("n",)))
    b = holdings(observe((H, "2025-01-02")))[0]
    succeed([Held("a", "ta", "ca", a), Held("b", "tb", "cb", b)])
    assert (a.end_latest, b.start_earliest) == ("2022-01-01", "2021-01-02")


@pytest.mark.parametrize("order", list(permutations("abcd")))
def test_the_order_of_holders_changes_nothing(order: tuple[str, ...]) -> None:
    people: dict[str, list[Seen]] = {
        "a": [(B, "2021-01-02")], "b": [(H, "2023-01-02")], "c": [(B, "2025-01-02")], "d": [(H, "2025-01-02")],
    }  # fmt: skip
    assert held(**{name: people[name] for name in order}) == held(**people)


@given(st.dictionaries(st.sampled_from("abcd"), st.lists(st.tuples(st.sampled_from(Effect), DATES), max_size=5)))
def test_bounds_stay_ordered_and_what_is_printed_stays(people: dict[str, list[Seen]]) -> None:
    for key, holding in held(**people).items():
        start, late, end, last = holding.start_earliest, holding.start_latest, holding.end_earliest, holding.end_latest
        for low, high in ((start, late), (late, last), (end, last), (start, last)):
            assert low is None or high is None or low <= high, (key, holding)
        if any(seen.first for seen in holding.opened):
            assert holding.start_inferred is None
        if any(seen.first for seen in holding.closed):
            assert holding.end_inferred is None


def test_many_holders_take_little_time() -> None:
    known = [
        Held(
            f"p{at}",
            f"t{at}",
            f"c{at}",
            holdings(observe((H, f"{1000 + at // 28}-{at % 12 + 1:02}-{at % 28 + 1:02}")))[0],
        )
        for at in range(20_000)
    ]
    succeed(known)
    assert sum(one.holding.end_inferred is not None for one in known) > 19_000
