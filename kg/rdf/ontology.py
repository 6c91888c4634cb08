"""Finds the folder `ontology/` and reads it, under any base."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import cast

from rdflib import BNode, Graph

from kg.model.errors import OutputError
from kg.rdf.names import DEFAULT_BASE, Names
from kg.rdf.nquads import Triple, write_lines

# What stands in the graph `graph/ontology`; the shapes do not: they are about the data and hold blank nodes.
PARTS = ("kg.ttl", "codes.ttl", "alignments.ttl")
_PACKAGE = Path(__file__).resolve().parent.parent
_PLACES = (_PACKAGE / "_ontology", _PACKAGE.parent / "ontology")


def ontology_folder() -> Path:
    """Where `kg.ttl` and `shapes.ttl` lie: `KG_ONTOLOGY`, else the packaged copy, else the root of the repository.

    Raises OutputError, naming the places, when none of them holds it.
    """
    given = os.environ.get("KG_ONTOLOGY")
    places = [Path(given)] if given else list(_PLACES)
    for place in places:
        if (place / "kg.ttl").is_file():
            return place
    tried = ", ".join(map(str, places))
    raise OutputError(f"the ontology (kg.ttl) is not in {tried}; set KG_ONTOLOGY to its folder")


def ontology_folders() -> tuple[Path, ...]:
    """The folder of the ontology that comes with the program, and behind it that of `KG_ONTOLOGY` where it is another.

    Raises OutputError as `ontology_folder` does.
    """
    own = [place for place in _PLACES if (place / "kg.ttl").is_file()][:1]
    return tuple(dict.fromkeys([*own, ontology_folder()]))


def read_ontology(name: str, base: str = DEFAULT_BASE) -> Graph:
    """A file of the ontology as a graph: one of `PARTS` or `shapes.ttl`, its own terms under `base`.

    Raises OutputError when it is not there.
    """
    path = ontology_folder() / name
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise OutputError(f"{path}: cannot be read ({error.strerror}); set KG_ONTOLOGY to a whole ontology") from error
    return Graph().parse(data=text.replace(DEFAULT_BASE, base), format="turtle")


def whole_ontology(base: str = DEFAULT_BASE) -> Graph:
    """All parts of the ontology as one graph."""
    graph = Graph()
    for name in PARTS:
        graph += read_ontology(name, base)
    return graph


def ontology_quads(base: str = DEFAULT_BASE) -> Iterator[str]:
    """The ontology as sorted N-Quads lines of the graph `graph/ontology`."""
    graph = whole_ontology(base)
    if any(isinstance(term, BNode) for triple in graph for term in triple):
        raise OutputError("the ontology holds blank nodes; give them names, or the output is not the same twice")
    triples = (cast(Triple, triple) for triple in graph)
    yield from sorted(write_lines(triples, Names(base).graph("ontology")))
