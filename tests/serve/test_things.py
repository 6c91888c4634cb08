"""Graphs, things and the server's own description, read over HTTP."""

from __future__ import annotations

from urllib.parse import quote

import httpx
import pytest
from rdflib import RDF, Graph, Namespace, URIRef

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
VOID = Namespace("http://rdfs.org/ns/void#")
BASE = "https://example.org/gz/"
NT = {"Accept": "application/n-triples"}


def get_graph(client: httpx.Client, path: str) -> Graph:
    answer = client.get(path, headers=NT)
    assert answer.status_code == 200, answer.text
    return Graph().parse(data=answer.content, format="nt")


def some_person(client: httpx.Client) -> str:
    query = "SELECT ?s { ?s foaf:name ?n FILTER(CONTAINS(STR(?s), '/id/person/')) } ORDER BY ?s LIMIT 1"
    return str(client.get("/sparql", params={"query": query}).json()["results"]["bindings"][0]["s"]["value"])


def test_a_thing_is_found_below_its_own_path(client: httpx.Client) -> None:
    person = some_person(client)
    path = person.removeprefix(BASE)
    known = get_graph(client, f"/{quote(path)}")
    assert list(known.predicate_objects(URIRef(person)))
    assert list(known.subject_predicates(URIRef(person)))
    link = client.get(f"/{quote(path)}").headers["link"]
    assert '<?format=jsonld>; rel="alternate"; type="application/ld+json"' in link
    other = client.get(f"/{quote(path)}?format=jsonld")
    assert other.headers["content-type"] == "application/ld+json"


@pytest.mark.parametrize(
    "path", ["/id/person/none", "/id/", "/id/../../etc/passwd", "/id/%2e%2e/%2e%2e/etc/passwd", "/x"]
)
def test_what_is_unknown(client: httpx.Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_the_graph_store_is_read_only(client: httpx.Client) -> None:
    address = f"/rdf-graph-store?graph={quote(BASE + 'graph/ontology')}"
    ontology = get_graph(client, address)
    assert len(ontology) == len(get_graph(client, "/ontology")) > 100
    assert len(get_graph(client, "/rdf-graph-store?default")) > len(ontology)
    assert client.head(address).status_code == 200
    for method in ("PUT", "POST", "DELETE", "PATCH"):
        answer = client.request(method, address)
        assert (answer.status_code, "GET" in answer.headers["allow"]) == (405, True)


@pytest.mark.parametrize(
    ("query", "status"), [("graph=urn:x:none", 404), ("graph=no%20iri", 400), ("", 400), ("default&graph=urn:x", 400)]
)
def test_the_graph_store_refuses(client: httpx.Client, query: str, status: int) -> None:
    assert client.get(f"/rdf-graph-store?{query}").status_code == status


def test_the_server_describes_itself(client: httpx.Client, server: str) -> None:
    service = get_graph(client, "/sparql")
    endpoint = URIRef(f"{server}/sparql")
    assert (endpoint, RDF.type, SD.Service) in service
    assert (endpoint, SD.endpoint, endpoint) in service
    void = get_graph(client, "/void")
    everything = get_graph(client, "/rdf-graph-store?default")
    dataset = URIRef(f"{server}/void#dataset")
    assert int(str(void.value(dataset, VOID.triples))) == len(everything)
    assert client.get("/.well-known/void", follow_redirects=True).url.path == "/void"
    assert client.get("/status").json()["statements"] == len(everything)


def test_a_host_that_is_none_is_refused(client: httpx.Client) -> None:
    assert client.get("/void", headers={"Host": "a> <b"}).status_code == 400


def test_viewer_and_headers(client: httpx.Client) -> None:
    answer = client.get("/viewer")
    assert "<html" in answer.text
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "server" not in answer.headers
    assert "default-src 'none'" in client.get("/status").headers["content-security-policy"]


def test_preflight(client: httpx.Client) -> None:
    answer = client.options("/sparql")
    assert "POST" in answer.headers["access-control-allow-methods"]
