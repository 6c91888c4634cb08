"""What workers do: functions of the graph that give bytes. They run in their own process and can be stopped there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.model.errors import RequestError
from kg.publish.serve.negotiate import choose
from kg.query import Graph
from kg.query.results import (
    TRIPLE_FORMS,
    Written,
    asks_elsewhere,
    written_answer,
    written_graph,
    written_thing,
    written_turtle,
)


@dataclass(frozen=True, slots=True)
class Question:
    """A query operation of the SPARQL protocol, with what the client likes to get."""

    text: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    accept: str = ""
    wanted: str | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """The body of an answer, its media type, the limit that cut it (0: none did), and other forms that it has."""

    body: bytes
    media: str
    truncated: int = 0
    alternates: tuple[str, ...] = ()


def answer(graph: Graph, question: Question, max_rows: int) -> Reply:
    """Ask a question. Raises `QueryError` when it is not valid, `RequestError` when it is refused."""
    if asks_elsewhere(question.text, graph.prefixes):
        raise RequestError(403, "SERVICE is not allowed: this server asks no other server; ask that one yourself")
    media = ""

    def pick(forms: Sequence[str]) -> str:
        nonlocal media
        form, media = choose(question.accept, question.wanted, forms)
        return form

    written = written_answer(graph, question.text, pick, max_rows, question.default_graphs, question.named_graphs)
    return Reply(written.body, media, max_rows if written.truncated else 0)


def thing(graph: Graph, iri: str, accept: str, wanted: str | None, limit: int) -> Reply:
    """What is stated of a thing, and what points to it. Raises `RequestError` (404) when nothing is."""
    form, media = choose(accept, wanted, TRIPLE_FORMS)
    written = _found(written_thing(graph, iri, form, limit), iri)
    return Reply(written.body, media, limit if written.truncated else 0, TRIPLE_FORMS)


def whole_graph(graph: Graph, iri: str | None, accept: str, wanted: str | None) -> Reply:
    """All that a graph holds. Raises `RequestError` (404) when there is none of this name."""
    form, media = choose(accept, wanted, TRIPLE_FORMS)
    return Reply(_found(written_graph(graph, iri, form), iri or "the default graph").body, media)


def described(graph: Graph, turtle: str, accept: str, wanted: str | None) -> Reply:
    """A description in Turtle in the form that the client likes best."""
    form, media = choose(accept, wanted, TRIPLE_FORMS)
    return Reply(written_turtle(graph, turtle, form).body, media)


def _found(written: Written | None, what: str) -> Written:
    if written is None:
        raise RequestError(404, f"nothing is known of {what}")
    return written
