"""What speaks for one person: each reason joins runs of one name that share something, or is a hint for a reader.

A rule gathers what shares a key, so that the work grows with the number of runs and not with that of their pairs. The
docstring of a rule says what it takes for a reason.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import pairwise, product

from kg.lexicon import Lexicon
from kg.model.people import Reason, Sighting
from kg.resolve.people.affiliations import Found, described, same_employer
from kg.resolve.people.groups import NEAR, keyed, neighbours, passages, runs_by
from kg.resolve.people.runs import Run, day_of, order
from kg.resolve.people.spans import BEGINS, ENDS


@dataclass(frozen=True, slots=True)
class Edge:
    """Two runs, by their places in the list, with the mentions that are linked and the reason."""

    one: int
    other: int
    left: str
    right: str
    reason: Reason


Rule = Callable[[list[Run], Lexicon], Found]


def edges(found: list[Run], lexicon: Lexicon, renamed: Mapping[str, str]) -> list[Edge]:
    """All reasons to join two of these runs, the strongest first; the order is the same in every run of the program.

    `renamed` is the present name of bodies that gazettes say were renamed, by the old one.
    """
    rules: dict[str, Rule] = {**RULES, "renamed_post": partial(renamed_post, renamed=renamed)}
    links = [_edge(kind, found, link, lexicon) for kind, rule in rules.items() for link in rule(found, lexicon)]

    def rank(edge: Edge) -> tuple[float, int, int, int, str, str]:
        # Of hints of one score, that between printed posts tells a reader more.
        bare = found[edge.one].bare + found[edge.other].bare
        return -edge.reason.score, bare, edge.one, edge.other, edge.reason.kind, edge.left

    return sorted(links, key=rank)


def explained(kind: str, one: Run, other: Run, lexicon: Lexicon) -> Reason:
    """A reason of the lexicon with the two posts in its words."""
    words = lexicon.identity.reasons[kind]
    return Reason(kind, words.score, words.words.format(left=one.post, right=other.post))


def _edge(kind: str, found: list[Run], link: tuple[int, int, Sighting, Sighting], lexicon: Lexicon) -> Edge:
    one, other, left, right = link
    return Edge(one, other, left.mention, right.mention, explained(kind, found[one], found[other], lexicon))


def one_passage(found: list[Run], lexicon: Lexicon) -> Found:
    """One passage names both posts: 区财政局党组书记、局长某某.

    A name without a post is read from a whole sentence: of two posts side by side in it, it is neither's.
    """
    by_gazette = keyed(found, lambda run, one: one.gazette)
    for group in by_gazette.values():
        inside: defaultdict[tuple[int, Sighting], list[tuple[int, Sighting]]] = defaultdict(list)
        reach: tuple[int, Sighting] | None = None
        for at, one in sorted(group, key=lambda pair: (pair[1].start, pair[1].end, pair[1].fact)):
            if reach is not None and one.start < reach[1].end and at != reach[0]:
                inside[reach].append((at, one))
            if reach is None or one.end > reach[1].end:
                reach = at, one
        for (whole, left), parts in inside.items():
            if not found[whole].bare or passages(parts) == 1:
                yield from ((whole, at, left, one) for at, one in parts)


def one_move(found: list[Run], lexicon: Lexicon) -> Found:
    """One paper takes the name out of one post and puts it into another, and has no other move of the name."""
    yield from _moves(keyed(found, lambda run, one: one.item if _is_act(one) else None))


def one_meeting(found: list[Run], lexicon: Lexicon) -> Found:
    """One meeting takes the name out of one post and puts it into another of the same branch, in two lists."""
    lists = keyed(found, lambda run, one: (one.place, one.date) if _is_act(one) and _is_day(one) else None)
    for one, other, left, right in _moves(lists):
        if found[one].sense.family is not None and found[one].sense.family == found[other].sense.family:
            yield one, other, left, right


def one_paper(found: list[Run], lexicon: Lexicon) -> Found:
    """A paper has the name in one post or seat only, and besides without any, or with the posts of that deputy."""
    for group in keyed(found, lambda run, one: one.item).values():
        bare = {at: one for at, one in group if found[at].bare}
        posts = {at: one for at, one in group if not found[at].bare}
        seats = {at: one for at, one in posts.items() if found[at].sense.mass}
        told = {at: one for at, one in posts.items() if one.event in {"holds", "held"}}
        for whole, others in ((posts, bare), (seats, told)):
            if len(whole) == 1:
                other, right = next(iter(whole.items()))
                yield from ((other, at, right, left) for at, left in others.items() if at != other)


def same_institution(found: list[Run], lexicon: Lexicon) -> Found:
    """Two posts of one institution, no long silence between: a court and its division, a bureau and its party group."""
    longest = lexicon.identity.years.institution
    for group in runs_by(found, lambda run: None if run.sense.mass else run.sense.institution).values():
        single = _without_namesakes(found, group)
        for place, one in enumerate(single):
            for other in single[place + 1 : place + 1 + NEAR]:
                near = found[one].years_from(found[other]) <= longest
                if near and _of_one_institution(found[one], found[other]):
                    yield one, other, found[one].sightings[-1], found[other].sightings[0]


def _of_one_institution(one: Run, other: Run) -> bool:
    """Whether the institution tells something: two of its divisions may each have somebody of the name.

    Sightings of one post that are not one run already have something that keeps them apart.
    """
    divisions = one.sense.division and other.sense.division and one.body != other.body
    return one.post != other.post and not divisions


def reformed_post(found: list[Run], lexicon: Lexicon) -> Found:
    """One title in a department before and after a reform of the whole country, soon after each other."""
    rows: defaultdict[object, list[int]] = defaultdict(list)
    for at, run in enumerate(found):
        for reform in run.sense.reforms:
            rows[reform, run.title].append(at)
    yield from _followed(found, rows, lexicon)


def renamed_post(found: list[Run], lexicon: Lexicon, renamed: Mapping[str, str]) -> Found:
    """One title in a body before and after a gazette tells that it was renamed."""
    rows: defaultdict[object, list[int]] = defaultdict(list)
    for at, run in enumerate(found):
        if run.body is not None:
            rows[renamed.get(run.body, run.body), run.title].append(at)
    yield from _followed(found, rows, lexicon)


def _followed(found: list[Run], rows: Mapping[object, list[int]], lexicon: Lexicon) -> Found:
    for group in rows.values():
        for one, other in pairwise(sorted(group, key=lambda at: order(found[at]))):
            near = found[one].years_from(found[other]) <= lexicon.identity.years.renamed
            if near and found[one].body != found[other].body:
                yield one, other, found[one].sightings[-1], found[other].sightings[0]


def seat_of_office(found: list[Run], lexicon: Lexicon) -> Found:
    """A seat in a congress, and an office that only its deputies hold."""
    seats = runs_by(found, lambda run: run.body if run.sense.mass else None)
    for at, run in enumerate(found):
        fitting = [
            seat
            for seat in seats.get(run.sense.congress, [])
            if run.years_from(found[seat]) <= lexicon.identity.mass.years
        ]
        # Of two deputies of one name either may hold the office.
        if len(fitting) == 1:
            yield at, fitting[0], run.sightings[0], found[fitting[0]].sightings[0]


def joined_posts(found: list[Run], lexicon: Lexicon) -> Found:
    """Two posts of one place that one person commonly holds together."""
    sides: defaultdict[tuple[str, int, int], list[int]] = defaultdict(list)
    for at, run in enumerate(found):
        for row, side in run.sense.pairs:
            sides[run.place, row, side].append(at)
    for (place, row, side), ours in sorted(sides.items()):
        if side == 0:
            for one, other in product(ours[:NEAR], sides.get((place, row, 1), [])[:NEAR]):
                if found[one].years_from(found[other]) <= lexicon.identity.years.joined:
                    yield one, other, found[one].sightings[0], found[other].sightings[0]


def same_again(found: list[Run], lexicon: Lexicon) -> Found:
    """One post that is held again, after an end, or by one of several of the name: a hint."""
    for group in runs_by(found, lambda run: run.post if run.body else None).values():
        for one, other in pairwise(sorted(group, key=lambda at: order(found[at]))):
            yield one, other, found[one].sightings[-1], found[other].sightings[0]


def many_seats(found: list[Run], lexicon: Lexicon) -> Found:
    """Two posts of one institution, one of them a post that many hold: a hint."""
    for one, other in _of_institution(found):
        if found[one].sense.mass or found[other].sense.mass:
            yield one, other, found[one].sightings[-1], found[other].sightings[0]


def long_gap(found: list[Run], lexicon: Lexicon) -> Found:
    """One institution, with many years between: a hint."""
    for one, other in _of_institution(found):
        if found[one].years_from(found[other]) > lexicon.identity.years.institution:
            yield one, other, found[one].sightings[-1], found[other].sightings[0]


def soon_after(found: list[Run], lexicon: Lexicon) -> Found:
    """One post ends and another begins soon after, in one place: a hint."""
    days = lexicon.identity.days.soon
    acts = keyed(found, lambda run, one: run.place if _is_act(one) and day_of(one.date) else None)
    for group in acts.values():
        ordered = sorted(group, key=lambda pair: (day_of(pair[1].date) or 0, pair[1].event in BEGINS, pair[0]))
        for (one, left), (other, right) in pairwise(ordered):
            near = (day_of(right.date) or 0) - (day_of(left.date) or 0) <= days
            if one != other and near and left.event in ENDS and right.event in BEGINS:
                yield one, other, left, right


def one_gazette(found: list[Run], lexicon: Lexicon) -> Found:
    """One gazette has the name in both posts: a hint."""
    for group in keyed(found, lambda run, one: one.gazette).values():
        for (one, left), (other, right) in neighbours(group):
            yield one, other, left, right


RULES: dict[str, Rule] = {
    "one_passage": one_passage,
    "same_institution": same_institution,
    "one_move": one_move,
    "reformed_post": reformed_post,
    "described": described,
    "one_meeting": one_meeting,
    "one_paper": one_paper,
    "same_employer": same_employer,
    "seat_of_office": seat_of_office,
    "joined_posts": joined_posts,
    "same_again": same_again,
    "long_gap": long_gap,
    "soon_after": soon_after,
    "many_seats": many_seats,
    "one_gazette": one_gazette,
}


def _of_institution(found: list[Run]) -> Iterator[tuple[int, int]]:
    for group in runs_by(found, lambda run: run.sense.institution).values():
        yield from pairwise(sorted(group, key=lambda at: order(found[at])))


def _without_namesakes(found: list[Run], group: list[int]) -> list[int]:
    """Runs of an institution in order of time, but for those of a post that two of the name hold or held."""
    posts = Counter(found[at].post for at in group if found[at].sense.once)
    return sorted((at for at in group if posts[found[at].post] < 2), key=lambda at: order(found[at]))


def _moves(groups: dict[Hashable, list[tuple[int, Sighting]]]) -> Found:
    """The posts left and those begun in each group, where one passage tells all that is left and one all that is begun.

    Of several passages it is not told which goes with which.
    """
    for group in groups.values():
        left = [pair for pair in group if pair[1].event in ENDS]
        begun = [pair for pair in group if pair[1].event in BEGINS]
        if passages(left) == 1 and passages(begun) == 1:
            for (one, end), (other, begin) in product(left[:NEAR], begun[:NEAR]):
                if one != other:
                    yield one, other, end, begin


def _is_act(one: Sighting) -> bool:
    return one.event in BEGINS or one.event in ENDS


def _is_day(one: Sighting) -> bool:
    return one.date is not None and len(one.date) == 10
