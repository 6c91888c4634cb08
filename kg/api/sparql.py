"""SPARQL by the form of its answer, so that each method gives one type."""

from __future__ import annotations

from typing import TypeVar

from kg.answers.flat import Flat
from kg.api.answer import Answer, answer_of
from kg.model.errors import QueryError
from kg.query import Graph, Table, ask
from kg.query.sparql import Record

Form = TypeVar("Form")


def rows_of(graph: Graph, sparql: str, title: str = "SPARQL") -> Answer[Record]:
    """The rows of a SELECT. Raises `QueryError` when the question is not valid or asks for something else."""
    return answer_of_table(_wanted(ask(graph, sparql), Table, "query takes a SELECT"), title)


def answer_of_table(table: Table, title: str) -> Answer[Record]:
    """An answer of the rows of a SELECT."""
    cells = list(table.rows)
    rows = tuple(dict(zip(table.columns, row, strict=True)) for row in cells)
    return answer_of(title, rows, rows, Flat(table.columns, cells))


def is_true(graph: Graph, sparql: str) -> bool:
    """The answer of an ASK. Raises as `rows_of`."""
    return _wanted(ask(graph, sparql), bool, "is_true takes an ASK")


def construct(graph: Graph, sparql: str) -> str:
    """The answer of a CONSTRUCT or DESCRIBE as Turtle. Raises as `rows_of`."""
    return _wanted(ask(graph, sparql), bytes, "turtle takes a CONSTRUCT or DESCRIBE").decode("utf-8")


def _wanted(answer: object, form: type[Form], what: str) -> Form:
    if not isinstance(answer, form):
        raise QueryError(f"{what}; ask a SELECT with query, an ASK with is_true, a CONSTRUCT or DESCRIBE with turtle")
    return answer
