"""What facts speak of: mentions, bodies, posts, meetings and spans, each described once in a gazette's graph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from rdflib import Literal, URIRef
from rdflib.namespace import ORG, RDF, RDFS, SKOS, XSD

from kg.lexicon import Lexicon
from kg.model.dates import is_day
from kg.model.facts import Evidence, MeetingRef
from kg.model.gazette import Body, Gazette
from kg.model.reports import Document
from kg.rdf.names import OA, Names, digest
from kg.rdf.nquads import Triple
from kg.resolve.posts import capacity

_TITLE = re.compile(r"《([^《》]+)》")
_NATIONAL = ("中华人民共和国", "全国", "中共中央", "国务院")


@dataclass(frozen=True, slots=True)
class Scope:
    """One gazette while it is mapped: its names, and what its facts have spoken of so far."""

    gazette: Gazette
    names: Names
    lexicon: Lexicon
    key: str
    place: str
    text: URIRef
    items: dict[int, URIRef]
    dates: dict[MeetingRef, list[str]]
    mentions: dict[URIRef, str] = field(default_factory=dict)
    bodies: dict[URIRef, str] = field(default_factory=dict)
    posts: dict[URIRef, tuple[str | None, str]] = field(default_factory=dict)
    meetings: dict[URIRef, MeetingRef] = field(default_factory=dict)
    spans: dict[URIRef, Evidence] = field(default_factory=dict)
    titles: dict[str, URIRef] = field(default_factory=dict)

    @classmethod
    def of(cls, gazette: Gazette, names: Names, lexicon: Lexicon) -> Scope:
        """The scope of a gazette before its first fact."""
        key = gazette.source.sha256[:16]
        dates: dict[MeetingRef, list[str]] = {}
        for meeting in gazette.meetings:
            dates.setdefault(meeting.meeting, []).extend(meeting.dates[:1])
        scope = cls(
            gazette=gazette,
            names=names,
            lexicon=lexicon,
            key=key,
            # People of an unknown place must not meet people of another unknown place.
            place="".join(gazette.masthead.place) or key,
            text=names.thing("text", gazette.source.sha256),
            items={item.number: names.thing("item", key, str(item.number)) for item in gazette.items},
            dates=dates,
        )
        for document in gazette.documents:
            scope.titles.update(dict.fromkeys((document.title, *document.titles), scope.document(document)))
        return scope

    def places(self) -> Iterator[tuple[URIRef, str]]:
        """The gazette's own place and those that it lies in, each with its name in full; widest first."""
        for whole in accumulate(self.gazette.masthead.place):
            yield self.names.thing("place", whole), whole

    def document(self, document: Document) -> URIRef:
        """A document: a law by its title alone, any other within the place, where many have a plan of one title."""
        national = document.kind == "law" or document.title.startswith(_NATIONAL)
        where = () if national else (self.place,)
        return self.names.thing("document", *where, document.title)

    def basis(self, printed: str | None) -> list[URIRef]:
        """The documents that a legal basis names, of those that the gazette names in 《》."""
        named = _TITLE.findall(printed) or [printed] if printed else []
        return [self.titles[title] for title in named if title in self.titles]

    def mention(
        self, name: str, body: str | None = None, title: str | None = None, *, apart: str | None = None
    ) -> URIRef:
        """A name in the capacity in which this gazette prints it; without one, `apart` (an item) tells it from others.

        Of facts in one capacity the gazette speaks as of one person; who that is, is told by resolution.
        """
        capacity = f"{body or ''}{title or ''}"
        node = self.names.mention(self.key, name, "·".join(filter(None, (capacity, apart))))
        self.mentions[node] = name
        return node

    def body(self, name: str) -> URIRef:
        """A body named in this gazette."""
        node = self.names.body(name)
        self.bodies[node] = name
        return node

    def post(self, body: str | None, title: str, person: str | None) -> URIRef:
        """A post; without a body it is kept apart by its holder."""
        if body is None:
            node = self.names.loose_post(self.place, person or self.key, title)
        else:
            self.body(body)
            node = self.names.post(body, title)
        self.posts[node] = (body, title)
        return node

    def meeting(self, ref: MeetingRef, date: str | None = None) -> URIRef:
        """A meeting; one without a full number is known by its date, or belongs to this gazette alone."""
        known = self.dates.get(ref, [])
        if (date is None or date not in known) and len(known) == 1:
            date = known[0]
        node = self.names.meeting(ref, date if date is not None and is_day(date) else self.key)
        self.body(ref.body)
        self.meetings[node] = ref
        return node

    def span(self, evidence: Evidence) -> URIRef:
        """The span of the text that states something."""
        apart = digest(evidence.lines, evidence.text, evidence.rule, evidence.confidence)
        node = self.names.thing("span", self.key, f"{evidence.start}-{evidence.end}-{apart}")
        self.spans[node] = evidence
        return node


