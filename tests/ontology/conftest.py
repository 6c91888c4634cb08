"""The statements of the example gazettes, which the ontology is held against."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Graph

from kg.rdf.names import DEFAULT_BASE
from kg.rdf.nquads import split_line
from kg.rdf.ontology import whole_ontology


@pytest.fixture(scope="session")
def ontology() -> Graph:
    """All parts of the ontology."""
    return whole_ontology()


@pytest.fixture(scope="session")
def statements(examples_build: Path) -> Graph:
    """Every statement of a build of the examples but those of the ontology itself."""
    with (examples_build / "graph.nq").open(encoding="utf-8") as lines:
        parts = [split_line(line.rstrip("\n")) for line in lines]
    told = "".join(f"{triple} .\n" for triple, graph in parts if graph != DEFAULT_BASE + "graph/ontology")
    return Graph().parse(data=told, format="nt")
