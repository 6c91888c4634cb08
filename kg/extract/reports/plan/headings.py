"""What a line of a plan is: a title, the heading of a forum, the label of a month."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.extract.reports.plan.bodies import last_bracket
from kg.extract.reports.plan.columns import forum_name, head, is_forum
from kg.extract.reports.plan.entries import MARKER, entries, starts_topic, unmarked
from kg.extract.reports.plan.months import Month, leading_month, whole_month
from kg.extract.reports.plan.rows import Row
from kg.lexicon import Lexicon
from kg.model.source import Passage
from kg.recognise.numbers import number

_YEAR = re.compile(r"((?:19|20)\d{2}|[一二][〇零九][〇零一二三四五六七八九]{2})年")
# 全年听取报告8项 is a sum and schedules nothing.
_COUNTED = re.compile(r"\d+余?[项次个件部场人]|[一二三四五六七八九十]+[项次件部]")
LEVEL = re.compile(
    r"^(?:（[一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十]{1,2}部分)"
)
_PUNCTUATED = re.compile(r"[。；，！？]")
_ONE_FORUM = re.compile(r"(?:会议|视察|调研|检查|询问)(?:主要)?(?:议题|安排|计划)")
_LABEL_ENDS = "：:，、,—－-.．"
_LONGEST_HEADING, _LONGEST_TITLE = 30, 40


def is_title(text: str, lexicon: Lexicon) -> bool:
    """Whether a text is the title of a schedule of a year; 1．审议2035年度工作要点 is a topic that names one."""
    if len(text) > _LONGEST_TITLE or not _YEAR.search(text) or not _titles(lexicon).search(text):
        return False
    return not starts_topic(unmarked_heading(text), lexicon)


def titled_forum(title: str, lexicon: Lexicon) -> str | None:
    """The one forum that a title names; 常委会2035年工作要点 is the plan of the body itself."""
    named = _ONE_FORUM.search(title) and is_forum(title, lexicon)
    return forum_name(title, lexicon) if named else None


def printed_year(text: str) -> int | None:
    """The year that a text names first."""
    year = _YEAR.search(text)
    return number(year.group(1)) if year else None


def opening_year(text: str) -> int | None:
    """The year that a text opens with."""
    return printed_year(text) if _YEAR.match(text) else None


def month_label(line: Passage, lexicon: Lexicon) -> tuple[str, Month, Passage] | None:
    """The number in front of a month that opens a line, the month, and what stands behind it."""
    alone = whole_month(unmarked(line).text.rstrip("：:"), lexicon) is not None
    level = LEVEL.match(line.text) or (MARKER.match(line.text) if alone else None)
    bare = line[level.end() :] if level else line
    month = leading_month(bare.text, lexicon)
    if month is None or not opens(bare, month, lexicon):
        return None
    return level.group() if level else "", month, behind_label(bare[month.end :])


def session_label(text: str, lexicon: Lexicon) -> tuple[str, Month] | None:
    """第四次会议（3月）: a sitting with its month, over its topics."""
    start = last_bracket(text)
    name = unmarked_heading(text[: max(start, 0)])
    month = whole_month(text[start + 1 : -1], lexicon) if start > 0 else None
    return (forum_name(name, lexicon), month) if month and is_forum_line(name, lexicon) else None


def opens(line: Passage, month: Month, lexicon: Lexicon) -> bool:
    """Whether a month stands there as a label: alone, before a colon or a blank, before a forum or a verb."""
    rest = line.text[month.end :]
    if not rest or rest[0] in "：:（〔[【" or month.end in line.gaps():
        return True
    if _COUNTED.search(rest):
        return False
    bare = rest.lstrip(_LABEL_ENDS)
    return bool(MARKER.match(bare)) or starts_topic(bare, lexicon) or is_forum_line(bare, lexicon)


def is_forum_line(text: str, lexicon: Lexicon) -> bool:
    """Whether a short text names a forum and tells nothing."""
    short = 2 <= len(text) <= _LONGEST_HEADING and not _PUNCTUATED.search(text)
    told = "了" in text or text.endswith("上")
    return short and is_forum(text, lexicon) and not starts_topic(text, lexicon) and not told


def is_heading(text: str, following: Sequence[Row], lexicon: Lexicon, *, in_month: bool) -> bool:
    """Whether a line heads what follows: marked 一、, or named like a forum with months or a table below."""
    bare = unmarked_heading(text)
    if len(bare) > _LONGEST_HEADING or _PUNCTUATED.search(bare.rstrip("。：:")):
        return False
    scheduled = any(_is_scheduled(row, lexicon) for row in following[:1])
    if LEVEL.match(text):
        return scheduled or not in_month or not names_bodies(bare, lexicon)
    name = forum_name(bare, lexicon)
    named = is_forum(name, lexicon) and not starts_topic(name, lexicon)
    return scheduled and named and not names_bodies(bare, lexicon)


def _is_scheduled(row: Row, lexicon: Lexicon) -> bool:
    """Whether a row is one of a schedule: the head of its table, a month, a numbered topic."""
    if row.drawn:
        dated = any(whole_month(cell.text, lexicon) for cell in row.cells)
        return dated or head(row.cells, lexicon) is not None
    text = row.cells[0].text if row.cells else ""
    bare = unmarked_heading(text)
    return leading_month(bare, lexicon) is not None or bool(MARKER.match(text) and starts_topic(bare, lexicon))


def names_bodies(text: str, lexicon: Lexicon) -> bool:
    """Whether brackets of a text name bodies or a month."""
    passage = Passage(text, range(len(text)))
    return any(entry.bodies or entry.month for entry in entries(passage, lexicon))


def style(text: str) -> str:
    """Which kind of number a heading has."""
    return "（一）" if text.startswith("（") else "一、" if LEVEL.match(text) else ""


def unmarked_heading(text: str) -> str:
    """A heading without its number."""
    level = LEVEL.match(text) or MARKER.match(text)
    return text[level.end() :] if level else text


def behind_label(passage: Passage) -> Passage:
    """What stands behind the sign that closes a label."""
    return passage[len(passage) - len(passage.text.lstrip(_LABEL_ENDS)) :]


def unbracketed(text: str) -> str:
    """常委会会议 of （常委会会议）."""
    return text[1:-1] if text[0] in "（〔[【" and text[-1] in "）〕]】" else text.rstrip("：:")


@cache
def _titles(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(lexicon.plans.titles)
