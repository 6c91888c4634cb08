"""Runs: sightings of one holder of one post, because the post is the same and no long silence lies between."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from kg.lexicon import Lexicon
from kg.model.dates import bounds
from kg.model.people import Join, Reason, Sighting
from kg.resolve.people.posts import PostSense, sense

BEGINS = frozenset(("appoint", "elect", "seat_elected"))
ENDS = frozenset(("remove", "accept_resignation", "terminate", "lapse", "dismiss", "seat_terminated"))
# What says that a post is held on the day; `held` says only that it was before, a proposal nothing at all.
HOLDS = frozenset(("holds", "present", "on_leave", "observer", "confirm", "resign"))
_YEAR = 365.25


@dataclass(slots=True)
class Run:
    """One mention, or several of one post: who is meant is one person.

    `spans` are the stretches of days (ordinals, first and last) in which the post was held for certain, `seats` the
    constituency by term, `roles` what the person was at a meeting.
    """

    mentions: list[str]
    sightings: list[Sighting]
    body: str | None
    title: str | None
    sense: PostSense
    place: str
    joins: list[Join] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    seats: dict[tuple[str, int | None], str] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)

    @property
    def post(self) -> str:
        """The post as people write it; `—` where none is printed."""
        return f"{self.body or ''}{self.title or ''}" or "—"

    @property
    def bare(self) -> bool:
        """Whether nothing is printed of a post."""
        return self.body is None

    @property
    def first(self) -> int | None:
        """The first day, as an ordinal, on which something is said of it."""
        return min((day for one in self.sightings if (day := day_of(one.date)) is not None), default=None)

    @property
    def last(self) -> int | None:
        """The last such day."""
        return max((day for one in self.sightings if (day := day_of(one.date)) is not None), default=None)

    def years_from(self, other: Run) -> float:
        """The silence between two runs, in years; 0 where they overlap or a date is missing."""
        ours, theirs = (self.first, self.last), (other.first, other.last)
        if ours[0] is None or ours[1] is None or theirs[0] is None or theirs[1] is None:
            return 0.0
        return max(0, theirs[0] - ours[1], ours[0] - theirs[1]) / _YEAR


def runs(sightings: Iterable[Sighting], alone: frozenset[str], lexicon: Lexicon) -> list[Run]:
    """The runs of one name, in order of time; mentions in `alone` are never joined to others of their post."""
    by_mention: defaultdict[str, list[Sighting]] = defaultdict(list)
    for one in sightings:
        by_mention[one.mention].append(one)
    found: list[Run] = []
    by_post: defaultdict[object, list[Run]] = defaultdict(list)
    for mention in sorted(by_mention):
        run = _run(mention, by_mention[mention], lexicon)
        apart = (
            (run.bare and run.title not in lexicon.identity.sole) or mention in alone or hidden(run.sightings[0].name)
        )
        by_post[mention if apart else (run.body, run.title, _outside(run))].append(run)
    for group in by_post.values():
        found += _chained(group, lexicon)
    for run in found:
        _settle(run, lexicon)
    return sorted(found, key=order)


def order(run: Run) -> tuple[int, str, str]:
    """The order of time, with what tells two runs of one day apart."""
    return run.first if run.first is not None else 10**9, run.post, run.mentions[0]


def hidden(name: str) -> bool:
    """Whether a name hides somebody: 董某, 张××."""
    return any(char in name for char in "某×Ｘ*＊○〇")


def day_of(text: str | None) -> int | None:
    """A date as the ordinal of the last day that it can mean."""
    last = bounds(text)[1]
    return date.fromisoformat(last).toordinal() if last else None


def _outside(run: Run) -> str | None:
    # 镇, 局 without their place are in the place of the gazette; a body with its place is the same everywhere.
    return None if run.sense.place else run.place


def _run(mention: str, sightings: list[Sighting], lexicon: Lexicon) -> Run:
    first = sightings[0]
    known = sense(first.body, _title(first, lexicon), lexicon)
    return Run([mention], sightings, first.body, _title(first, lexicon), known, known.place or first.place)


def _title(one: Sighting, lexicon: Lexicon) -> str | None:
    if one.title is None and one.event in {"present", "on_leave"} and one.body:
        return lexicon.identity.member
    return one.title


def _chained(group: list[Run], lexicon: Lexicon) -> list[Run]:
    """Runs of one post, joined where no long silence, and no other seat, lies between.

    A sighting that would fit two holders of one name is joined to neither.
    """
    found: list[Run] = []
    for run in sorted(group, key=order):
        fitting = [(one, reason) for one in found if (reason := _continues(one, run, lexicon)) is not None]
        if len(fitting) != 1:
            found.append(run)
            continue
        current, reason = fitting[0]
        current.joins.append(Join(run.mentions[0], current.mentions[-1], reason))
        current.mentions += run.mentions
        current.sightings += run.sightings
    return found


def _continues(current: Run, run: Run, lexicon: Lexicon) -> Reason | None:
    known = lexicon.identity
    mass = current.sense.mass
    if current.years_from(run) > (known.mass.years if mass else known.years.post):
        return None
    if mass and _other_seat(current, run, lexicon):
        return None
    kind = "same_seat" if mass else "same_post"
    words = known.reasons[kind]
    return Reason(kind, words.score, words.words.format(left=current.post, right=run.post))


def _other_seat(current: Run, run: Run, lexicon: Lexicon) -> bool:
    """Whether two sightings of a seat are of two constituencies, two terms, or two elections with no end between."""
    for column in ("constituency", "term"):
        ours, theirs = _values(current, column), _values(run, column)
        if ours and theirs and not ours & theirs:
            return True
    begun, ended = _days(current, BEGINS), _days(current, ENDS)
    again = _days(run, BEGINS)
    lag = lexicon.identity.days.lag
    return bool(begun and again) and min(again) - max(begun) > lag and not any(day >= max(begun) for day in ended)


def _values(run: Run, column: str) -> set[object]:
    return {value for one in run.sightings if (value := getattr(one, column)) is not None}


def _days(run: Run, events: frozenset[str]) -> list[int]:
    return [day for one in run.sightings if one.event in events and (day := day_of(one.date)) is not None]


def _settle(run: Run, lexicon: Lexicon) -> None:
    """What the sightings of a run say of days, seats and meetings."""
    lent = tuple(lexicon.identity.lent)
    run.spans = list(_spans(one for one in run.sightings if not (one.qualifier or "").startswith(lent)))
    for one in run.sightings:
        if one.constituency is not None and one.body is not None:
            run.seats.setdefault((one.body, one.term), one.constituency)
        if one.meeting is not None and one.event in {"present", "on_leave", "observer"}:
            run.roles.setdefault(one.meeting, _role(one))


def _role(one: Sighting) -> str:
    """A member of the body that met, or who observes in which post."""
    return "member" if one.event != "observer" else f"observer {one.body or ''}{one.title or ''}"


def _spans(sightings: Iterable[Sighting]) -> Iterator[tuple[int, int]]:
    """The days in which the post was held for certain: from a beginning or a statement to an end or the last one."""
    first = last = None
    days = [(day, one.event) for one in sightings if (day := day_of(one.date)) is not None]
    for day, event in sorted(days, key=lambda found: (found[0], found[1] in BEGINS)):
        if event not in BEGINS and event not in ENDS and event not in HOLDS:
            continue
        first = day if first is None else first
        last = day
        if event in ENDS:
            yield first, last
            first = last = None
    if first is not None and last is not None:
        yield first, last
