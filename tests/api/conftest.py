"""The build of the examples, opened from Python."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import kg
from kg.api import KnowledgeGraph


@pytest.fixture(scope="session")
def g(examples_build: Path) -> Iterator[KnowledgeGraph]:
    with kg.open(examples_build) as opened:
        yield opened
