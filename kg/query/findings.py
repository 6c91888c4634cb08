"""Where the record contradicts itself: the findings of a graph, each with the passages that do not agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from kg.model.errors import QueryError
from kg.query.opening import Graph
from kg.query.rows import grouped
from kg.query.sparql import Record, records

QUESTION = Path(__file__).with_name("findings.rq")
OF_ONE = Path(__file__).with_name("findings_of.rq")


@dataclass(frozen=True, slots=True)
class Side:
    """One of the passages: its 1-based lines and its words."""

    lines: tuple[int, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Found:
    """One finding: its kind, what contradicts what, also in Chinese, and the passages in the order of the text."""

    kind: str
    text: str
    text_zh: str
    gazette: str
    confidence: float
    sides: tuple[Side, ...]


def findings(graph: Graph, kinds: Sequence[str] = ()) -> list[Found]:
    """The findings of a graph, of all kinds or of some, by kind, gazette and place in the text.

    Raises `QueryError` when `kinds` names one that the graph does not hold, though it holds others.
    """
    found = _all(records(graph, QUESTION))
    known = sorted({one.kind for one in found})
    unknown = [kind for kind in kinds if kind not in known]
    if unknown and known:
        raise QueryError(f"no finding is a {unknown[0]!r} in this graph; there are: {', '.join(known)}")
    return [one for one in found if not kinds or one.kind in kinds]


def findings_of(graph: Graph, gazette: str) -> list[Found]:
    """The findings of one gazette, by its stem."""
    return _all(records(graph, OF_ONE, gazette=gazette))


def _all(rows: list[Record]) -> list[Found]:
    return sorted((_found(told) for _, told in grouped(rows, "finding")), key=_order)


def _found(rows: list[Record]) -> Found:
    first = rows[0]
    sides = [_side(list(of_side)) for _, of_side in groupby(rows, key=lambda row: (row["start"], row["words"]))]
    confidence = min(float(str(row["confidence"])) for row in rows)
    return Found(
        str(first["kind"]), str(first["text"]), str(first["zh"]), str(first["gazette"]), confidence, tuple(sides)
    )


def _side(rows: list[Record]) -> Side:
    return Side(tuple(sorted({line for row in rows if isinstance(line := row["line"], int)})), str(rows[0]["words"]))


def _order(found: Found) -> tuple[str, str, tuple[int, ...], str]:
    return found.kind, found.gazette, found.sides[0].lines, found.text
