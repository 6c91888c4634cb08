"""A folder of CSV files for `neo4j-admin database import`, with the command that reads them."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from kg.network.analyse import Known, Span, whole
from kg.publish.export.sources import Sources

_DATES = ("startEarliest:date", "startLatest:date", "endEarliest:date", "endLatest:date")
# What a node or an edge of the whole network becomes: the file, its label or type, and its columns.
NODES = {
    "person": ("people", "Person", ("name", "label", "place", "aliases:string[]")),
    "post": ("posts", "Post", ("label", "title", "several:boolean")),
    "body": ("bodies", "Body", ("label", "type", "aliases:string[]")),
    "meeting": ("meetings", "Meeting", ("label", "date")),
}
EDGES = {
    "held": ("held", "HELD", ("iri", "qualifier", *_DATES, "evidence:string[]")),
    "attended": ("attended", "ATTENDED", (*_DATES, "evidence:string[]")),
    "of": ("of", "OF_BODY", ()),
    "part": ("part", "PART_OF", ()),
    "by": ("by", "HELD_BY", ()),
}
FILES = {kind: f"{part}-{name}.csv" for part, every in (("nodes", NODES), ("edges", EDGES))
         for kind, (name, _, _) in every.items()}  # fmt: skip
README = "README.md"
ARRAY = ";"


def write_neo4j(known: Known, _: Sources, folder: Path) -> None:
    """Write the files into `folder`, which is there. Raises OSError when one cannot be written."""
    graph = whole(known)
    aliases = {one.id: (one.name, one.aliases) for one in known.people.values()}
    aliases |= {one.id: (one.name, one.aliases) for one in known.bodies.values()}
    nodes: dict[str, list[list[str]]] = {kind: [] for kind in NODES}
    for iri, data in graph.nodes(data=True):
        name, also = aliases.get(iri, (data["label"], ()))
        cells = {**data, "name": name, "aliases": also}
        nodes[data["kind"]].append([iri, *_cells(NODES[data["kind"]][2], cells), NODES[data["kind"]][1]])
    edges: dict[str, list[list[str]]] = {kind: [] for kind in EDGES}
    for one, other, data in graph.edges(data=True):
        cells = {**data, **_days(data.get("span"))}
        edges[data["kind"]].append([one, other, *_cells(EDGES[data["kind"]][2], cells), EDGES[data["kind"]][1]])
    for kind, rows in nodes.items():
        _write(folder / FILES[kind], ("iri:ID", *NODES[kind][2], ":LABEL"), rows)
    for kind, rows in edges.items():
        _write(folder / FILES[kind], (":START_ID", ":END_ID", *EDGES[kind][2], ":TYPE"), rows)
    (folder / README).write_text(_readme(), encoding="utf-8", newline="\n")


def _days(span: Span | None) -> dict[str, str | None]:
    if span is None:
        return {}
    days = (span.start_earliest, span.start_latest, span.end_earliest, span.end_latest)
    return {name.partition(":")[0]: day for name, day in zip(_DATES, days, strict=True)}


def _cells(columns: Iterable[str], values: dict[str, object]) -> list[str]:
    return [_cell(values.get(column.partition(":")[0])) for column in columns]


def _cell(value: object) -> str:
    """One line; an empty cell is no value."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        # What separates the parts may not stand in one.
        return ARRAY.join(_cell(str(part)).replace(ARRAY, "；") for part in value)
    return " ".join(str(value).split())


def _write(path: Path, header: Iterable[str], rows: Iterable[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as target:
        writer = csv.writer(target, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def _readme() -> str:
    options = [f"  --nodes={FILES[kind]} \\" for kind in NODES] + [
        f"  --relationships={FILES[kind]} \\" for kind in EDGES
    ]
    return "\n".join((
        "# People, posts, bodies and meetings for Neo4j", "",
        "In this folder, into a database that is not there yet:", "",
        "```console", "$ neo4j-admin database import full \\", *options, "  gazettes", "```", "",
        "Every node has its IRI as `iri`. The four dates of `HELD` are bounds: a holder is certain on a day from",
        "`startLatest` to before `endEarliest`, and possible from `startEarliest` to before `endLatest`. One that is",
        "absent is not known; no end never means that the post is still held.", "",
    ))  # fmt: skip
