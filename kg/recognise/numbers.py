"""Numerals, Chinese and Arabic."""

from __future__ import annotations

import re

NUMERAL = r"[〇零一二两三四五六七八九十百千\d]+"
_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_PLAIN = re.compile(r"^\d+$")


def number(text: str) -> int | None:
    """The value of a numeral such as 二十三, 一百零五, 二〇二四 or 23; None if it is none."""
    if _PLAIN.match(text):
        return int(text)
    if not text or any(char not in _DIGITS and char not in _UNITS and not char.isdigit() for char in text):
        return None
    if not any(char in _UNITS for char in text):
        return int("".join(str(_DIGITS[char]) if char in _DIGITS else char for char in text))
    total = current = 0
    for char in text:
        if char in _UNITS:
            total += (current or 1) * _UNITS[char]
            current = 0
        else:
            current = _DIGITS[char] if char in _DIGITS else int(char)
    return total + current
