"""Answers in the standard formats of SPARQL 1.1, cut where a limit of rows is reached.

The engine's own writers write an answer whole; a server has to stop somewhere and say so, hence the writers of rows
here.
"""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from xml.sax.saxutils import escape, quoteattr

import pyoxigraph
from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
)

from kg.model.errors import QueryError
from kg.query.opening import Graph
from kg.query.sparql import turtle

ROW_FORMS = ("json", "xml", "csv", "tsv")
TRIPLE_FORMS = ("turtle", "ntriples", "rdfxml", "jsonld")
_RDF = {
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "rdfxml": RdfFormat.RDF_XML,
    "jsonld": RdfFormat.JSON_LD,
}
_TRUTH = {
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
}
_XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SERVICE = re.compile("service", re.IGNORECASE)
_SILENT_SERVICE = re.compile(r"\bservice(?:(?:\s|#[^\n]*\n)+silent)?\b", re.IGNORECASE)
_NO_WORD_OF_SPARQL = "servicx"

Choose = Callable[[Sequence[str]], str]
Row = tuple[NamedNode | BlankNode | Literal | None, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """An answer in one form; `truncated` when it holds only the first rows or statements."""

    body: bytes
    form: str
    truncated: bool


def asks_elsewhere(sparql: str, prefixes: Mapping[str, str]) -> bool:
    """Whether a question has a SERVICE, which would make this machine ask another one.

    The engine's own parser decides: with every `service` replaced by a word that SPARQL does not know, a question is
    still valid where the word stood in a string, a comment, a name or an IRI, and no longer where it was the keyword.
    Raises `QueryError` when the question is not valid at all; it may hold a SERVICE then, and is not to be asked.
    """
    if not _SERVICE.search(sparql):
        return False
    # of the same length, so that the parser's message tells the right place
    wrong = _syntax_error(_SERVICE.sub(_NO_WORD_OF_SPARQL, sparql), prefixes)
    if wrong is None:
        return False
    # GRAPH is written as SERVICE is, and asks nobody
    if _syntax_error(_SILENT_SERVICE.sub("graph", sparql), prefixes) is None:
        return True
    raise QueryError(f"not a valid question: {wrong}")


def _syntax_error(sparql: str, prefixes: Mapping[str, str]) -> SyntaxError | None:
    try:
        pyoxigraph.Store().query(sparql, prefixes=dict(prefixes))
    except SyntaxError as error:
        return error
    return None


def written_answer(
    graph: Graph,
    sparql: str,
    choose: Choose,
    max_rows: int,
    default_graphs: Sequence[str] = (),
    named_graphs: Sequence[str] = (),
) -> Written:
    """The answer to a question as bytes in the form that `choose` picks of those that fit it.

    Raises `QueryError` when the question is not valid or cannot be answered, and what `choose` raises.
    """
    answer = graph.store.query_dataset(sparql, graph.prefixes, default_graphs, named_graphs)
    try:
        if isinstance(answer, QueryBoolean):
            form = choose(ROW_FORMS)
            return Written(answer.serialize(format=_TRUTH[form]) or b"", form, False)
        if isinstance(answer, QuerySolutions):
            return _rows(answer, choose(ROW_FORMS), max_rows)
        return written_triples(answer, choose(TRIPLE_FORMS), graph.prefixes, max_rows)
    except (RuntimeError, OSError, ValueError) as error:
        raise QueryError(f"the question cannot be answered: {error}") from error


def written_triples(
    triples: Iterator[pyoxigraph.Triple], form: str, prefixes: Mapping[str, str], limit: int
) -> Written:
    """Statements in a form of RDF, each once and sorted, at most `limit` of them."""
    found = list(islice(triples, limit + 1))
    if form == "turtle":
        return Written(turtle(found[:limit], prefixes), form, len(found) > limit)
    kept = sorted(set(found[:limit]), key=str)
    # Prefixes would be noise where the form has none, and RDF/XML may not have them all.
    named = dict(prefixes) if form == "jsonld" else None
    return Written(pyoxigraph.serialize(kept, format=_RDF[form], prefixes=named) or b"", form, len(found) > limit)


def written_thing(graph: Graph, iri: str, form: str, limit: int) -> Written | None:
    """What is stated of a thing and what points to it; `None` when there is nothing. At most `limit` each way."""
    node = _node(iri)
    found: list[pyoxigraph.Triple] = []
    cut = False
    for pattern in (f"{node} ?p ?o", f"?s ?p {node}"):
        answer = graph.store.query(f"CONSTRUCT {{ {pattern} }} WHERE {{ {pattern} }} LIMIT {limit + 1}")
        triples = list(answer) if isinstance(answer, QueryTriples) else []
        cut |= len(triples) > limit
        found += triples[:limit]
    if not found:
        return None
    written = written_triples(iter(found), form, graph.prefixes, len(found))
    return Written(written.body, form, cut)


def written_graph(graph: Graph, iri: str | None, form: str) -> Written | None:
    """All that a named graph holds, or the default graph; `None` when there is no such graph."""
    named = () if iri is None else (_node(iri).value,)
    answer = graph.store.query_dataset("CONSTRUCT WHERE { ?s ?p ?o }", {}, named)
    if not isinstance(answer, QueryTriples):
        return None
    written = written_triples(answer, form, graph.prefixes, sys.maxsize - 1)
    return written if iri is None or _holds(graph, named) else None


def written_turtle(graph: Graph, text: str, form: str) -> Written:
    """A text in Turtle in another form."""
    triples = (quad.triple for quad in pyoxigraph.parse(text.encode(), format=RdfFormat.TURTLE))
    return written_triples(triples, form, graph.prefixes, sys.maxsize - 1)


def _holds(graph: Graph, named: Sequence[str]) -> bool:
    return bool(graph.store.query_dataset("ASK { ?s ?p ?o }", {}, named))


def _node(iri: str) -> NamedNode:
    try:
        return NamedNode(iri)
    except ValueError as error:
        raise QueryError(f"not an IRI: {iri!r}; write it whole, with its scheme") from error


def _rows(answer: QuerySolutions, form: str, limit: int) -> Written:
    names = [variable.value for variable in answer.variables]
    found: list[Row] = [tuple(solution) for solution in islice(answer, limit + 1)]
    cut = len(found) > limit
    text = _WRITERS[form](names, found[:limit], cut)
    return Written(text.encode(), form, cut)


def _json(names: list[str], rows: list[Row], cut: bool) -> str:
    bindings = [
        {name: _json_term(term) for name, term in zip(names, row, strict=True) if term is not None} for row in rows
    ]
    document: dict[str, object] = {"head": {"vars": names}, "results": {"bindings": bindings}}
    if cut:
        document["warnings"] = [f"only the first {len(rows)} rows are given; ask for less, or with LIMIT and OFFSET"]
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def _json_term(term: NamedNode | BlankNode | Literal) -> dict[str, str]:
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    known = {"type": "literal", "value": term.value}
    if term.language:
        return {**known, "xml:lang": term.language}
    return known if term.datatype.value == _XSD_STRING else {**known, "datatype": term.datatype.value}


def _xml(names: list[str], rows: list[Row], cut: bool) -> str:
    head = "".join(f"<variable name={quoteattr(name)}/>" for name in names)
    body = "".join(
        "<result>"
        + "".join(
            f"<binding name={quoteattr(name)}>{_xml_term(term)}</binding>"
            for name, term in zip(names, row, strict=True)
            if term is not None
        )
        + "</result>"
        for row in rows
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><sparql xmlns="http://www.w3.org/2005/sparql-results#">'
        f"<head>{head}</head><results>{body}</results></sparql>"
    )


def _xml_term(term: NamedNode | BlankNode | Literal) -> str:
    # XML cannot hold every character; a carriage return would come back as a line feed.
    value = escape(_NOT_XML.sub("\ufffd", term.value), {"\r": "&#13;"})
    if isinstance(term, NamedNode):
        return f"<uri>{value}</uri>"
    if isinstance(term, BlankNode):
        return f"<bnode>{value}</bnode>"
    if term.language:
        return f"<literal xml:lang={quoteattr(term.language)}>{value}</literal>"
    kind = "" if term.datatype.value == _XSD_STRING else f" datatype={quoteattr(term.datatype.value)}"
    return f"<literal{kind}>{value}</literal>"


def _csv(names: list[str], rows: list[Row], cut: bool) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(names)
    for row in rows:
        writer.writerow("" if term is None else _csv_term(term) for term in row)
    return out.getvalue()


def _csv_term(term: NamedNode | BlankNode | Literal) -> str:
    return f"_:{term.value}" if isinstance(term, BlankNode) else term.value


def _tsv(names: list[str], rows: list[Row], cut: bool) -> str:
    lines = ["\t".join(f"?{name}" for name in names)]
    lines += ["\t".join("" if term is None else str(term) for term in row) for row in rows]
    return "\n".join(lines) + "\n"


_WRITERS: Mapping[str, Callable[[list[str], list[Row], bool], str]] = {
    "json": _json,
    "xml": _xml,
    "csv": _csv,
    "tsv": _tsv,
}
