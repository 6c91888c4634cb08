"""What things are called in a language: names of people as printed, terms of the ontology as it labels them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote

from kg.query.opening import Graph
from kg.query.rows import grouped
from kg.query.sparql import Record, described

QUESTION = Path(__file__).with_name("labels.rq")


def labels(graph: Graph, things: Iterable[str], language: str) -> dict[str, str]:
    """A label for each IRI: in the language where there is one, else any, else the IRI with its prefix."""
    wanted = sorted(set(things))
    found = {
        thing: _best(rows, language) for thing, rows in grouped(described(graph, QUESTION, "thing", wanted), "thing")
    }
    return {thing: found.get(thing) or short(graph, thing) for thing in wanted}


def spoken(rows: list[Record], language: str) -> list[Record]:
    """Statements for a reader of a language: a code as what explains it, and one language of what is told in several.

    `rows` have a `property`, a `value`, its `language` and the `code`; a text in another language alone stays.
    """
    told = {row["property"] for row in rows if row["language"] == language}
    kept = [row for row in rows if not row["language"] or row["language"] == language or row["property"] not in told]
    return [{**row, "value": row["code"] or row["value"]} for row in kept]


def short(graph: Graph, iri: str) -> str:
    """An IRI with its prefix where one is known, and with its signs as they are read."""
    known = [(space, name) for name, space in graph.prefixes.items() if iri.startswith(space)]
    space, name = max(known, key=lambda one: len(one[0]), default=("", ""))
    return unquote(f"{name}:{iri.removeprefix(space)}" if name else iri)


def _best(rows: list[Record], language: str) -> str:
    def rank(row: Record) -> tuple[bool, bool, int, str]:
        spoken = str(row["language"] or "").partition("-")[0]
        return spoken not in (language, ""), spoken == "", int(row["rank"] or 0), str(row["label"])

    return str(min(rows, key=rank)["label"])
