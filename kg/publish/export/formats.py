"""The formats of `kg export`, as data: name, ending of a file, and what it is for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Format:
    """A format; `graphs` where it tells which graph, and so which gazette, states what; no ending is a folder."""

    name: str
    ending: str
    graphs: bool
    said: str


FORMATS: tuple[Format, ...] = (
    Format("turtle", "ttl", False, "Turtle: every statement once; for people who read RDF."),
    Format("ntriples", "nt", False, "N-Triples: every statement once, a line each; for line tools and bulk loaders."),
    Format("rdfxml", "rdf", False, "RDF/XML: every statement once; for older programs."),
    Format("trig", "trig", True, "TriG: Turtle in named graphs, one a gazette, what is derived apart."),
    Format("nquads", "nq", True, "N-Quads: a line for each statement and graph; for triple stores."),
    Format("jsonld", "jsonld", True, "JSON-LD: JSON with full IRIs, in named graphs; for programs of the web."),
    Format("csv", "", False, "CSV: a folder of tables, one a kind of fact; with --excel for spreadsheets."),
)
BY_NAME = {form.name: form for form in FORMATS}
