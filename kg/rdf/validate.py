"""Checks statements against the shapes, and quotes against their text; gives back the broken facts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any, Protocol

from rdflib import Graph, Literal, Namespace
from rdflib.namespace import RDF, SH

from kg.model.facts import Evidence
from kg.model.gazette import Gazette
from kg.rdf.names import DEFAULT_BASE
from kg.rdf.ontology import read_ontology

_LAYOUT = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Violation:
    """One broken fact: which, what is wrong with it, and where its text stands when that is known."""

    gazette: str | None
    line: int | None
    message: str
    focus: str
    value: str | None = None


class GraphSource(Protocol):
    """What a store must give to be checked: `kg.store.Store` does."""

    def graphs(self) -> Iterator[str]:
        """The IRIs of the named graphs."""

    def graph_lines(self, graph: str) -> bytes:
        """One named graph as N-Triples."""


def check(store: GraphSource, base: str = DEFAULT_BASE) -> Iterator[Violation]:
    """The broken facts of a build, graph by graph, in the order of graphs; nothing when all is well.

    Memory holds one graph at a time. Raises OutputError when the shapes are not found.
    """
    shapes = read_ontology("shapes.ttl", base)
    for graph in store.graphs():
        if not graph.endswith("graph/ontology"):
            yield from check_graph(store.graph_lines(graph), shapes, base)


def check_graph(triples: bytes, shapes: Graph, base: str = DEFAULT_BASE) -> Iterator[Violation]:
    """The broken facts of one named graph, given as N-Triples."""
    # pyshacl takes long to import, and only `kg check` needs it.
    from pyshacl import validate

    data = Graph().parse(data=_needed(triples, shapes, base), format="nt")
    conforms, report, _ = validate(data, shacl_graph=shapes, advanced=False, meta_shacl=False)
    if not conforms:
        gz = Namespace(base + "ontology#")
        found = [_violation(report, result, data, gz) for result in report.subjects(RDF.type, SH.ValidationResult)]
        yield from sorted(found, key=lambda v: (v.gazette or "", v.line or 0, v.focus, v.message, v.value or ""))


def _needed(triples: bytes, shapes: Graph, base: str) -> bytes:
    """The triples that the shapes look at, and those that say where a fact stands: a third of all."""
    paths = {
        *map(str, shapes.objects(None, SH.path)),
        *map(str, shapes.objects(None, SH.targetSubjectsOf)),
        str(RDF.type),
        base + "ontology#stem",
        base + "ontology#startLine",
    }
    wanted = {f"<{path}>".encode() for path in paths}
    return b"".join(line for line in triples.splitlines(keepends=True) if line.split(b" ", 2)[1] in wanted)


def _violation(report: Graph, result: Any, data: Graph, gz: Namespace) -> Violation:
    focus, value = report.value(result, SH.focusNode), report.value(result, SH.value)
    messages = sorted(map(str, report.objects(result, SH.resultMessage)))
    stem = next(iter(sorted(map(str, data.objects(None, gz.stem)))), None)
    shown = None if value is None or value == focus else str(value)
    return Violation(stem, _line(data, focus, gz), "; ".join(messages), str(focus), shown)


def _line(data: Graph, focus: Any, gz: Namespace) -> int | None:
    """The first line of a span, or of the evidence of a fact."""
    spans = [focus, *data.objects(focus, gz.evidence)]
    lines = [line.toPython() for span in spans for line in data.objects(span, gz.line) if isinstance(line, Literal)]
    lines += [line.toPython() for line in data.objects(focus, gz.startLine) if isinstance(line, Literal)]
    return min((line for line in lines if isinstance(line, int)), default=None)


def check_quotes(gazette: Gazette) -> Iterator[Violation]:
    """The facts whose words are not in the text between their offsets, or do not touch their lines.

    The quote may leave out what stands between its parts (a list's shared head, then one name): its characters must
    stand in the passage in their order. Layout is left out on both sides.
    """
    for evidence in _evidence(gazette):
        for message in _broken(gazette, evidence):
            line = evidence.lines[0] if evidence.lines else None
            yield Violation(gazette.source.stem, line, message, evidence.rule, evidence.text[:80])


def _evidence(gazette: Gazette) -> Iterator[Evidence]:
    if gazette.masthead.evidence is not None:
        yield gazette.masthead.evidence
    for column in fields(gazette):
        values = getattr(gazette, column.name)
        if isinstance(values, list):
            yield from (value.evidence for value in values if hasattr(value, "evidence"))


def _broken(gazette: Gazette, evidence: Evidence) -> Iterator[str]:
    source = gazette.source
    if not 0 <= evidence.start <= evidence.end <= len(source.text):
        yield "offsets outside the text"
        return
    if not all(1 <= line <= len(source) for line in evidence.lines) or len(evidence.lines) == 0:
        yield "lines outside the text"
        return
    if evidence.start < evidence.end and source.line_of(evidence.start) not in evidence.lines:
        yield "the passage begins on a line that is not among its lines"
    passage = _LAYOUT.sub("", source.text[evidence.start : evidence.end])
    if not _in_order(_LAYOUT.sub("", evidence.text), passage):
        yield "the words are not in the text between their offsets"


def _in_order(quote: str, passage: str) -> bool:
    rest = iter(passage)
    return quote in passage or all(character in rest for character in quote)
