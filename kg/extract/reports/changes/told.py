"""Whether a clause tells of a change that was made, or only of one that is planned, asked for, doubted or ruled."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from kg.lexicon import Lexicon

_CLAUSE = re.compile(r"[，；：。！？（）]")
# 根据某会的提请: the ground of what is done behind it.
_GROUND = re.compile(r"(?:根据|按照|依照|依据|遵照|鉴于|(?:^|(?<=[，：]))[经按应])[^，；：]*[，：]")
_ORDER = re.compile(r"(?:建议|提请|拟|请求|要求|议案)[^，。；]{0,12}：")


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)


def clause_start(text: str, at: int) -> int:
    """Where the clause of a position begins."""
    return max((match.end() for match in _CLAUSE.finditer(text, 0, at)), default=0)


def clause_end(text: str, at: int) -> int:
    """Where the clause of a position ends."""
    found = _CLAUSE.search(text, at)
    return found.start() if found else len(text)


def is_told(text: str, verb: int, end: int, names: Iterable[tuple[int, int]], lexicon: Lexicon) -> bool:
    """Whether the verb at `verb`, whose names end at `end`, tells of something that was done.

    `names` are the spans of the bodies in the clause: their words say nothing of plans.
    """
    words = lexicon.changes
    start = clause_start(text, verb)
    front = "".join(char for at, char in enumerate(text[start:verb], start) if not any(a <= at < b for a, b in names))
    behind = text[end:]
    if "关于" in front:
        about = front.index("关于")
        rest = front[about + 2 :]
        taken = _pattern(words.taken).search(text[start : start + text[start:].index("关于")])
        return bool(taken and _pattern(words.decided).match(behind)) and not _pattern(words.plans).search(rest)
    if _pattern(words.plans).search(front) or _pattern(words.future).search(text[:verb]):
        return False
    if _pattern(words.nominal).match(behind) or text.rstrip("”）").endswith(("？", "?")):
        return False
    segment = max((match.end() for match in re.finditer("[；。]", text[:start])), default=0)
    told_before = _GROUND.sub("", text[segment:start])
    return not (_pattern(words.governing).search(told_before) or _ORDER.search(text[:start]))
