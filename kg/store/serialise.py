"""Statements in the forms of RDF that other programs read, written as they come, in flat memory."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import IO, Any

from pyoxigraph import Literal, Quad, RdfFormat, Triple, parse, serialize

from kg.model.errors import OutputError
from kg.store.jsonld import write_jsonld

CHUNK_LINES = 50_000
# Forms that tell which graph states what; the others hold triples alone.
OF_GRAPHS = {"trig": RdfFormat.TRIG, "nquads": RdfFormat.N_QUADS}
OF_TRIPLES = {"turtle": RdfFormat.TURTLE, "ntriples": RdfFormat.N_TRIPLES, "rdfxml": RdfFormat.RDF_XML}

# What XML 1.0 allows no document to hold, not even escaped; and the carriage return, which Oxigraph writes as it is and
# every XML reader takes for a line feed.
_FORBIDDEN = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def serialise(lines: Iterable[str], form: str, prefixes: Mapping[str, str], target: IO[bytes]) -> None:
    """Write lines of N-Quads or N-Triples to `target`, in their order, in one of the forms above.

    Lines of a form of triples must name no graph. Raises OutputError when a line is no statement, or holds a character
    that RDF/XML cannot hold.
    """
    try:
        if form in OF_GRAPHS:
            serialize(_quads(lines), output=target, format=OF_GRAPHS[form], prefixes=dict(prefixes))
        else:
            triples = (quad.triple for quad in _quads(lines))
            wanted = _fit_for_xml(triples) if form == "rdfxml" else triples
            serialize(wanted, output=target, format=OF_TRIPLES[form], prefixes=dict(prefixes))
    except (SyntaxError, ValueError) as error:
        raise OutputError(f"the statements cannot be written as {form} ({error}); build again") from error


def serialise_jsonld(lines: Iterable[str], context: Mapping[str, Any], target: IO[bytes]) -> None:
    """Write lines of N-Quads, those of a graph and of a thing together, as JSON-LD with a context of short names.

    Raises OutputError when a line is no statement.
    """
    try:
        write_jsonld(_quads(lines), context, target)
    except (SyntaxError, ValueError) as error:
        raise OutputError(f"the statements cannot be written as jsonld ({error}); build again") from error


def _quads(lines: Iterable[str]) -> Iterator[Quad]:
    source = iter(lines)
    while chunk := list(islice(source, CHUNK_LINES)):
        yield from parse(input="".join(chunk).encode(), format=RdfFormat.N_QUADS)


def _fit_for_xml(triples: Iterable[Triple]) -> Iterator[Triple]:
    """A letter that is left out would be another text, so nothing is written."""
    for triple in triples:
        value = triple.object
        if isinstance(value, Literal) and (found := _FORBIDDEN.search(value.value)):
            raise OutputError(
                f"{triple.subject}: holds the character U+{ord(found.group()):04X}, which RDF/XML does not keep; "
                "choose turtle, or leave that gazette out"
            )
        yield triple
