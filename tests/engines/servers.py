"""Real SPARQL servers on free ports of this machine, each with a folder of its own."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from tests.conftest import absent

PATIENCE = 60
VIRTUOSO_INI = """[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
ServerThreads = 10
NumberOfBuffers = 4000
MaxDirtyBuffers = 3000
CheckpointInterval = 0
DirsAllowed = .
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = .
ServerThreads = 5
[SPARQL]
{limits}
"""


@dataclass(frozen=True, slots=True)
class Server:
    """A server: where it is asked, and where it is sent to by somebody who may write."""

    ask: str
    write: str


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextmanager
def oxigraph(folder: Path) -> Iterator[Server]:
    """The Oxigraph server; asked by its root, sent to by its query endpoint."""
    program = Path(sys.executable).with_name("oxigraph")
    if not program.exists():
        absent(f"no Oxigraph server at {program} (pip install oxigraph)")
    root = f"http://127.0.0.1:{free_port()}"
    command = [str(program), "serve", "--location", str(folder / "store"), "--bind", root.removeprefix("http://")]
    with _running(command, folder, f"{root}/query"):
        yield Server(root, f"{root}/query")


@contextmanager
def virtuoso(folder: Path, limits: str = "") -> Iterator[Server]:
    """Virtuoso with an empty database and the user it always has; `limits` are lines of its settings for SPARQL."""
    program = shutil.which("virtuoso-t")
    if program is None:
        absent("no virtuoso-t on the PATH (apt install virtuoso-opensource-7-bin)")
    port = free_port()
    text = VIRTUOSO_INI.format(sql=free_port(), http=port, limits=limits)
    (folder / "virtuoso.ini").write_text(text, encoding="utf-8")
    place = f"127.0.0.1:{port}/sparql"
    with _running([program, "-f", "-c", str(folder / "virtuoso.ini")], folder, f"http://{place}"):
        yield Server(f"http://{place}", f"http://dba:dba@{place}")


SERVERS = {"oxigraph": oxigraph, "virtuoso": virtuoso}


@contextmanager
def _running(command: list[str], folder: Path, endpoint: str) -> Iterator[None]:
    with (folder / "output.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
        try:
            _await(process, folder, endpoint)
            yield
        finally:
            process.terminate()
            try:
                process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _await(process: subprocess.Popen[bytes], folder: Path, endpoint: str) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            if httpx.post(endpoint, data={"query": "ASK {}"}).status_code == httpx.codes.OK:
                return
        except httpx.HTTPError:
            pass
        time.sleep(0.1)
    raise AssertionError(f"{endpoint} does not answer: {(folder / 'output.log').read_text(errors='replace')}")
