"""The formats of `kg export`, as data: name, ending of a file, what it is made of, and what it is for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# Statements as triples, or with their graphs; the tables of the build; people, posts, bodies and meetings as things.
Made = Literal["triples", "graphs", "tables", "things"]


@dataclass(frozen=True, slots=True)
class Format:
    """A format; one without ending is a folder of files."""

    name: str
    ending: str
    made_of: Made
    said: str


FORMATS: tuple[Format, ...] = (
    Format("turtle", "ttl", "triples", "Turtle: every statement once; for people who read RDF."),
    Format("ntriples", "nt", "triples", "N-Triples: every statement once, a line each; for line tools and loaders."),
    Format("rdfxml", "rdf", "triples", "RDF/XML: every statement once; for older programs."),
    Format("trig", "trig", "graphs", "TriG: Turtle in named graphs, one a gazette, what is derived apart."),
    Format("nquads", "nq", "graphs", "N-Quads: a line for each statement and graph; for triple stores."),
    Format(
        "jsonld", "jsonld", "graphs", "JSON-LD: objects with short names, in named graphs; for programs of the web."
    ),
    Format("csv", "", "tables", "CSV: a folder of tables, one a kind of fact; with --excel for spreadsheets."),
    Format("parquet", "", "tables", "Parquet: the same tables with typed columns; needs the extra parquet."),
    Format("graphml", "graphml", "things", "GraphML: the network of people, posts, bodies and meetings."),
    Format("gexf", "gexf", "things", "GEXF: the same network over time; for Gephi."),
    Format("neo4j", "", "things", "Neo4j: the same network as a folder that neo4j-admin imports."),
    Format("popolo", "json", "things", "Popolo: people, organizations, posts, memberships and events as JSON."),
    Format("ftm", "ftm.json", "things", "FollowTheMoney: the same as its entities, a line each; needs the extra ftm."),
)
BY_NAME = {form.name: form for form in FORMATS}
