"""Holdings of posts that end with the term of a congress."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.rdf.tenure import Effect, Holding, Inference, Observation
from kg.rdf.terms import Turn, termed_holdings
from tests.rdf.test_tenure import DATES, B, Bounds, E, F, H, L, bounds

# The ninth congress sat first from 2031-01-09 to 2031-01-11.
NINTH = Turn(9, "2031-01-09", "2031-01-11", "m9")
TENTH = Turn(10, "2036-01-05", "2036-01-07", "m10")
Seen = tuple[Effect, str | None] | tuple[Effect, str | None, int]
BY_NINTH, BY_TENTH, REOPENED = (
    Inference("EndOfTerm", ("m9",)),
    Inference("EndOfTerm", ("m10",)),
    Inference("LaterOpening"),
)


def observe(seen: list[Seen]) -> list[Observation]:
    return [
        Observation(effect, date, f"n{at}", term=term[0] if term else None)
        for at, (effect, date, *term) in enumerate(seen)
    ]


def held(seen: list[Seen], *turns: Turn, early: bool = False) -> list[Holding]:
    return termed_holdings(observe(seen), turns, early=early)


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        # nobody outlasts the term, and whoever is seen after it begins anew
        ([(B, "2026-01-10")], [("2026-01-10", "2026-01-10", "2026-01-10", "2031-01-11")]),
        ([(H, "2029-05-20")], [(None, "2029-05-20", "2029-05-20", "2031-01-11")]),
        ([(H, "2032-05-20")], [("2031-01-09", "2032-05-20", "2032-05-20", None)]),
        ([(H, "2029-05-20"), (H, "2032-05-20")],
         [(None, "2029-05-20", "2029-05-20", "2031-01-11"), ("2031-01-09", "2032-05-20", "2032-05-20", None)]),
        ([(B, "2026-01-10"), (E, "2033-03-03")],
         [("2026-01-10", "2026-01-10", "2026-01-10", "2031-01-11"), ("2031-01-09", "2033-03-03", "2033-03-03", "2033-03-03")]),
        # a printed end stays as it is
        ([(B, "2026-01-10"), (E, "2029-05-20")], [("2026-01-10", "2026-01-10", "2029-05-20", "2029-05-20")]),
        # elected while the first session sits: for the new term
        ([(B, "2031-01-10")], [("2031-01-10", "2031-01-10", "2031-01-10", None)]),
        ([(B, "2026-01-10"), (B, "2031-01-10")],
         [("2026-01-10", "2026-01-10", "2026-01-10", "2031-01-11"), ("2031-01-10", "2031-01-10", "2031-01-10", None)]),
        # seen while it sits: the old post where there was one, else whichever; never both
        ([(H, "2029-05-20"), (H, "2031-01-10")], [(None, "2029-05-20", "2031-01-10", "2031-01-11")]),
        ([(H, "2031-01-10")], [(None, "2031-01-10", "2031-01-10", None)]),
        ([(B, "2031-01-10"), (H, "2031-01-10")], [("2031-01-10", "2031-01-10", "2031-01-10", None)]),
        # released while it sits
        ([(H, "2029-05-20"), (E, "2031-01-09")], [(None, "2029-05-20", "2031-01-09", "2031-01-09")]),
        # a month tells no day: it may be on either side
        ([(H, "2031-01")], [(None, "2031-01-31", "2031-01-01", None)]),
        ([(H, "2030-12")], [(None, "2030-12-31", "2030-12-01", "2031-01-11")]),
        ([(H, "2031")], [(None, "2031-12-31", "2031-01-01", None)]),
        # a report of the first days still carries the old post
        ([(H, "2029-05-20"), (H, "2031-01-20")], [(None, "2029-05-20", "2029-05-20", "2031-01-11")]),
        # the old end told again in the new term is no new holding; years after it is one
        ([(H, "2029-05-20"), (E, "2030-12-20"), (E, "2031-02-20")], [(None, "2029-05-20", "2030-12-20", "2030-12-20")]),
        ([(E, "2029-12-20"), (E, "2032-02-20")],
         [(None, "2029-12-20", "2029-12-20", "2029-12-20"), ("2031-01-09", "2032-02-20", "2032-02-20", "2032-02-20")]),
        ([(L, "2032-02-20")], [("2031-01-09", "2032-02-20", None, "2032-02-20")]),
        # a former holder of that time may have gone in either term
        ([(F, "2032-02-20")], [(None, None, None, "2032-02-20")]),
        ([(H, "2029-05-20"), (F, "2032-02-20")], [(None, "2029-05-20", "2029-05-20", "2031-01-11")]),
        # what has no date bounds nothing by itself
        ([(B, None)], [(None, None, None, None)]),
        ([(B, None), (H, "2032-05-20")], [(None, "2032-05-20", "2032-05-20", None)]),
    ],
)  # fmt: skip
def test_a_term_ends_what_was_held_before_it(seen: list[Seen], expected: list[Bounds]) -> None:
    assert [bounds(holding) for holding in held(seen, NINTH)] == expected


@pytest.mark.parametrize("seen", [[(B, "2026-01-10")], [(H, "2029-05-20")], [(H, "2032-05-20")]])
def test_without_a_known_session_nothing_is_inferred(seen: list[Seen]) -> None:
    (holding,) = held(seen)
    assert (holding.start_inferred, holding.end_inferred) == (None, None)
    assert holding.end_latest is None


def test_each_term_that_is_known_parts_the_holdings() -> None:
    found = held([(H, "2029-05-20"), (H, "2032-05-20"), (H, "2037-05-20")], NINTH, TENTH)
    assert [(one.start_inferred, one.end_inferred) for one in found] == [
        (None, BY_NINTH), (BY_NINTH, BY_TENTH), (BY_TENTH, None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        # elected, and confirmed, before the term begins
        ([(B, "2030-11-20")], [("2030-11-20", "2030-11-20", "2030-11-20", None)]),
        ([(H, "2030-12-20")], [(None, "2030-12-20", "2030-12-20", None)]),
        ([(B, "2025-11-20"), (B, "2030-11-20")],
         [("2025-11-20", "2025-11-20", "2025-11-20", "2031-01-11"), ("2030-11-20", "2030-11-20", "2030-11-20", None)]),
        ([(B, "2027-03-20")], [("2027-03-20", "2027-03-20", "2027-03-20", "2031-01-11")]),
        ([(H, "2032-05-20")], [("2031-01-09", "2032-05-20", "2032-05-20", None)]),
        # a printed term decides
        ([(B, "2030-06-20", 8)], [("2030-06-20", "2030-06-20", "2030-06-20", "2031-01-11")]),
        ([(B, "2030-11-20", 9), (E, "2033-05-20", 9)], [("2030-11-20", "2030-11-20", "2033-05-20", "2033-05-20")]),
        ([(E, "2030-12-20", 9)], [(None, "2030-12-20", "2030-12-20", "2030-12-20")]),
        ([(B, None, 9)], [("2031-01-09", None, None, None)]),
    ],
)  # fmt: skip
def test_deputies_are_elected_before_their_term(seen: list[Seen], expected: list[Bounds]) -> None:
    assert [bounds(holding) for holding in held(seen, NINTH, early=True)] == expected


def test_terms_that_are_printed_part_holdings_without_a_day() -> None:
    first, second = held([(B, "2026-01-10", 8), (H, "2027-01-01"), (E, "2033-05-20", 9)])
    assert bounds(first) == ("2026-01-10", "2026-01-10", "2027-01-01", None)
    assert bounds(second) == (None, "2033-05-20", "2033-05-20", "2033-05-20")


@pytest.mark.parametrize(("early", "end"), [(False, "2031-01-10"), (True, None)])
def test_the_election_for_a_later_term_ends_the_old_post_but_not_the_old_seat(early: bool, end: str | None) -> None:
    first, _ = held([(B, "2026-01-10", 8), (B, "2031-01-10", 9)], early=early)
    assert (first.end_latest, first.end_inferred) == (end, REOPENED if end else None)


def test_a_seat_may_be_kept_for_a_while_after_the_next_election() -> None:
    first, _ = held([(B, "2026-01-10"), (B, "2030-11-20")], early=True)
    assert first.end_latest == "2031-11-20"


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_the_order_of_what_is_read_changes_nothing(order: tuple[int, ...]) -> None:
    seen = observe([(B, "2026-01-10"), (H, "2031-01-20"), (H, "2032-06-01"), (F, "2036-06-01")])
    turns = (NINTH, TENTH)
    assert termed_holdings([seen[at] for at in order], turns, early=False) == termed_holdings(seen, turns, early=False)


OLD, OLDER = Turn(9, "2010-01-09", "2010-01-29", "m9"), Turn(8, "2000-02-01", "2000-02-01", "m8")
TURNS = st.sampled_from([(), (OLD,), (OLDER, OLD), (OLDER, OLD, Turn(10, "2019-12-28", "2020-01-20", "m10"))])
TERMS = st.sampled_from([None, None, 8, 9, 10])


@given(st.lists(st.tuples(st.sampled_from(Effect), DATES, TERMS), max_size=10), TURNS, st.booleans())
def test_bounds_are_ordered_and_every_observation_is_used_once(
    seen: list[tuple[Effect, str | None, int | None]], turns: tuple[Turn, ...], early: bool
) -> None:
    observations = [Observation(effect, date, f"n{at}", term=term) for at, (effect, date, term) in enumerate(seen)]
    found = termed_holdings(observations, turns, early=early)
    for one in found:
        start, late, end, last = bounds(one)
        pairs = ((start, late), (late, last), (end, last), (start, last))
        assert all(low is None or high is None or low <= high for low, high in pairs), one
    used = [o.node for one in found for o in (*one.opened, *one.closed, *one.attested)]
    assert sorted(used) == sorted(o.node for o in observations)
