"""Counts that are listed and then added up: A 15场、B 8场，共计30场."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kg.verify.record import Contradiction, Record, finding

_NUMBER = r"\d+(?:\.\d+)?(?![.,，]?\d)"
_UNIT = r"(?:场|次|项|件|人次|人|名|户|个|处|家|条|亿元|万元|平方米|万平方米|公里|吨|张|份)"
_PART = rf"[^，、；。：\d]{{1,24}}?(?:\d+号[^，、；。：\d]{{0,12}})?{_NUMBER}{_UNIT}"
_LISTED = re.compile(
    rf"(?P<parts>{_PART}(?:[、，]{_PART}){{2,}})(?P<open>等[^，。；、]{{0,16}})?[，、；]?"
    rf"(?P<sum>共计|合计|总计|共)(?P<total>{_NUMBER})(?P<unit>{_UNIT})"
)
_TOTAL = re.compile(r"(?:共计|合计|总计|共)\d")
_ADDEND = re.compile(rf"(?P<n>{_NUMBER})(?P<unit>{_UNIT})")
_NESTED = re.compile(r"其中|加上?|包括|比|较|增长|下降|增加|减少|累计|占|平均|每|达到|含")


def sums_of_counts(record: Record) -> Iterator[Contradiction]:
    """A total that is not the sum of its parts; of an open list (等) only one that is less than its parts."""
    for paper in record.papers:
        for paragraph in paper.paragraphs:
            if not _TOTAL.search(paragraph.text):
                continue
            for match in _LISTED.finditer(paragraph.text):
                addends = _addends(match) if _opens(paragraph.text, match) else []
                total = Decimal(match["total"])
                if addends and sum(addends) != total and (not match["open"] or sum(addends) > total):
                    added = " + ".join(map(str, addends))
                    parts = paper.side(paragraph[match.start("parts") : match.end("parts")])
                    printed = paper.side(paragraph[match.start("sum") : match.end()])
                    told = {"added": added, "sum": str(sum(addends)), "printed": str(total), "unit": match["unit"]}
                    yield finding("sum_of_counts", told, parts, printed, confidence=0.9)


def _opens(text: str, match: re.Match[str]) -> bool:
    """Whether a list begins with its first part: no other number of its unit stands in front of it in the sentence."""
    before = re.split(r"[。；：]", text[: match.start()])[-1]
    return not any(unit == match["unit"] for _, unit in _ADDEND.findall(before))


def _addends(match: re.Match[str]) -> list[Decimal]:
    """The numbers of a list, where all are of the unit of the total and none is told of another."""
    found = _ADDEND.findall(match["parts"])
    same = all(unit == match["unit"] for _, unit in found)
    return [Decimal(value) for value, _ in found] if same and not _NESTED.search(match["parts"]) else []
