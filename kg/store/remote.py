"""Any SPARQL 1.1 server, asked as the embedded store is."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from typing import IO

import httpx
import pyoxigraph
from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, QueryTriples, RdfFormat, parse_query_results

from kg.model.address import Address
from kg.model.errors import QueryError, ServerError
from kg.store import virtuoso
from kg.store.reader import Answer, Row, plain_rows
from kg.store.web import Web, refusal
from kg.store.words import chooses_graphs, form, names_graphs, with_prefixes

ALL, LOADED = "graph/all", "graph/loaded"
# A question that names graphs gets the list of them with it; more make a request that servers do not take.
MOST_GRAPHS = 2000
ROWS = "application/sparql-results+json"
TRIPLES = "application/n-triples, text/turtle;q=0.5"

_BASES = """SELECT DISTINCT ?ontology WHERE {
  { ?ontology a <http://www.w3.org/2002/07/owl#Ontology> }
  UNION { GRAPH ?g { ?ontology a <http://www.w3.org/2002/07/owl#Ontology> } }
}"""
_END = "ontology"


class RemoteStore:
    """A server that holds a build, to be asked. Make one with `open_remote`."""

    def __init__(self, web: Web, url: str, engine: str) -> None:
        self._web = web
        self._url = url
        self._engine = engine
        self._base: str | None = None
        self._all: str | None = None

    def query(self, sparql: str, prefixes: Mapping[str, str] | None = None, graph: str | None = None) -> Answer:
        """Ask a SPARQL 1.1 question; every statement is asked once where `kg load` has sent the build.

        With `graph`, what that named graph holds is all there is. Raises QueryError when the question is not valid, and
        ServerError when the server gives no whole answer.
        """
        text = with_prefixes(sparql, prefixes or {})
        return self._ask(text, {"query": text, **self._dataset(text, graph)})

    def query_dataset(
        self,
        sparql: str,
        prefixes: Mapping[str, str],
        default_graphs: Sequence[str] = (),
        named_graphs: Sequence[str] = (),
    ) -> Answer:
        """Ask a question of a dataset made of these graphs, of all when none is named; raises as `query` does."""
        if not (default_graphs or named_graphs):
            return self.query(sparql, prefixes)
        text = with_prefixes(sparql, prefixes)
        dataset = {"default-graph-uri": list(default_graphs), "named-graph-uri": list(named_graphs)}
        return self._ask(text, {"query": text, **dataset})

    def select(self, sparql: str, prefixes: Mapping[str, str] | None = None, graph: str | None = None) -> Iterator[Row]:
        """The rows of a SELECT as plain strings, `None` where a variable has no value; `graph` as for `query`."""
        answer = self.query(sparql, prefixes, graph)
        if not isinstance(answer, QuerySolutions):
            raise QueryError("a SELECT is wanted here")
        yield from plain_rows(answer)

    def graphs(self) -> Iterator[str]:
        """The IRIs of the named graphs of the build, sorted; a server may hold others beside it."""
        begin = f"{self.base}graph/"
        question = f'SELECT DISTINCT ?g {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?g), "{begin}")) }}'
        kept = {self.base + ALL, self.base + LOADED}
        yield from sorted(row[0] for row in self.raw(question) if row[0] and row[0] not in kept)

    def graph_lines(self, graph: str) -> bytes:
        """One named graph as N-Triples, sorted."""
        triples = self.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", graph=graph)
        lines = sorted(f"{triple} .\n" for triple in triples) if isinstance(triples, QueryTriples) else []
        return "".join(lines).encode()

    @property
    def base(self) -> str:
        """The base of the IRIs of the build: `KG_BASE`, or what the ontology in the server tells.

        Raises ServerError when it holds no build, or several.
        """
        if self._base is None:
            self._base = os.environ.get("KG_BASE") or self._told_base()
        return self._base if self._base.endswith(("/", "#")) else self._base + "/"

    def _told_base(self) -> str:
        ontologies = sorted({str(iri) for (iri,) in self.raw(_BASES) if iri and iri.endswith(("/" + _END, "#" + _END))})
        if len(ontologies) == 1:
            return ontologies[0].removesuffix(_END)
        if ontologies:
            bases = ", ".join(iri.removesuffix(_END) for iri in ontologies)
            raise ServerError(f"{self._url}: holds builds of several bases ({bases}); name one in KG_BASE")
        raise ServerError(f"{self._url}: holds no build; send one with `kg load OUTPUT --to {self._url}`")

    def _dataset(self, sparql: str, graph: str | None) -> dict[str, str | list[str]]:
        """The graphs to ask: one, or all of the build as `kg load` keeps them, with their names where they matter."""
        if graph is not None:
            return {"default-graph-uri": graph}
        if chooses_graphs(sparql) or not self._everything():
            return {}
        if not names_graphs(sparql):
            return {"default-graph-uri": self._everything()}
        named = list(self.graphs())
        if len(named) > MOST_GRAPHS:
            raise QueryError(
                f"the question asks GRAPH, and {self._url} holds {len(named)} graphs; name them with FROM NAMED, or "
                "ask without GRAPH"
            )
        return {"default-graph-uri": self._everything(), "named-graph-uri": named}

    def _everything(self) -> str:
        """The graph that holds every statement once; empty where the default graph of the server does."""
        if self._all is None:
            graph = self.base + ALL
            text = f"ASK {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"
            self._all = graph if bool(self._ask(text, {"query": text})) else ""
        return self._all

    def raw(self, sparql: str) -> Iterator[Row]:
        """The rows of a SELECT over whatever the server itself asks, not only the build."""
        answer = self._ask(sparql, {"query": sparql})
        return plain_rows(answer) if isinstance(answer, QuerySolutions) else iter(())

    def _ask(self, sparql: str, form_fields: dict[str, str | list[str]]) -> Answer:
        rows = form(sparql) not in {"CONSTRUCT", "DESCRIBE"}
        file, media = self._web.answer(self._url, form_fields, ROWS if rows else TRIPLES)
        if "json" not in media if rows else media not in {"application/n-triples", "text/turtle", "text/plain"}:
            raise ServerError(
                f"{self._url}: answers {media or 'without a type'}; give the address of a SPARQL endpoint"
            )
        try:
            return self._parsed_rows(file, sparql) if rows else _parsed_triples(file, media)
        except (SyntaxError, ValueError, KeyError, TypeError) as error:
            raise ServerError(f"{self._url}: the answer cannot be read ({error}); ask again") from error

    def _parsed_rows(self, file: IO[bytes], sparql: str) -> QuerySolutions | QueryBoolean:
        if self._engine.startswith(virtuoso.NAME):
            return parse_query_results(virtuoso.repaired(file, sparql), QueryResultsFormat.JSON)
        return parse_query_results(file, QueryResultsFormat.JSON)


def _parsed_triples(file: IO[bytes], media: str) -> QueryTriples:
    """The statements of an answer, as an embedded store gives them: they have the one type that is expected."""
    kind = RdfFormat.TURTLE if media == "text/turtle" else RdfFormat.N_TRIPLES
    held = pyoxigraph.Store()
    held.load(input=file, format=kind)
    answer = held.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
    if not isinstance(answer, QueryTriples):
        raise TypeError("a CONSTRUCT gives triples")
    return answer


def open_remote(address: Address) -> RemoteStore:
    """Open a server to be asked: its query endpoint, or the root of a server of a known kind.

    Raises ServerError when there is none.
    """
    web = Web(address)
    url, engine = find_endpoint(web)
    return RemoteStore(web, url, engine)


def find_endpoint(web: Web) -> tuple[str, str]:
    """The address that answers questions, and what the server calls itself."""
    root = str(web.url).rstrip("/")
    tried = [str(web.url)] if web.url.path.strip("/") else []
    refused: Exception | None = None
    for url in (*tried, f"{root}/query", f"{root}/sparql"):
        response = web.send("POST", url, form={"query": "ASK {}"}, headers={"Accept": ROWS})
        if response.status_code == httpx.codes.OK and "json" in response.headers.get("content-type", ""):
            return url, response.headers.get("server", "")
        refused = refused or _refused(response, url)
    raise refused or ServerError(f"{root}: no SPARQL here; give the address of the query endpoint")


def _refused(response: httpx.Response, url: str) -> Exception:
    if response.status_code == httpx.codes.OK:
        kind = response.headers.get("content-type", "no type")
        return ServerError(f"{url}: answers {kind}, no SPARQL results; give the address of the query endpoint")
    return refusal(response)
