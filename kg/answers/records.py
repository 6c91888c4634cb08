"""Demands and findings as rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, fields
from typing import TYPE_CHECKING

from kg.answers.flat import Flat, Row

if TYPE_CHECKING:
    from kg.query import Demand, Found

_FINDING = ("kind", "gazette", "line", "text", "words", "confidence", "text_zh")


def demands_rows(found: Sequence[Demand]) -> Flat:
    """Opinions and advice, each with what answers it; its points stand apart with a bar between them."""
    from kg.query import Demand

    columns = tuple(field.name for field in fields(Demand))
    return Flat(columns, map(_demand, found), {"days": int, "answers": int, "line": int})


def findings_rows(found: Sequence[Found]) -> Flat:
    """A row a finding, its passages with a bar between them."""
    return Flat(_FINDING, map(_finding, found), {"confidence": float})


def _demand(demand: Demand) -> Row:
    return ["|".join(value) if isinstance(value, tuple) else value for value in asdict(demand).values()]


def _finding(found: Found) -> Row:
    lines = " ".join(map(str, sorted({line for side in found.sides for line in side.lines})))
    words = "|".join(side.words for side in found.sides)
    return found.kind, found.gazette, lines, found.text, words, found.confidence, found.text_zh
