"""The issue itself and its items: what was printed, where, by whom."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, RDFS, SDO, SKOS

from kg.model.facts import Author, Item, Position
from kg.rdf.entities import Scope
from kg.rdf.facts import bare_mention, capacity_mention, dated, evidenced, fact_node, position_triples
from kg.rdf.names import ELI
from kg.rdf.nquads import Triple


def issue_triples(scope: Scope) -> Iterator[Triple]:
    """The text, the issue and its items."""
    source, term = scope.gazette.source, scope.names.term
    yield scope.text, RDF.type, term("TextVersion")
    yield scope.text, term("sha256"), Literal(source.sha256)
    yield scope.text, term("charCount"), Literal(len(source.text))
    yield scope.text, term("stem"), Literal(source.stem)
    issue = scope.names.thing("issue", scope.key)
    yield issue, RDF.type, term("GazetteIssue")
    yield issue, term("stem"), Literal(source.stem)
    yield scope.text, ELI.realizes, issue
    yield from _masthead(scope, issue)
    for item in scope.gazette.items:
        yield from _item(scope, item, issue)


def _masthead(scope: Scope, issue: URIRef) -> Iterator[Triple]:
    masthead, term = scope.gazette.masthead, scope.names.term
    known = {"year": masthead.year, "issueNumber": masthead.issue, "totalIssue": masthead.total_issue}
    for name, number in known.items():
        if number is not None:
            yield issue, term(name), Literal(number)
    if masthead.title is not None:
        yield issue, DCTERMS.title, Literal(masthead.title)
    if masthead.publisher is not None:
        yield issue, DCTERMS.publisher, scope.body(masthead.publisher)
    if masthead.place:
        yield issue, term("place"), Literal(scope.place)
        yield from _places(scope)
    if masthead.evidence is not None:
        yield from evidenced(scope, issue, masthead.evidence)


def _places(scope: Scope) -> Iterator[Triple]:
    """The place of the issue, and those that it lies in, widest first."""
    term = scope.names.term
    wider = None
    for (place, whole), name in zip(scope.places(), scope.gazette.masthead.place, strict=True):
        yield place, RDF.type, term("Place")
        yield place, RDFS.label, Literal(whole)
        if wider is not None:
            yield place, SKOS.altLabel, Literal(name)
            yield place, term("within"), wider
        yield scope.text, term("ofPlace"), place
        wider = place


def _item(scope: Scope, item: Item, issue: URIRef) -> Iterator[Triple]:
    node, term = scope.items[item.number], scope.names.term
    yield node, RDF.type, term("GazetteItem")
    yield node, ELI.is_part_of, issue
    yield node, DCTERMS.title, Literal(item.title)
    yield node, term("itemType"), Literal(item.type)
    yield node, term("startLine"), Literal(item.start_line)
    yield node, term("endLine"), Literal(item.end_line)
    yield node, SDO.position, Literal(item.number)
    yield from evidenced(scope, node, item.evidence)
    yield from dated(scope, node, "onDate", item.date)
    if item.meeting is not None:
        yield node, term("decidedAt"), scope.meeting(item.meeting, item.date)
    if item.on_behalf_of is not None:
        yield node, term("onBehalfOf"), scope.body(item.on_behalf_of)
    for author in item.authors:
        yield from _author(scope, item, author)


def _author(scope: Scope, item: Item, author: Author) -> Iterator[Triple]:
    node, term = scope.items[item.number], scope.names.term
    if author.person is None:
        if author.body is not None:
            yield node, term("author"), scope.body(author.body)
        return
    yield node, term("authorMention"), _author_mention(scope, item, author.person, author)
    if author.title is None:
        if author.body is not None:
            yield node, term("authorBody"), scope.body(author.body)
        return
    position, known = _position(scope, item, author.person, author.body, author.title)
    yield node, term("authorStatement"), fact_node(scope, "statement", position)
    if not known:
        yield from position_triples(scope, position)


def _author_mention(scope: Scope, item: Item, person: str, author: Author) -> URIRef:
    if author.title is None:
        return bare_mention(scope, person, item.evidence)
    return capacity_mention(scope, person, author.body, author.title, item.evidence)


def _position(scope: Scope, item: Item, person: str, body: str | None, title: str) -> tuple[Position, bool]:
    """The statement that an author holds a post: the one read from the text, else one that rests on the item."""
    same = [p for p in scope.gazette.positions if (p.person, p.body, p.title) == (person, body, title)]
    here = [p for p in same if p.evidence.item == item.number]
    for position in (*here, *same):
        return position, True
    return Position(person, body, title, item.date, False, item.evidence), False
