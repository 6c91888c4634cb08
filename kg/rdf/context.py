"""The JSON-LD context: short names for the terms of the graph, made from the ontology so that the two cannot differ."""

from __future__ import annotations

from typing import Any

from rdflib import URIRef
from rdflib.namespace import DCTERMS, FOAF, ORG, OWL, PROV, RDF, RDFS, SDO, SKOS, XSD

from kg.rdf.names import DEFAULT_BASE, ELI, OA, prefixes
from kg.rdf.ontology import read_ontology

# Terms of others that the graph uses, by the names that they get; those that lead to things, and those that hold texts.
LINKS: dict[str, URIRef] = {
    "hasSelector": OA.hasSelector,
    "hasSource": OA.hasSource,
    "isPartOf": ELI.is_part_of,
    "member": ORG.member,
    "organization": ORG.organization,
    "originalOrganization": ORG.originalOrganization,
    "postIn": ORG.postIn,
    "realizes": ELI.realizes,
    "resultingOrganization": ORG.resultingOrganization,
    "role": ORG.role,
    "subOrganizationOf": ORG.subOrganizationOf,
    "wasDerivedFrom": PROV.wasDerivedFrom,
}
TEXTS: dict[str, URIRef] = {
    "altLabel": SKOS.altLabel,
    "documentTitle": DCTERMS.title,
    "exact": OA.exact,
    "label": RDFS.label,
    "name": FOAF.name,
    "position": SDO.position,
}


def context(base: str = DEFAULT_BASE) -> dict[str, Any]:
    """What stands under `@context`: prefixes, and a name for each property, with the type that its values have.

    A term of ours is named without its prefix; values of `xsd:string` have no type. Raises OutputError when the
    ontology is not there.
    """
    known = prefixes(base)
    shared = {"id": "@id", "type": "@type", "@vocab": known["gz"]}
    names = {name: _term(iri, known, "@id") for name, iri in LINKS.items()}
    names |= {name: _term(iri, known, None) for name, iri in TEXTS.items()}
    return {**known, **shared, **dict(sorted((names | _own(base, known)).items()))}


def _own(base: str, known: dict[str, str]) -> dict[str, Any]:
    ontology = read_ontology("kg.ttl", base)
    found: dict[str, Any] = {}
    for kind in (OWL.ObjectProperty, OWL.DatatypeProperty):
        for term in ontology.subjects(RDF.type, kind):
            if isinstance(term, URIRef) and term.startswith(known["gz"]):
                ranges = set(ontology.objects(term, RDFS.range))
                coerced = "@id" if kind == OWL.ObjectProperty else _datatype(ranges, known)
                found[term.removeprefix(known["gz"])] = _term(term, known, coerced)
    return found


def _datatype(ranges: set[Any], known: dict[str, str]) -> str | None:
    if len(ranges) != 1 or XSD.string in ranges:
        return None
    (one,) = ranges
    return _short(one, known) if str(one).startswith(str(XSD)) else None


def _term(iri: URIRef, known: dict[str, str], coerced: str | None) -> dict[str, str]:
    term = {"@id": _short(iri, known)}
    return term if coerced is None else {**term, "@type": coerced}


def _short(iri: URIRef, known: dict[str, str]) -> str:
    return next(f"{name}:{iri.removeprefix(space)}" for name, space in known.items() if iri.startswith(space))
