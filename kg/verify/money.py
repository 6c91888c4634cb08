"""Sums of money: adjustments, the totals of accounts, the parts of a debt, one figure in two papers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from kg.extract.reports.fiscal.money import FIGURE, UNIT, amounts, figure
from kg.model.facts import Evidence
from kg.model.reports import FiscalFigure
from kg.verify.record import Contradiction, Record, finding

_CHANGE = re.compile(
    rf"^(?:（[^（）]*）)?，(?:相应|净|共|合计|较年初|比年初|较年初预算|比年初预算)*"
    rf"(?P<verb>调增|增加|核增|追加|调减|减少|核减|压减)(?:了|额)?(?:为)?(?P<n>{FIGURE})(?P<unit>{UNIT})"
)
_LESS = frozenset(("调减", "减少", "核减", "压减"))
_SCALE = {"亿": 8, "万": 4, "千": 3, "百": 2, "十": 1}
_NEAR = 160
_BEHIND = 80
_LONGEST_ACCOUNT = 500
_ADDED = re.compile(r"[。，]加上?(?!大|快|强)")
_NOT_ADDED = re.compile(r"其中|比|较|减|扣除|等[，。]|包括")
_OPENS_PARTS = re.compile(r"^[，。]?其中|^（")
_PART = re.compile(r"一般|专项")
# Of a limit many are told: before, added, expected; of what stood at the end of a year there is one.
_AT_THE_END = re.compile(r"年[末底]|12月31日")


def adjustments(record: Record) -> Iterator[Contradiction]:
    """由A调整为B，调增C, where A and C do not make B."""
    shared: dict[tuple[int, int], set[tuple[str | None, str]]] = defaultdict(set)
    for row in record.gazette.fiscal:
        shared[row.evidence.start, row.evidence.end].add((row.from_amount, row.amount))
    done = set()
    for row in record.gazette.fiscal:
        span = row.evidence.start, row.evidence.end
        if row.kind != "adjustment" or row.from_amount is None or len(shared[span]) > 1 or span in done:
            continue
        done.add(span)
        behind = record.behind(row.evidence, _BEHIND)
        match = _CHANGE.match(behind.text)
        if match is None:
            continue
        change = _value(figure(match["n"]), match["unit"]) * (-1 if match["verb"] in _LESS else 1)
        before, after = _value(row.from_amount, row.unit), _value(row.amount, row.unit)
        loose = sum(_rounding(*one) for one in ((row.from_amount, row.unit), (row.amount, row.unit)))
        if abs(before + change - after) > loose + _rounding(figure(match["n"]), match["unit"]):
            side = record.side(behind[match.start("verb") : match.end()], row.evidence)
            told = {
                "item": row.item, "before": row.from_amount, "after": row.amount, "unit": row.unit,
                "verb": match["verb"], "change": match["n"] + match["unit"],
            }  # fmt: skip
            yield finding("adjustment", told, row.evidence, side)


def accounts(record: Record) -> Iterator[Contradiction]:
    """An account's own figure, what is added to it, and its total: 收入X，加上A、B，总计Y."""
    rows = [row for row in record.gazette.fiscal if row.kind != "adjustment"]
    for one, other in pairwise(rows):
        if (
            not re.fullmatch(rf"{re.escape(one.item)}(?:总计|总量|合计)", other.item)
            or one.evidence.item != other.evidence.item
        ):
            continue
        if not 0 < other.evidence.end - one.evidence.end < _LONGEST_ACCOUNT:
            continue
        text = record.behind(one.evidence, other.evidence.end - one.evidence.end).text
        added = _added(text)
        if not added or any(unit != one.unit for _, unit in added) or other.unit != one.unit:
            continue
        expected = _value(one.amount, one.unit) + sum(_value(*part) for part in added)
        loose = sum((_rounding(*part) for part in added), _rounding(one.amount, one.unit)) + _rounding(
            other.amount, other.unit
        )
        if abs(expected - _value(other.amount, other.unit)) > loose:
            sums = " + ".join((one.amount, *(amount for amount, _ in added)))
            told = {"item": other.item, "added": sums, "total": other.amount, "unit": other.unit}
            yield finding("sum_of_money", told, *_sides(one, other), confidence=0.9)


