"""The terms of the ontology as plain data, for whoever shows them and may not know rdflib."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SDO, SH, SKOS
from rdflib.term import Node

from kg.rdf.names import DEFAULT_BASE, prefixes
from kg.rdf.ontology import read_ontology, whole_ontology

Texts = Mapping[str, str]
# Prefixes that the ontology needs besides those of questions.
_PREFIXES = {
    "besluit": "http://data.vlaanderen.be/ns/besluit#",
    "mandaat": "http://data.vlaanderen.be/ns/mandaat#",
    "opengov": "http://www.w3.org/ns/opengov#",
    "owl": str(OWL),
    "person": "http://www.w3.org/ns/person#",
    "sh": str(SH),
    "time": "http://www.w3.org/2006/time#",
}
_KINDS = {
    "class": OWL.Class,
    "object": OWL.ObjectProperty,
    "data": OWL.DatatypeProperty,
    "value": OWL.NamedIndividual,
    "scheme": SKOS.ConceptScheme,
    "code": SKOS.Concept,
}


@dataclass(frozen=True, slots=True)
class Term:
    """One term: `kind` is class, object, data, value, scheme or code; all that links it to others are IRIs.

    `matches` are pairs of a word (close, broad, related) and an IRI; `rules` is what the shapes ask, in both languages.
    """

    iri: str
    name: str
    kind: str
    labels: Texts
    definitions: Texts
    parents: tuple[str, ...] = ()
    domain: tuple[str, ...] = ()
    range: tuple[str, ...] = ()
    matches: tuple[tuple[str, str], ...] = ()
    rules: tuple[str, ...] = ()
    scheme: str | None = None
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All terms by kind and name, what the header says, and the prefixes to shorten IRIs with."""

    terms: tuple[Term, ...]
    title: Texts
    description: Texts
    version: str
    modified: str
    creator: str
    licence: str
    prefixes: Mapping[str, str]

    def short(self, iri: str) -> str:
        """An IRI with its prefix, where one is known."""
        known = [(space, name) for name, space in self.prefixes.items() if iri.startswith(space)]
        space, name = max(known, key=lambda one: len(one[0]), default=("", ""))
        return f"{name}:{iri.removeprefix(space)}" if name else iri


def read_vocabulary(base: str = DEFAULT_BASE) -> Vocabulary:
    """The ontology under a base. Raises OutputError when it is not found."""
    graph = whole_ontology(base)
    own = URIRef(base + "ontology")
    rules = _rules(read_ontology("shapes.ttl", base))
    terms = [
        _term(graph, node, kind, rules) for kind, type_ in _KINDS.items() for node in graph.subjects(RDF.type, type_)
    ]
    order = list(_KINDS)
    return Vocabulary(
        terms=tuple(sorted(terms, key=lambda term: (order.index(term.kind), term.name.lower(), term.name))),
        title=_texts(graph, own, DCTERMS.title),
        description=_texts(graph, own, DCTERMS.description),
        version=_word(graph, own, OWL.versionInfo),
        modified=_word(graph, own, DCTERMS.modified),
        creator=_word(graph, own, DCTERMS.creator),
        licence=_word(graph, own, DCTERMS.license),
        prefixes={**prefixes(base), **_PREFIXES},
    )


def _term(graph: Graph, node: Node, kind: str, rules: Mapping[str, list[str]]) -> Term:
    scheme = graph.value(node, SKOS.inScheme)
    code = graph.value(node, SKOS.notation)
    types = (t for t in graph.objects(node, RDF.type) if kind == "value" and t != OWL.NamedIndividual)
    parents = {*map(str, graph.objects(node, RDFS.subClassOf)), *map(str, graph.objects(node, RDFS.subPropertyOf))}
    return Term(
        iri=str(node),
        name=str(node).rpartition("#")[2],
        kind=kind,
        labels=_texts(graph, node, SKOS.prefLabel if kind == "code" else RDFS.label),
        definitions=_texts(graph, node, SKOS.definition),
        parents=tuple(sorted({*parents, *map(str, types)})),
        domain=_sorted(graph, node, RDFS.domain, SDO.domainIncludes),
        range=_sorted(graph, node, RDFS.range, SDO.rangeIncludes),
        matches=tuple(sorted(_matches(graph, node))),
        rules=tuple(rules.get(str(node), ())),
        scheme=None if scheme is None else str(scheme),
        code=None if code is None else str(code),
    )


def _sorted(graph: Graph, node: Node, *predicates: URIRef) -> tuple[str, ...]:
    return tuple(sorted(str(value) for predicate in predicates for value in graph.objects(node, predicate)))


def _matches(graph: Graph, node: Node) -> Iterator[tuple[str, str]]:
    for word, predicate in (("close", SKOS.closeMatch), ("broad", SKOS.broadMatch), ("related", SKOS.relatedMatch)):
        yield from ((word, str(other)) for other in graph.objects(node, predicate))


def _rules(shapes: Graph) -> dict[str, list[str]]:
    """What the shapes ask, by the class that they are aimed at and by the property that they look at."""
    found: dict[str, set[str]] = defaultdict(set)
    for shape in shapes.subjects(RDF.type, SH.NodeShape):
        aims = {*shapes.objects(shape, SH.targetClass), *shapes.objects(shape, SH.targetSubjectsOf)}
        for part in (shape, *shapes.objects(shape, SH.property)):
            named = {*aims, *shapes.objects(part, SH.path)}
            for message in map(str, shapes.objects(part, SH.message)):
                for term in named:
                    found[str(term)].add(message)
    return {term: sorted(messages) for term, messages in found.items()}


def _texts(graph: Graph, node: Node, predicate: URIRef) -> dict[str, str]:
    said = (text for text in graph.objects(node, predicate) if isinstance(text, Literal))
    return {text.language or "": str(text) for text in sorted(said)}


def _word(graph: Graph, node: Node, predicate: URIRef) -> str:
    return next(map(str, graph.objects(node, predicate)), "")
