"""Dates that a question names: a day, a month or a year, or all days between two of them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from kg.model.dates import bounds
from kg.model.errors import DateError
from kg.recognise.dates import find_dates

_NUMBERS = re.compile(r"(?P<year>\d{4})(?:[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?)?")


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `first` to `last`, both included, as ISO dates."""

    first: str
    last: str

    @property
    def text(self) -> str:
        """The period as it is shown: a day, a month, a year, or both ends."""
        if self.first == self.last:
            return self.first
        whole = (short for short in (self.first[:7], self.first[:4]) if bounds(short) == (self.first, self.last))
        return next(whole, f"{self.first}..{self.last}")

    def meets(self, date: str | None) -> bool:
        """Whether a date of any precision may lie in the period; an unknown one does not."""
        first, last = bounds(date)
        return first is not None and last is not None and first <= self.last and last >= self.first


def period(text: str) -> Period:
    """The days that a date means: 2024-09-26, 2024-09, 2024, 2024年9月26日. Raises `DateError` when it is none."""
    first, last = bounds(_iso("".join(unicodedata.normalize("NFKC", text).split())))
    if first is None or last is None:
        raise DateError(f"{text!r} is no date; write 2024-09-26, 2024-09, 2024 or 2024年9月26日")
    return Period(first, last)


def between(start: str, end: str) -> Period:
    """From the first day of one date to the last of another. Raises `DateError` when the second comes first."""
    opening, closing = period(start), period(end)
    if closing.last < opening.first:
        raise DateError(f"{end} comes before {start}; give the earlier date first")
    return Period(opening.first, closing.last)


def window(on: str | None, days: tuple[str, str] | None) -> Period | None:
    """The days that a question asks about, by one date or by two; None where it asks about all time."""
    if on is not None and days is not None:
        raise DateError("one date and a part of time exclude each other; give one of them")
    if on is not None:
        return period(on)
    return None if days is None else between(*days)


def _iso(text: str) -> str | None:
    """The ISO date of a whole text, in numbers or as gazettes print it."""
    numbers = _NUMBERS.fullmatch(text)
    if numbers:
        return "-".join(part.zfill(2) for part in numbers.groups() if part)
    return next((found.iso for found in find_dates(text) if (found.start, found.end) == (0, len(text))), None)
