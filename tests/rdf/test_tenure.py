from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.rdf.tenure import Effect, Holding, Inference, Observation, holdings

B, E, H, F, L = Effect.BEGINS, Effect.ENDS, Effect.HOLDS, Effect.FORMER, Effect.LAPSES
Seen = tuple[Effect, str | None]
Bounds = tuple[str | None, str | None, str | None, str | None]


def observe(*seen: Seen) -> list[Observation]:
    return [Observation(effect, date, f"n{number}") for number, (effect, date) in enumerate(seen)]


def bounds(holding: Holding) -> Bounds:
    return holding.start_earliest, holding.start_latest, holding.end_earliest, holding.end_latest


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        ([(B, "2031-05-20")], [("2031-05-20", "2031-05-20", "2031-05-20", None)]),
        ([(E, "2031-05-20")], [(None, "2031-05-20", "2031-05-20", "2031-05-20")]),
        ([(H, "2031-05-20")], [(None, "2031-05-20", "2031-05-20", None)]),
        ([(F, "2031-05-20")], [(None, None, None, "2031-05-20")]),
        ([(B, None)], [(None, None, None, None)]),
        ([(B, "2031-05")], [("2031-05-01", "2031-05-31", "2031-05-01", None)]),
        ([(B, "2030-01-02"), (E, "2031-05-20")], [("2030-01-02", "2030-01-02", "2031-05-20", "2031-05-20")]),
        # told twice: the resignation accepted, then the seat declared ended
        ([(E, "2031-05-20"), (E, "2031-07-01")], [(None, "2031-05-20", "2031-05-20", "2031-05-20")]),
        ([(B, "2030-01-02"), (E, "2031-05-20"), (E, "2031-07-01")],
         [("2030-01-02", "2030-01-02", "2031-05-20", "2031-05-20")]),
        # two ends years apart are two holdings
        ([(E, "2021-05-20"), (E, "2031-07-01")],
         [(None, "2021-05-20", "2021-05-20", "2021-05-20"), (None, "2031-07-01", "2031-07-01", "2031-07-01")]),
        ([(B, "2030-01-02"), (B, "2030-01-05")], [("2030-01-02", "2030-01-02", "2030-01-02", None)]),
        # appointed again in a new term: the holding before ended by then
        ([(B, "2026-01-02"), (B, "2031-01-05")],
         [("2026-01-02", "2026-01-02", "2026-01-02", "2031-01-05"), ("2031-01-05", "2031-01-05", "2031-01-05", None)]),
        ([(H, "2030-01-01"), (H, "2031-02-02")], [(None, "2030-01-01", "2031-02-02", None)]),
        ([(H, "2030-01-01"), (F, "2031-02-02")], [(None, "2030-01-01", "2030-01-01", "2031-02-02")]),
        ([(F, "2031-02-02"), (F, "2031-03-03")], [(None, None, None, "2031-02-02")]),
        # a former holder printed before the act itself
        ([(F, "2031-02-02"), (E, "2031-03-03")], [(None, None, "2031-03-03", "2031-03-03")]),
        # a report still names the post a few days after its end; years after, it is another holding
        ([(E, "2031-05-20"), (H, "2031-05-25")], [(None, "2031-05-20", "2031-05-20", "2031-05-20")]),
        ([(E, "2021-05-20"), (H, "2031-05-25")],
         [(None, "2021-05-20", "2021-05-20", "2021-05-20"), (None, "2031-05-25", "2031-05-25", None)]),
        ([(H, "2031-05-20"), (E, "2031-05-20")], [(None, "2031-05-20", "2031-05-20", "2031-05-20")]),
        ([(H, "2031-05-20"), (B, "2031-05-20")], [("2031-05-20", "2031-05-20", "2031-05-20", None)]),
        ([(E, "2031-05"), (E, "2031-05-20")], [(None, "2031-05-20", "2031-05-20", "2031-05-20")]),
        # nothing ends before it begins
        ([(B, "2031-05"), (E, "2031-05-20")], [("2031-05-01", "2031-05-20", "2031-05-20", "2031-05-20")]),
        # what lapsed had ended before it was told
        ([(L, "2031-05-20")], [(None, "2031-05-20", None, "2031-05-20")]),
        ([(B, "2030-01-02"), (L, "2031-05-20")], [("2030-01-02", "2030-01-02", "2030-01-02", "2031-05-20")]),
        ([(H, "2030-01-02"), (L, "2031-05-20")], [(None, "2030-01-02", "2030-01-02", "2031-05-20")]),
        ([(L, "2031-05-20"), (E, "2031-07-01")], [(None, "2031-05-20", None, "2031-05-20")]),
        ([(E, "2031-05-20"), (L, "2031-07-01")], [(None, "2031-05-20", "2031-05-20", "2031-05-20")]),
        ([(L, "2031-05-20"), (E, "2031-05-20")], [(None, "2031-05-20", None, "2031-05-20")]),
        ([(B, "2031-05-20"), (E, None)], [("2031-05-20", "2031-05-20", "2031-05-20", None)]),
        ([(B, "2031-05-20"), (B, None), (H, None)], [("2031-05-20", "2031-05-20", "2031-05-20", None)]),
    ],
)  # fmt: skip
def test_bounds(seen: list[Seen], expected: list[Bounds]) -> None:
    assert [bounds(holding) for holding in holdings(observe(*seen))] == expected


