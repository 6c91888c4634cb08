"""The number of deputies against the one before and the changes between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.model.facts import Evidence
from kg.model.source import Passage
from kg.recognise.numbers import NUMERAL, number
from kg.verify.record import Contradiction, Paper, Record, finding

_NOW = re.compile(rf"(?<!原)(?:实有|现有)[^，。；\d]{{0,20}}?代表(?:总数|人数)?(?:为|共)?(?P<n>{NUMERAL})[名人]")
_BEFORE = re.compile(rf"原(?:有|实有|共有)[^，。；\d]{{0,20}}?代表(?:总数|人数)?(?:为|共)?(?P<n>{NUMERAL})[名人]")


def deputies_left(record: Record) -> Iterator[Contradiction]:
    """A paper's number of deputies before and after, and of two papers of sessions that follow each other."""
    told = []
    for paper in record.of_type("deputy_qualification_report", "announcement"):
        now = _printed(paper, _NOW)
        if now is None:
            continue
        before = _printed(paper, _BEFORE)
        if before:
            yield from _balance(record, paper, before[0], now, paper.side(before[1]))
        else:
            told.append((paper, now))
    for (earlier, first), (later, now) in pairwise(told):
        if _follows(earlier, later):
            yield from _balance(record, later, first[0], now, earlier.side(first[1]))


def _balance(
    record: Record, paper: Paper, before: int, now: tuple[int, Passage], *sides: Evidence
) -> Iterator[Contradiction]:
    rows = [row for row in record.gazette.deputies if row.person in paper.ctx.text]
    begun = {row.person for row in rows if row.change == "elected"}
    ended = {row.person for row in rows if row.change == "terminated"}
    expected = before + len(begun) - len(ended)
    if (begun or ended) and expected != now[0]:
        evidence = (*sides, *(row.evidence for row in rows), paper.side(now[1]))
        told = {"before": before, "begun": len(begun), "ended": len(ended), "printed": now[0]}
        yield finding("deputies_left", told, *evidence, confidence=0.9)


def _printed(paper: Paper, pattern: re.Pattern[str]) -> tuple[int, Passage] | None:
    found = [
        (value, paragraph[match.start() : match.end()])
        for paragraph in paper.paragraphs
        if "代表" in paragraph.text
        for match in pattern.finditer(paragraph.text)
        if (value := number(match["n"])) is not None
    ]
    return found[0] if len(found) == 1 else None


def _follows(earlier: Paper, later: Paper) -> bool:
    """Whether two papers are of sessions of one body that follow each other."""
    one, other = earlier.item.meeting, later.item.meeting
    if one is None or other is None or one.session is None or other.session is None:
        return False
    return one.body == other.body and one.term == other.term and other.session - one.session == 1
