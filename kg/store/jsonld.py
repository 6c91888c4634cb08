"""JSON-LD that people can read: one object a thing and graph, with the short names of a context.

It is written as the statements come, so memory holds one thing at a time.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import IO, Any

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
XSD = "http://www.w3.org/2001/XMLSchema#"
# As JSON writes it, and small enough for every reader of JSON to keep it.
_WHOLE = re.compile(r"0|-?[1-9]\d{0,14}")


class Terms:
    """The names that a context gives: of properties with the type of their values, of types, and of all else."""

    def __init__(self, context: Mapping[str, Any]) -> None:
        self._context = context
        self._spaces = [(name, space) for name, space in context.items() if isinstance(space, str) and ":" in space]
        self._spaces = [(name, space) for name, space in self._spaces if not name.startswith("@")]
        self._spaces.sort(key=lambda pair: -len(pair[1]))
        self._properties = {
            self.full(term["@id"]): (name, term.get("@type"))
            for name, term in context.items()
            if isinstance(term, dict)
        }

    def full(self, short: str) -> str:
        """An IRI whose prefix is known, in full; anything else as it is."""
        name, colon, rest = short.partition(":")
        space = self._context.get(name)
        return space + rest if colon and isinstance(space, str) and not rest.startswith("//") else short

    def short(self, iri: str) -> str:
        """An IRI with its prefix, where reading it gives the same IRI."""
        for name, space in self._spaces:
            if iri.startswith(space) and self.full(short := f"{name}:{iri.removeprefix(space)}") == iri:
                return short
        return iri

    def of_type(self, iri: str) -> str:
        """A type: one of ours without its prefix."""
        local = iri.removeprefix(self._context["@vocab"])
        plain = local != iri and local.isalnum() and local not in self._context
        return local if plain else self.short(iri)

    def of_property(self, iri: str) -> tuple[str, str | None]:
        """The name of a property and the type that its values have, in full; one without a name has its prefix."""
        name, coerced = self._properties.get(iri, (self.short(iri), None))
        return name, coerced if coerced in (None, "@id") else self.full(coerced)

    def value(self, term: object, coerced: str | None) -> Any:
        """A value of a property whose values have the type `coerced`."""
        if isinstance(term, NamedNode):
            return self.short(term.value) if coerced == "@id" else {"id": self.short(term.value)}
        if not isinstance(term, Literal):
            raise TypeError(f"no value in JSON-LD: {term}")
        kind, text = term.datatype.value, term.value
        if term.language is not None:
            return {"@value": text, "@language": term.language}
        if kind == XSD + "string":
            return text if coerced is None else {"@value": text}
        if coerced in (None, kind) and kind == XSD + "boolean" and text in ("true", "false"):
            return text == "true"
        if coerced in (None, kind) and kind == XSD + "integer" and _WHOLE.fullmatch(text):
            return int(text)
        return text if coerced == kind else {"@value": text, "@type": self.short(kind)}


def write_jsonld(quads: Iterable[Quad], context: Mapping[str, Any], target: IO[bytes]) -> None:
    """Write statements that come graph by graph and thing by thing, in that order. Raises OSError as `target` does."""
    terms = Terms(context)
    target.write(b'{"@context": ' + _json(context) + b',\n"@graph": [')
    between = b"\n"
    for graph, group in groupby(quads, lambda quad: quad.graph_name):
        things = groupby(group, lambda quad: quad.subject)
        nodes = (_json(_node(terms, str(getattr(subject, "value", subject)), same)) for subject, same in things)
        if isinstance(graph, DefaultGraph):
            for node in nodes:
                target.write(between + node)
                between = b",\n"
        else:
            _write_graph(terms.short(str(getattr(graph, "value", graph))), nodes, between, target)
            between = b",\n"
    target.write(b"\n]}\n")


def _write_graph(name: str, nodes: Iterator[bytes], between: bytes, target: IO[bytes]) -> None:
    target.write(between + b'{"id": ' + _json(name) + b', "@graph": [')
    separator = b"\n"
    for node in nodes:
        target.write(separator + node)
        separator = b",\n"
    target.write(b"\n]}")


def _node(terms: Terms, subject: str, quads: Iterable[Quad]) -> dict[str, Any]:
    types: list[str] = []
    values: dict[str, list[Any]] = {}
    for quad in quads:
        if quad.predicate.value == TYPE and isinstance(quad.object, NamedNode):
            types.append(terms.of_type(quad.object.value))
        else:
            name, coerced = terms.of_property(quad.predicate.value)
            values.setdefault(name, []).append(terms.value(quad.object, coerced))
    node: dict[str, Any] = {"id": terms.short(subject)}
    if types:
        node["type"] = _one_or_all(types)
    return node | {name: _one_or_all(every) for name, every in sorted(values.items())}


def _one_or_all(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode()
