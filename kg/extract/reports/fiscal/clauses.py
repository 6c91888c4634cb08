"""Sentences taken apart at the signs that separate statements, not at those inside quotes, titles and numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.reports.fiscal.money import Amount

_DELIMITER = re.compile(r"[，；：。！？（）]")
_CLOSED = re.compile(r"“[^“”]{1,40}”|《[^》]*》|（[^（）]*）")


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence between two separating signs, and the amounts in it."""

    start: int
    end: int
    opener: str
    amounts: tuple[Amount, ...]


def clauses(text: str, found: Sequence[Amount]) -> list[Clause]:
    """The clauses of a sentence; a bracket that holds no amount is part of the words around it."""
    masked = _masked(text, found)
    parts = []
    start, opener = 0, ""
    for match in [*_DELIMITER.finditer(masked), None]:
        end = match.start() if match else len(text)
        if end > start:
            inside = tuple(amount for amount in found if start <= amount.start < end)
            parts.append(Clause(start, end, opener, inside))
        if match:
            start, opener = match.end(), match.group()
    return parts


def _masked(text: str, found: Sequence[Amount]) -> str:
    spans = [match.span() for match in _CLOSED.finditer(text)]
    spans = [(start, end) for start, end in spans if not any(start <= one.start < end for one in found)]
    spans += [(amount.start, amount.end) for amount in found]
    chars = list(text)
    for start, end in spans:
        chars[start:end] = "_" * (end - start)
    return "".join(chars)
