"""What tells that two runs of one name are of two people, whatever else they have in common."""

from __future__ import annotations

from collections.abc import Iterator

from kg.lexicon import Lexicon
from kg.model.people import Reason
from kg.resolve.people.runs import Run


def clash(one: Run, other: Run, lexicon: Lexicon) -> Reason | None:
    """The first reason why two runs cannot be of one person; None where there is none."""
    kind = next(_kinds(one, other, lexicon), None)
    if kind is None:
        return None
    return Reason(kind, 0.0, lexicon.identity.clashes[kind].format(left=one.post, right=other.post))


def _kinds(one: Run, other: Run, lexicon: Lexicon) -> Iterator[str]:
    if _two_roles(one, other):
        yield "two_roles"
    if any(other.seats.get(seat, where) != where for seat, where in one.seats.items()):
        yield "two_seats"
    if _exclusive(one, other, lexicon) and _together(one, other, lexicon):
        yield "exclusive"
    if _two_places(one, other) and _together(one, other, lexicon):
        yield "two_places"
    if one.years_from(other) > lexicon.identity.years.life:
        yield "lifetime"


def _two_roles(one: Run, other: Run) -> bool:
    few, many = sorted((one.roles, other.roles), key=len)
    return any(_apart(role, many[meeting]) for meeting, role in few.items() if meeting in many)


def _apart(role: str, other: str) -> bool:
    # Two posts of one observer may be printed; a member is no observer.
    return role != other and "member" in (role, other)


def _exclusive(one: Run, other: Run, lexicon: Lexicon) -> bool:
    pair = {one.sense.family, other.sense.family}
    return any(pair == set(apart) for apart in lexicon.identity.exclusive)


def _two_places(one: Run, other: Run) -> bool:
    """Whether the posts are of two places, of which none is part of the other; a deputy's seat may be elsewhere."""
    if one.sense.place is None or other.sense.place is None or one.sense.mass or other.sense.mass:
        return False
    short, long = sorted((one.sense.place, other.sense.place), key=len)
    return not long.startswith(short) and not long.endswith(short)


def _together(one: Run, other: Run, lexicon: Lexicon) -> bool:
    """Whether both were held at one time; that one office is still printed while the next has begun is no such time."""
    lag = lexicon.identity.days.lag
    return any(
        max(first, begin) <= min(last, end) and abs(last - begin) > lag and abs(end - first) > lag
        for first, last in one.spans
        for begin, end in other.spans
    )
