"""When something held, as far as it is known: four bounds, and what is certain or only possible of them.

Dates are ISO days, which compare as texts. A span is half-open, and never empty by itself: somebody who is known to
have left by a day came before it. Two spans that certainly meet pair by pair have a day that all of them share, so
what holds of pairs holds of several together with a window.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Literal

from kg.model.dates import bounds, is_day, later

Certainty = Literal["certain", "possible"]

# Before and after every day, in the order of texts.
NEVER_BEFORE, NEVER_AFTER = "", "~"


@dataclass(frozen=True, slots=True)
class Span:
    """The bounds of a start and of an end, each None where it is unbounded; the end is the first day after it."""

    start_earliest: str | None = None
    start_latest: str | None = None
    end_earliest: str | None = None
    end_latest: str | None = None

    @property
    def first_start(self) -> str:
        """The first day on which it can have begun."""
        return self.start_earliest or NEVER_BEFORE

    @property
    def last_start(self) -> str:
        """The last day on which it can have begun: what is over has begun."""
        return min(self.start_latest or NEVER_AFTER, self.end_latest or NEVER_AFTER)

    @property
    def first_end(self) -> str:
        """The first day on which it can have ended: what has not begun is not over."""
        return max(self.end_earliest or NEVER_BEFORE, self.start_earliest or NEVER_BEFORE)

    @property
    def last_end(self) -> str:
        """The last day on which it can have ended."""
        return self.end_latest or NEVER_AFTER

    @property
    def empty(self) -> bool:
        """Whether it holds no day at all: begun and ended on one day."""
        return self.last_end <= self.first_start

    @property
    def start(self) -> str:
        """The start as EDTF: a day, `[..day]`, `[day..]`, `[day..day]`, or nothing."""
        return edtf(self.start_earliest, self.start_latest)

    @property
    def end(self) -> str:
        """The end as EDTF."""
        return edtf(self.end_earliest, self.end_latest)


def dated(text: str | None) -> Span | None:
    """The day, month or year of something that took a part of it; None where the date is none."""
    first, last = bounds(text)
    if first is None or last is None:
        return None
    return Span(first, last, later(first, 1), later(last, 1))


def window(first: str, last: str) -> Span:
    """The days from one to another, both included."""
    return Span(first, first, later(last, 1), later(last, 1))


def together(*spans: Span) -> Certainty | None:
    """Whether spans share a day: surely, perhaps, or surely not."""
    if any(span.empty for span in spans):
        return None
    pairs = list(combinations(spans, 2))
    if not all(one.first_start < other.last_end and other.first_start < one.last_end for one, other in pairs):
        return None
    sure = all(one.last_start < other.first_end and other.last_start < one.first_end for one, other in pairs)
    return "certain" if sure else "possible"


def within(earliest: str | None, latest: str | None, period: Span | None) -> Certainty | None:
    """Whether a start or an end that lies between two days lies in a period; without one, whether it is known."""
    if period is None:
        return "certain" if earliest or latest else "possible"
    first, after = period.first_start, period.last_end
    if (earliest or NEVER_BEFORE) >= after or (latest or NEVER_AFTER) < first:
        return None
    sure = (earliest or NEVER_BEFORE) >= first and (latest or NEVER_AFTER) < after
    return "certain" if sure else "possible"


def before(one: Span, other: Span) -> bool:
    """Whether one was surely over when the other began."""
    return one.last_end <= other.first_start


def days_of(span: Span) -> list[str]:
    """The days that bound a span, without what is unbounded."""
    every = (span.start_earliest, span.start_latest, span.end_earliest, span.end_latest)
    return [day for day in every if day is not None]


def starting(span: Span) -> Span:
    """The day on which a span begins, as far as it is known."""
    first, last = span.start_earliest, _day(span.last_start)
    return Span(first, last, first and later(first, 1), last and later(last, 1))


def least_days(*spans: Span) -> int:
    """How many days spans share at least."""
    days = _days(max(span.last_start for span in spans), min(span.first_end for span in spans))
    sure = together(*spans) == "certain"
    return max(days or 0, int(sure))


def most_days(*spans: Span) -> int | None:
    """How many days spans share at most; None where that is unbounded."""
    days = _days(max(span.first_start for span in spans), min(span.last_end for span in spans))
    return None if days is None else max(days, 0)


def exact_days(first: str, after: str) -> int | None:
    """The days between two dates in EDTF; None unless both are days."""
    return _days(first, after) if is_day(first) and is_day(after) else None


def shared(*spans: Span) -> Span:
    """The bounds of what spans share."""
    first, after = max(span.first_start for span in spans), min(span.last_end for span in spans)
    return Span(
        first or None,
        _day(min(max(span.last_start for span in spans), after)),
        max(min(span.first_end for span in spans), first) or None,
        _day(after),
    )


def hull(spans: list[Span]) -> Span:
    """The bounds of all spans taken together, from the first start to the last end."""
    return Span(
        min(span.first_start for span in spans) or None,
        _day(min(span.last_start for span in spans)),
        max(span.first_end for span in spans) or None,
        _day(max(span.last_end for span in spans)),
    )


def edtf(earliest: str | None, latest: str | None) -> str:
    """Two bounds as one text."""
    if earliest is not None and earliest == latest:
        return earliest
    return f"[{earliest or ''}..{latest or ''}]" if earliest or latest else ""


def _day(text: str) -> str | None:
    return None if text == NEVER_AFTER else text


def _days(first: str, after: str) -> int | None:
    if first in (NEVER_BEFORE, NEVER_AFTER) or after in (NEVER_BEFORE, NEVER_AFTER):
        return None
    return date.fromisoformat(after).toordinal() - date.fromisoformat(first).toordinal()
