"""A server of the examples and one of hostile names, each started once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from kg.query import Graph, open_graph
from tests.pages.hostile import build_hostile
from tests.serve.conftest import running


@pytest.fixture(scope="session")
def site(examples_build: Path) -> Iterator[str]:
    """The address of a server of the examples."""
    with running(examples_build, "--timeout", "3", "--max-rows", "2000", "--workers", "2") as root:
        yield root


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server of names that try to do harm."""
    with running(build_hostile(tmp_path_factory.mktemp("hostile")), "--workers", "2") as root:
        yield root


@pytest.fixture
def reader(site: str) -> Iterator[httpx.Client]:
    """Asks for pages as a browser does."""
    accept = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
    with httpx.Client(base_url=site, timeout=30, headers={"Accept": accept, "Accept-Language": "en"}) as client:
        yield client


@pytest.fixture(scope="session")
def graph(examples_build: Path) -> Graph:
    """The examples, opened."""
    return open_graph(examples_build)
