"""Servers of each engine: one that holds the examples, and one to write into."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from click.testing import CliRunner, Result

from kg.cli import main
from kg.model.address import Address
from kg.store.load import Target
from tests.engines.servers import SERVERS, Server

Kg = Callable[..., Result]


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the environment of whoever runs the tests says must not matter."""
    for name in ("KG_STORE", "KG_STORE_USER", "KG_STORE_PASSWORD", "KG_BASE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def kg() -> Kg:
    """Runs the command."""
    return lambda *arguments: CliRunner().invoke(main, list(arguments))


@pytest.fixture(scope="session", params=SERVERS)
def loaded(
    request: pytest.FixtureRequest, examples_build: object, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    """A server of each engine into which `kg load` has sent the examples; not to be written to."""
    with SERVERS[request.param](tmp_path_factory.mktemp(request.param)) as server:
        done = CliRunner().invoke(main, ["load", str(examples_build), "--to", server.write])
        assert done.exit_code == 0, done.output
        yield server


@pytest.fixture(scope="module", params=SERVERS)
def running(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of each engine to write into."""
    with SERVERS[request.param](tmp_path_factory.mktemp(request.param)) as server:
        yield server


@pytest.fixture
def server(running: Server) -> Server:
    """The same, emptied of all graphs of builds."""
    target = Target(Address(running.write))
    rows = target.reader.raw('SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } FILTER(CONTAINS(STR(?g), "/graph/")) }')
    for (graph,) in list(rows):
        target.update([f"DROP SILENT GRAPH <{graph}>"])
    target.close()
    return running
