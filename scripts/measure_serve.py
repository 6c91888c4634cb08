"""Measure the server: clients that ask at the same time, and one question among theirs that never ends.

Prints how many requests were answered and in what time, how many failed, and how many runaways were stopped.
"""

from __future__ import annotations

import argparse
import json
import re
import signal
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

QUESTIONS = (
    "SELECT ?s ?name { ?s foaf:name ?name } ORDER BY ?name ?s LIMIT 100",
    "SELECT ?type (COUNT(?s) AS ?n) { ?s a ?type } GROUP BY ?type ORDER BY DESC(?n) ?type",
    "SELECT ?act ?name ?post { ?act a gz:Appointment ; gz:personName ?name ; gz:post/rdfs:label ?post } ORDER BY ?act",
    "SELECT ?s ?label { ?s rdfs:label ?label FILTER(CONTAINS(?label, '财政')) } ORDER BY ?s ?label LIMIT 100",
    "CONSTRUCT WHERE { ?s foaf:name ?name ; a ?type } LIMIT 200",
    "ASK { ?act a gz:Removal }",
)
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


def ask(root: str, question: str) -> tuple[int, float]:
    """The status of an answer and the seconds that it took."""
    data = urllib.parse.urlencode({"query": question}).encode()
    begin = time.perf_counter()
    try:
        with urllib.request.urlopen(f"{root}/sparql", data, timeout=120) as answer:
            answer.read()
            status = answer.status
    except urllib.error.HTTPError as error:
        status = error.code
    return status, time.perf_counter() - begin


def client(root: str, number: int, seconds: float) -> list[tuple[int, float]]:
    """The answers that one client gets until its time is over."""
    end = time.monotonic() + seconds
    answers: list[tuple[int, float]] = []
    while time.monotonic() < end:
        answers.append(ask(root, QUESTIONS[(number + len(answers)) % len(QUESTIONS)]))
    return answers


def measure(root: str, clients: int, seconds: float) -> None:
    """Let the clients ask, and print what came of it."""
    with ThreadPoolExecutor(clients + 1) as threads:
        asked = [threads.submit(client, root, number, seconds) for number in range(clients)]
        runaway = threads.submit(ask, root, RUNAWAY)
        answers = [answer for one in asked for answer in one.result()]
        stopped, after = runaway.result()
    taken = sorted(seconds for _, seconds in answers)
    part = statistics.quantiles(taken, n=100)
    errors = sum(status != 200 for status, _ in answers)
    print(
        f"{clients} clients, {seconds:g} s: {len(answers)} answers ({len(answers) / seconds:.0f} a second), {errors} errors"
    )
    print(f"milliseconds: p50 {part[49] * 1000:.1f}, p95 {part[94] * 1000:.1f}, p99 {part[98] * 1000:.1f}")
    print(f"the runaway: status {stopped} after {after:.1f} s")
    with urllib.request.urlopen(f"{root}/status") as status:
        print("the server:", json.load(status)["queries"])


def main() -> None:
    """Serve a build on a free port and measure it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-g", "--graph", type=Path, default=Path("output"))
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--seconds", type=float, default=60)
    given = parser.parse_args()
    command = [Path(sys.executable).with_name("kg"), "serve", "-g", given.graph, "--port", "0", "--timeout", "10"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8") as server:
        assert server.stderr is not None
        line = server.stderr.readline()
        found = re.search(r"http://\S+(?=/sparql)", line)
        if found is None:
            sys.exit(line + server.stderr.read())
        try:
            measure(found.group(), given.clients, given.seconds)
        finally:
            server.send_signal(signal.SIGTERM)


if __name__ == "__main__":
    main()
