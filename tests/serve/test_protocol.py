"""The cases of the W3C's tests of the SPARQL 1.1 Protocol, re-stated, and the formats."""

from __future__ import annotations

import csv
import io
import json
from xml.etree import ElementTree

import httpx
import pytest
from rdflib import Graph

ASK = "ASK {}"
ROWS = "SELECT ?s ?t { ?s a ?t } ORDER BY ?s ?t LIMIT 3"
TRIPLES = "CONSTRUCT WHERE { ?s foaf:name ?name }"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
DIRECT = {"Content-Type": "application/sparql-query"}
UPDATE = {"Content-Type": "application/sparql-update"}


def test_query_by_get(client: httpx.Client) -> None:
    assert client.get("/sparql", params={"query": ASK}).json()["boolean"] is True


def test_query_by_post_of_a_form(client: httpx.Client) -> None:
    assert client.post("/sparql", data={"query": ASK}).json()["boolean"] is True


def test_query_by_direct_post(client: httpx.Client) -> None:
    assert client.post("/sparql", content=ASK, headers=DIRECT).json()["boolean"] is True


def test_head_has_no_body(client: httpx.Client) -> None:
    answer = client.head("/sparql", params={"query": ASK})
    assert (answer.status_code, answer.content) == (200, b"")


@pytest.mark.parametrize(
    ("method", "options", "status"),
    [
        ("PUT", {"params": {"query": ASK}}, 405),
        ("DELETE", {}, 405),
        ("GET", {"params": [("query", ASK), ("query", ASK)]}, 400),
        ("GET", {"params": {"default-graph-uri": "http://example.org/g"}}, 400),
        ("GET", {"params": {"query": "SELECT * {"}}, 400),
        ("GET", {"params": {"query": ""}}, 400),
        ("POST", {"content": "query=ASK%20%7B%7D", "headers": {"Content-Type": "text/plain"}}, 415),
        ("POST", {"content": "query=ASK%20%7B%7D"}, 415),
        ("POST", {"content": "x=1", "headers": FORM}, 400),
        ("POST", {"content": "ASK { ?s ?p '\u4eba' }".encode("utf-16"), "headers": DIRECT}, 400),
        ("POST", {"content": b"query=%ff", "headers": FORM}, 400),
        ("POST", {"content": "CLEAR ALL", "headers": UPDATE}, 403),
        ("POST", {"data": {"update": "CLEAR ALL"}}, 403),
        ("POST", {"content": "INSERT DATA { <a:a> <a:b> 1 }", "headers": DIRECT}, 400),
        ("GET", {"params": {"query": "LOAD <http://127.0.0.1/>"}}, 400),
        ("GET", {"params": {"query": ASK, "timeout": "never"}}, 400),
        ("GET", {"params": {"query": ASK, "timeout": "nan"}}, 400),
        ("GET", {"params": {"query": ASK}, "headers": {"Accept": "image/png"}}, 406),
        ("GET", {"params": {"query": ASK, "default-graph-uri": "no iri"}}, 400),
    ],
)
def test_refusals(client: httpx.Client, method: str, options: dict[str, object], status: int) -> None:
    answer = client.request(method, "/sparql", **options)  # type: ignore[arg-type]
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"].startswith("text/plain")
    assert answer.text.strip()


def test_datasets_are_those_of_the_protocol(client: httpx.Client, server: str) -> None:
    graphs = client.get("/sparql", params={"query": "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g"}).json()
    names = [row["g"]["value"] for row in graphs["results"]["bindings"]]
    ontology = next(name for name in names if name.endswith("graph/ontology"))

    def count(pattern: str, **graphs: str | list[str]) -> int:
        query = f"SELECT (COUNT(*) AS ?n) {{ {{ {pattern} }} }}"
        answer = client.post("/sparql", data={"query": query, **graphs}).json()
        return int(answer["results"]["bindings"][0]["n"]["value"])

    one, every = "?s ?p ?o", "GRAPH ?g { ?s ?p ?o }"
    assert 0 < count(one, **{"default-graph-uri": ontology}) < count(one)
    assert count(every, **{"default-graph-uri": ontology}) == 0
    assert count(one, **{"named-graph-uri": ontology}) == 0
    assert count(every, **{"named-graph-uri": ontology}) == count(one, **{"default-graph-uri": ontology})
    each_once = count("SELECT DISTINCT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } }")
    assert count(one, **{"default-graph-uri": names}) == each_once
    assert count(one, **{"default-graph-uri": "http://127.0.0.1:9/outside"}) == 0


