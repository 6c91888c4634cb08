"""An item of a gazette as it is printed, from the texts that a build keeps."""

from __future__ import annotations

import re
from pathlib import Path

from kg.query import Graph, Iri
from kg.query.describing import PRINTED
from kg.query.sparql import records

# What a graph names is no path before it is known to be a digest.
_SHA = re.compile(r"[0-9a-f]{64}")


def printed(graph: Graph, iri: str, texts: Path | None) -> tuple[tuple[int, str], ...]:
    """The lines of an item with their numbers, from 1; none where it is no item, or its text is not kept."""
    rows = records(graph, PRINTED, item=Iri(iri)) if texts is not None else []
    if texts is None or not rows or not _SHA.fullmatch(str(rows[0]["sha"])):
        return ()
    path = texts / f"{rows[0]['sha']}.txt"
    if not path.is_file():
        return ()
    first, last = int(rows[0]["first"] or 1), int(rows[0]["last"] or 0)
    lines = path.read_text(encoding="utf-8").split("\n")
    return tuple(enumerate(lines[first - 1 : last], first))