def entity_triples(scope: Scope) -> Iterator[Triple]:
    """All that the facts of a gazette have spoken of, and the bodies that it names besides."""
    for body in scope.gazette.bodies:
        yield from _described_body(scope, body)
    for mention, name in scope.mentions.items():
        yield from _mention(scope, mention, name)
    for post, (body_name, title) in scope.posts.items():
        yield from _post(scope, post, body_name, title)
    for meeting, ref in scope.meetings.items():
        yield from _meeting(scope, meeting, ref)
    for node, name in scope.bodies.items():
        yield node, RDF.type, scope.names.term("Body")
        yield node, RDFS.label, Literal(name)
        for place, whole in scope.places():
            if whole in name:
                yield node, scope.names.term("ofPlace"), place
    for span, evidence in scope.spans.items():
        yield from _span(scope, span, evidence)


def _described_body(scope: Scope, body: Body) -> Iterator[Triple]:
    node = scope.body(body.name)
    yield node, scope.names.term("bodyType"), Literal(body.type)
    if body.parent is not None:
        yield node, ORG.subOrganizationOf, scope.body(body.parent)
    for alias in body.aliases:
        yield node, SKOS.altLabel, Literal(alias)


def _mention(scope: Scope, node: URIRef, name: str) -> Iterator[Triple]:
    yield node, RDF.type, scope.names.term("PersonMention")
    yield node, scope.names.term("personName"), Literal(name)
    yield node, scope.names.term("inText"), scope.text
    if scope.gazette.masthead.place:
        yield node, scope.names.term("mentionPlace"), Literal(scope.place)


def _post(scope: Scope, node: URIRef, body: str | None, title: str) -> Iterator[Triple]:
    role = scope.names.role(title)
    yield node, RDF.type, scope.names.term("Post")
    yield node, RDFS.label, Literal((body or "") + title)
    yield node, ORG.role, role
    yield role, RDF.type, scope.names.term("Role")
    yield role, RDFS.label, Literal(title)
    if body is not None:
        yield node, ORG.postIn, scope.body(body)
        yield from _capacity(scope, node, body, title)


def _capacity(scope: Scope, node: URIRef, body: str, title: str) -> Iterator[Triple]:
    """How many hold a post; what is not known of it is not stated."""
    known, term = capacity(body, title, scope.lexicon), scope.names.term
    if known is None:
        return
    yield node, term("multiSeat"), Literal(known.seats == "many")
    if known.seats == "one":
        yield node, term("seatCount"), Literal(1)
    if known.head is not None:
        yield node, term("isHeadPost"), Literal(known.head)


def _meeting(scope: Scope, node: URIRef, ref: MeetingRef) -> Iterator[Triple]:
    yield node, RDF.type, scope.names.term("Meeting")
    yield node, RDFS.label, Literal(meeting_label(ref))
    yield node, scope.names.term("heldBy"), scope.body(ref.body)
    for name, number in (("term", ref.term), ("session", ref.session)):
        if number is not None:
            yield node, scope.names.term(name), Literal(number)


def meeting_label(ref: MeetingRef) -> str:
    """A meeting as people write it, with what is known of it."""
    term = "" if ref.term is None else f"第{ref.term}届"
    session = "会议" if ref.session is None else f"第{ref.session}次会议"
    return f"{ref.body}{term}{session}"


def _span(scope: Scope, node: URIRef, evidence: Evidence) -> Iterator[Triple]:
    term = scope.names.term
    yield node, RDF.type, term("TextSpan")
    yield node, RDF.type, OA.SpecificResource
    yield node, term("inText"), scope.text
    yield node, OA.hasSource, scope.text
    yield node, term("start"), Literal(evidence.start)
    yield node, term("end"), Literal(evidence.end)
    yield node, term("quote"), Literal(evidence.text)
    yield node, term("rule"), Literal(evidence.rule)
    yield node, term("confidence"), Literal(f"{evidence.confidence:g}", datatype=XSD.decimal)
    # One statement each: nearly every question tells where its words begin.
    yield node, term("gazette"), Literal(scope.gazette.source.stem)
    yield node, term("startLine"), Literal(evidence.lines[0])
    for line in evidence.lines:
        yield node, term("line"), Literal(line)
    if evidence.item in scope.items:
        yield node, term("inItem"), scope.items[evidence.item]
    yield from _selectors(node, evidence)


def _selectors(node: URIRef, evidence: Evidence) -> Iterator[Triple]:
    position, quote = URIRef(f"{node}/position"), URIRef(f"{node}/quote")
    yield node, OA.hasSelector, position
    yield node, OA.hasSelector, quote
    yield position, RDF.type, OA.TextPositionSelector
    yield position, OA.start, Literal(evidence.start)
    yield position, OA.end, Literal(evidence.end)
    yield quote, RDF.type, OA.TextQuoteSelector
    yield quote, OA.exact, Literal(evidence.text)