def test_forms_of_rows_agree(client: httpx.Client) -> None:
    def get(accept: str) -> httpx.Response:
        answer = client.get("/sparql", params={"query": ROWS}, headers={"Accept": accept})
        assert answer.headers["content-type"].split(";")[0] == accept
        return answer

    bindings = get("application/sparql-results+json").json()["results"]["bindings"]
    wanted = [[row["s"]["value"], row["t"]["value"]] for row in bindings]
    assert len(wanted) == 3
    assert list(csv.reader(io.StringIO(get("text/csv").text)))[1:] == wanted
    tsv = get("text/tab-separated-values").text.splitlines()
    assert tsv == ["?s\t?t", *(f"<{s}>\t<{t}>" for s, t in wanted)]
    space = "{http://www.w3.org/2005/sparql-results#}"
    results = ElementTree.fromstring(get("application/sparql-results+xml").content).iter(f"{space}result")
    assert [[uri.text for uri in result.iter(f"{space}uri")] for result in results] == wanted


@pytest.mark.parametrize("form", ["json", "xml"])
def test_terms_of_rows_are_kept(client: httpx.Client, form: str) -> None:
    query = r"""SELECT * { VALUES (?a ?b ?c ?d) { ("人<&\"\n\r\t\u0001" "x"@en 5 UNDEF) } BIND(BNODE() AS ?e) }"""
    answer = client.get("/sparql", params={"query": query, "format": form})
    text = '人<&"\n\r\t' + ("\x01" if form == "json" else "\ufffd")
    if form == "json":
        row = answer.json()["results"]["bindings"][0]
        assert (row["a"], row["b"]) == (
            {"type": "literal", "value": text},
            {"type": "literal", "value": "x", "xml:lang": "en"},
        )
        assert row["c"]["datatype"].endswith("#integer")
        assert row["e"]["type"] == "bnode"
        assert "d" not in row
        return
    found = [element.text for element in ElementTree.fromstring(answer.content).iter() if "literal" in element.tag]
    assert found == [text, "x", "5"]


@pytest.mark.parametrize(
    ("accept", "parser"),
    [
        ("text/turtle", "turtle"),
        ("application/n-triples", "nt"),
        ("application/rdf+xml", "xml"),
        ("application/ld+json", "json-ld"),
    ],
)
# rdflib's own reader of JSON-LD uses a class that it deprecates
@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
def test_forms_of_statements_agree(client: httpx.Client, accept: str, parser: str) -> None:
    answer = client.get("/sparql", params={"query": TRIPLES}, headers={"Accept": accept})
    assert answer.headers["content-type"].split(";")[0] == accept
    graph = Graph().parse(data=answer.content, format=parser)
    known = client.get("/sparql", params={"query": TRIPLES, "format": "nt"}).text
    assert len(graph) == len(known.splitlines()) > 10


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("", "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("text/csv;q=0.3, application/sparql-results+xml;q=0.8", "application/sparql-results+xml"),
        ("text/*", "text/csv"),
        ("application/json", "application/json"),
        ("*/*;q=0.1, text/tab-separated-values", "text/tab-separated-values"),
        ("application/sparql-results+json;q=0, */*;q=0.5", "application/sparql-results+xml"),
    ],
)
def test_accept(client: httpx.Client, accept: str, media: str) -> None:
    answer = client.get("/sparql", params={"query": ROWS}, headers={"Accept": accept})
    assert answer.headers["content-type"].split(";")[0] == media


def test_an_answer_that_is_cut_says_so(client: httpx.Client) -> None:
    answer = client.get("/sparql", params={"query": "SELECT * { ?s ?p ?o }"})
    document = json.loads(answer.content)
    assert (len(document["results"]["bindings"]), answer.headers["x-kg-truncated"]) == (1000, "1000")
    assert "1000 rows" in document["warnings"][0]
    whole = client.get("/sparql", params={"query": "SELECT * { ?s ?p ?o } LIMIT 1000"})
    assert "x-kg-truncated" not in whole.headers
    assert "warnings" not in whole.json()
