"""Adjustments: 由A调整为B, for one subject or for several that share the verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.reports.fiscal.money import FIGURE, UNIT, figure
from kg.extract.reports.fiscal.subjects import several, tidy
from kg.extract.reports.fiscal.words import SIDE, Words

_MONEY = rf"(?:{FIGURE}(?:多|余)?(?:{UNIT})?)"
_ONE = re.compile(rf"({FIGURE})(?:多|余)?({UNIT})?")
_CHANGED = r"(?:调整|调增|调减|核增|核减|增加|减少|变更|修正|下调|上调|压减|追加|提高)"
_ADJUSTED = re.compile(
    rf"(?:由|从)(?P<base>[^，。；由从\d]{{0,16}}?)(?P<old>{_MONEY}(?:[、和及]{_MONEY})*)(?:（[^（）]*）)?，?(?:分别|均|相应|统一)?"
    rf"(?:{_CHANGED}(?:后)?(?:为|到|至)|变为|变化为)[^，。；\d]{{0,6}}?(?P<new>{_MONEY}(?:[、和及]{_MONEY})*)"
)
_LONGEST = 240
_EACH = re.compile(r"(?:均|分别|各|都|同时|相应)+$")
_GENERIC = re.compile(rf"(?:{SIDE}|总计|合计|结余|总量)$")
_PUBLIC = re.compile(r"债务限额|债券")
_OF_LOAN = re.compile(r"^(?:地方政府)?(?:一般|专项)?(?=债务转贷收入$)")


@dataclass(frozen=True, slots=True)
class Adjustment:
    """One subject's amount before and after, and where the words stand."""

    item: str
    old: str
    new: str
    unit: str
    start: int
    verb: int
    end: int


def adjustments(text: str, fund: str, paper: bool, words: Words) -> Iterator[Adjustment]:
    """The adjustments of a sentence, under the account `fund`; only a paper on money adjusts what is no account."""
    if "由" not in text and "从" not in text:
        return
    for match in _ADJUSTED.finditer(text):
        start = _label_start(text, match.start())
        label = text[start : match.start()]
        if not label.strip("均分别各“”"):
            start = _label_start(text, max(start - 1, 0))
            label = text[start : match.start()].strip("，")
        if paper or words.total.search(_EACH.sub("", label)) or _PUBLIC.search(label):
            yield from _shared(label, match, start, fund, words)


def _shared(label: str, match: re.Match[str], start: int, fund: str, words: Words) -> Iterator[Adjustment]:
    old, new = _ONE.findall(match["old"]), _ONE.findall(match["new"])
    unit = new[-1][1]
    subjects = [label]
    if _EACH.search(label) or len(new) > 1:
        subjects = several(tidy(_EACH.sub("", label), words), words)
    if not unit or len(old) != len(new) or len(new) not in (1, len(subjects)):
        return
    pairs = list(zip(old, new, strict=True))
    for number, subject in enumerate(subjects):
        (before, unit_before), (after, unit_after) = pairs[number if len(pairs) > 1 else 0]
        if (unit_before or unit) == (unit_after or unit) and (item := _named(subject, fund, words)):
            yield Adjustment(item, figure(before), figure(after), unit_after or unit, start, match.start(), match.end())


def _named(label: str, fund: str, words: Words) -> str:
    """The name of what is adjusted, with its account where its own words leave it out."""
    item = tidy(_EACH.sub("", label), words)
    own = words.fund.match(item)
    if own:
        return words.account(own.group()) + item[own.end() :].removeprefix("预算").removeprefix("的")
    return fund + _OF_LOAN.sub("", item) if fund and _GENERIC.search(item) else item


def _label_start(text: str, end: int) -> int:
    """Where the clause begins that ends here; a bracket within it is passed over."""
    depth = 0
    for index in range(end - 1, max(end - _LONGEST, 0) - 1, -1):
        char = text[index]
        if char in "）”":
            depth += 1
        elif char in "（“":
            if not depth:
                return index + 1
            depth -= 1
        elif char in "，；：。" and not depth:
            return index + 1
    return max(end - _LONGEST, 0)
