"""What the server says of itself: Service Description and VoID, with counts of what is there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.query import Graph

_PREFIXES = """@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .
@prefix void: <http://rdfs.org/ns/void#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix f: <http://www.w3.org/ns/formats/> .
"""
_FORMATS = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
    "RDF_XML",
    "JSON-LD",
)
_CLASSES = "SELECT ?of (COUNT(?thing) AS ?count) { ?thing a ?of } GROUP BY ?of ORDER BY ?of"
_PROPERTIES = "SELECT ?of (COUNT(*) AS ?count) { ?s ?of ?o } GROUP BY ?of ORDER BY ?of"


@dataclass(frozen=True, slots=True)
class Counted:
    """How many statements there are, and how many of each class, property and named graph."""

    statements: int
    classes: Mapping[str, int]
    properties: Mapping[str, int]
    graphs: int


def count(graph: Graph) -> Counted:
    """Count what the default graph holds, in which every statement stands once."""
    properties = _counts(graph, _PROPERTIES)
    graphs = sum(1 for _ in graph.store.graphs())
    return Counted(sum(properties.values()), _counts(graph, _CLASSES), properties, graphs)


def service_turtle(url: str, counted: Counted) -> str:
    """The Service Description of the endpoint at `url`."""
    formats = ", ".join(f"f:{name}" for name in _FORMATS)
    return f"""{_PREFIXES}
<{url}> a sd:Service ;
  sd:endpoint <{url}> ;
  sd:supportedLanguage sd:SPARQL11Query ;
  sd:resultFormat {formats} ;
  sd:defaultDataset <{url}#dataset> .
<{url}#dataset> a sd:Dataset ;
  sd:defaultGraph <{url}#default> .
<{url}#default> a sd:Graph ;
  void:triples {counted.statements} .
"""


def void_turtle(root: str, base: str, counted: Counted) -> str:
    """The VoID description of what the server at `root` holds, whose IRIs begin with `base`."""
    parts = [
        f"  void:classPartition [ void:class <{name}> ; void:entities {number} ] ;"
        for name, number in counted.classes.items()
    ]
    parts += [
        f"  void:propertyPartition [ void:property <{name}> ; void:triples {number} ] ;"
        for name, number in counted.properties.items()
    ]
    return f"""{_PREFIXES}
<{root}void#dataset> a void:Dataset ;
  dct:title "Gazettes of people's congresses"@en , "人大公报知识图谱"@zh ;
  void:sparqlEndpoint <{root}sparql> ;
  void:uriSpace "{base}" ;
  void:vocabulary <{base}ontology> ;
  void:classes {len(counted.classes)} ;
  void:properties {len(counted.properties)} ;
{chr(10).join(parts)}
  void:triples {counted.statements} .
"""


def _counts(graph: Graph, question: str) -> dict[str, int]:
    rows = graph.store.select(question)
    return {name: int(number) for name, number in rows if name is not None and number is not None}
