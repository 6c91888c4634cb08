"""Numbered parts: a number that is skipped, and a count announced that the parts told do not reach."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.model.facts import Evidence
from kg.model.source import Passage
from kg.recognise.numbers import number
from kg.segment.lines import Line
from kg.verify.record import Contradiction, Paper, Record, finding

_HAN = r"[一二三四五六七八九十]{1,3}"
_TOP = re.compile(rf"^(?P<n>{_HAN})、")
_SECOND = re.compile(rf"^（(?P<n>{_HAN})）")
_DIGITS = "〇一二三四五六七八九"
# 主要做了以下三个方面的工作：一是…; a number said of something else is no announcement.
_ANNOUNCED = re.compile(
    r"(?:以下|如下|下列|主要(?:做了|有|是|抓好|抓了)?)(?P<n>[两三四五六七八九十])(?:个|项|条|点|方面|大)[^，。；：]{0,12}[：。，]$"
)
_ORDINAL = re.compile(r"(?:^|[。；：，])(?P<n>[一二三四五六七八九十])(?:是|要)")
_NO_PARTS = frozenset(("agenda", "attendance", "observers", "personnel_list"))


def numbering_gaps(record: Record) -> Iterator[Contradiction]:
    """一、 and 三、 with no 二、 between them, neither at a line's beginning nor anywhere else."""
    for paper in record.papers:
        for parts in _sequences(paper.ctx.draft.body):
            for (first, one), (second, other) in pairwise(parts):
                if second == first + 2 and not _between(paper, one, other, first + 1):
                    sides = _head(paper, one), _head(paper, other)
                    told = {"before": one.text[:20], "after": other.text[:20], "missing": _han(first + 1)}
                    yield finding("numbering_gap", told, *sides, confidence=0.9)


def _sequences(lines: Sequence[Line]) -> Iterator[list[tuple[int, Line]]]:
    """The runs of numbered headings of each level; a run of the second level ends at a heading of the first."""
    runs: dict[re.Pattern[str], list[tuple[int, Line]]] = {_TOP: [], _SECOND: []}
    for line in lines:
        for level in (_TOP, _SECOND):
            match = level.match(line.text)
            value = number(match["n"]) if match else None
            if value is None:
                continue
            if level is _TOP:
                yield runs[_SECOND]
                runs[_SECOND] = []
            if value == 1:
                yield runs[level]
                runs[level] = []
            if value == 1 or runs[level]:
                runs[level].append((value, line))
    yield from runs.values()


def _between(paper: Paper, one: Line, other: Line, missing: int) -> bool:
    """Whether the missing number stands somewhere between, in a line or in another form."""
    lines = [line.text for line in paper.ctx.draft.lines if one.start <= line.start < other.start]
    han = _han(missing)
    text = "".join(lines)
    forms = (
        f"{han}、",
        f"（{han}）",
        f"{han}，",
        f"{han}.",
        f"{han}．",
        f"{missing}、",
        f"{missing}.",
        f"（{missing}）",
        f"第{han}",
    )
    return any(form in text for form in forms) or any(line.startswith(han) for line in lines)


def announced_and_told(record: Record) -> Iterator[Contradiction]:
    """以下四个方面：一是…二是…三是: fewer or more than announced, within one paragraph or as numbered headings."""
    for paper in record.papers:
        if paper.item.type in _NO_PARTS or not any(
            "以下" in p.text or "如下" in p.text or "主要" in p.text for p in paper.paragraphs
        ):
            continue
        for paragraph in paper.paragraphs:
            yield from _in_paragraph(paper, paragraph)


def _in_paragraph(paper: Paper, paragraph: Passage) -> Iterator[Contradiction]:
    first = next((match for match in _ORDINAL.finditer(paragraph.text) if match["n"] == "一"), None)
    if first is None:
        return
    head = first.start() + (1 if paragraph.text[first.start()] in "。；：，" else 0)
    match = _ANNOUNCED.search(paragraph.text[:head])
    announced = number(match["n"]) if match else None
    told = [number(one["n"]) or 0 for one in _ORDINAL.finditer(paragraph.text, first.start())]
    if match is None or announced is None or told != list(range(1, len(told) + 1)) or len(told) < 2:
        return
    if announced != len(told):
        last = list(_ORDINAL.finditer(paragraph.text))[-1]
        sides = (paragraph[match.start() : match.end()], paragraph[last.start() : last.end() + 10])
        words = {"announced": announced, "told": len(told)}
        yield finding("parts_told", words, *(paper.side(side) for side in sides), confidence=0.9)


def _head(paper: Paper, line: Line) -> Evidence:
    return paper.side(line.tight[:40])


def _han(value: int) -> str:
    tens, ones = divmod(value, 10)
    return ("" if tens == 0 else "十" if tens == 1 else _DIGITS[tens] + "十") + (_DIGITS[ones] if ones else "")
