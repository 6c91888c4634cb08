"""Clients that researchers use, as they use them."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from rdflib import Graph
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, POST, TURTLE, XML, SPARQLWrapper

from tests.conftest import absent

NAMES = "PREFIX foaf: <http://xmlns.com/foaf/0.1/> SELECT ?s ?name { ?s foaf:name ?name } ORDER BY ?s ?name LIMIT 5"
TRIPLES = "PREFIX foaf: <http://xmlns.com/foaf/0.1/> CONSTRUCT WHERE { ?s foaf:name ?name }"


def test_sparqlwrapper(server: str) -> None:
    wrapper = SPARQLWrapper(f"{server}/sparql")
    wrapper.setQuery(NAMES)
    wrapper.setReturnFormat(JSON)
    rows = wrapper.queryAndConvert()["results"]["bindings"]
    assert len(rows) == 5
    wrapper.setMethod(POST)
    assert wrapper.queryAndConvert()["results"]["bindings"] == rows
    wrapper.setReturnFormat(XML)
    assert len(wrapper.queryAndConvert().getElementsByTagName("result")) == 5
    wrapper.setReturnFormat(CSV)
    assert len(wrapper.queryAndConvert().decode().splitlines()) == 6
    wrapper.setQuery(TRIPLES)
    wrapper.setReturnFormat(TURTLE)
    assert len(Graph().parse(data=wrapper.queryAndConvert(), format="turtle")) > 5


def test_rdflib(server: str) -> None:
    store = SPARQLStore(f"{server}/sparql")
    rows = list(Graph(store).query(NAMES))
    assert len(rows) == 5
    assert len(set(Graph(store).objects(rows[0][0], None))) > 1


def test_curl(server: str) -> None:
    curl = shutil.which("curl")
    if curl is None:
        absent("curl is not installed")
    command = [curl, "-sSf", "--data-urlencode", f"query={NAMES}", f"{server}/sparql"]
    done = subprocess.run(command, capture_output=True, check=True)
    assert len(json.loads(done.stdout)["results"]["bindings"]) == 5


@pytest.fixture(scope="module")
def comunica() -> Path:
    """The command of Comunica, installed once into the virtual environment: its pages are no pages of ours."""
    folder = Path(sys.prefix) / "comunica"
    shutil.copytree(Path(__file__).parent / "comunica", folder, dirs_exist_ok=True)
    command = folder / "node_modules" / ".bin" / "comunica-sparql"
    npm = shutil.which("npm")
    if npm is None:
        absent("npm is not installed")
    if not command.exists():
        install = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        done = subprocess.run(install, cwd=folder, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            absent(f"npm cannot install Comunica: {done.stderr.strip()}")
    return command


@pytest.mark.slow
def test_comunica(server: str, comunica: Path) -> None:
    def ask(source: str, query: str) -> list[dict[str, dict[str, str]]]:
        command = [comunica, source, query, "-t", "application/sparql-results+json"]
        done = subprocess.run(command, capture_output=True, check=True)
        rows: list[dict[str, dict[str, str]]] = json.loads(done.stdout)["results"]["bindings"]
        return rows

    # the bare address is known for an endpoint by its service description
    assert ask(f"{server}/sparql", NAMES) == ask(f"sparql@{server}/sparql", NAMES)
    assert len(ask(f"{server}/sparql", NAMES)) == 5
    # a document of RDF, found by its Accept header, asked on the client's side
    labels = "SELECT ?s { ?s <http://www.w3.org/2000/01/rdf-schema#label> ?label } LIMIT 3"
    assert len(ask(f"{server}/ontology", labels)) == 3
