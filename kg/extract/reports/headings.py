"""Whether a part of a report tells of what was done, or of what is still to be done."""

from __future__ import annotations

import re
from functools import cache

from kg.lexicon import Lexicon

_HEADING = re.compile(r"^(?:[一二三四五六七八九十]+、|[一二三四五六七八九十]+[.．])")
# A heading without a number says which time it is about.
_ALONE = re.compile(r"^(?=.*(?:\d{4}年|今年|明年|今后|下一?步|下一?阶段|下半年|五年))[^，。；]{2,30}[^，。；：]：?$")
_AHEAD = re.compile(r"下一?步|下半年|下一?阶段")
_LONGEST = 40


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)


def planned_part(text: str, before: bool, lexicon: Lexicon) -> bool:
    """Whether a paragraph stands below a heading of what is still to be done; `before` says it of the one in front."""
    if len(text) > _LONGEST or not (_HEADING.match(text) or _ALONE.match(text)):
        return before
    words = lexicon.projects
    if _pattern(words.past_headings).search(text) and not _AHEAD.search(text):
        return False
    headings = (words.planned_headings, lexicon.changes.headings)
    # A part headed by anything else goes on with what the part before it tells of.
    return before or any(_pattern(heading).search(text) for heading in headings)
