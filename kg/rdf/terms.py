"""Holdings of a post that ends with the term of a congress, as pure functions.

The day on which a term begins parts what is seen of a person: what is clearly before it belongs to the old term, what
is clearly after it to the new one. What is seen in between, while the session sits or shortly after, decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from kg.model.dates import later
from kg.rdf.tenure import LAG_DAYS, SAME_END_DAYS, Effect, Holding, Inference, Observation, holdings, in_order

# Deputies are elected, and their election is confirmed, in the months before their term begins.
EARLY_DAYS = 365


@dataclass(frozen=True, slots=True)
class Turn:
    """Where a term begins: nobody takes a post of it before `first`, nobody keeps one of the last term after `last`.

    Both are absent where only the numbers of terms are known; `node` is the meeting that the days are known from.
    """

    term: int
    first: str | None = None
    last: str | None = None
    node: str | None = None


class _Side(Enum):
    BEFORE = "before"
    AFTER = "after"
    EITHER = "either"


_Judged = list[tuple[Observation, _Side]]


@dataclass(frozen=True, slots=True)
class _Part:
    """What is seen of one person in one term; `sure`: that the term is the one that `start` begins."""

    seen: list[Observation]
    start: Turn | None
    end: Turn | None
    sure: bool


def termed_holdings(seen: Iterable[Observation], turns: Iterable[Turn], *, early: bool) -> list[Holding]:
    """The holdings of one person, each within its term, from the turns that are known of the congress.

    `early` are posts whose holders are elected before the term begins.
    """
    found: list[Holding] = []
    ordered = in_order(seen)
    for part in _parts(ordered, _all_turns(ordered, turns), early):
        held = _held(part, early)
        if found and not early:
            _ended_by_opening(found[-1], held[0])
        found.extend(held)
    return found


def _held(part: _Part, early: bool) -> list[Holding]:
    last = None if part.end is None else part.end.last
    found = holdings(o for o in part.seen if not _is_stale(o, last))
    for holding in found:
        _within_term(holding, part, early)
    found[-1].attested.extend(o for o in part.seen if _is_stale(o, last))
    return found


def _is_stale(seen: Observation, last: str | None) -> bool:
    """Whether the old post is still named in the new term's first days: evidence of it that bounds nothing."""
    unknown = seen.term is None and seen.effect is Effect.HOLDS
    return unknown and last is not None and seen.first is not None and seen.first > last


def _within_term(holding: Holding, part: _Part, early: bool) -> None:
    if early and holding.end_inferred is not None and holding.end_latest is not None:
        # The seat of the old term is kept until the new one begins.
        holding.end_latest = later(holding.end_latest, EARLY_DAYS)
    if part.end is not None and part.end.last is not None:
        holding.end_by(part.end.last, _by(part.end))
    past = all(o.effect is Effect.FORMER for o in (*holding.opened, *holding.closed, *holding.attested))
    if part.sure and not past and part.start is not None and part.start.first is not None:
        holding.start_from(part.start.first, _by(part.start))


def _ended_by_opening(holding: Holding, follower: Holding) -> None:
    opened = follower.opened[0].last if follower.opened else None
    if opened is not None and holding.end_latest is None:
        holding.end_by(opened, Inference("LaterOpening"))


def _by(turn: Turn) -> Inference:
    return Inference("EndOfTerm", () if turn.node is None else (turn.node,))


def _all_turns(seen: Sequence[Observation], turns: Iterable[Turn]) -> list[Turn]:
    """The turns that are known, and those that only the numbers of terms show."""
    known = {turn.term: turn for turn in turns}
    numbers = sorted({o.term for o in seen if o.term is not None})
    return [known.get(term) or Turn(term) for term in sorted({*known, *numbers[1:]})]


def _parts(seen: list[Observation], turns: Sequence[Turn], early: bool) -> Iterator[_Part]:
    start, sure, rest = None, True, seen
    for turn in turns:
        before, after, clear = _divided(_judged(rest, turn, early))
        if before:
            yield _Part(before, start, turn, sure)
        start, sure, rest = turn, clear, after
    if rest:
        yield _Part(rest, start, None, sure)


def _divided(judged: _Judged) -> tuple[list[Observation], list[Observation], bool]:
    """What is before a turn, what is after it, and whether all that is after it is so clearly."""
    settled = any(side is _Side.BEFORE for _, side in judged)
    new = [o.first or "" for o, side in judged if side is _Side.AFTER]
    first_new = min(new, default="~~")
    before, after, doubtful = [], [], False
    for seen, side in judged:
        if side is _Side.BEFORE or (side is _Side.EITHER and settled and (seen.first or "~") < first_new):
            before.append(seen)
        else:
            after.append(seen)
            doubtful = doubtful or (side is _Side.EITHER and seen.effect is not Effect.FORMER)
    return before, after, len(new) > 0 and not doubtful


def _judged(seen: list[Observation], turn: Turn, early: bool) -> _Judged:
    """On which side of a turn each observation stands, by its own term or by its date."""
    dated = turn if turn.last is not None else _between(seen, turn)
    first = later(turn.first, -EARLY_DAYS) if early and turn.first is not None else dated.first
    judged = [(o, _side(o, Turn(turn.term, first, dated.last, turn.node))) for o in seen]
    ended = max((o.last or "" for o, side in judged if _is_end(o) and side is not _Side.AFTER), default="")
    told = later(ended, SAME_END_DAYS) if ended else ""
    return [(o, _Side.EITHER if side is _Side.AFTER and _is_retold(o, told) else side) for o, side in judged]


def _is_retold(seen: Observation, until: str) -> bool:
    """Whether an end of the new term is the old one told again: a seat declared ended at the next meeting."""
    return _is_end(seen) and seen.term is None and (seen.first or "~") <= until


def _is_end(seen: Observation) -> bool:
    return seen.effect in (Effect.ENDS, Effect.LAPSES)


def _between(seen: list[Observation], turn: Turn) -> Turn:
    """A turn without a day lies between what is seen in the old terms and what is seen in the new ones."""
    old = [o.last for o in seen if o.term is not None and o.term < turn.term and o.last is not None]
    new = [o.first for o in seen if o.term is not None and o.term >= turn.term and o.first is not None]
    return Turn(turn.term, max(old, default=None), min(new, default=None))


def _side(seen: Observation, turn: Turn) -> _Side:
    if seen.term is not None:
        return _Side.BEFORE if seen.term < turn.term else _Side.AFTER
    if seen.effect is Effect.FORMER or seen.first is None or seen.last is None:
        return _Side.EITHER
    if turn.first is not None and seen.last < turn.first:
        return _Side.BEFORE
    lag = LAG_DAYS if seen.effect is Effect.HOLDS else 0
    if turn.last is not None and seen.first > later(turn.last, lag):
        return _Side.AFTER
    # Whoever is elected while the first session sits is elected for the new term.
    return _Side.AFTER if seen.effect is Effect.BEGINS and turn.node is not None else _Side.EITHER
