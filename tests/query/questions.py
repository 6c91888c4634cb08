"""A graph of a few invented gazettes with all that is derived, and with statements added by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from kg.query import Graph
from kg.rdf.names import DEFAULT_BASE, prefixes
from kg.read.source import source_of
from tests.derivation import derived
from tests.fake_reader import fake_gazette

GZ = f"{DEFAULT_BASE}ontology#"
IDS = f"{DEFAULT_BASE}id/"


def graph_of(texts: Mapping[str, str], folder: Path, added: Iterable[str] = ()) -> Graph:
    """The graph of gazettes in the language of `tests.fake_reader`, by stem; `added` are lines of N-Quads."""
    work = derived((fake_gazette(source_of(text, stem=stem, path=stem)) for stem, text in texts.items()), folder)
    extra = folder / "added.nq"
    extra.write_text("".join(f"{line}\n" for line in added), encoding="utf-8")
    work.store.load(extra)
    return Graph(work.store, DEFAULT_BASE, prefixes(DEFAULT_BASE))


def post(body: str, title: str) -> str:
    """The IRI of a post."""
    return f"{IDS}post/{body}/{title}"


def quad(subject: str, predicate: str, thing: str) -> str:
    """A line of N-Quads between two things."""
    return f"<{subject}> <{predicate}> <{thing}> <{DEFAULT_BASE}graph/added> ."
