"""One SPARQL question and its answer: rows of a SELECT, yes or no of an ASK, Turtle of a CONSTRUCT."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QuerySolutions,
    RdfFormat,
    Triple,
    serialize,
)

from kg.model.errors import QueryError
from kg.query.opening import Graph

AT_ONCE = 2000
XSD = "http://www.w3.org/2001/XMLSchema#"
_VALUES = re.compile(r"VALUES \?(?P<name>\w+) \{[^{}]*\}")


class Iri(str):
    """The IRI of a thing, told apart from a text that happens to look like one."""

    __slots__ = ()


Cell = str | int | float | bool | None
Record = dict[str, Cell]


@dataclass(frozen=True, slots=True)
class Table:
    """The answer of a SELECT; the rows can be gone through once."""

    columns: tuple[str, ...]
    rows: Iterator[tuple[Cell, ...]]


def ask(graph: Graph, sparql: str) -> Table | bool | bytes:
    """Ask a question with the known prefixes; every statement stands in the default graph once.

    A SELECT gives a `Table`, an ASK a bool, a CONSTRUCT or DESCRIBE Turtle in UTF-8. Raises `QueryError` when the
    question is not valid or its evaluation fails.
    """
    try:
        answer = graph.store.query(sparql, graph.prefixes)
    except QueryError as error:
        raise QueryError(f"{error}; compare it with the examples of `kg query --help`") from error
    if isinstance(answer, QuerySolutions):
        return Table(tuple(variable.value for variable in answer.variables), _rows(answer))
    if isinstance(answer, QueryBoolean):
        return bool(answer)
    return turtle(answer, graph.prefixes)


def records(graph: Graph, question: Path, **given: str | int | Iterable[str]) -> list[Record]:
    """The rows of the SELECT in a `.rq` file, by column; `given` takes the place of the examples in its VALUES.

    A string is a text, an `Iri` a thing; of several, the rows of all are given. Raises `QueryError` as `ask` does.
    """
    several = {name: [one] if isinstance(one, str | int) else list(one) for name, one in given.items()}
    table = ask(graph, fill(question.read_text(encoding="utf-8"), several))
    if not isinstance(table, Table):
        raise TypeError(f"{question.name} is no SELECT")
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def described(graph: Graph, question: Path, name: str, things: Iterable[str]) -> list[Record]:
    """The rows of a question about many things, asked for some at a time: long lists of values are slow to read."""
    ordered = [Iri(thing) for thing in sorted(set(things))]
    parts = (ordered[start : start + AT_ONCE] for start in range(0, len(ordered), AT_ONCE))
    return [row for part in parts for row in records(graph, question, **{name: part})]


def fill(sparql: str, given: Mapping[str, Iterable[str | int]]) -> str:
    """A question with other values in every `VALUES ?name { … }` of each name.

    All are filled at once: a value may hold any text, also one that looks like the VALUES of another name.
    """
    terms = {name: " ".join(map(_term, values)) for name, values in given.items()}
    found: set[str] = set()

    def filled(match: re.Match[str]) -> str:
        if match["name"] not in terms:
            return match[0]
        found.add(match["name"])
        return f"VALUES ?{match['name']} {{ {terms[match['name']]} }}"

    text = _VALUES.sub(filled, sparql)
    for name in terms.keys() - found:
        raise ValueError(f"the question has no VALUES ?{name}")
    return text


def _term(value: str | int) -> str:
    """A value as SPARQL writes it, whatever characters it holds."""
    if isinstance(value, int):
        return str(value)
    return str(NamedNode(value)) if isinstance(value, Iri) else str(Literal(value))


def _rows(solutions: QuerySolutions) -> Iterator[tuple[Cell, ...]]:
    # What a store cannot evaluate shows only while its rows are read.
    try:
        for solution in solutions:
            yield tuple(_cell(term) for term in solution)
    except (RuntimeError, OSError, ValueError, SyntaxError) as error:
        raise QueryError(f"the question cannot be answered: {error}; make it simpler") from error


def _cell(term: object) -> Cell:
    if term is None:
        return None
    if isinstance(term, NamedNode):
        return Iri(term.value)
    if isinstance(term, BlankNode):
        return f"_:{term.value}"
    return _value(term) if isinstance(term, Literal) else str(term)


def _value(literal: Literal) -> Cell:
    kind = literal.datatype.value.removeprefix(XSD)
    if kind == "boolean":
        return literal.value in {"true", "1"}
    try:
        if kind in {"integer", "int", "long", "nonNegativeInteger", "positiveInteger"}:
            return int(literal.value)
        if kind in {"decimal", "double", "float"}:
            return float(literal.value)
    except ValueError:  # an ill-typed literal is shown as it stands
        return literal.value
    return literal.value


def turtle(triples: Iterable[Triple], prefixes: Mapping[str, str]) -> bytes:
    """Statements as Turtle, sorted and each once, because an engine promises neither; the same bytes every time."""
    body = serialize(sorted(set(triples), key=str), format=RdfFormat.TURTLE, prefixes=dict(prefixes)) or b""
    # the engine writes its prefixes in any order
    lines = body.splitlines(keepends=True)
    head = list(takewhile(lambda line: line.startswith(b"@prefix "), lines))
    return b"".join([*sorted(head), *lines[len(head) :]])
