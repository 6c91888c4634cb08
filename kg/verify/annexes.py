"""Annexes that a paper cites and the gazette does not print."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model.source import Passage
from kg.verify.record import Contradiction, Paper, Record, finding

_CITED = re.compile(
    r"(?:详见|见|参见|（)附(?P<what>件|表)(?P<number>[一二三四五六七八九十\d]{0,2})(?=[）。，；、：]|$)"
)
_PRINTED = re.compile(r"^附(?:件|表|[：:])|^（?附(?:件|表)?）?$")


def missing_annexes(record: Record) -> Iterator[Contradiction]:
    """详见附件1 in a paper behind which no annex stands."""
    for paper in record.papers:
        if not any("附" in line.text for line in paper.ctx.draft.lines):
            continue
        if not any(_PRINTED.match(line.text) for line in paper.ctx.draft.lines):
            yield from _cited(paper)


def _cited(paper: Paper) -> Iterator[Contradiction]:
    cited: dict[str, Passage] = {}
    for paragraph in paper.paragraphs:
        for match in _CITED.finditer(paragraph.text):
            cited.setdefault(f"附{match['what']}{match['number']}", paragraph[match.start("what") - 1 : match.end()])
    if cited:
        told = {"title": paper.item.title, "annexes": tuple(cited)}
        yield finding("missing_annex", told, *(paper.side(side) for side in cited.values()))
