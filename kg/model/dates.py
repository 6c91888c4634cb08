"""ISO dates of any precision as days: what may be an `xsd:date`, and between which days a date lies."""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache

_ISO = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def is_day(text: str | None) -> bool:
    """Whether a date names one real day, as `xsd:date` wants it."""
    return text is not None and len(text) == 10 and bounds(text)[0] is not None


# The days of a gazette are few and asked for often.
@lru_cache(maxsize=4096)
def bounds(text: str | None) -> tuple[str | None, str | None]:
    """The first and the last day that a date can mean; nothing for no date or one that is none."""
    found = _ISO.fullmatch(text or "")
    if found is None:
        return None, None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        return _bounds(year or 0, month, day)
    except ValueError:
        return None, None


def later(text: str, days: int) -> str:
    """The day that is so many days after a day."""
    return date.fromordinal(date.fromisoformat(text).toordinal() + days).isoformat()


def _bounds(year: int, month: int | None, day: int | None) -> tuple[str, str]:
    if month is None:
        return date(year, 1, 1).isoformat(), date(year, 12, 31).isoformat()
    last = calendar.monthrange(year, month)[1] if 1 <= month <= 12 else 0
    return date(year, month, day or 1).isoformat(), date(year, month, day or last).isoformat()
