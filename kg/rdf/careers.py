"""What is printed of each person, post by post: the first of the two passes that derive tenures.

`RECORDS` is asked of the store and comes sorted by person, so that one person's record is in memory at a time. A record
is more than the sum of its posts: a presence attests a membership that other lines tell of, a seat's term is printed
beside the act that fills it, a death ends all that was held.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from itertools import groupby
from operator import attrgetter

from kg.lexicon import Lexicon
from kg.model.dates import bounds
from kg.rdf.records import Record, read_record
from kg.rdf.tenure import Effect, Holding, Observation, holdings
from kg.resolve.kinds import compiled
from kg.resolve.posts import Term, meeting_congress, tells_of_death, term_of

_EFFECTS = {
    "Appointment": Effect.BEGINS,
    "Election": Effect.BEGINS,
    "Removal": Effect.ENDS,
    "ResignationAcceptance": Effect.ENDS,
    "ConsequentialTermination": Effect.ENDS,
    "AutomaticLapse": Effect.LAPSES,
    "Dismissal": Effect.ENDS,
    "Confirmation": Effect.HOLDS,
    "ResignationRequest": Effect.HOLDS,
    "PositionStatement": Effect.HOLDS,
    "Attendance": Effect.HOLDS,
    "FormerPosition": Effect.FORMER,
}
_SEAT_EFFECTS = {"SeatBegins": (Effect.BEGINS, Effect.HOLDS), "SeatEnds": (Effect.ENDS, Effect.LAPSES)}


@dataclass(frozen=True, slots=True)
class Line:
    """One line between the passes: something observed of one person in one post, or a day by which he had died."""

    post: str
    person: str
    name: str | None
    place: str | None
    body: str | None
    body_name: str | None
    title: str | None
    effect: int | None
    date: str | None
    node: str
    qualifier: str | None = None
    term: int | None = None

    @property
    def observation(self) -> Observation | None:
        """What was observed; nothing for a death."""
        if self.effect is None:
            return None
        return Observation(Effect(self.effect), self.date, self.node, self.qualifier, self.term)


_WRITTEN = attrgetter(*(field.name for field in fields(Line)))


def career_lines(rows: Iterable[Sequence[str | None]], lexicon: Lexicon) -> Iterator[str]:
    """The lines of all people, to be sorted by post; each is a `Line` and ends with a newline."""
    for _, group in groupby(map(read_record, rows), key=lambda record: record.person):
        # In an order of their own: the store's is not the same for the same statements.
        for line in _career(sorted(set(group), key=str), lexicon):
            yield json.dumps(_WRITTEN(line), ensure_ascii=False) + "\n"


def read_lines(lines: Iterable[str]) -> Iterator[Line]:
    """What `career_lines` wrote."""
    for line in lines:
        yield Line(*json.loads(line))


def _career(records: list[Record], lexicon: Lexicon) -> Iterator[Line]:
    seats = [record for record in records if record.kind in _SEAT_EFFECTS]
    lines: dict[str, list[Line]] = {}
    for record in records:
        if record.kind in _EFFECTS and record.post is not None:
            lines.setdefault(record.post, []).append(_line(record, seats, lexicon))
    presences = [record for record in records if record.kind == "Membership"]
    for line in list(_memberships(lines, presences, lexicon)):
        lines[line.post].append(line)
    deaths = [record for record in records if _is_death(record, lexicon)]
    for of_post in lines.values():
        yield from of_post
        first = of_post[0]
        for death in deaths:
            yield _about(first, None, death.date, death.node)


def _line(record: Record, seats: list[Record], lexicon: Lexicon) -> Line:
    effect = _EFFECTS[record.kind]
    if effect is Effect.ENDS and tells_of_death(record.reason, lexicon):
        effect = Effect.LAPSES
    return Line(
        post=record.post or "",
        person=record.person,
        name=record.name,
        place=record.place,
        body=record.body,
        body_name=record.body_name,
        title=record.title,
        effect=effect,
        date=record.date,
        node=record.node,
        qualifier=record.qualifier,
        term=_term(record, effect, seats, lexicon),
    )


def _about(line: Line, effect: Effect | None, date: str | None, node: str, term: int | None = None) -> Line:
    """Something else of the same person and post."""
    return replace(line, effect=effect, date=date, node=node, qualifier=None, term=term)


def _term(record: Record, effect: Effect, seats: list[Record], lexicon: Lexicon) -> int | None:
    """The term of the holding that a record tells of, where the text makes it certain."""
    term = _post_term(record.body_name, record.title, lexicon)
    if term is None:
        return None
    if not term.early:
        # Whoever holds such a post when a body meets holds it in the term of the meeting; only the first session of a
        # congress sees both those who go and those whom it elects.
        ours = record.by is not None and meeting_congress(record.by, lexicon) == term.congress
        both = record.by == term.congress and record.session == 1 and effect is not Effect.BEGINS
        return record.term if ours and not both else None
    terms = {
        seat.term
        for seat in seats
        if seat.body == record.body and seat.item == record.item is not None and effect in _SEAT_EFFECTS[seat.kind]
    }
    return terms.pop() if len(terms) == 1 else None


def _post_term(body: str | None, title: str | None, lexicon: Lexicon) -> Term | None:
    return None if body is None or title is None else term_of(body, title, lexicon)


def _is_death(record: Record, lexicon: Lexicon) -> bool:
    ends = record.kind == "SeatEnds" or _EFFECTS.get(record.kind) in (Effect.ENDS, Effect.LAPSES)
    return ends and record.date is not None and tells_of_death(record.reason, lexicon)


def _memberships(lines: dict[str, list[Line]], presences: list[Record], lexicon: Lexicon) -> Iterator[Line]:
    """Presences without a printed post, as sights of the one post that can be meant."""
    held: dict[str, list[Holding]] = {}
    for presence in presences:
        posts = [post for post, of_post in lines.items() if of_post[0].body == presence.body]
        for post in posts:
            if post not in held:
                held[post] = holdings(o for line in lines[post] if (o := line.observation) is not None)
        possible = [(post, one) for post in posts for one in held[post] if _is_possible(one, presence)]
        if len(possible) == 1 and _is_meant(*possible[0], lines, presence, lexicon):
            post = possible[0][0]
            yield _about(lines[post][0], Effect.HOLDS, presence.date, presence.node, presence.term)


def _is_possible(holding: Holding, presence: Record) -> bool:
    first, last = bounds(presence.date)
    return not ((holding.start_earliest or "") > (last or "~") or (holding.end_latest or "~") <= (first or ""))


def _is_meant(post: str, holding: Holding, lines: dict[str, list[Line]], presence: Record, lexicon: Lexicon) -> bool:
    """Whether a presence tells of this holding: it is known from the same term, and was not yet to come."""
    of_post = lines[post]
    if presence.term is None or all(line.term != presence.term for line in of_post):
        return False
    # Who leads a body may have been a plain member of it before.
    plain = compiled(lexicon.posts.members).fullmatch(of_post[0].title or "") is not None
    return plain or (presence.date or "") >= (holding.start_latest or "~")
