"""Bodies by a shortened name: one that gazettes print, the name without its places, or a standard short form."""

from __future__ import annotations

from pathlib import Path

from kg.lexicon import load
from kg.query.opening import Graph
from kg.query.sparql import records
from kg.resolve.spelled import leaves_out_places, spelled_out

FOLDER = Path(__file__).parent


def bodies_shortened(graph: Graph, typed: str) -> set[str]:
    """The bodies that a shortened name may mean, of all places.

    What one gazette prints for a body of its own place means that of another place elsewhere: so the name as printed
    does not win over the others.
    """
    before, behind = spelled_out(typed, load())
    forms = [form for form in {("", typed), (before, behind)} if form[1]]
    rows = records(graph, FOLDER / "short_names.rq", short=sorted({form[1] for form in forms}))
    return {
        str(row["thing"])
        for row in rows
        for front, end in forms
        if row["short"] == end and _fits(str(row["name"]), front, end)
    }


def _fits(name: str, front: str, end: str) -> bool:
    return name.startswith(front) and leaves_out_places(name.removeprefix(front), end, load())
