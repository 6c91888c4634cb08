"""`kg query`: any SPARQL question."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import asking_options
from kg.cli.output import Row, print_rows, shorten, shown
from kg.model.address import Where
from kg.model.errors import QueryError

if TYPE_CHECKING:
    from kg.query import Graph, Table


@click.command("query", short_help="Ask a SPARQL question.")
@click.argument("question")
@asking_options
def query_command(question: str, output: Where, form: str) -> None:
    """Ask a SPARQL QUESTION: its text, a file that ends with .rq, or - for standard input.

    The prefixes gz, r, org, prov, foaf, skos, dct, rdf, rdfs, xsd, oa, eli and schema are known. SELECT gives rows and
    ASK true or false; CONSTRUCT and DESCRIBE give Turtle, whatever --format says.

    \b
    kg query 'SELECT ?post ?name { ?act a gz:Appointment ; gz:post/rdfs:label ?post ; gz:personName ?name }'
    kg query question.rq -g output --format csv > answer.csv
    """
    from kg.query import ask, open_graph

    text = _text(question)
    graph = open_graph(output)
    answer = ask(graph, text)
    if isinstance(answer, bool):
        click.echo(shown(answer))
    elif isinstance(answer, bytes):
        click.echo(answer, nl=False)
    else:
        print_rows(answer.columns, short_rows(answer, graph, form), form)


def _text(question: str) -> str:
    """The text of a question that is given, in a file, or on standard input. Raises `QueryError` when there is none."""
    text, where = question, "the question"
    if question == "-":
        text, where = _decoded(sys.stdin.buffer.read(), "standard input"), "standard input"
    elif question.endswith(".rq"):
        text, where = _file(Path(question)), question
    if not text.strip():
        raise QueryError(f"{where} is empty; write a SELECT, ASK or CONSTRUCT, as `kg query --help` shows")
    return text


def _file(path: Path) -> str:
    try:
        return _decoded(path.read_bytes(), str(path))
    except OSError as error:
        raise QueryError(f"{path}: cannot be read ({error.strerror}); check the path of the question") from error


def _decoded(data: bytes, where: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise QueryError(f"{where}: is not in UTF-8; save it again as UTF-8") from error


def short_rows(answer: Table, graph: Graph, form: str) -> Iterator[Row]:
    """The rows of an answer; only people are shown short IRIs."""
    from kg.query import Iri

    for row in answer.rows:
        yield row if form != "table" else [shorten(c, graph.prefixes) if isinstance(c, Iri) else c for c in row]
