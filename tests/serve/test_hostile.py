"""What a server on the net meets: questions that never end, reach outside, or are too large."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from tests.serve.conftest import running

CROSS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
STRINGS = "SELECT (STRLEN(GROUP_CONCAT(CONCAT(STR(?a), STR(?d), STR(?g)))) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
SORTED = "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?f ?a"
PATHS = "SELECT (COUNT(*) AS ?n) { ?a (!<a:b>|^!<a:b>)+ ?b . ?b (!<a:b>|^!<a:b>)+ ?c }"


@pytest.mark.parametrize("bomb", [CROSS, STRINGS, SORTED, PATHS], ids=["cross", "strings", "sorted", "paths"])
def test_a_runaway_is_stopped_and_others_are_answered(client: httpx.Client, server: str, bomb: str) -> None:
    killed = client.get("/status").json()["queries"]["killed"]
    with ThreadPoolExecutor(1) as threads:
        runaway = threads.submit(httpx.get, f"{server}/sparql", params={"query": bomb}, timeout=30)
        for _ in range(5):
            assert client.get("/sparql", params={"query": "ASK {}"}).status_code == 200
        assert runaway.result().status_code in {503, 507}
    assert client.get("/status").json()["queries"]["killed"] > killed


def test_memory_is_bounded(examples_build: Path) -> None:
    with running(examples_build, "--memory", "128", "--timeout", "60", "--workers", "1") as root:
        assert httpx.get(f"{root}/sparql", params={"query": SORTED}, timeout=90).status_code == 507
        assert httpx.get(f"{root}/sparql", params={"query": "ASK {}"}, timeout=90).status_code == 200


def test_a_question_without_a_client_is_stopped(client: httpx.Client, server: str) -> None:
    killed = client.get("/status").json()["queries"]["killed"]
    with pytest.raises(httpx.ReadTimeout):
        httpx.get(f"{server}/sparql", params={"query": CROSS}, timeout=0.3)
    end = time.monotonic() + 10
    while client.get("/status").json()["queries"]["killed"] == killed and time.monotonic() < end:
        time.sleep(0.05)
    queries = client.get("/status").json()["queries"]
    assert (queries["killed"], queries["running"]) == (killed + 1, 0)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <%s> { ?s ?p ?o } }",
        "SELECT * { service silent <%s> { ?s ?p ?o } }",
        "SELECT * { BIND(<%s> AS ?x) SeRvIcE ?x { ?s ?p ?o } }",
        "PREFIX service: <%s> SELECT * { SERVICE service: { ?s ?p ?o } }",
        "SELECT * { OPTIONAL { { SELECT * { SERVICE#\n<%s> { ?s ?p ?o } } } } }",
        # read as an IRI, a comparison could hide what follows
        "SELECT * { BIND(<%s> AS ?x) FILTER(1<2)SERVICE#>\n?x{ ?s ?p ?o } }",
    ],
)
def test_no_other_server_is_asked(client: httpx.Client, query: str) -> None:
    asked = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as outside:
        outside.settimeout(0.5)
        address = f"http://127.0.0.1:{outside.getsockname()[1]}/"
        answer = client.get("/sparql", params={"query": query % address})
        try:
            outside.accept()[0].close()
            asked.set()
        except TimeoutError:
            pass
    assert (answer.status_code, asked.is_set()) == (403, False)


@pytest.mark.parametrize(
    "query",
    [
        'SELECT ("SERVICE <a:b> {}" AS ?service) {} # SERVICE',
        "ASK { FILTER NOT EXISTS { <http://example.org/service> <a:b> '''SERVICE''' } }",
        "PREFIX service: <a:> ASK { FILTER NOT EXISTS { service:service ?p 'x'@en } }",
    ],
)
def test_the_mere_word_is_no_service(client: httpx.Client, query: str) -> None:
    assert client.get("/sparql", params={"query": query}).status_code == 200


@pytest.mark.parametrize("query", ["SELECT ?service { ?s", "SELECT * { SERVICE }", "SERVICE"])
def test_the_word_in_what_is_no_question(client: httpx.Client, query: str) -> None:
    answer = client.get("/sparql", params={"query": query})
    assert (answer.status_code, "not a valid question: error at 1:" in answer.text) == (400, True)


def test_a_client_may_wait_less(client: httpx.Client) -> None:
    answer = client.get("/sparql", params={"query": CROSS, "timeout": "0.5"})
    assert (answer.status_code, "0.5 s" in answer.text) == (503, True)
    # nobody is to send a runaway again
    assert "retry-after" not in answer.headers


def test_too_many_that_wait_are_told_to_come_again(examples_build: Path) -> None:
    with running(examples_build, "--workers", "1", "--timeout", "5") as root, ThreadPoolExecutor(80) as threads:
        url = f"{root}/sparql"
        asked = [threads.submit(httpx.get, url, params={"query": CROSS, "timeout": "2"}, timeout=90) for _ in range(80)]
        refused = [one.result() for one in asked if one.result().headers.get("retry-after")]
    assert len(refused) >= 80 - 1 - 64
    assert {answer.status_code for answer in refused} == {503}


def test_a_body_that_is_too_large(client: httpx.Client) -> None:
    answer = client.post("/sparql", data={"query": "#" * (2 << 20)})
    assert answer.status_code == 413


def test_an_address_that_is_too_long(server: str) -> None:
    address = urlsplit(server)
    with socket.create_connection((address.hostname or "", address.port or 0), timeout=30) as long:
        long.sendall(b"GET /sparql?query=" + b"x" * 70_000)
        assert b" 400 " in long.recv(100)


def test_an_error_brings_no_header_in(client: httpx.Client) -> None:
    answer = client.get("/sparql", params={"query": "SELECT\r\nX-Evil: 1\r\n\r\n<script>"})
    assert (answer.status_code, "x-evil" in answer.headers) == (400, False)


def test_a_body_that_never_comes_ends(server: str) -> None:
    address = urlsplit(server)
    head = "POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\nContent-Length: 99\r\n\r\nASK"
    with socket.create_connection((address.hostname or "", address.port or 0), timeout=30) as slow:
        slow.sendall(head.encode())
        assert b" 408 " in slow.recv(100)


def test_a_port_in_use_is_told(examples_build: Path, server: str) -> None:
    command = [Path(sys.executable).with_name("kg"), "serve", "-g", examples_build, "--port", server.rsplit(":")[-1]]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 3
    assert "choose another --port" in done.stderr


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGTERM, 0), (signal.SIGINT, 130)])
def test_it_ends_when_told_whatever_is_asked(examples_build: Path, sent: signal.Signals, code: int) -> None:
    command = [Path(sys.executable).with_name("kg"), "serve", "-g", examples_build, "--port", "0", "--timeout", "600"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8") as process:
        assert process.stderr is not None
        endpoint = process.stderr.readline().split()[-1]
        with pytest.raises(httpx.ReadTimeout):
            httpx.get(endpoint, params={"query": CROSS}, timeout=httpx.Timeout(60, read=5))
        with ThreadPoolExecutor(1) as threads:
            runaway = threads.submit(httpx.get, endpoint, params={"query": CROSS}, timeout=60)
            while httpx.get(endpoint.replace("sparql", "status"), timeout=60).json()["queries"]["running"] == 0:
                time.sleep(0.05)
            process.send_signal(sent)
            assert process.wait(30) == code
            assert runaway.exception() is not None or runaway.result().status_code >= 400
