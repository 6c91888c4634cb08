"""From what is printed about one person and one post to the holdings of that post, as pure functions.

A holding has four bounds, each absent when unbounded. The observations are taken in the order of their dates; each
either belongs to the holding at hand or begins the next one. What is drawn from other holdings and from what happens
to the body is added later by `end_by` and `start_from`, which never touch a printed date.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum

from kg.model.dates import bounds, later

# A second opening of an open holding within this time is the same one, printed again.
SAME_OPENING_DAYS = 60
# An end told again within this time (a resignation accepted, then the seat declared ended) is the same end.
SAME_END_DAYS = 365
# A report may still carry the old post for a while after its author left it.
LAG_DAYS = 31


class Effect(IntEnum):
    """What an observation says of a holding, in the order in which those of one day are taken."""

    FORMER = 0
    HOLDS = 1
    # It had ended before it was told: a post that lapsed on retirement, a seat that stood empty after a death.
    LAPSES = 2
    ENDS = 3
    BEGINS = 4


@dataclass(frozen=True, slots=True)
class Observation:
    """One printed act or statement: `date` is ISO, of any precision, `node` its IRI, `term` that of a congress."""

    effect: Effect
    date: str | None
    node: str
    qualifier: str | None = None
    term: int | None = None

    @property
    def first(self) -> str | None:
        """The first day that the date can mean."""
        return bounds(self.date)[0]

    @property
    def last(self) -> str | None:
        """The last day that the date can mean."""
        return bounds(self.date)[1]


@dataclass(frozen=True, slots=True)
class Inference:
    """Why a bound is known that nobody printed: a rule, and the IRIs of what it rests on."""

    rule: str
    sources: tuple[str, ...] = ()


@dataclass(slots=True)
class Holding:
    """One holding of a post while it is put together: its observations by role, and its bounds."""

    opened: list[Observation] = field(default_factory=list)
    closed: list[Observation] = field(default_factory=list)
    attested: list[Observation] = field(default_factory=list)
    start_earliest: str | None = None
    start_latest: str | None = None
    end_earliest: str | None = None
    end_latest: str | None = None
    start_inferred: Inference | None = None
    end_inferred: Inference | None = None

    @property
    def ended(self) -> bool:
        """Whether it is known to be over."""
        return len(self.closed) > 0 or self.end_latest is not None

    def end_by(self, day: str, inference: Inference) -> bool:
        """Let it end on a day at the latest, unless its end is printed or it is seen later; whether that says more."""
        printed = any(seen.first is not None for seen in self.closed)
        known = [bound for bound in (self.start_earliest, self.end_earliest) if bound is not None]
        if printed or any(bound > day for bound in known) or (self.end_latest or "~") <= day:
            return False
        self.end_latest, self.end_inferred = day, inference
        if (self.start_latest or "") > day:
            self.start_latest = day
        return True

    def start_from(self, day: str, inference: Inference) -> bool:
        """Let it begin on a day at the earliest, unless it is printed or seen before; whether that says more."""
        printed = any(seen.first is not None for seen in self.opened)
        known = [bound for bound in (self.start_latest, self.end_latest) if bound is not None]
        if printed or any(bound < day for bound in known) or (self.start_earliest or "") >= day:
            return False
        self.start_earliest, self.start_inferred = day, inference
        if self.end_earliest is not None:
            self.end_earliest = max(self.end_earliest, day)
        return True


def holdings(observations: Iterable[Observation]) -> list[Holding]:
    """The holdings of one post by one person, in order of time, from observations in any order."""
    found: list[Holding] = []
    for observation in in_order(observations):
        _TAKE[observation.effect](found, observation)
    for holding in found:
        _settle(holding)
    return found


def in_order(observations: Iterable[Observation]) -> list[Observation]:
    """Observations as they are taken: by date, undated ones last."""
    seen = list(observations)
    opening_days = {o.first for o in seen if o.effect is Effect.BEGINS}
    return sorted(seen, key=lambda o: _order(o, opening_days))


def _order(seen: Observation, opening_days: set[str | None]) -> tuple[str, int, str, str]:
    # On the day of an opening, a statement that the post is held comes after it; undated ones come last.
    late = seen.effect is Effect.HOLDS and seen.first in opening_days
    return seen.first or "~", Effect.BEGINS + 1 if late else seen.effect, seen.last or "~", seen.node


def _begins(found: list[Holding], seen: Observation) -> None:
    current = found[-1] if found else None
    if current is not None and _same_opening(current, seen):
        current.opened.append(seen)
        current.start_earliest, current.start_latest = _narrowed(current.start_earliest, current.start_latest, seen)
        return
    if current is not None and not current.ended:
        current.end_latest, current.end_inferred = seen.last, Inference("LaterOpening")
    found.append(Holding([seen], start_earliest=seen.first, start_latest=seen.last, end_earliest=seen.first))


def _same_opening(current: Holding, seen: Observation) -> bool:
    if seen.first is None:
        return True
    if current.ended or len(current.opened) == 0:
        return False
    earlier = current.opened[0]
    if earlier.qualifier != seen.qualifier and earlier.date != seen.date:
        return False
    return _within(earlier.first, seen.first, SAME_OPENING_DAYS)


def _ends(found: list[Holding], seen: Observation) -> None:
    current = found[-1] if found else None
    earliest = seen.first if seen.effect is Effect.ENDS else None
    if current is None or _is_another(current, seen):
        found.append(Holding(closed=[seen], start_latest=seen.last, end_earliest=earliest, end_latest=seen.last))
        return
    current.closed.append(seen)
    if len(current.closed) > 1:
        current.end_earliest, current.end_latest = _narrowed(current.end_earliest, current.end_latest, seen)
    elif seen.first is not None:
        current.end_earliest = earliest or current.end_earliest
        current.end_latest, current.end_inferred = seen.last, None


def _is_another(current: Holding, seen: Observation) -> bool:
    if not current.ended or seen.first is None:
        return False
    end = current.closed[0].first if current.closed else current.end_latest
    return not _within(end, seen.first, SAME_END_DAYS)


def _holds(found: list[Holding], seen: Observation) -> None:
    current = found[-1] if found else None
    if current is None or _is_later(current, seen):
        found.append(Holding(attested=[seen], start_latest=seen.last, end_earliest=seen.first))
        return
    current.attested.append(seen)
    within = seen.first is not None and (current.end_latest is None or seen.first <= current.end_latest)
    if within and not current.closed:
        current.end_earliest = seen.first


def _is_later(current: Holding, seen: Observation) -> bool:
    if not current.ended or seen.first is None or current.end_latest is None:
        return False
    return seen.first > later(current.end_latest, LAG_DAYS)


def _former(found: list[Holding], seen: Observation) -> None:
    current = found[-1] if found else None
    if current is None:
        found.append(Holding(attested=[seen], end_latest=seen.last))
        return
    current.attested.append(seen)
    if not current.closed and seen.last is not None and current.end_inferred is None:
        current.end_latest = min(current.end_latest or seen.last, seen.last)


def _settle(holding: Holding) -> None:
    """Nothing ends before it begins: where a date is a month only, the other end narrows it."""
    if holding.end_latest is not None and (holding.start_latest or "") > holding.end_latest:
        holding.start_latest = holding.end_latest
    if holding.start_earliest is not None and holding.end_earliest is not None:
        holding.end_earliest = max(holding.start_earliest, holding.end_earliest)


_TAKE = {Effect.BEGINS: _begins, Effect.ENDS: _ends, Effect.LAPSES: _ends, Effect.HOLDS: _holds, Effect.FORMER: _former}


def _narrowed(earliest: str | None, latest: str | None, seen: Observation) -> tuple[str | None, str | None]:
    """The bounds of a change told again: a more exact date narrows them, another date leaves the first one."""
    if seen.first is None or seen.last is None:
        return earliest, latest
    if latest is None:
        return seen.first, seen.last
    if earliest is not None and earliest <= seen.first and seen.last <= latest:
        return seen.first, seen.last
    return earliest, latest


def _within(earlier: str | None, date: str, days: int) -> bool:
    return earlier is None or date <= later(earlier, days)
