"""What is certain and what is possible of dates that are known in part, held against every way they can be filled in."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kg.network.analyse.spans import (
    Span,
    before,
    dated,
    exact_days,
    hull,
    least_days,
    most_days,
    shared,
    starting,
    together,
    window,
    within,
)
from tests.network.analysis_samples import span

# Days 2 to 6 may be bounds; what is unbounded can lie beyond them on either side.
FIRST, LAST = 0, 9


def day(number: int) -> str:
    return f"2020-01-{number + 1:02}"


days = st.one_of(st.none(), st.integers(2, 6).map(day))
spans = st.builds(Span, days, days, days, days)


def fillings(one: Span) -> list[tuple[int, int]]:
    """All pairs of a start and an end that the bounds allow."""
    return [
        (start, end)
        for start in range(FIRST, LAST)
        for end in range(start + 1, LAST + 1)
        if (one.start_earliest or "") <= day(start) <= (one.start_latest or "~")
        and (one.end_earliest or "") <= day(end) <= (one.end_latest or "~")
    ]


def overlaps(*all_of: Span) -> list[bool]:
    return [
        max(start for start, _ in chosen) < min(end for _, end in chosen)
        for chosen in product(*(fillings(one) for one in all_of))
    ]


@settings(max_examples=300, deadline=None)
@given(spans, spans)
def test_two_spans_against_all_fillings(one: Span, other: Span) -> None:
    assume(fillings(one) and fillings(other))
    found = together(one, other)
    assert found == together(other, one)
    assert (found is not None) == any(overlaps(one, other))
    if found == "certain":
        assert all(overlaps(one, other))


@settings(max_examples=150, deadline=None)
@given(spans, spans, st.integers(2, 6), st.integers(0, 3))
def test_what_is_certain_of_pairs_is_certain_within_a_window(one: Span, other: Span, first: int, length: int) -> None:
    assume(fillings(one) and fillings(other))
    period = window(day(first), day(first + length))
    found = together(one, other, period)
    if found == "certain":
        assert all(overlaps(one, other, period))
    if found is None:
        assert not any(overlaps(one, other, period))


@given(spans, st.integers(1, 8))
def test_a_day_is_judged_as_everywhere(one: Span, number: int) -> None:
    on = day(number)
    found = together(one, window(on, on))
    assume(fillings(one))
    outside = (one.start_earliest or "") > on or (one.end_latest or "~") <= on
    sure = (one.start_latest or "~") <= on < (one.end_earliest or "")
    assert found == (None if outside else "certain" if sure else "possible")


@settings(max_examples=200, deadline=None)
@given(spans, spans)
def test_before_is_before_in_all_fillings(one: Span, other: Span) -> None:
    assume(fillings(one) and fillings(other))
    if before(one, other):
        assert all(end <= start for (_, end), (start, _) in product(fillings(one), fillings(other)))


@settings(max_examples=200, deadline=None)
@given(spans, spans)
def test_days_lie_between_least_and_most(one: Span, other: Span) -> None:
    assume(fillings(one) and fillings(other))
    counted = [
        max(0, min(ends) - max(starts))
        for (starts, ends) in (zip(*chosen, strict=True) for chosen in product(fillings(one), fillings(other)))
    ]
    assert least_days(one, other) <= min(counted)
    most = most_days(one, other)
    assert most is None or max(counted) <= most


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2020-01-01", "2021-01-01", "certain"),
        ("..2020-01-01", "2020-06-01..", "certain"),
        ("..2020-01-01", "2020-01-01..", "possible"),
        ("..2020-06-01", "..2021-01-01", "possible"),
        ("2020-03-02", None, None),
        (None, "2020-03-01", None),
        (None, None, "possible"),
    ],
)
def test_on_the_first_of_march(start: str | None, end: str | None, expected: str | None) -> None:
    assert together(span(start, end), window("2020-03-01", "2020-03-01")) == expected


def test_begun_and_ended_on_one_day_is_no_day() -> None:
    assert span("2020-01-01", "2020-01-01").empty
    assert together(span("2020-01-01", "2020-01-01"), span("2019-01-01", "2021-01-01")) is None


def test_a_date_that_is_a_month_lies_somewhere_in_it() -> None:
    may = dated("2020-05")
    assert may is not None and dated("somewhen") is None
    assert together(may, window("2020-05-01", "2020-05-31")) == "certain"
    assert together(may, window("2020-05-01", "2020-05-30")) == "possible"
    assert together(may, window("2020-06-01", "2020-06-30")) is None


@pytest.mark.parametrize(
    ("earliest", "latest", "expected"),
    [
        ("2020-02-01", "2020-02-01", "certain"),
        ("2020-02-01", "2021-02-01", "possible"),
        (None, "2020-02-01", "possible"),
        (None, "2019-12-31", None),
        ("2021-01-01", None, None),
        (None, None, "possible"),
    ],
)
def test_within_a_year(earliest: str | None, latest: str | None, expected: str | None) -> None:
    assert within(earliest, latest, window("2020-01-01", "2020-12-31")) == expected


def test_days_are_exact_between_days_alone() -> None:
    assert exact_days("2020-01-01", "2021-01-01") == 366
    assert exact_days("[..2020-01-01]", "2021-01-01") is None


def test_texts_of_what_spans_share_and_cover() -> None:
    one, other = span("2020-01-01", "2022-01-01"), span("..2021-01-01", "2023-01-01..")
    assert (shared(one, other).start, shared(one, other).end) == ("[2020-01-01..2021-01-01]", "2022-01-01")
    assert (hull([one, other]).start, hull([one, other]).end) == ("[..2020-01-01]", "[2023-01-01..]")
    assert starting(other) == span("..2021-01-01", "..2021-01-02")