def _added(text: str) -> list[tuple[str, str]]:
    """The amounts behind 加上 but for the last, the total; none where a part has no amount of its own."""
    start = _ADDED.search(text)
    if start is None or _NOT_ADDED.search(text, start.end()):
        return []
    found = list(amounts(text[start.end() :]))
    rest = text[start.end() :]
    parts = [part for part in re.split(r"[、，。；]", _without_groups(rest)) if part]
    if len(parts) != len(found):
        return []
    return [(one.figure, one.unit) for one in found[:-1]]


def _without_groups(text: str) -> str:
    return re.sub(r"(?<=\d)，(?=\d{3})", "", text)


def parts_of_debt(record: Record) -> Iterator[Contradiction]:
    """General and special debt are all there is: they make the limit, the balance, the bonds of one sentence."""
    rows = record.gazette.fiscal
    for whole, one, other in zip(rows, rows[1:], rows[2:], strict=False):
        parts = [_PART.findall(row.item) for row in (whole, one, other)]
        same = {(row.kind, row.unit, row.year) for row in (whole, one, other)}
        near = 0 < other.evidence.end - whole.evidence.end < _NEAR and whole.evidence.item == other.evidence.item
        if (
            whole.kind not in ("debt_limit", "debt_balance", "bond")
            or parts != [[], ["一般"], ["专项"]]
            or len(same) > 1
        ):
            continue
        if not near or _tail(one) != _tail(other) or not _OPENS_PARTS.match(record.behind(whole.evidence, 8).text):
            continue
        total = _value(one.amount, one.unit) + _value(other.amount, other.unit)
        loose = sum(_rounding(row.amount, row.unit) for row in (whole, one, other))
        if (
            "。" not in record.behind(whole.evidence, other.evidence.end - whole.evidence.end).text
            and abs(total - _value(whole.amount, whole.unit)) > loose
        ):
            sums = f"{one.amount} + {other.amount}"
            told = {"item": whole.item, "added": sums, "total": whole.amount, "unit": whole.unit}
            yield finding("sum_of_money", told, *_sides(whole, one, other))


def _tail(row: FiscalFigure) -> str:
    return _PART.sub("", row.item)


def figures_twice(record: Record) -> Iterator[Contradiction]:
    """One settled figure of one year that two papers, or two places of one, print differently."""
    told: dict[tuple[str, int | None, str], list[FiscalFigure]] = defaultdict(list)
    for row in record.gazette.fiscal:
        settled = row.kind == "final_accounts" or (row.kind == "debt_balance" and _AT_THE_END.search(row.evidence.text))
        if settled and row.year is not None and row.evidence.rule != "fiscal.table":
            told[row.item, row.year, row.kind].append(row)
    for (item, year, _), rows in told.items():
        first = rows[0]
        for row in rows[1:]:
            loose = _rounding(first.amount, first.unit) + _rounding(row.amount, row.unit)
            if abs(_value(first.amount, first.unit) - _value(row.amount, row.unit)) > loose:
                one, other = (found.amount + found.unit for found in (first, row))
                words = {"item": item, "year": str(year), "first": one, "second": other}
                yield finding("figure_twice", words, *_sides(first, row), confidence=0.8)
                break


def _sides(*rows: FiscalFigure) -> list[Evidence]:
    return [row.evidence for row in rows]


def _value(printed: str, unit: str) -> Decimal:
    return Decimal(printed.replace(",", "")).scaleb(_power(unit))


def _rounding(printed: str, unit: str) -> Decimal:
    """Half of the last digit printed: so much may an amount be off that is rounded."""
    places = len(printed.partition(".")[2])
    return Decimal(5).scaleb(_power(unit) - places - 1)


def _power(unit: str) -> int:
    return sum(_SCALE.get(char, 0) for char in unit)
