"""Amounts of money as they are printed: figures or characters, grouped, in one unit or in two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.recognise.numbers import number

# A middle dot or a full-width stop is a decimal point in old print.
FIGURE = r"(?:\d{1,3}(?:[,，]\d{3})+(?:[.．·]\d+)?|\d+(?:[.．·]\d+)?)"
_HAN = r"(?:[〇零一二两三四五六七八九十百千]{1,16}(?:点[〇零一二三四五六七八九]{1,6})?)"
# 3.5亿 without 元 only where the clause ends: 3.5亿千瓦时 is no money.
UNIT = r"(?:[千百十]?(?:万亿|亿|万)?元(?!素|旦|件|月|年|宵|钱|首)|(?:亿|万)(?=[，。；、：（）)]|$))"
_AMOUNT = re.compile(
    rf"(?<![\d.．·,〔第])(?:(?P<major>{FIGURE}|{_HAN})亿零?(?P<minor>{FIGURE}|{_HAN})万(?P<small>元)"
    rf"|(?P<tens>{_HAN})万零?(?P<ones>{_HAN})元"
    rf"|(?P<figure>{FIGURE})(?:多|余)?(?P<unit>{UNIT})|(?P<han>{_HAN})(?:多|余)?(?P<han_unit>[千百]?(?:亿|万)元))"
)
_SEPARATORS = str.maketrans({"，": ",", "．": ".", "·": "."})
_DIGITS = {char: str(value) for value, char in enumerate("零一二三四五六七八九")} | {"〇": "0"}


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount and where it stands; a number in two units, or in characters, is one in the smaller unit."""

    start: int
    end: int
    figure: str
    unit: str


def amounts(text: str) -> Iterator[Amount]:
    """The amounts of money in a text."""
    for match in _AMOUNT.finditer(text):
        found = _read(match)
        if found:
            yield Amount(match.start(), match.end(), *found)


def figure(printed: str) -> str:
    """A number as printed, with one form for the decimal point."""
    return printed.translate(_SEPARATORS)


def value(printed: str) -> float:
    """What a number comes to."""
    return float(printed.replace(",", ""))


def _read(match: re.Match[str]) -> tuple[str, str] | None:
    if match["figure"]:
        return figure(match["figure"]), match["unit"]
    if match["han"]:
        plain = _of_characters(match["han"])
        return (plain, match["han_unit"]) if plain else None
    major, minor, unit = (
        (match["major"], match["minor"], "万元") if match["major"] else (match["tens"], match["ones"], "元")
    )
    high, low = _plain(major), _plain(minor)
    if high is None or low is None or "." in high:
        return None
    whole, _, part = low.partition(".")
    return str(int(high) * 10000 + int(whole)) + (f".{part}" if part else ""), unit


def _plain(printed: str) -> str | None:
    return figure(printed).replace(",", "") if printed[0].isdigit() else _of_characters(printed)


def _of_characters(printed: str) -> str | None:
    """四千五百二十 as 4520, 三点五 as 3.5."""
    whole, _, part = printed.partition("点")
    read = number(whole)
    if read is None:
        return None
    return str(read) + ("." + "".join(_DIGITS[char] for char in part) if part else "")
