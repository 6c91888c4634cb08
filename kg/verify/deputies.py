"""The number of deputies against the one before and the changes between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.model.facts import Evidence
from kg.model.reports import Finding
from kg.model.source import Passage
from kg.recognise.numbers import NUMERAL, number
from kg.verify.record import Paper, Record, finding

_NOW = re.compile(rf"(?<!原)(?:实有|现有)[^，。；\d]{{0,20}}?代表(?:总数|人数)?(?:为|共)?(?P<n>{NUMERAL})[名人]")
_BEFORE = re.compile(rf"原(?:有|实有|共有)[^，。；\d]{{0,20}}?代表(?:总数|人数)?(?:为|共)?(?P<n>{NUMERAL})[名人]")


def deputies_left(record: Record) -> Iterator[Finding]:
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
) -> Iterator[Finding]:
    rows = [row for row in record.gazette.deputies if row.person in paper.ctx.text]
    begun = {row.person for row in rows if row.change == "elected"}
    ended = {row.person for row in rows if row.change == "terminated"}
    expected = before + len(begun) - len(ended)
    if (begun or ended) and expected != now[0]:
        told = f"{before} deputies before, {len(begun)} seats begun and {len(ended)} ended, {now[0]} printed"
        evidence = [row.evidence for row in rows]
        yield finding("count_mismatch", told, *sides, *evidence, paper.side(now[1]), confidence=0.9)


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
