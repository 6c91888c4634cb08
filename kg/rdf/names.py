"""Readable IRIs, the same in every run and in any order of files.

An IRI is made of what the source prints: a body's full name, a person's name within a place, a post's body and title.
Chinese stays as it is; only what may not stand in an IRI is percent-encoded.
"""

from __future__ import annotations

import hashlib
import os
import re
from urllib.parse import quote

from rdflib import Namespace, URIRef
from rdflib.namespace import DCTERMS, FOAF, ORG, PROV, RDF, RDFS, SDO, SKOS, XSD

from kg.model.facts import MeetingRef

DEFAULT_BASE = "https://example.org/gz/"
ELI = Namespace("http://data.europa.eu/eli/ontology#")
OA = Namespace("http://www.w3.org/ns/oa#")

# Letters and digits of any script, and the marks that names are printed with; private-use characters are no letters.
_UNSAFE = re.compile(r"[^\w\-.~·•、（）《》〔〕“”：]")


def base_iri() -> str:
    """The base of all our IRIs: `KG_BASE`, or the example base; always ends with `/` or `#`."""
    base = os.environ.get("KG_BASE") or DEFAULT_BASE
    return base if base.endswith(("/", "#")) else base + "/"


def segment(text: str) -> str:
    """One path segment of an IRI."""
    return _UNSAFE.sub(lambda found: quote(found.group(), safe=""), text.strip()) or "_"


def digest(*parts: object) -> str:
    """Eight hexadecimal digits of the parts, for what has no readable name."""
    return hashlib.sha256("\x1f".join(map(repr, parts)).encode()).hexdigest()[:8]


def prefixes(base: str = DEFAULT_BASE) -> dict[str, str]:
    """The prefixes that every question may use, by name."""
    known = {"org": ORG, "prov": PROV, "foaf": FOAF, "skos": SKOS, "dct": DCTERMS, "rdf": RDF, "rdfs": RDFS, "xsd": XSD}
    named = {name: str(space) for name, space in known.items()}
    return {
        "gz": base + "ontology#", "r": base + "id/", **named, "oa": str(OA), "eli": str(ELI), "schema": str(SDO),
    }  # fmt: skip


class Names:
    """Mints IRIs under one base and remembers them; make one for each gazette so that memory stays flat."""

    __slots__ = ("_seen", "_terms", "base")

    def __init__(self, base: str = DEFAULT_BASE) -> None:
        self.base = base
        self._seen: dict[tuple[str, ...], URIRef] = {}
        self._terms: dict[str, URIRef] = {}

    def term(self, name: str) -> URIRef:
        """A class or property of our own ontology."""
        found = self._terms.get(name)
        if found is None:
            found = self._terms[name] = URIRef(self.base + "ontology#" + name)
        return found

    def thing(self, *path: str) -> URIRef:
        """The IRI of a thing: `id/` and the path, segment by segment."""
        found = self._seen.get(path)
        if found is None:
            found = self._seen[path] = URIRef(self.base + "id/" + "/".join(map(segment, path)))
        return found

    def graph(self, *path: str) -> URIRef:
        """The IRI of a named graph."""
        return URIRef(self.base + "graph/" + "/".join(map(segment, path)))

    def body(self, name: str) -> URIRef:
        """A body by its full name."""
        return self.thing("body", name)

    def role(self, title: str) -> URIRef:
        """A title without its body."""
        return self.thing("role", title)

    def post(self, body: str, title: str) -> URIRef:
        """A post: body and title, never person, date or qualifier."""
        return self.thing("post", body, title)

    def loose_post(self, place: str, person: str, title: str) -> URIRef:
        """A post whose body is not printed: kept apart by its holder, so that no two of them are joined."""
        return self.thing("loosepost", place, person, title)

    def person(self, place: str, name: str, apart: str | None = None) -> URIRef:
        """A person within a place; `apart` tells further people of one name from the first."""
        return self.thing("person", place, name, *([apart] if apart else []))

    def mention(self, gazette: str, name: str, capacity: str) -> URIRef:
        """A name in one gazette and one capacity."""
        return self.thing("mention", gazette, name, capacity)

    def meeting(self, ref: MeetingRef, local: str) -> URIRef:
        """A meeting by body, term and session; what lacks one of them is kept apart by `local`."""
        number = f"{_number(ref.term)}-{_number(ref.session)}"
        if ref.term is None or ref.session is None:
            return self.thing("meeting", ref.body, number, local)
        return self.thing("meeting", ref.body, number)


def _number(value: int | None) -> str:
    return "_" if value is None else str(value)
