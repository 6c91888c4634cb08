"""The words that open a part of a list of attendance: 二、出席（28人）：, in a line or in the cells of a row."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.context import Context
from kg.extract.personnel.columns import drawn_cells
from kg.lexicon import Lexicon
from kg.model.source import Passage
from kg.recognise.numbers import NUMERAL

NUMBERING = r"(?:[（]?[一二三四五六七八九十]{1,2}[）、.．]{1,2}|\d{1,2}[、.．])?"
_SUFFIX = (
    r"(?:会议|人员|人数|委员|常委会|组成人员|代表|名单|领导|同志|单位|情况|者|的|人|、|和|及|出席|请假|缺席|列席){0,6}"
)
COUNT = rf"[（]?(?:共|计|共计|合计)?[：]?(?P<count>{NUMERAL})[人名位][）]?"
_TO_COME = ("应出席", "应到会", "应到")


def opens_list(text: str, lexicon: Lexicon) -> bool:
    """Whether a line or paragraph opens a list with a label: 列席人员：…"""
    return bool(_opening(lexicon).match(text)) and not re.search(r"。.", text)


def labels_in_cells(passage: Passage, ctx: Context) -> list[int]:
    """Which cells of a row of a table are labels: that of the first holds for the row, several are a head."""
    cells = drawn_cells(passage, ctx.source) or []
    found = [label_of(ctx.lexicon).match(cell) for cell in cells] if len(cells) > 1 else []
    # 应到20人, 实到17人 in cells are counts alone.
    return [at for at, match in enumerate(found) if match and (at == 0 or not match["count"])]


@cache
def status_words(lexicon: Lexicon) -> dict[str, str]:
    """The status that each word for it says."""
    return {word: status for status, row in lexicon.attendance.kinds.items() for word in row}


@cache
def _kind_pattern(lexicon: Lexicon) -> str:
    kinds = "|".join(sorted([*status_words(lexicon), *_TO_COME], key=len, reverse=True))
    return rf"^{NUMBERING}(?:会议|本次会议|实际)?(?P<kind>{kinds}){_SUFFIX}"


@cache
def label_of(lexicon: Lexicon) -> re.Pattern[str]:
    """A word that opens a section: 二、出席（28人）："""
    return re.compile(rf"{_kind_pattern(lexicon)}(?:{COUNT})?[：]?$")


@cache
def _opening(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"{_kind_pattern(lexicon)}(?:[（][^（）]{{1,12}}[）][：]?|[：])")
