"""What tells that two runs of one name are of two people, whatever else they have in common."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kg.lexicon import Lexicon
from kg.model.people import Reason
from kg.resolve.people.runs import Run, first_day_of
from kg.resolve.people.spans import BEGINS, HOLDS, together

# What two posts in one passage outweigh: a row that gives both to one person is stronger than any rule on posts.
_BY_POST = frozenset(("exclusive", "two_places", "two_roles"))


def clash(one: Run, other: Run, lexicon: Lexicon, *, one_passage: bool = False) -> Reason | None:
    """The first reason why two runs cannot be of one person; None where there is none.

    With `one_passage`, where one passage gives both posts to one person, posts alone tell nothing.
    """
    kinds = (kind for kind in _kinds(one, other, lexicon) if not one_passage or kind not in _BY_POST)
    kind = next(kinds, None)
    if kind is None:
        return None
    return Reason(kind, 0.0, lexicon.identity.clashes[kind].format(left=one.post, right=other.post))


def _kinds(one: Run, other: Run, lexicon: Lexicon) -> Iterator[str]:
    known = lexicon.identity
    if _two_roles(one, other):
        yield "two_roles"
    if _two_seats(one, other):
        yield "two_seats"
    if _exclusive(one, other, lexicon) and _together(one, other, known.days.lag):
        yield "exclusive"
    if _two_places(one, other) and _together(one, other, known.days.lag):
        yield "two_places"
    for first, second in ((one, other), (other, one)):
        if first.over is not None and _serves_after(second, *first.over, known.days.lag):
            yield first.over[1]
    if _other_particulars(one, other):
        yield "particulars"
    if one.years_from(other) > known.years.life:
        yield "lifetime"


def _two_roles(one: Run, other: Run) -> bool:
    few, many = sorted((one.roles, other.roles), key=len)
    return any(role != many[meeting] for meeting, role in few.items() if meeting in many)


def _two_seats(one: Run, other: Run) -> bool:
    """Two constituencies in one term, or two seats of one body given on one day."""
    # Without the terms, two elections of one year are of one term.
    one_term = one.years_from(other) <= 1
    if any(other.seats.get(seat, where) != where and (seat[1] or one_term) for seat, where in one.seats.items()):
        return not (_left_before(one, other) or _left_before(other, one))
    if not one.sense.one_seat or one.body != other.body or one.title == other.title:
        return False
    begun = {sight.date for sight in one.sightings if sight.event in BEGINS and sight.date}
    return any(sight.event in BEGINS and sight.date in begun for sight in other.sightings)


def _left_before(one: Run, other: Run) -> bool:
    return bool(one.spans and other.spans) and one.spans[-1].closed and one.spans[-1].last <= other.spans[0].first


def _exclusive(one: Run, other: Run, lexicon: Lexicon) -> bool:
    return (one.sense.family, other.sense.family) in _apart(lexicon)


@cache
def _apart(lexicon: Lexicon) -> frozenset[tuple[str | None, str | None]]:
    rows = lexicon.identity.exclusive
    return frozenset((*rows, *((right, left) for left, right in rows)))


def _two_places(one: Run, other: Run) -> bool:
    """Whether the posts are of two places of which none is part of the other, or one post at two levels.

    A deputy's seat may be elsewhere than the deputy's post.
    """
    ours, theirs = one.sense.places, other.sense.places
    if one.sense.mass != other.sense.mass or not ours or not theirs:
        return False
    if ours[-1] not in theirs and theirs[-1] not in ours:
        return True
    alike = one.title == other.title and one.sense.family == other.sense.family and not one.sense.mass
    return alike and one.sense.family is not None and ours != theirs


def _together(one: Run, other: Run, lag: int) -> bool:
    return any(together(ours, theirs, lag) for ours in one.spans for theirs in other.spans)


def _serves_after(run: Run, day: int, why: str, lag: int) -> bool:
    """Whether somebody is in office after a day; of the dead it may be printed on, the retired may hold others."""
    if why == "after_retirement" and run.sense.family in (None, "assessor"):
        return False
    last = day + lag if why == "after_death" else day
    serving = (first_day_of(one.date) for one in run.sightings if one.event in BEGINS or one.event in HOLDS)
    return any(on is not None and on > last for on in serving)


def _other_particulars(one: Run, other: Run) -> bool:
    """Whether lists print another sex, nationality or year of birth behind the name."""
    both = zip(one.particulars, other.particulars, strict=False)
    return any(ours and theirs and not ours & theirs for ours, theirs in both)
