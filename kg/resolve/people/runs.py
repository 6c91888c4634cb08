"""Runs: sightings of one holder of one post, because the post is the same and no long silence lies between."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import zip_longest

from kg.lexicon import Lexicon
from kg.model.dates import bounds
from kg.model.people import Join, Reason, Sighting, is_hidden
from kg.resolve.kinds import compiled
from kg.resolve.people.judgements import Decided, plain
from kg.resolve.people.posts import PostSense, sense
from kg.resolve.people.spans import BEGINS, ENDS, Span, spans
from kg.resolve.posts import tells_of_death

_YEAR = 365.25


@dataclass(slots=True)
class Run:
    """One mention, or several of one post: who is meant is one person.

    `spans` are the days in which the post was held for certain, `seats` the constituency by term, `roles` what the
    person was at a meeting; `over` is the day after which, and why, the person is in no office any more. `name` is the
    one meant, without dots and blanks: a judgement may bring two names together, and what it does not speak of stays
    apart. `particulars` are the sexes, years of birth and nationalities printed, `events` what `spans` are made of.
    """

    name: str
    mentions: list[str]
    sightings: list[Sighting]
    body: str | None
    title: str | None
    sense: PostSense
    place: str
    joins: list[Join] = field(default_factory=list)
    events: list[tuple[str, int | None, int | None]] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    seats: dict[tuple[str, int | None], str] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)
    over: tuple[int, str] | None = None
    particulars: tuple[frozenset[str], ...] = ()
    first: int | None = None
    last: int | None = None

    @property
    def post(self) -> str:
        """The post as people write it; `—` where none is printed."""
        return f"{self.body or ''}{self.title or ''}" or "—"

    @property
    def bare(self) -> bool:
        """Whether nothing is printed of a post."""
        return self.body is None

    def settle(self, lexicon: Lexicon) -> None:
        """Work out what the sightings say together."""
        known = lexicon.identity
        days = [day for one in self.sightings if (day := _placed(one)) is not None]
        self.first, self.last = min(days, default=None), max(days, default=None)
        lent = tuple(known.lent)
        held = (one for one in self.sightings if not _lent(one, lent))
        self.events = [(one.event, first_day_of(one.date), day_of(one.date)) for one in held]
        self.spans = list(spans(self.events))
        for one in self.sightings:
            if one.constituency is not None and one.body is not None:
                self.seats.setdefault((one.body, one.term), one.constituency)
            if one.meeting is not None and one.event in {"present", "on_leave", "observer"}:
                self.roles.setdefault(one.meeting, _role(one, self))
            if self.over is None and one.event in ENDS:
                self.over = _over(one, lexicon)
        words = [one.described_as for one in self.sightings if one.described_as]
        patterns = (known.sexes, known.births, known.peoples) if words else ()
        self.particulars = tuple(_found(pattern, words) for pattern in patterns)

    def absorb(self, run: Run, reason: Reason) -> None:
        """Take in a later run of the same post; what each of them has settled is not worked out again."""
        self.joins.append(Join(run.mentions[0], self.mentions[-1], reason))
        self.mentions += run.mentions
        self.sightings += run.sightings
        self.events += run.events
        self.spans = list(spans(self.events))
        self.first = min((day for day in (self.first, run.first) if day is not None), default=None)
        self.last = max((day for day in (self.last, run.last) if day is not None), default=None)
        for seat, where in run.seats.items():
            self.seats.setdefault(seat, where)
        for meeting, role in run.roles.items():
            self.roles.setdefault(meeting, role)
        self.over = self.over or run.over
        both = zip_longest(self.particulars, run.particulars, fillvalue=frozenset[str]())
        self.particulars = tuple(ours | theirs for ours, theirs in both)

    def years_from(self, other: Run) -> float:
        """The silence between two runs, in years; 0 where they overlap or a date is missing."""
        if self.first is None or self.last is None or other.first is None or other.last is None:
            return 0.0
        return max(0, other.first - self.last, self.first - other.last) / _YEAR


def runs(sightings: Iterable[Sighting], decided: Decided, lexicon: Lexicon) -> list[Run]:
    """The runs of one name, in order of time; what is decided to stand alone is never joined to others of its post."""
    by_mention: defaultdict[str, list[Sighting]] = defaultdict(list)
    for one in sightings:
        by_mention[one.mention].append(one)
    by_post: defaultdict[object, list[Run]] = defaultdict(list)
    for mention in sorted(by_mention):
        run = _run(mention, by_mention[mention], decided, lexicon)
        nameless = run.bare and run.title not in lexicon.identity.sole
        apart = nameless or mention in decided.alone or is_hidden(run.sightings[0].name)
        by_post[mention if apart else (run.name, run.body, run.title, _outside(run))].append(run)
    found = [run for group in by_post.values() for run in _chained(group, lexicon)]
    return sorted(found, key=order)


def order(run: Run) -> tuple[int, str, str]:
    """The order of time, with what tells two runs of one day apart."""
    return run.first if run.first is not None else 10**9, run.post, run.mentions[0]


@cache
def day_of(text: str | None) -> int | None:
    """A date as the ordinal of the last day that it can mean."""
    last = bounds(text)[1]
    return date.fromisoformat(last).toordinal() if last else None


@cache
def first_day_of(text: str | None) -> int | None:
    """A date as the ordinal of the first day that it can mean."""
    first = bounds(text)[0]
    return date.fromisoformat(first).toordinal() if first else None


def _placed(one: Sighting) -> int | None:
    """The day by which a sighting is put in order: a beginning as early as it can be, all else as late."""
    return first_day_of(one.date) if one.event in BEGINS else day_of(one.date)


def _outside(run: Run) -> str | None:
    # 镇, 局 without their place are in the place of the gazette; a body with its place is the same everywhere.
    return None if run.sense.place else run.place


def _run(mention: str, sightings: list[Sighting], decided: Decided, lexicon: Lexicon) -> Run:
    first = sightings[0]
    title = first.title
    if title is None and first.body and first.event in {"present", "on_leave"}:
        title = lexicon.identity.member
    known = sense(first.body, title, lexicon)
    name = plain(decided.corrected(first))
    run = Run(name, [mention], sightings, first.body, title, known, known.place or first.place)
    run.settle(lexicon)
    return run


def _chained(group: list[Run], lexicon: Lexicon) -> list[Run]:
    """Runs of one post, joined where no long silence, and no other seat, lies between.

    A sighting that would fit two holders of one name is joined to neither.
    """
    found: list[Run] = []
    # Whoever sits for no named constituency may be any of those who do: they must be known first.
    for run in sorted(group, key=lambda run: (run.sense.mass and not run.seats, order(run))):
        fitting = [one for one in found if _continues(one, run, lexicon)]
        if len(fitting) != 1:
            found.append(run)
            continue
        current, kind = fitting[0], "same_seat" if run.sense.mass else "same_post"
        words = lexicon.identity.reasons[kind]
        reason = Reason(kind, words.score, words.words.format(left=current.post, right=run.post))
        current.absorb(run, reason)
    return found


def _continues(current: Run, run: Run, lexicon: Lexicon) -> bool:
    known = lexicon.identity
    if run.sense.mass and _other_seat(current, run):
        return False
    begins, ended = _opens(run), _closed(current)
    again = begins and not ended and bool(current.spans and current.spans[-1].begun) and current.last != run.first
    if again and (run.sense.mass or run.sense.once):
        return False
    # 原 tells of what has ended: it needs no post that goes on.
    if ended and run.spans and not _renewed(current, run) and _after(current, run, known.days.lag, begins=begins):
        return False
    return current.years_from(run) <= _longest(current, run, lexicon)


def _longest(current: Run, run: Run, lexicon: Lexicon) -> int:
    """The silence in years that a post bears: from an appointment to its end it is a whole career."""
    known = lexicon.identity
    if run.sense.mass:
        return known.mass.years
    closes = bool(current.spans and current.spans[-1].begun and run.spans and run.spans[0].closed)
    return known.years.held if closes else known.years.post


def _opens(run: Run) -> bool:
    return bool(run.spans) and run.spans[0].begun


def _closed(run: Run) -> bool:
    return bool(run.spans) and run.spans[-1].closed


def _after(current: Run, run: Run, lag: int, *, begins: bool) -> bool:
    """Whether a run comes after an end: begins again, or is still told when no office is told any more."""
    last, first = current.last, run.first
    return last is not None and first is not None and (first >= last if begins else first > last + lag)


def _renewed(current: Run, run: Run) -> bool:
    """Whether an acting post goes over into the full one: its end and the beginning have different qualifiers."""
    return {one.qualifier for one in current.sightings} != {one.qualifier for one in run.sightings}


def _other_seat(current: Run, run: Run) -> bool:
    """Whether two sightings of a seat are of two constituencies or two terms."""
    for column in ("constituency", "term"):
        ours, theirs = _values(current, column), _values(run, column)
        if ours and theirs and not ours & theirs:
            return True
    return False


def _values(run: Run, column: str) -> set[object]:
    return {value for one in run.sightings if (value := getattr(one, column)) is not None}


def _role(one: Sighting, run: Run) -> str:
    """A member of the body that met, or the institution that an observer comes from."""
    return "member" if one.event != "observer" else f"observer {run.sense.institution or ''}"


def _over(one: Sighting, lexicon: Lexicon) -> tuple[int, str] | None:
    """The day of an end after which there is no other office, and the clash that one would be."""
    day = day_of(one.date)
    if day is None or one.reason is None:
        return None
    if tells_of_death(one.reason, lexicon):
        return day, "after_death"
    return (day, "after_retirement") if compiled(lexicon.identity.retired).search(one.reason) else None


def _found(pattern: str, words: Iterable[str]) -> frozenset[str]:
    return frozenset(match["value"] for text in words if (match := compiled(pattern).search(text)))


def _lent(one: Sighting, lent: tuple[str, ...]) -> bool:
    return one.qualifier is not None and one.qualifier.startswith(lent)