def test_two_prints_of_one_end_are_evidence_of_one_change() -> None:
    (holding,) = holdings(observe((E, "2031-05-20"), (E, "2031-07-01")))
    assert [seen.node for seen in holding.closed] == ["n0", "n1"]


def test_acting_and_then_elected_are_two_holdings() -> None:
    acting = Observation(B, "2031-01-02", "a", "代理")
    assert len(holdings([acting, Observation(B, "2031-02-02", "b")])) == 2


def test_a_bound_drawn_from_a_later_opening_is_marked() -> None:
    first, second = holdings(observe((B, "2026-01-02"), (B, "2031-01-05")))
    assert (first.end_inferred, second.end_inferred) == (Inference("LaterOpening"), None)


RULE = Inference("Death", ("n",))


@pytest.mark.parametrize(
    ("seen", "day", "end"),
    [
        ([(B, "2030-01-02")], "2031-05-20", "2031-05-20"),
        ([(H, "2030-01-02"), (H, "2031-05-20")], "2031-05-20", "2031-05-20"),
        ([(F, "2031-06-01")], "2031-05-20", "2031-05-20"),
        ([(B, "2030-01-02"), (E, None)], "2031-05-20", "2031-05-20"),
        # a printed end stays, also one that came later
        ([(B, "2030-01-02"), (E, "2031-06-01")], "2031-05-20", None),
        ([(B, "2030-01-02"), (L, "2031-06-01")], "2031-05-20", None),
        # seen later, or begun later: a clash, and nothing is inferred
        ([(B, "2030-01-02"), (H, "2031-06-01")], "2031-05-20", None),
        ([(B, "2031-06-01")], "2031-05-20", None),
        # nothing new
        ([(F, "2031-04-01")], "2031-05-20", None),
    ],
)
def test_an_end_is_bounded_where_none_is_printed(seen: list[Seen], day: str, end: str | None) -> None:
    (holding,) = holdings(observe(*seen))
    before = bounds(holding)
    assert holding.end_by(day, RULE) == (end is not None)
    assert bounds(holding) == (before if end is None else (*before[:3], end))
    assert holding.end_inferred == (None if end is None else RULE)


@pytest.mark.parametrize(
    ("seen", "day", "start"),
    [
        ([(H, "2031-05-20")], "2030-01-02", "2030-01-02"),
        ([(H, "2031-05-20"), (E, "2031-06-01")], "2030-01-02", "2030-01-02"),
        ([(E, "2031-05-20")], "2030-01-02", "2030-01-02"),
        ([(B, None), (H, "2031-05-20")], "2030-01-02", "2030-01-02"),
        ([(B, "2029-05-20")], "2030-01-02", None),
        ([(B, "2031-05-20")], "2030-01-02", None),
        ([(H, "2029-05-20")], "2030-01-02", None),
        ([(F, "2029-05-20")], "2030-01-02", None),
    ],
)
def test_a_start_is_bounded_where_none_is_printed(seen: list[Seen], day: str, start: str | None) -> None:
    (holding,) = holdings(observe(*seen))
    before = bounds(holding)
    assert holding.start_from(day, RULE) == (start is not None)
    assert bounds(holding) == (before if start is None else (start, *before[1:]))


def test_the_nearer_of_two_bounds_counts() -> None:
    (holding,) = holdings(observe((H, "2030-05-20")))
    assert [holding.end_by(day, Inference(day)) for day in ("2031-05-20", "2031-06-01", "2031-04-01")] == [
        True,
        False,
        True,
    ]
    assert [holding.start_from(day, Inference(day)) for day in ("2028-01-01", "2027-01-01", "2029-01-01")] == [
        True, False, True,
    ]  # fmt: skip
    assert bounds(holding) == ("2029-01-01", "2030-05-20", "2030-05-20", "2031-04-01")
    assert (holding.start_inferred, holding.end_inferred) == (Inference("2029-01-01"), Inference("2031-04-01"))


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_the_order_of_what_is_read_changes_nothing(order: tuple[int, ...]) -> None:
    seen = observe((B, "2030-01-02"), (H, "2030-06-01"), (E, "2031-05-20"), (F, "2031-06-01"))
    assert holdings([seen[at] for at in order]) == holdings(seen)


DATES = st.one_of(
    st.none(),
    st.dates().map(lambda day: f"{day.year % 40 + 1990}-{day:%m-%d}".replace("02-29", "02-28")),
    st.integers(1990, 2029).map(str),
    st.tuples(st.integers(1990, 2029), st.integers(1, 12)).map(lambda pair: f"{pair[0]}-{pair[1]:02}"),
)


@given(st.lists(st.tuples(st.sampled_from(Effect), DATES), max_size=12))
def test_bounds_are_ordered_and_every_observation_is_used_once(seen: list[Seen]) -> None:
    observations = observe(*seen)
    found = holdings(observations)
    for holding in found:
        for first, second in (("start_earliest", "start_latest"), ("start_latest", "end_latest"),
                              ("end_earliest", "end_latest"), ("start_earliest", "end_latest")):  # fmt: skip
            low, high = getattr(holding, first), getattr(holding, second)
            assert low is None or high is None or low <= high, (first, second, holding)
    used = [o.node for holding in found for o in (*holding.opened, *holding.closed, *holding.attested)]
    assert sorted(used) == sorted(o.node for o in observations)
