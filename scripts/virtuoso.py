"""A Virtuoso server of our own on loopback, in a folder, for the time of a `with`."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from pathlib import Path
from types import TracebackType

import httpx

SETTINGS = """\
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
FileExtend = 200
[TempDatabase]
DatabaseFile = {folder}/temp.db
TransactionFile = {folder}/temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
CheckpointInterval = 0
NumberOfBuffers = 340000
MaxDirtyBuffers = 250000
MaxQueryMem = 2G
DirsAllowed = {folder}
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 10
[SPARQL]
ResultSetMaxRows = 10000000
MaxQueryCostEstimationTime = 0
MaxQueryExecutionTime = 0
DefaultQuery = SELECT * {{ ?s ?p ?o }} LIMIT 1
"""
READY_SECONDS = 60


class Virtuoso:
    """Starts the server, loads statements by its bulk loader, and stops it."""

    graph = "urn:all"

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sql, http = free_port(), free_port()
        self.endpoint = f"http://127.0.0.1:{http}/sparql"
        folder.mkdir(parents=True)
        settings = SETTINGS.format(folder=folder, sql=self._sql, http=http)
        (folder / "virtuoso.ini").write_text(settings, encoding="utf-8")

    def __enter__(self) -> Virtuoso:
        self._process = subprocess.Popen(
            ["virtuoso-t", "-f", "-c", "virtuoso.ini"],
            cwd=self._folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for _ in range(READY_SECONDS * 2):
            try:
                httpx.get(self.endpoint, timeout=5)
                return self
            except httpx.TransportError:
                time.sleep(0.5)
        self._process.kill()
        raise RuntimeError(f"Virtuoso did not start; see {self._folder}/virtuoso.log")

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._process.terminate()
        self._process.wait()

    def load(self, statements: Path) -> None:
        """Load a file of N-Triples into `graph`."""
        started = time.perf_counter()
        inside = self._folder / "load" / statements.name
        inside.parent.mkdir()
        shutil.move(statements, inside)
        self._run(f"ld_dir('{inside.parent}', '*.nt', '{self.graph}'); rdf_loader_run(); checkpoint;")
        shutil.move(inside, statements)
        print(f"virtuoso: loaded in {time.perf_counter() - started:,.0f} s", flush=True)

    def _run(self, sql: str) -> None:
        # its own user and the password that a new database has; nothing but loopback reaches it
        command = ["isql-vt", f"127.0.0.1:{self._sql}", "dba", "dba", f"exec={sql}"]
        subprocess.run(command, check=True, capture_output=True)


def free_port() -> int:
    """A port that nothing listens at."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])
