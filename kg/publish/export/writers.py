"""Writes the formats that are made of what is known of people, posts, bodies and meetings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kg.network.analyse import Known, known, whole, write_gexf, write_graphml
from kg.publish.export.formats import Format
from kg.publish.export.ftm import write_ftm
from kg.publish.export.neo4j import FILES, README, write_neo4j
from kg.publish.export.popolo import write_popolo
from kg.publish.export.sources import Sources, sources
from kg.publish.folder import replacing
from kg.query.opening import Graph

_Writer = Callable[[Known, Sources, Path], None]


def _graphml(everything: Known, _: Sources, path: Path) -> None:
    write_graphml(whole(everything), path)


def _gexf(everything: Known, _: Sources, path: Path) -> None:
    write_gexf(whole(everything), path)


WRITERS: dict[str, _Writer] = {
    "graphml": _graphml,
    "gexf": _gexf,
    "neo4j": write_neo4j,
    "popolo": write_popolo,
    "ftm": write_ftm,
}


def write_known(graph: Graph, form: Format, path: Path) -> None:
    """Write a format to a file that the caller puts in its place, or to a folder that is replaced when it is whole.

    All that is known is in memory at once. Raises `OutputError` when a folder holds other files, OSError when
    something cannot be written.
    """
    everything, passages = known(graph.store, graph.prefixes), sources(graph)
    if form.ending:
        WRITERS[form.name](everything, passages, path)
        return
    with replacing(path, (*FILES.values(), README), ()) as staging:
        WRITERS[form.name](everything, passages, staging)
