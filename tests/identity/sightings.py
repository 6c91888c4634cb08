"""Sightings by hand, for tests of who is who."""

from __future__ import annotations

from itertools import count

from kg.model.people import Sighting

_LINES = count(1000)
PLACE = "云岭省松河市青梧区"
COMMITTEE = PLACE + "人民代表大会常务委员会"
CONGRESS = PLACE + "人民代表大会"


def seen(
    event: str, body: str | None, title: str | None, date: str | None, *, name: str = "王伟", gazette: str = "g1",
    item: int = 1, line: int | None = None, place: str = PLACE, seat: str | None = None, meeting: str | None = None,
    told: str | None = None, reason: str | None = None, qualifier: str | None = None,
) -> Sighting:  # fmt: skip
    """One sighting; its passage is its line, one of its own if none is named; its mention is one of its capacity."""
    at = next(_LINES) if line is None else line
    capacity = f"{body or ''}{title or ''}" or f"item-{item}"
    return Sighting(
        name=name, mention=f"{gazette}/{name}/{capacity}/{seat or ''}", gazette=gazette, stem=gazette, place=place,
        fact=f"{gazette}/{item}/{at}/{event}/{capacity}", event=event, body=body, title=title, qualifier=qualifier,
        date=date, item=f"{gazette}/{item}", start=at * 100, end=at * 100 + 20, meeting=meeting, term=None,
        constituency=seat, described_as=told, reason=reason,
    )  # fmt: skip
