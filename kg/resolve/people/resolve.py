"""From the sightings of one name to people: joined where a reason is strong enough and nothing speaks against it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kg.lexicon import Lexicon
from kg.model.people import Join, Pair, Reason, ResolvedPerson, Sighting, is_hidden
from kg.resolve.people.clashes import clash
from kg.resolve.people.judgements import NOBODY, Decided, Judgement, judged
from kg.resolve.people.reasons import Edge, edges, explained
from kg.resolve.people.runs import Run, runs


@dataclass(frozen=True, slots=True)
class Resolution:
    """What became of all sightings of one name: the people, the pairs to look at, and the runs they were made of.

    `contradicted` are decisions that were not followed, each with the one that speaks against it.
    """

    people: list[ResolvedPerson]
    pairs: list[Pair]
    runs: list[Run]
    contradicted: list[tuple[Judgement, Judgement]]


# Of the people of one name in one place each is held against so many before it; no reader looks through more.
_COMPARED = 8


def resolve_name(
    sightings: Iterable[Sighting],
    lexicon: Lexicon,
    decided: Decided = NOBODY,
    renamed: Mapping[str, str] = MappingProxyType({}),
) -> Resolution:
    """The people behind all sightings of one name, and the pairs of whom it is not decided whether they are one.

    Human decisions go before every score. `renamed` is the present name of bodies by an older one. The answer does not
    depend on the order of the sightings.
    """
    known = sorted(sightings, key=lambda one: (one.mention, one.fact, one.event, one.start))
    found = runs(known, decided, lexicon)
    clusters = _Clusters(found, lexicon, decided)
    links = [edge for edge in edges(found, lexicon, renamed) if found[edge.one].name == found[edge.other].name]
    clusters.decide(decided)
    strong = [edge for edge in links if edge.reason.score >= lexicon.identity.same]
    for edge in strong:
        if not is_hidden(found[edge.one].sightings[0].name) or edge.reason.kind == "one_passage":
            clusters.join(edge)
    _bare_names(clusters)
    people = clusters.people()
    pairs = list(_pairs(people, clusters, links))
    return Resolution([person for person, _ in people], pairs, found, clusters.contradicted)


class _Clusters:
    """Runs joined step by step; a clash between any two runs keeps two clusters apart."""

    def __init__(self, found: list[Run], lexicon: Lexicon, decided: Decided) -> None:
        self.runs = found
        self.lexicon = lexicon
        self.decided = decided
        self._of = list(range(len(found)))
        self._members = {at: [at] for at in range(len(found))}
        self._joins: defaultdict[int, list[Join]] = defaultdict(list)
        self._forbidden: dict[frozenset[int], Judgement] = {}
        self.contradicted: list[tuple[Judgement, Judgement]] = []

    def decide(self, decided: Decided) -> None:
        """Join and keep apart what people have decided; what is said to be two is made one by no chain of others."""
        runs_of = {mention: at for at, run in enumerate(self.runs) for mention in run.mentions}
        for left, right, one in decided.of_kind("different", "unsure"):
            self._forbidden.setdefault(frozenset((runs_of[left], runs_of[right])), one)
        for left, right, one in decided.of_kind("same"):
            against = self.judgement(self._of[runs_of[left]], self._of[runs_of[right]], kind="different")
            if against is None:
                self.join(Edge(runs_of[left], runs_of[right], left, right, judged(one)), forced=True)
            else:
                self.contradicted.append((one, against))

    def find(self, run: int) -> int:
        """The cluster of a run."""
        return self._of[run]

    def members(self, cluster: int) -> list[Run]:
        """The runs of a cluster, in order of time."""
        return [self.runs[at] for at in sorted(self._members[cluster])]

    def first(self, cluster: int) -> int:
        """The first run of a cluster."""
        return min(self._members[cluster])

    def join(self, edge: Edge, *, forced: bool = False) -> None:
        """Make one cluster of two, unless something speaks against it."""
        one, other = self._of[edge.one], self._of[edge.other]
        if one == other:
            return
        if not forced and self.against(one, other, one_passage=edge.reason.kind == "one_passage") is not None:
            return
        small, large = sorted((one, other), key=lambda cluster: (len(self._members[cluster]), cluster))
        for run in self._members[small]:
            self._of[run] = large
        self._members[large] += self._members.pop(small)
        self._joins[large] += [*self._joins.pop(small, []), Join(edge.right, edge.left, edge.reason)]

    def clusters(self) -> list[int]:
        """All clusters, by their first run."""
        return sorted(self._members, key=self.first)

    def people(self) -> list[tuple[ResolvedPerson, int]]:
        """A person for each cluster, in order of time."""
        return [(self._person(cluster), cluster) for cluster in self.clusters()]

    def judgement(self, one: int, other: int, *, kind: str | None = None) -> Judgement | None:
        """The decision that keeps two clusters apart, if people have made one, or one of this kind."""
        if not self._forbidden:
            return None
        pairs = (frozenset((left, right)) for left in self._members[one] for right in self._members[other])
        said = (self._forbidden[pair] for pair in pairs if pair in self._forbidden)
        return next((found for found in said if kind in (None, found.kind)), None)

    def against(self, one: int, other: int, *, one_passage: bool = False) -> Reason | None:
        """What tells that two clusters are two people."""
        if (said := self.judgement(one, other)) is not None:
            return judged(said)
        sides = ((self.runs[left], self.runs[right]) for left in self._members[one] for right in self._members[other])
        found = (clash(left, right, self.lexicon, one_passage=one_passage) for left, right in sides)
        return next((reason for reason in found if reason is not None), None)

    def _person(self, cluster: int) -> ResolvedPerson:
        members = self.members(cluster)
        sightings = [one for run in members for one in run.sightings]
        names = Counter(self.decided.corrected(one) for one in sightings)
        printed = sorted({one.name for one in sightings} | set(names))
        name = min(names, key=lambda text: (-names[text], text))
        joins = [join for run in members for join in run.joins] + self._joins[cluster]
        return ResolvedPerson(
            name=name,
            place=_home(members, self.lexicon),
            names=(name, *(text for text in printed if text != name)),
            mentions=tuple(mention for run in members for mention in run.mentions),
            anchor=next((run.post for run in members if not run.bare), members[0].mentions[0].rpartition("/")[2]),
            joins=tuple(joins),
        )


def _home(members: list[Run], lexicon: Lexicon) -> str | None:
    """The place of most sightings, of their body or else of their gazette; none of an office of the whole country."""
    counts: Counter[str] = Counter()
    for run in members:
        if run.title not in lexicon.identity.sole:
            counts[run.place] += len(run.sightings)
    return min(counts, key=lambda place: (-counts[place], place), default=None)


def _bare_names(clusters: _Clusters) -> None:
    """A name without a post is the one bearer that its gazette knows; where it knows two, it is nobody's.

    Who is only one of a list of deputies or assessors is not known well enough: others of the name need no post.
    """
    by_gazette: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for at, run in enumerate(clusters.runs):
        if not run.bare:
            for gazette in {one.gazette for one in run.sightings}:
                by_gazette[gazette, run.name].add(at)
    for at, run in enumerate(clusters.runs):
        bearers = {clusters.find(there) for there in by_gazette[run.sightings[0].gazette, run.name]}
        if not run.bare or len(bearers) != 1 or is_hidden(run.sightings[0].name):
            continue
        known = by_gazette[run.sightings[0].gazette, run.name]
        if not all(clusters.runs[there].sense.mass for there in known):
            # Runs are in order of time: the first that is known of the bearer.
            there = clusters.first(next(iter(bearers)))
            other = clusters.runs[there]
            reason = explained("bare_name", other, run, clusters.lexicon)
            clusters.join(Edge(there, at, other.mentions[0], run.mentions[0], reason))


def _pairs(people: list[tuple[ResolvedPerson, int]], clusters: _Clusters, links: list[Edge]) -> Iterator[Pair]:
    """The undecided pairs, and those that something strong would join and something else keeps apart."""
    hints: dict[frozenset[int], Edge] = {}
    for edge in links:
        pair = frozenset((clusters.find(edge.one), clusters.find(edge.other)))
        if len(pair) == 2:
            hints.setdefault(pair, edge)
    seen: set[frozenset[int]] = set()
    for one, other in _candidates(people, clusters, hints):
        pair = frozenset((one, other))
        if pair not in seen:
            seen.add(pair)
            yield _pair(one, other, clusters, hints.get(pair))


def _candidates(
    people: list[tuple[ResolvedPerson, int]], clusters: _Clusters, hints: dict[frozenset[int], Edge]
) -> Iterator[tuple[int, int]]:
    if is_hidden(people[0][0].name):
        return
    ranks = {cluster: at for at, (_, cluster) in enumerate(people)}
    for pair in sorted(hints, key=lambda pair: sorted(ranks[cluster] for cluster in pair)):
        one, other = sorted(pair, key=ranks.__getitem__)
        yield one, other
    by_place: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for _, cluster in people:
        for place in sorted({(run.place, run.name) for run in clusters.members(cluster)}):
            before = by_place[place]
            yield from ((other, cluster) for other in before[-_COMPARED:])
            before.append(cluster)


def _pair(one: int, other: int, clusters: _Clusters, hint: Edge | None) -> Pair:
    left, right = clusters.members(one)[0], clusters.members(other)[0]
    mentions = (hint.left, hint.right) if hint is not None else (left.mentions[0], right.mentions[0])
    said = clusters.judgement(one, other)
    if said is not None:
        return Pair(*mentions, said.kind, judged(said), said.by or "somebody")
    against = clusters.against(one, other)
    if against is not None:
        return Pair(*mentions, "different", against)
    if hint is None:
        return Pair(*mentions, "name_only", explained("name_only", left, right, clusters.lexicon))
    return Pair(*mentions, "unsure", hint.reason)
