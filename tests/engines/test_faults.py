"""What is said when a server is not there, is no SPARQL server, or gives no whole answer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.engines.conftest import Kg
from tests.engines.servers import free_port, virtuoso

JSON = "application/sparql-results+json"
YES = b'{"head":{},"boolean":true}'


@contextmanager
def answering(status: int, headers: dict[str, str], body: bytes) -> Iterator[str]:
    """A web server that says yes to the first question, and the same to all others."""

    class Handler(BaseHTTPRequestHandler):
        asked = 0

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            type(self).asked += 1
            first = type(self).asked == 1 and status != 404
            self.send_response(200 if first else status)
            for name, value in ({"Content-Type": JSON} if first else headers).items():
                self.send_header(name, value)
            self.send_header("Connection", "close")
            self.end_headers()
            self.wfile.write(YES if first else body)

        def log_message(self, *_: object) -> None:
            """Nothing: what is said belongs to the test."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/sparql"
        server.shutdown()


FAULTS = {
    "no SPARQL here": (404, {"Content-Type": "text/html"}, b"<html>"),
    "not allowed": (403, {"Content-Type": "text/plain"}, b"go away"),
    "answers text/html": (200, {"Content-Type": "text/html"}, b"<html>welcome</html>"),
    "cannot be read": (200, {"Content-Type": JSON}, b'{"head":{"vars":["x"]},"results":{"bindings":[{"x":'),
    "only a part": (200, {"Content-Type": JSON, "X-SPARQL-MaxRows": "1"}, YES),
    "broke off": (200, {"Content-Type": JSON, "Content-Length": "4000"}, YES),
    "failed (503): busy": (503, {"Content-Type": "text/plain"}, b"busy"),
}


@pytest.mark.parametrize("said", FAULTS)
def test_an_answer_that_is_none(said: str, kg: Kg) -> None:
    with answering(*FAULTS[said]) as url:
        done = kg("query", "SELECT ?x { ?x a gz:Body }", "--store", url)
    assert done.exit_code == 3
    assert said in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize("url", ["nonsense", "ftp://127.0.0.1/sparql", "http://"])
def test_what_is_no_address(url: str, kg: Kg) -> None:
    done = kg("demands", "--store", url)
    assert done.exit_code == 3
    assert "address" in done.stderr


def test_nobody_is_there(kg: Kg) -> None:
    done = kg("demands", "--store", f"http://user:secret@127.0.0.1:{free_port()}/sparql")
    assert done.exit_code == 3
    assert "cannot be reached" in done.stderr and "secret" not in done.stderr


def test_a_limit_of_rows_is_noticed(kg: Kg, examples_build: Path, tmp_path: Path) -> None:
    with virtuoso(tmp_path, "ResultSetMaxRows = 100") as server:
        assert kg("load", str(examples_build), "--to", server.write).exit_code == 0
        done = kg("query", "SELECT ?g { ?g a gz:GazetteGraph }", "--store", server.ask)
        cut = kg("query", "SELECT ?s ?p ?o { ?s ?p ?o }", "--store", server.ask)
    assert cut.exit_code == 3
    assert "only a part" in cut.stderr
    assert done.exit_code == 0
