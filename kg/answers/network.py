"""Analyses of the network as rows."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from kg.answers.flat import Cell, Flat

if TYPE_CHECKING:
    from kg.network.analyse import Analysis

_NUMBERS: dict[str, type] = {"int": int, "float": float}


def network_rows(found: Analysis[Any], *, yearly: bool = False) -> Flat:
    """The rows of an analysis, lists with bars between parts; `derived` says of each that no gazette states it."""
    from kg.network.analyse import row_class

    told = fields(row_class(found.kind, yearly=yearly))
    names = tuple(field.name for field in told)
    types = {field.name: str(field.type).removesuffix(" | None") for field in told}
    kinds = {name: _NUMBERS[of] for name, of in types.items() if of in _NUMBERS}
    rows = ([*(_cell(getattr(row, name)) for name in names), True] for row in found.rows)
    return Flat((*names, "derived"), rows, {**kinds, "derived": bool})


def _cell(value: Any) -> Cell:
    return "|".join(map(str, value)) if isinstance(value, tuple) else value
