"""When a topic is due: a month, a span of months, or a season, as it stands in front of or behind the topic."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.lexicon import Lexicon
from kg.recognise.numbers import number

_N = r"(?:1[0-2]|0?[1-9]|十[一二]|[一二三四五六七八九十])"
_MONTH = rf"{_N}月份?(?:[上中下]旬|[初中底末](?![一-龥]{{0,3}}(?:工作|评估)))?"
# 1、2月 may be the first topic of February, so that a comma needs the sign of the month in front.
_SPAN = rf"{_N}(?:月份?)?(?:[-—–~～至到]+{_MONTH})|{_N}月份?(?:[、和或及/]{_N}月份?)+"
# 3月15日 is the day of something told.
_NO_DAY = r"(?![〇零一二三四五六七八九十\d]{1,3}[日号])"


@dataclass(frozen=True, slots=True)
class Month:
    """A time of the year: `text` is the number of a single month, else as printed; `end` is where it ends."""

    text: str
    year: int | None
    end: int


def leading_month(text: str, lexicon: Lexicon) -> Month | None:
    """The time that a text begins with."""
    match = _pattern(lexicon).match(text)
    if match is None:
        return None
    year = int(match["year"]) if match["year"] else None
    if match["month"]:
        return Month(str(number(match["month"])), year, match.end())
    return Month(re.sub(r"(?<=月)份|前后$", "", match["other"]), year, match.end())


def whole_month(text: str, lexicon: Lexicon) -> Month | None:
    """The time that a text is and nothing more, also 拟于3月 and 3月左右."""
    bare = re.sub(r"^(?:拟?(?:于|在)|拟|计划|约)|(?:左右|前后|期间|进行|开展|召开)$", "", text)
    found = leading_month(bare, lexicon)
    return found if found and found.end == len(bare) else None


@cache
def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    single = rf"(?P<month>{_N})月份?(?:[上中下]旬|[初中底末](?=$|[：:，、\s]))?"
    return re.compile(
        rf"(?:(?P<year>(?:19|20)\d{{2}})年)?"
        rf"(?:(?P<other>{_SPAN}|{_N}月[底末中]?前|{lexicon.plans.seasons})|{single}){_NO_DAY}"
    )
