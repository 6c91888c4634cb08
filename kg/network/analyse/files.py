"""Writes a graph as GraphML or GEXF, the same bytes every time.

The writers of networkx fail on None and lists, write what is no XML where a text holds control characters, and GEXF
gets the day of writing; so a cleaned copy is written, without that day.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx as nx
from networkx.readwrite.gexf import GEXFWriter

from kg.model.dates import later
from kg.network.analyse.spans import Span

# What XML 1.0 allows no document to hold.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_GEXF = "{http://www.gexf.net/1.2draft}"
Attributes = dict[str, Any]


def write_graphml(graph: nx.Graph[str], path: Path) -> None:
    """Write GraphML, with the attributes of the graph. Raises OSError when the file cannot be written."""
    buffer = BytesIO()
    nx.write_graphml_xml(cleaned(graph), buffer)
    path.write_bytes(buffer.getvalue() + b"\n")


def write_gexf(graph: nx.Graph[str], path: Path) -> None:
    """Write GEXF 1.2; an edge has the first and the last day on which it may have held, where they are known.

    Raises OSError when the file cannot be written.
    """
    written = GEXFWriter(graph=cleaned(graph, spells=True), encoding="utf-8", prettyprint=True)
    meta = written.xml.find("meta")
    if meta is not None:
        del meta.attrib["lastmodifieddate"]
        ElementTree.SubElement(meta, "description").text = _text(graph.graph.get("description", ""))
    buffer = BytesIO()
    written.write(buffer)
    path.write_bytes(buffer.getvalue() + b"\n")


def cleaned(graph: nx.Graph[str], *, spells: bool = False) -> nx.Graph[str]:
    """A copy whose attributes are texts, numbers and truth values, each name of one type; None is left out.

    With `spells`, the `span` of an edge becomes its `start` and `end`; without, it is left out.
    """
    copy = graph.__class__()
    copy.graph.update({name: _value(value) for name, value in graph.graph.items()})
    ids = list(graph)
    nodes = _of_one_type(dict(graph.nodes[node]) for node in ids)
    for node, attributes in zip(ids, nodes, strict=True):
        copy.add_node(_text(node), **attributes)
    ends = list(graph.edges(data=True))
    edges = _of_one_type(_spelled(data) if spells else dict(data) for *_, data in ends)
    for (one, other, _), attributes in zip(ends, edges, strict=True):
        copy.add_edge(_text(one), _text(other), **attributes)
    return copy


def _spelled(data: Attributes) -> Attributes:
    span = data.get("span")
    if not isinstance(span, Span) or span.empty:
        return dict(data)
    return {**data, "start": span.start_earliest, "end": span.end_latest and later(span.end_latest, -1)}


def _of_one_type(every: Iterable[Attributes]) -> Iterator[Attributes]:
    kept = [
        {name: _value(value) for name, value in attributes.items() if not _is_nothing(value)} for attributes in every
    ]
    types: defaultdict[str, set[type]] = defaultdict(set)
    for attributes in kept:
        for name, value in attributes.items():
            types[name].add(type(value))
    for attributes in kept:
        yield {name: _cast(value, types[name]) for name, value in attributes.items()}


def _is_nothing(value: object) -> bool:
    return value is None or isinstance(value, Span) or value == ""


def _value(value: object) -> str | int | float | bool:
    if isinstance(value, bool | int | float):
        return value
    if isinstance(value, tuple | list | set | frozenset):
        parts = map(str, value if isinstance(value, tuple | list) else sorted(map(str, value)))
        return _text("; ".join(parts))
    return _text(value)


def _cast(value: str | int | float | bool, types: set[type]) -> str | int | float | bool:
    if len(types) == 1:
        return value
    return float(value) if types == {int, float} else str(value)


def _text(value: object) -> str:
    """One line that XML may hold."""
    return _FORBIDDEN.sub("\ufffd", " ".join(str(value).split()))
