"""Things by their IRI: whole, with a prefix, percent-encoded or plain."""

from __future__ import annotations

import re
from urllib.parse import unquote

from kg.query.opening import Graph
from kg.rdf.names import segment

_PREFIXED = re.compile(r"(?P<prefix>[a-z]+):(?P<rest>\S+)")
# What no IRI holds.
_UNSAFE = re.compile(r"[\x00-\x20<>\"{}|\\^`\ud800-\udfff]")


def iris(graph: Graph, typed: str) -> list[str]:
    """The IRIs that a text may mean; none where it is no IRI."""
    text = typed.removeprefix("<").removesuffix(">")
    found = _PREFIXED.fullmatch(text)
    if found is None:
        return []
    space = graph.prefixes.get(found["prefix"])
    if space is None and not found["rest"].startswith("//"):
        return []
    whole = text if space is None else space + found["rest"]
    return [iri for iri in dict.fromkeys((whole, _minted(graph, whole))) if not _UNSAFE.search(iri)]


def _minted(graph: Graph, iri: str) -> str:
    """An IRI written as the build writes it: Chinese plain, percent-encoded only what must be."""
    space = graph.prefixes["r"]
    start = unquote(iri[: len(space)]) if not iri.startswith(space) else space
    if start != space:
        return unquote(iri)
    return space + "/".join(segment(unquote(part)) for part in iri[len(space) :].split("/"))
