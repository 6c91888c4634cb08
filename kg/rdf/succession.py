"""What the holders of a post with one seat say of each other, as pure functions.

An end is bounded by the next one's opening, or by the first sight of him; a start by the last certain day of the one
before. Where two holders contradict each other, nothing is inferred of them: the record's clash is not for us to
smooth over.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.model.dates import later
from kg.rdf.tenure import LAG_DAYS, Effect, Holding, Inference

RULE = "Succession"


@dataclass(frozen=True, slots=True)
class Held:
    """A holding of the post: whose it is by name, and the IRIs of the tenure and of the change that begins it.

    Two people of one name may be one person, and are never taken for successors of each other.
    """

    name: str
    tenure: str
    begins: str
    holding: Holding


@dataclass(frozen=True, slots=True, order=True)
class _Sign:
    """That somebody is in the post from between two days on, and the IRI of what tells it."""

    first: str
    last: str
    name: str
    source: str


@dataclass(slots=True)
class _Latest:
    """The last certain days of those who held the post so far: the latest one, and the latest of another name."""

    day: str = ""
    name: str = ""
    source: str = ""
    other_day: str = ""
    other_source: str = ""

    def add(self, day: str, name: str, source: str) -> None:
        """Take in one more holder."""
        if name == self.name:
            if day > self.day:
                self.day, self.source = day, source
        elif day > self.day:
            self.other_day, self.other_source = self.day, self.source
            self.day, self.name, self.source = day, name, source
        elif day > self.other_day:
            self.other_day, self.other_source = day, source

    def of_others(self, name: str) -> tuple[str, str]:
        """The last certain day of somebody else, and the tenure that tells it; empty when there is nobody."""
        return (self.other_day, self.other_source) if name == self.name else (self.day, self.source)


def succeed(held: Iterable[Held]) -> None:
    """Bound the holdings of a post with one seat by each other; no printed date is changed."""
    known = list(held)
    openings, sightings = sorted(_openings(known)), sorted(_sightings(known))
    # All are read before any is written, so that nothing is inferred from what was inferred.
    starts, ends = list(_starts(known)), list(_ends(known, openings, sightings))
    for holding, day, source in starts:
        holding.start_from(day, Inference(RULE, (source,)))
    for holding, day, source in ends:
        holding.end_by(day, Inference(RULE, (source,)))


def _openings(held: Iterable[Held]) -> Iterator[_Sign]:
    for one in held:
        if _is_opened(one.holding):
            yield _Sign(one.holding.start_earliest or "", one.holding.start_latest or "", one.name, one.begins)


def _is_opened(holding: Holding) -> bool:
    return any(seen.first is not None for seen in holding.opened)


def _sightings(held: Iterable[Held]) -> Iterator[_Sign]:
    for one in held:
        days = _sighting(one.holding)
        if days is not None:
            yield _Sign(*days, one.name, one.tenure)


def _sighting(holding: Holding) -> tuple[str, str] | None:
    """The days between which somebody whom no act put there is first seen in the post.

    An end alone is no sight: the removal of the one before is often printed after the appointment of the next.
    """
    seen = [] if _is_opened(holding) else [o for o in holding.attested if o.effect is Effect.HOLDS]
    days = [(o.first, o.last) for o in seen if o.first is not None and o.last is not None]
    return min(days, key=lambda pair: (pair[1], pair[0]), default=None)


def _ends(
    held: Iterable[Held], openings: Sequence[_Sign], sightings: Sequence[_Sign]
) -> Iterator[tuple[Holding, str, str]]:
    for one in held:
        start = one.holding.start_latest
        if start is None:
            continue
        # Whoever is put there on the same day is no successor, and a report may carry the old post for a while.
        opening = _next(openings, later(start, 1) if _is_opened(one.holding) else start, one.name)
        sighting = _next(sightings, later(start, LAG_DAYS + 1), one.name)
        signs = [sign for sign in (opening, sighting) if sign is not None]
        if signs and all(sign.last >= (one.holding.end_earliest or "") for sign in signs):
            nearest = min(signs, key=lambda sign: (sign.last, sign.source))
            yield one.holding, nearest.last, nearest.source


def _next(signs: Sequence[_Sign], day: str, name: str) -> _Sign | None:
    """The first sign of somebody else from a day on; none when the same name comes first."""
    at = bisect_left(signs, day, key=lambda sign: sign.first)
    return signs[at] if at < len(signs) and signs[at].name != name else None


def _starts(held: Sequence[Held]) -> Iterator[tuple[Holding, str, str]]:
    """The starts of those who are only seen in office, by the last certain day of whoever certainly came before."""
    certain = [(one.holding.start_latest, one.holding.end_earliest, one) for one in held]
    before = sorted(
        ((later(start, LAG_DAYS), end, one.name, one.tenure) for start, end, one in certain if start and end),
        reverse=True,
    )
    seen = [(days[0], number) for number, one in enumerate(held) if (days := _sighting(one.holding)) is not None]
    latest = _Latest()
    for first, number in sorted(seen):
        while before and before[-1][0] < first:
            _, end, name, tenure = before.pop()
            latest.add(end, name, tenure)
        day, source = latest.of_others(held[number].name)
        # Whoever is certain on both sides of that day clashes with it.
        if day and day <= first:
            yield held[number].holding, day, source
