"""Looks at a SPARQL question without parsing it: its form, its prefixes, and whether it names graphs itself."""

from __future__ import annotations

import re
from collections.abc import Mapping

_HIDDEN = re.compile(
    r"""(?P<hidden>"{3}(?:[^"\\]|\\.|"(?!""))*"{3}|'{3}(?:[^'\\]|\\.|'(?!''))*'{3}"""
    r"""|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|<[^<>"{}|^`\\\s]*>|\#[^\n]*)""",
    re.DOTALL,
)
_FORM = re.compile(r"(?<![\w:?$-])(SELECT|ASK|CONSTRUCT|DESCRIBE)(?![\w:-])", re.IGNORECASE)
_GRAPH = re.compile(r"(?<![\w:?$-])GRAPH(?![\w:-])", re.IGNORECASE)
_FROM = re.compile(r"(?<![\w:?$-])FROM(?![\w:-])", re.IGNORECASE)


def bare(sparql: str) -> str:
    """A question with a blank for every text, IRI and comment, so that its words can be looked for."""
    return _HIDDEN.sub(" ", sparql)


def form(sparql: str) -> str:
    """SELECT, ASK, CONSTRUCT or DESCRIBE; empty when it is none of them."""
    found = _FORM.search(bare(sparql))
    return found.group().upper() if found else ""


def names_graphs(sparql: str) -> bool:
    """Whether it asks GRAPH."""
    return _GRAPH.search(bare(sparql)) is not None


def chooses_graphs(sparql: str) -> bool:
    """Whether it says FROM which graphs it asks."""
    return _FROM.search(bare(sparql)) is not None


def with_prefixes(sparql: str, prefixes: Mapping[str, str]) -> str:
    """The question with those of the prefixes that it uses and does not declare."""
    words = bare(sparql)
    return "".join(f"PREFIX {name}: <{space}>\n" for name, space in prefixes.items() if _used(words, name)) + sparql


def _used(words: str, name: str) -> bool:
    declared = re.search(rf"(?i:PREFIX)\s+{name}:", words)
    return declared is None and re.search(rf"(?<![\w:.-]){name}:", words) is not None
