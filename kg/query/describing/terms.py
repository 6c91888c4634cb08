"""The terms that a question may be written with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kg.query.describing.labels import short
from kg.query.opening import Graph
from kg.query.rows import grouped
from kg.query.sparql import records

QUESTION = Path(__file__).with_name("terms.rq")


@dataclass(frozen=True, slots=True)
class NamedTerm:
    """A class or a property: its name with the prefix, `class` or `property`, and its labels in both languages."""

    name: str
    kind: str
    zh: str
    en: str


def terms(graph: Graph) -> tuple[NamedTerm, ...]:
    """The classes and properties of the ontology that the graph holds, by name."""
    found = []
    for term, rows in grouped(records(graph, QUESTION), "term"):
        called = {str(row["language"]).partition("-")[0]: str(row["label"]) for row in reversed(rows)}
        kind = "class" if str(rows[0]["kind"]).endswith("#Class") else "property"
        found.append(NamedTerm(short(graph, term), kind, called.get("zh", ""), called.get("en", "")))
    return tuple(sorted(found, key=lambda one: one.name))
