"""Dates as people write them, and what of a tenure is certain or possible on them."""

from __future__ import annotations

import pytest

from kg.model.errors import DateError
from kg.query.periods import Period, between, period, window
from kg.query.tenures import Bound, status


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-09-26", "2024-09-26", "2024-09-26"),
        ("2024-9-6", "2024-09-06", "2024-09-06"),
        ("2024/09/26", "2024-09-26", "2024-09-26"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023", "2023-01-01", "2023-12-31"),
        ("2024年9月26日", "2024-09-26", "2024-09-26"),
        ("２０２４年 9月", "2024-09-01", "2024-09-30"),
        ("二〇二四年九月二十六日", "2024-09-26", "2024-09-26"),
        ("2024年", "2024-01-01", "2024-12-31"),
    ],
)
def test_dates(text: str, first: str, last: str) -> None:
    assert period(text) == Period(first, last)


@pytest.mark.parametrize(
    "text", ["", "soon", "24", "2024-13", "2024-02-30", "20240926", "2024-09-26-1", "2024年13月", "\udc80", "9月26日"]
)
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(DateError, match="is no date; write 2024-09-26"):
        period(text)


def test_a_period_is_shown_as_short_as_it_was_meant() -> None:
    assert [period(text).text for text in ("2024-09-26", "2024-09", "2024")] == ["2024-09-26", "2024-09", "2024"]
    assert between("2023-09", "2024").text == "2023-09-01..2024-12-31"


def test_two_dates() -> None:
    assert between("2023-09", "2023-09") == Period("2023-09-01", "2023-09-30")
    with pytest.raises(DateError, match="2023 comes before 2024"):
        between("2024", "2023")
    with pytest.raises(DateError, match="exclude each other"):
        window("2024", ("2023", "2024"))
    assert window(None, None) is None


@pytest.mark.parametrize(
    ("date", "meets"), [("2023-09-30", True), ("2023-10", False), ("2023", True), (None, False), ("x", False)]
)
def test_what_lies_in_a_month(date: str | None, meets: bool) -> None:
    assert period("2023-09").meets(date) is meets


KNOWN = Bound("2020-03-01", "2020-03-01"), Bound("2022-06-15", "2022-06-15")
OPEN = Bound("2020-03-01", "2020-03-01"), Bound("2021-01-01", None)
SEEN = Bound(None, "2020-03-01"), Bound("2021-01-01", None)
FORMER = Bound(None, None), Bound(None, "2021-01-01")
NOTHING = Bound(None, None), Bound(None, None)


@pytest.mark.parametrize(
    ("tenure", "on", "answer"),
    [
        (KNOWN, "2020-02-29", None),
        (KNOWN, "2020-03-01", "certain"),
        (KNOWN, "2022-06-14", "certain"),
        # An end is the first day after.
        (KNOWN, "2022-06-15", None),
        # Of a month, certain is what was so all through, possible what was so on some day.
        (KNOWN, "2020-03", "certain"),
        (KNOWN, "2022-06", "possible"),
        (KNOWN, "2020", "possible"),
        (KNOWN, "2021", "certain"),
        (KNOWN, "2023", None),
        # No end is not now.
        (OPEN, "2020-12-31", "certain"),
        (OPEN, "2021-01-01", "possible"),
        (OPEN, "2099", "possible"),
        (SEEN, "1999", "possible"),
        (SEEN, "2020", "possible"),
        (FORMER, "2020-12-31", "possible"),
        (FORMER, "2021-01-01", None),
        (NOTHING, "2021", "possible"),
    ],
)
def test_certain_and_possible(tenure: tuple[Bound, Bound], on: str, answer: str | None) -> None:
    assert status(*tenure, period(on)) == answer


@pytest.mark.parametrize(
    ("bound", "text"),
    [
        (Bound("2020-03-01", "2020-03-01"), "2020-03-01"),
        (Bound(None, "2020-03-01"), "≤ 2020-03-01"),
        (Bound("2020-03-01", None), "≥ 2020-03-01"),
        (Bound("2020-01-01", "2020-03-01"), "2020-01-01..2020-03-01"),
        (Bound(None, None), "?"),
    ],
)
def test_bounds_as_they_are_shown(bound: Bound, text: str) -> None:
    assert bound.text == text
