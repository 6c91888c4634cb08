"""All that is derived from what gazettes state, stage after stage; dropping it and deriving again gives the same.

A stage asks the store, and what it gives is loaded before the next one asks. Derived statements stand in graphs of
their own, whose IRIs begin with `graph/derived`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from kg.rdf.derive import HOLDINGS, derive
from kg.rdf.names import prefixes
from kg.rdf.nquads import write_sorted
from kg.rdf.responses import OPINIONS, respond
from kg.rdf.schedules import SCHEDULES, schedule
from kg.rdf.successions import SUCCESSIONS, succeed
from kg.store import Store

Stage = Callable[[Store, str], Iterator[str]]


def _tenures(store: Store, base: str) -> Iterator[str]:
    return derive(store.select(HOLDINGS, prefixes(base)), base)


def _answers(store: Store, base: str) -> Iterator[str]:
    return respond(store.select(OPINIONS, prefixes(base)), base)


def _schedules(store: Store, base: str) -> Iterator[str]:
    return schedule(store.select(SCHEDULES, prefixes(base)), base)


def _successions(store: Store, base: str) -> Iterator[str]:
    return succeed(store.select(SUCCESSIONS, prefixes(base)), base)


STAGES: tuple[Stage, ...] = (_tenures, _answers, _schedules, _successions)


def write_derived(store: Store, folder: Path, base: str) -> list[Path]:
    """Derive everything into the store; the files in `folder` that hold it as sorted N-Quads, one a stage.

    Raises OutputError when one cannot be loaded.
    """
    parts = []
    for number, stage in enumerate(STAGES, 1):
        part = folder / f"derived-{number}.nq"
        write_sorted(stage(store, base), part)
        store.load(part)
        parts.append(part)
    return parts
