"""Posts in the institution that itself speaks: 我院审判员, and the head who signs without naming it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from kg.extract.context import Context
from kg.extract.personnel.organs import own_body, signing_institution
from kg.model.facts import Position

_SPEAKS = re.compile(r"^(?:[我本][院委]|[一-龥]{0,10}庭$|审判委员会$|检察委员会$)")
_HEADS = ("院长", "副院长", "检察长", "副检察长")


def of_own_institution(ctx: Context, rows: Iterable[Position]) -> list[Position]:
    """The positions with the institution's name where the text says 我院, or its head signs above the name."""
    return [_named(ctx, row) for row in rows]


def _named(ctx: Context, row: Position) -> Position:
    if row.body is not None and _SPEAKS.match(row.body):
        return replace(row, body=own_body(ctx, row.body))
    if row.body is None and row.title in _HEADS and ctx.type == "filing_report":
        return replace(row, body=signing_institution(ctx))
    return row
