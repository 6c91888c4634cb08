"""Sends the graphs of a build to a SPARQL server, each only when it is not there yet.

A small graph is one update, which a server does as a whole or not at all. A large one is several; it is marked as whole
with the last of them, so that a break leaves nothing that the next run would take for whole.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from tempfile import SpooledTemporaryFile
from weakref import finalize

from pyoxigraph import QueryTriples

from kg.model.address import Address
from kg.model.errors import QueryError, ServerError
from kg.store import virtuoso
from kg.store.oxigraph import Store
from kg.store.remote import RemoteStore, find_endpoint
from kg.store.updates import PARTIAL, Updates
from kg.store.web import KEPT_IN_MEMORY, Web, refusal

# Statements in one update; Virtuoso's compiler takes no more than a few thousand.
AT_ONCE, AT_ONCE_VIRTUOSO = 10_000, 1_000
GRAPHS_AT_ONCE = 200


@dataclass(slots=True)
class Sent:
    """What a run did: graphs that were new, replaced, there already, removed, and those that the build has not."""

    new: int = 0
    replaced: int = 0
    skipped: int = 0
    removed: int = 0
    left: int = 0
    statements: int = 0


class Target:
    """A server to send to."""

    def __init__(self, address: Address, update_url: str | None = None) -> None:
        self._web = Web(address)
        self.query_url, engine = find_endpoint(self._web)
        self.is_virtuoso = engine.startswith(virtuoso.NAME)
        self.update_url = update_url or self._update_url()
        self.reader = RemoteStore(self._web, self.query_url, engine)
        self.at_once = AT_ONCE_VIRTUOSO if self.is_virtuoso else AT_ONCE

    def update(self, updates: Iterable[str]) -> None:
        """Do some updates, in one request. Raises ServerError when the server does not."""
        response = self._web.send(
            "POST",
            self.update_url,
            content=" ;\n".join(updates).encode(),
            headers={"Content-Type": "application/sparql-update"},
        )
        if response.is_success:
            return
        fault = refusal(response)
        if isinstance(fault, QueryError):
            raise ServerError(f"{self.update_url}: does not take the update ({fault}); nothing of it was done")
        raise fault

    def close(self) -> None:
        """Close all connections."""
        self._web.close()

    def _update_url(self) -> str:
        """Where servers of a known kind take updates."""
        folder, _, name = self.query_url.rpartition("/")
        if self.is_virtuoso:
            return f"{folder}/sparql-auth" if self._web.has_user else self.query_url
        if name in {"query", "sparql"}:
            return f"{folder}/update"
        raise ServerError(f"{self.query_url}: it is not known where it takes updates; name that with --update-url")


def send(
    store: Store, base: str, target: Target, *, prune: bool = False, step: Callable[[str], None] = lambda _: None
) -> Sent:
    """Bring the named graphs of a build to a server; a second run finds all of them there and sends nothing.

    `step` is called with what happened to each graph. With `prune`, graphs that were sent once and are in the build no
    more are removed. Raises ServerError when the server does not do what it is asked; run again to go on.
    """
    updates, sent = Updates(base), Sent()
    graphs = list(store.graphs())
    for some in _parts(graphs, GRAPHS_AT_ONCE):
        there = {str(graph): digest for graph, digest in target.reader.raw(updates.digests(some))}
        for graph in some:
            _send_graph(_Graph(store, graph), there.get(graph), target, updates, sent, step)
    own = set(graphs)
    gone = sorted(str(graph) for (graph,) in target.reader.raw(updates.known()) if graph not in own)
    for graph in gone if prune else ():
        target.update(updates.erase(graph))
        sent.removed += 1
        step(f"removed {graph}")
    sent.left = 0 if prune else len(gone)
    return sent


class _Graph:
    """A named graph with what the build says of it, as lines in a file."""

    def __init__(self, store: Store, iri: str) -> None:
        self.iri = iri
        self._file = SpooledTemporaryFile(KEPT_IN_MEMORY)  # noqa: SIM115 - closed by the line below
        finalize(self, self._file.close)
        store.write_graph(iri, self._file)
        about = store.query(f"CONSTRUCT {{ <{iri}> ?p ?o }} WHERE {{ <{iri}> ?p ?o }}")
        self.about = sorted(f"{triple} .\n" for triple in about) if isinstance(about, QueryTriples) else []
        self.digest, self.count = self._digested()

    def lines(self) -> Iterator[str]:
        """The statements in the graph."""
        self._file.seek(0)
        for line in self._file:
            yield line.decode()

    def _digested(self) -> tuple[str, int]:
        """The same for the same statements in any order: a store promises none, and sorting would need them all."""
        total, count = 0, 0
        for line in self.lines():
            total += int.from_bytes(hashlib.sha256(line.encode()).digest())
            count += 1
        whole = hashlib.sha256(f"{total % 2**256:x} {count} ".encode() + "".join(self.about).encode())
        return whole.hexdigest(), count


def _send_graph(
    graph: _Graph, there: str | None, target: Target, updates: Updates, sent: Sent, step: Callable[[str], None]
) -> None:
    if there == graph.digest:
        sent.skipped += 1
        step(f"there already {graph.iri}")
    else:
        for some in _requests(graph, target.at_once, updates):
            target.update(some)
        sent.new += there is None
        sent.replaced += there is not None
        sent.statements += graph.count
        step(f"{'sent' if there is None else 'replaced'} {graph.iri} ({graph.count:,} statements)")


def _requests(graph: _Graph, at_once: int, updates: Updates) -> Iterator[list[str]]:
    """The updates that put a graph in the place of what is there, as many in one request as a server takes."""
    about = [f"INSERT DATA {{ GRAPH <{one}> {{\n{''.join(graph.about)}}} }}" for one in (updates.all, updates.loaded)]
    end = [*(about if graph.about else ()), *updates.mark(graph.iri, graph.digest)]
    if graph.count <= at_once:
        yield [*updates.erase(graph.iri), updates.add(graph.iri, graph.lines()), *end]
        return
    yield [*updates.erase(graph.iri), *updates.mark(graph.iri, PARTIAL)]
    for lines in _parts(graph.lines(), at_once):
        yield [updates.add(graph.iri, lines)]
    yield end


def _parts(items: Iterable[str], size: int) -> Iterator[list[str]]:
    rest = iter(items)
    return iter(lambda: list(islice(rest, size)), [])
