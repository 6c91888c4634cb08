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
    """From the first to the last day (ordinals) of which it is certain; `begun` and `closed` tell printed ends.

    Of dates that are no days `first` may be after `last`: on no single day is it certain.
    """

    first: int
    last: int
    begun: bool
    closed: bool


def spans(events: Iterable[tuple[str, int | None, int | None]]) -> Iterator[Span]:
    """The stretches that events tell of one post, in order: from a beginning or a statement to an end or the last one.

    An event is its kind with the first and the last day that its date can mean; of a month or a year nothing is certain
    before its last day, nor after its first.
    """
    begun_on: int | None = None
    last, begun = 0, False
    days = [(first, final, event) for event, first, final in events if first is not None and final is not None]
    for first, final, event in sorted(days, key=_in_time):
        if event not in BEGINS and event not in ENDS and event not in HOLDS:
            continue
        if begun_on is None:
            begun_on, last, begun = final, first, event in BEGINS
        last = max(last, first)
        if event in ENDS:
            yield Span(begun_on, last, begun, True)
            begun_on = None
    if begun_on is not None:
        yield Span(begun_on, last, begun, False)


def together(one: Span, other: Span, lag: int) -> bool:
    """Whether both posts were held at one time.

    It is none that one ended as the other began, or that an office is still printed for `lag` days after.
    """
    if max(one.first - one.last, other.first - other.last) > lag:
        # No day of it is known: a year alone tells nothing.
        return False
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


def _in_time(found: tuple[int, int, str]) -> tuple[int, int]:
    first, final, event = found
    # On one day a statement of the old post comes before its end, and the end before the next beginning.
    turn = 1 if event in ENDS else 2 if event in BEGINS else 0
    return (first if event in BEGINS else final), turn
