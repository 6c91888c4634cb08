"""Dates as they are printed, to ISO strings; a part that is not printed is never supplied."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from kg.recognise.numbers import number

_N = r"[〇零一二三四五六七八九十\d]"
_YEAR = rf"(?P<year>(?:19|20)\d{{2}}|[一二][〇零九]{_N}{{2}})年"
_SEARCH = re.compile(
    rf"(?:{_YEAR}(?:(?P<month>{_N}{{1,3}})月份?(?:(?P<day>{_N}{{1,3}})[日号]?"
    rf"(?:[-—–~至到]+(?:(?P<month2>{_N}{{1,3}})月)?(?P<day2>{_N}{{1,3}})[日号])?)?)?"
    rf"|(?P<m>{_N}{{1,3}})月(?P<d>{_N}{{1,3}})[日号]?(?:[-—–~至到]+(?:(?P<m2>{_N}{{1,3}})月)?(?P<d2>{_N}{{1,3}})[日号])?)"
)
# A second day is often printed with its month but after a hyphen: 9日-10日.
_SPAN = re.compile(rf"^[日号]?[-—–~至到]+(?:(?P<month>{_N}{{1,3}})月)?(?P<day>{_N}{{1,3}})[日号]")


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text: `iso` as far as it is printed, `until` the last day of a span, both ISO."""

    start: int
    end: int
    iso: str
    until: str | None = None


def iso_date(year: int | None, month: int | None, day: int | None) -> str | None:
    """An ISO date of the parts given, or None where they are no date."""
    if year is None or not 1900 <= year <= 2100:
        return None
    if month is None:
        return str(year)
    if not 1 <= month <= 12:
        return None
    if day is None:
        return f"{year}-{month:02d}"
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def find_dates(text: str, year: int | None = None) -> list[DateMention]:
    """All dates of a text; a date without a year takes the last one printed before it, or `year`, or is left out."""
    found = []
    for match in _SEARCH.finditer(text):
        part = match.groupdict()
        year = number(part["year"]) if part["year"] else year
        month = _value(part["month"] or part["m"])
        iso = iso_date(year, month, _value(part["day"] or part["d"]))
        if iso is None:
            continue
        end, until = match.end(), None
        later_month, later_day = part["month2"] or part["m2"], part["day2"] or part["d2"]
        if later_day is None and (span := _SPAN.match(text[end - 1 :] if text[end - 1] in "日号" else text[end:])):
            later_month, later_day = span["month"], span["day"]
            end += span.end() - (1 if text[end - 1] in "日号" else 0)
        if later_day is not None:
            until = iso_date(year, _value(later_month) or month, _value(later_day))
        found.append(DateMention(match.start(), end, iso, until))
    return found


def days(mention: DateMention) -> tuple[str, ...]:
    """First and last day of a mention, every day between them where they are few."""
    if mention.until is None or len(mention.iso) < 10:
        return (mention.iso,)
    first, last = date.fromisoformat(mention.iso).toordinal(), date.fromisoformat(mention.until).toordinal()
    if not first < last <= first + 30:
        return (mention.iso,)
    return tuple(date.fromordinal(day).isoformat() for day in range(first, last + 1))


def _value(numeral: str | None) -> int | None:
    return number(numeral) if numeral else None
