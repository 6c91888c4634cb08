"""Who is who, as statements: the people behind the mentions, why each was joined, and what is not decided.

`SIGHTINGS` asks the store for what facts state of names; `people_quads` takes the rows sorted by name, so that only the
sightings of one name are in memory at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from rdflib import Literal, URIRef
from rdflib.namespace import FOAF, RDF, RDFS, XSD

from kg.model.people import Join, Pair, ResolvedPerson, Sighting
from kg.rdf.facts import ACT_CLASSES, DEPUTY
from kg.rdf.names import Names, digest
from kg.rdf.nquads import Triple, write_lines
from kg.resolve.people.judgements import key_of
from kg.resolve.people.resolve import Resolution

Row = Sequence[str | None]

# Which property of a fact names a mention, and which one its person.
LINKS = {
    "personMention": "person",
    "candidateMention": "onCandidate",
    "authorMention": "author",
    "agentMention": "agent",
}

SIGHTINGS = Path(__file__).with_name("sightings.rq").read_text(encoding="utf-8")

_EVENTS = {
    **{kind: event for event, kind in ACT_CLASSES.items()},
    "PositionStatement": "holds",
    "FormerPosition": "held",
    "SeatBegins": "seat_elected",
    "SeatEnds": "seat_terminated",
    "Present": "present",
    "OnLeave": "on_leave",
    "Observer": "observer",
    "Vote": "voted_on",
    "GazetteItem": "author",
    "Responsibility": "agent",
}
_SEATS = frozenset(("seat_elected", "seat_terminated"))


def sighting(row: Row) -> tuple[Sighting, str]:
    """A row of `SIGHTINGS`, and the property by which the fact names the mention."""
    name, mention, text, stem, place, fact, link, kind, body, title, qualifier, date, item, *rest = row
    start, end, meeting, term, seat, described, reason = rest
    event = _EVENTS[(kind or "").rpartition("#")[2]]
    seen = Sighting(
        name=name or "", mention=mention or "", gazette=text or "", stem=stem or "", place=place or text or "",
        fact=fact or "", event=event, body=body, title=DEPUTY if event in _SEATS else title, qualifier=qualifier,
        date=date, item=item, start=int(start or 0), end=int(end or 0), meeting=meeting,
        term=None if term is None else int(term), constituency=seat, described_as=described, reason=reason,
    )  # fmt: skip
    return seen, (link or "").rpartition("#")[2]


class PeopleQuads:
    """Writes people as N-Quads lines of the graph `graph/derived/people`, name after name."""

    def __init__(self, base: str) -> None:
        self._names = Names(base)
        self._graph = self._names.graph("derived", "people")

    def of(self, resolution: Resolution, seen: Iterable[tuple[Sighting, str]]) -> Iterator[str]:
        """The lines of all people of one name; IRIs are those of the place and the name, then of the first post."""
        yield from write_lines(self._triples(resolution, seen), self._graph)

    def pair(self, pair: Pair) -> Iterator[str]:
        """The lines of one undecided pair."""
        yield from write_lines(_judgement(self._names, pair), self._graph)

    def _triples(self, resolution: Resolution, seen: Iterable[tuple[Sighting, str]]) -> Iterator[Triple]:
        taken: set[URIRef] = set()
        person_of: dict[str, URIRef] = {}
        for person in resolution.people:
            node = self._node(person, taken)
            person_of |= dict.fromkeys(person.mentions, node)
            yield from _person(self._names, node, person)
        for one, link in seen:
            yield URIRef(one.mention), self._names.term("identityKey"), Literal(str(key_of(one)))
            yield URIRef(one.fact), self._names.term(LINKS[link]), person_of[one.mention]
        for pair in resolution.pairs:
            yield from _judgement(self._names, pair)

    def _node(self, person: ResolvedPerson, taken: set[URIRef]) -> URIRef:
        place = person.place or ""
        if "://" in place:
            # The text stands for a place that is not known.
            place = place.rpartition("/")[2][:16]
        node, number = self._names.person(place, person.name), 1
        while node in taken:
            apart = person.anchor if number == 1 else f"{person.anchor}-{number}"
            node, number = self._names.person(place, person.name, apart), number + 1
        taken.add(node)
        return node


def _person(names: Names, node: URIRef, person: ResolvedPerson) -> Iterator[Triple]:
    yield node, RDF.type, names.term("Person")
    yield node, RDFS.label, Literal(person.name)
    for printed in person.names:
        yield node, FOAF.name, Literal(printed)
    if person.place and "://" not in person.place:
        yield node, names.term("place"), Literal(person.place)
    for mention in person.mentions:
        yield URIRef(mention), names.term("resolvedTo"), node
    for join in person.joins:
        yield from _join(names, join)


def _join(names: Names, join: Join) -> Iterator[Triple]:
    term, mention = names.term, URIRef(join.mention)
    node = URIRef(f"{join.mention}/join/{digest(join.to)}")
    yield node, RDF.type, term("IdentityJoin")
    yield node, term("leftMention"), URIRef(join.to)
    yield node, term("rightMention"), mention
    yield from _reason(names, node, join.reason.kind, join.reason.score, join.reason.words)


def _judgement(names: Names, pair: Pair) -> Iterator[Triple]:
    term = names.term
    node = URIRef(f"{names.base}id/pair/{digest(pair.left, pair.right)}{digest(pair.right, pair.left)}")
    yield node, RDF.type, term("IdentityJudgement")
    yield node, term("leftMention"), URIRef(pair.left)
    yield node, term("rightMention"), URIRef(pair.right)
    yield node, term("judgement"), Literal(pair.verdict)
    yield from _reason(names, node, pair.reason.kind, pair.reason.score, pair.reason.words)
    if pair.by is not None:
        yield node, term("judgedBy"), Literal(pair.by)


def _reason(names: Names, node: URIRef, kind: str, score: float, words: str) -> Iterator[Triple]:
    yield node, names.term("reasonKind"), Literal(kind)
    yield node, names.term("linkScore"), Literal(f"{score:g}", datatype=XSD.decimal)
    yield node, names.term("reasonText"), Literal(words)
