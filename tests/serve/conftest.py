"""A real server, asked over the net as its users ask it."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

SECONDS = "2"


@contextmanager
def running(output: Path, *options: str) -> Iterator[str]:
    """The address of `kg serve` on a free port; it has to end well when it is told to."""
    command = [Path(sys.executable).with_name("kg"), "serve", "-g", output, "--port", "0", *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8") as process:
        assert process.stderr is not None
        try:
            found = re.search(r"http://\S+(?=/sparql)", process.stderr.readline())
            assert found, process.stderr.read()
            root = found.group()
            # the socket listens already; the first answer comes when the workers are there
            httpx.get(f"{root}/status", timeout=60).raise_for_status()
            yield root
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(30)


@pytest.fixture(scope="session")
def server(examples_build: Path) -> Iterator[str]:
    """A server of the examples with a short time limit and few rows."""
    with running(examples_build, "--timeout", SECONDS, "--max-rows", "1000", "--workers", "2") as root:
        yield root


@pytest.fixture
def client(server: str) -> Iterator[httpx.Client]:
    """A client that knows the address."""
    with httpx.Client(base_url=server, timeout=30) as known:
        yield known
