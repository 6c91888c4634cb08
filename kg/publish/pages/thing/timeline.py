"""Tenures as bars on an axis of years: where each bar lies, for a template to draw."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kg.query import Stretch, Tenure

LEFT, RIGHT, ROW, TOP = 250.0, 980.0, 26.0, 26.0
# How far a bar goes on towards a bound that nobody knows.
_OPEN = 22.0
_LETTERS = 17


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a bar from `x` on: `sure`, `maybe`, or `open-start` and `open-end` towards an unknown bound."""

    kind: str
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Bar:
    """One tenure: a label cut to the room there is, all of it in `title`, and the middle of its row."""

    label: str
    title: str
    href: str | None
    y: float
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Bars below an axis; `years` are pairs of a year and its place, `marks` the gaps and overlaps."""

    bars: tuple[Bar, ...]
    years: tuple[tuple[int, float], ...]
    marks: tuple[Span, ...]
    height: float


def timeline(rows: Sequence[tuple[str, str | None, Tenure]], stretches: Sequence[Stretch] = ()) -> Timeline | None:
    """Bars of rows of a label, an address and a tenure; None where no day is known of any."""
    known = [day for *_, tenure in rows for day in _days(tenure)]
    if not known:
        return None
    scale = _Scale(min(known), max(known))
    bars = tuple(
        Bar(_cut(label), label, href, TOP + ROW * (place + 0.5), tuple(_spans(tenure, scale)))
        for place, (label, href, tenure) in enumerate(rows)
    )
    marks = tuple(
        Span(one.kind, scale.at(one.since), max(1.0, scale.at(one.until) - scale.at(one.since)))
        for one in stretches
        if one.until
    )
    return Timeline(bars, scale.years(), marks, TOP + ROW * len(rows) + 6)


def _days(tenure: Tenure) -> list[str]:
    bounds = (tenure.start.earliest, tenure.start.latest, tenure.end.earliest, tenure.end.latest)
    return [day for day in bounds if day]


class _Scale:
    """Where a day lies between the first and the last year."""

    def __init__(self, first: str, last: str) -> None:
        self._first = date(int(first[:4]), 1, 1).toordinal()
        self._last = date(int(last[:4]) + 1, 1, 1).toordinal() if last < "9999" else date.max.toordinal()
        self._from, self._to = int(first[:4]), int(last[:4]) + 1

    def at(self, day: str) -> float:
        share = (date.fromisoformat(day[:10]).toordinal() - self._first) / (self._last - self._first)
        # Room at both ends for what goes on towards an unknown bound.
        return round(LEFT + _OPEN + share * (RIGHT - LEFT - 2 * _OPEN), 1)

    def years(self) -> tuple[tuple[int, float], ...]:
        step = -(-(self._to - self._from + 1) // 10)
        return tuple(
            (year, self.at(f"{year:04}-01-01")) for year in range(self._from, self._to + 1, step) if year < 9999
        )


def _spans(tenure: Tenure, scale: _Scale) -> list[Span]:
    """What may be, with what is certain drawn over it, and what goes on past the last day that is known."""
    days = sorted(map(scale.at, _days(tenure)))
    if not days:
        return []
    first, last = tenure.possible
    start, end = scale.at(first) if first else days[0], scale.at(last) if last else days[-1]
    spans = [Span("maybe", start, max(2.0, round(end - start, 1)))]
    if first is None:
        spans.append(Span("open-start", round(start - _OPEN, 1), _OPEN))
    if last is None:
        spans.append(Span("open-end", max(end, round(start + 2, 1)), _OPEN))
    if tenure.certain:
        sure = scale.at(tenure.certain[0])
        spans.append(Span("sure", sure, max(2.0, round(scale.at(tenure.certain[1]) - sure, 1))))
    return spans


def _cut(label: str) -> str:
    return label if len(label) <= _LETTERS else label[: _LETTERS - 1] + "…"
