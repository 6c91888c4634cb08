"""Many clients at once, and a runaway among them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import httpx

CLIENTS, EACH = 8, 25
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


def test_all_are_answered_while_a_runaway_is_stopped(server: str) -> None:
    def ask(query: str) -> int:
        return httpx.post(f"{server}/sparql", data={"query": query}, timeout=60).status_code

    def client(number: int) -> list[int]:
        return [ask(f"SELECT ?s ?n {{ ?s foaf:name ?n }} ORDER BY ?s OFFSET {number} LIMIT 20") for _ in range(EACH)]

    killed = httpx.get(f"{server}/status").json()["queries"]["killed"]
    with ThreadPoolExecutor(CLIENTS + 1) as threads:
        runaway = threads.submit(ask, RUNAWAY)
        answers = [status for one in threads.map(client, range(CLIENTS)) for status in one]
        assert runaway.result() == 503
    assert answers == [200] * (CLIENTS * EACH)
    assert httpx.get(f"{server}/status").json()["queries"]["killed"] == killed + 1
