"""Analyses of the network as answers."""

from __future__ import annotations

from kg.answers.network import network_rows
from kg.api.answer import NetworkAnswer
from kg.model.errors import QueryError
from kg.network.analyse import KINDS, MEASURES, Known, analyse, asked
from kg.query import Graph


def analysed(
    graph: Graph,
    known: Known,
    kind: str,
    *,
    body: str | None,
    on: str | None,
    between: tuple[str, str] | None,
    possible: bool,
    yearly: bool,
    by: str,
    largest: int,
) -> NetworkAnswer:
    """The analysis of a kind. Raises `QueryError` for a kind or a measure that there is not, and as `asked` does."""
    _check("analysis", kind, tuple(KINDS))
    _check("measure of centrality", by, MEASURES)
    scope, bodies = asked(graph, body=body, on=on, between=between, possible=possible)
    found = analyse(kind, known, scope, yearly=yearly, largest=largest, by=by)
    flat = network_rows(found, yearly=yearly)
    shown = tuple(name for name in flat.columns if not name.endswith("iri") and name != "derived")
    title = "，".join((kind, *(one.name for one in bodies[:3]))) + ("…" if len(bodies) > 3 else "")
    notes = tuple(f"Left out: {_in_python(reason)}" for reason in found.left_out)
    cells = tuple(map(tuple, flat.rows))
    return NetworkAnswer(
        title, found, found.rows, flat.columns, cells, dict(flat.kinds), notes, shown=shown, analysis=found
    )


def _in_python(reason: str) -> str:
    """A reason that names an option as Python writes it."""
    return reason.replace("--possible", "possible=True").replace("--largest", "largest=")


def _check(what: str, given: str, known: tuple[str, ...]) -> None:
    if given not in known:
        raise QueryError(f"{given!r} is no {what}; there are: {', '.join(known)}")
