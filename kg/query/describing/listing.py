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


def listed(
    graph: Graph, name: str, language: str, start: int = 0, most: int | None = None
) -> tuple[tuple[Listed, ...], int]:
    """A part of all things of a class of the ontology, such as `Person`, by IRI; and how many there are.

    IRIs begin with a place, so that things of one place stand together; only those of the part are looked up.
    """
    rows = records(graph, FOLDER / "listed.rq", **{"class": Iri(graph.prefixes["gz"] + name)})
    part = [Iri(row["thing"]) for row in rows[start : None if most is None else start + most]]
    called = labels(graph, part, language)
    return tuple(Listed(iri, called[iri]) for iri in part), len(rows)


def counted(graph: Graph, names: Iterable[str]) -> dict[str, int]:
    """How many things there are of classes of the ontology, by the class's name; 0 where there is none."""
    classes = {graph.prefixes["gz"] + name: name for name in names}
    rows = records(graph, FOLDER / "counts.rq", **{"class": [Iri(one) for one in classes]})
    found = {classes[str(row["class"])]: int(row["things"] or 0) for row in rows}
    return {name: found.get(name, 0) for name in classes.values()}
