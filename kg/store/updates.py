"""The SPARQL updates that keep a build in a server: its named graphs, all statements once, and what is whole.

`graph/all` holds every statement once, as the default graph of the embedded store does. `graph/loaded` holds the digest
of each graph that is there as a whole; a graph whose digest is `PARTIAL` is sent again.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.store.remote import ALL, LOADED

DIGEST = "https://schema.org/sha256"
PARTIAL = "partial"


class Updates:
    """Writes the updates of a build with this base."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.all, self.loaded = base + ALL, base + LOADED

    def erase(self, graph: str) -> list[str]:
        """Take a graph away, and from all statements those that no other graph of the build states."""
        return [
            f"""DELETE {{ GRAPH <{self.all}> {{ ?s ?p ?o }} }} WHERE {{
  GRAPH <{graph}> {{ ?s ?p ?o }}
  FILTER NOT EXISTS {{
    GRAPH ?other {{ ?s ?p ?o }}
    FILTER(?other != <{graph}> && ?other != <{self.all}> && STRSTARTS(STR(?other), "{self.base}graph/"))
  }}
}}""",
            f"DROP SILENT GRAPH <{graph}>",
            f"DELETE WHERE {{ GRAPH <{self.all}> {{ <{graph}> ?p ?o }} }}",
            f"DELETE WHERE {{ GRAPH <{self.loaded}> {{ <{graph}> ?p ?o }} }}",
        ]

    def add(self, graph: str, lines: Iterable[str]) -> str:
        """Put N-Triples lines into a graph and to all statements."""
        text = "".join(lines)
        return f"INSERT DATA {{ GRAPH <{graph}> {{\n{text}}} GRAPH <{self.all}> {{\n{text}}} }}"

    def mark(self, graph: str, digest: str) -> list[str]:
        """Say how much of a graph is there."""
        return [
            f"DELETE WHERE {{ GRAPH <{self.loaded}> {{ <{graph}> <{DIGEST}> ?digest }} }}",
            f'INSERT DATA {{ GRAPH <{self.loaded}> {{ <{graph}> <{DIGEST}> "{digest}" }} }}',
        ]

    def digests(self, graphs: Iterable[str]) -> str:
        """The question for the digests of some graphs."""
        values = " ".join(f"<{graph}>" for graph in graphs)
        given = f"VALUES ?graph {{ {values} }}"
        return f"SELECT ?graph ?digest {{ {given} GRAPH <{self.loaded}> {{ ?graph <{DIGEST}> ?digest }} }}"

    def known(self) -> str:
        """The question for all graphs that were sent, whole or not."""
        return f"SELECT ?graph {{ GRAPH <{self.loaded}> {{ ?graph <{DIGEST}> ?digest }} }}"
