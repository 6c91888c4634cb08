"""Stretches of days in which a post was held for certain, and whether two of them can be one person's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

BEGINS = frozenset(("appoint", "elect", "seat_elected"))
ENDS = frozenset(("remove", "accept_resignation", "terminate", "lapse", "dismiss", "seat_terminated"))
# What says that a post is held on the day; `held` says only that it was before, a proposal nothing at all.
HOLDS = frozenset(("holds", "present", "on_leave", "observer", "author", "confirm", "resign"))


@dataclass(frozen=True, slots=True)
class Span:
    """From the first to the last day (ordinals) of which it is known; `begun` and `closed` tell printed ends."""

    first: int
    last: int
    begun: bool
    closed: bool


def spans(events: Iterable[tuple[str, int | None]]) -> Iterator[Span]:
    """The stretches that events tell of one post, in order: from a beginning or a statement to an end or the last one."""
    first: int | None = None
    last, begun = 0, False
    days = [(day, event) for event, day in events if day is not None]
    for day, event in sorted(days, key=lambda found: (found[0], _turn(found[1]))):
        if event not in BEGINS and event not in ENDS and event not in HOLDS:
            continue
        if first is None:
            first, begun = day, event in BEGINS
        last = day
        if event in ENDS:
            yield Span(first, last, begun, True)
            first = None
    if first is not None:
        yield Span(first, last, begun, False)


def together(one: Span, other: Span, lag: int) -> bool:
    """Whether both posts were held at one time.

    It is none that one ended as the other began, or that an office is still printed for `lag` days after.
    """
    if one.begun and other.begun and not one.closed and not other.closed and abs(one.first - other.first) <= lag:
        # Whoever has just taken up one office does not give it up for the next.
        return True
    if max(one.first, other.first) > min(one.last, other.last):
        return False
    return not _gives_way(one, other, lag) and not _gives_way(other, one, lag)


def _gives_way(one: Span, other: Span, lag: int) -> bool:
    """Whether one post went over into the other, which begins where it ends."""
    if abs(one.last - other.first) > lag:
        return False
    if one.last == other.first:
        return other.begun and one.closed
    return other.begun or one.closed


def _turn(event: str) -> int:
    # On one day a statement of the old post comes before its end, and the end before the next beginning.
    return 1 if event in ENDS else 2 if event in BEGINS else 0
