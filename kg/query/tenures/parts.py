"""The bodies that are part of another."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kg.query.opening import Graph
from kg.query.sparql import Iri, records

QUESTION = Path(__file__).with_name("parts.rq")


def parts(graph: Graph, bodies: Iterable[str]) -> dict[str, str]:
    """The bodies right below some bodies: their names by IRI."""
    rows = records(graph, QUESTION, body=map(Iri, sorted(bodies)))
    return {str(row["part"]): str(row["name"]) for row in rows}


def with_parts(graph: Graph, body: str) -> list[str]:
    """A body and all below it."""
    found, fresh = {body}, {body}
    while fresh:
        fresh = set(parts(graph, fresh)) - found
        found |= fresh
    return sorted(found)
