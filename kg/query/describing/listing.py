"""Lists of all things of a kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kg.query.describing.labels import labels
from kg.query.opening import Graph
from kg.query.sparql import Iri, records

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Listed:
    """A thing in a list: its IRI and what it is called."""

    iri: Iri
    label: str


def listed(graph: Graph, name: str, language: str) -> tuple[Listed, ...]:
    """All things of a class of the ontology, such as `Person`, by label and IRI."""
    rows = records(graph, FOLDER / "listed.rq", **{"class": Iri(graph.prefixes["gz"] + name)})
    called = labels(graph, (str(row["thing"]) for row in rows), language)
    return tuple(
        sorted((Listed(Iri(thing), label) for thing, label in called.items()), key=lambda one: (one.label, one.iri))
    )


def counted(graph: Graph, names: Iterable[str]) -> dict[str, int]:
    """How many things there are of classes of the ontology, by the class's name; 0 where there is none."""
    classes = {graph.prefixes["gz"] + name: name for name in names}
    rows = records(graph, FOLDER / "counts.rq", **{"class": [Iri(one) for one in classes]})
    found = {classes[str(row["class"])]: int(row["things"] or 0) for row in rows}
    return {name: found.get(name, 0) for name in classes.values()}
