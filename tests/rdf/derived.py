"""Stores with all that is derived of gazettes, made as a build makes them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kg.derived import write_derived
from kg.lexicon import load
from kg.model.gazette import Gazette
from kg.rdf.names import DEFAULT_BASE
from kg.rdf.nquads import write_sorted
from kg.rdf.quads import gazette_quads
from kg.store import Store, create


def loaded(gazettes: Iterable[Gazette], folder: Path, more: Iterable[str] = ()) -> Store:
    """A store of gazettes and of further N-Quads lines; the derived files lie in the folder."""
    lines = [line for gazette in gazettes for line in gazette_quads(gazette)]
    return stored([*lines, *more], folder)


def stored(lines: Iterable[str], folder: Path) -> Store:
    """A store of N-Quads lines and of what is derived of them."""
    store = create()
    write_sorted(lines, folder / "stated")
    store.load(folder / "stated")
    write_derived(store, folder, DEFAULT_BASE, load())
    return store
