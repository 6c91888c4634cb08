"""The page to write questions on, what its script works with, and the page that tells how the server does."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict

from kg.publish.pages.links import Links
from kg.publish.pages.templates import render
from kg.publish.pages.words import words
from kg.query import Graph
from kg.query.describing import terms
from kg.query.library import fill_in, question, questions

EXAMPLE = """\
SELECT ?person ?name ?post ?from WHERE {
  ?tenure a gz:Tenure ; org:member ?person ; gz:post ?held ; gz:startLatest ?from .
  ?person rdfs:label ?name .
  ?held rdfs:label ?post .
}
ORDER BY DESC(?from) ?post
LIMIT 20
"""


def query_page(links: Links, typed: str | None, seconds: float, rows: int) -> str:
    """The page to write questions on; `typed` is what stands in it, an example where nothing does."""
    return render("console.html.j2", links, typed=typed or EXAMPLE, seconds=f"{seconds:g}", rows=f"{rows:,}")


def query_data(graph: Graph, language: str) -> str:
    """What the script of the page needs, as JSON: prefixes, terms, the library of questions, words."""
    return json.dumps(
        {
            "base": graph.base,
            "prefixes": dict(graph.prefixes),
            "terms": [asdict(one) for one in terms(graph)],
            "questions": [
                {
                    "name": one.name,
                    "theme": one.theme,
                    "title": one.title[language],
                    "description": one.description[language],
                    "parameters": [asdict(parameter) for parameter in one.parameters],
                    "example": dict(one.example),
                }
                for one in questions()
            ],
            "words": {name: text for name, text in words(language).items() if name.startswith("js_")},
        },
        ensure_ascii=False,
    )


def filled(graph: Graph, name: str, given: Mapping[str, str]) -> str:
    """The SPARQL of a question of the library about what is given. Raises as `kg.query.library.fill_in` does."""
    return fill_in(graph, question(name), given)


def status_page(links: Links, told: Mapping[str, object]) -> str:
    """How the server does, as a table."""
    rows = [(name, value) for name, value in told.items() if not isinstance(value, Mapping)]
    inner = [(name, value) for one in told.values() if isinstance(one, Mapping) for name, value in one.items()]
    return render("status.html.j2", links, rows=[*rows, *inner])
