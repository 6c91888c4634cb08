"""Whether a part of a report tells of what was done, or of what is still to be done."""

from __future__ import annotations

import re
from functools import cache

from kg.lexicon import Lexicon

_HEADING = re.compile(r"^(?:[一二三四五六七八九十]+、|[一二三四五六七八九十]+[.．])")
_ALONE = re.compile(r"^[^，。；]{2,24}[^，。；：]：?$")
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
    if _pattern(words.planned_headings).search(text) or _pattern(lexicon.changes.headings).search(text):
        return True
    # A new part of the report, headed by something else, takes nothing over from the part before it.
    return before
