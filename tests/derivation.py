"""A store of gazettes with all that is derived from them, as a build makes it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from kg.derived import Derivation, write_derived
from kg.lexicon import load
from kg.model.gazette import Gazette
from kg.rdf.names import DEFAULT_BASE
from kg.rdf.nquads import write_sorted
from kg.rdf.quads import gazette_quads
from kg.resolve.people.judgements import Judgements
from kg.store import create


def derived(
    gazettes: Iterable[Gazette], folder: Path, judgements: Judgements | None = None, more: Iterable[str] = ()
) -> Derivation:
    """The derivation of gazettes, and of `more` N-Quads lines; its store holds all, and what follows from it."""
    stated = folder / "stated.nq"
    write_sorted(chain((line for gazette in gazettes for line in gazette_quads(gazette)), more), stated)
    store = create()
    store.load(stated)
    work = Derivation(store, DEFAULT_BASE, folder, load(), judgements or Judgements())
    write_derived(work)
    return work
