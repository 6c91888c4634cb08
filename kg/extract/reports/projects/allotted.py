"""Projects in a list of what money goes to: 一般债券2亿元：某公路1.2亿元，某医院0.8亿元."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.context import Context
from kg.extract.reports.projects.names import kind_of, name_in
from kg.extract.reports.projects.words import Words
from kg.model.reports import Project
from kg.model.source import Passage

# What is allotted, and the list behind its colon.
_LEAD = re.compile(r"(?:债券|资金|项目|贷款|补助|基建)[^：。；]{0,24}：|(?:安排|用于|投向)[^：。；]{0,12}：")
_ENTRY = re.compile(
    r"(?<=[：，、；])(?:其中)?(?:用于|安排|调增|调减|增加|减少|追加|下达|拨付|投入)?(?P<name>[^，、；。：]{4,40}?)(?:安排|投入)?"
    r"(?P<amount>\d[\d,.]*)(?P<unit>[百千]?[万亿]元)(?=$|[，、；。])"
)
# Kinds of money, and no things that it goes to.
_MONEY = re.compile(r"(?:债券?|债务|资金|收入|支出|贷款|限额|补助|经费|预备费)$")
_LEAST = 2


def allotted(ctx: Context, sentence: Passage, known: Words) -> Iterator[Project]:
    """The entries of such a list that name a project; one entry alone is no list."""
    lead = _LEAD.search(sentence.text) if "：" in sentence.text and "元" in sentence.text else None
    if lead is None:
        return
    entries = list(_ENTRY.finditer(sentence.text, lead.end()))
    if len(entries) < _LEAST:
        return
    for entry in entries:
        name = None if _MONEY.search(entry["name"]) else name_in(entry["name"], known, listed=True)
        if name:
            evidence = ctx.evidence(sentence[entry.start() : entry.end()], "projects.allotted", 0.9)
            kind = kind_of(name, known, entry["name"])
            yield Project(name, kind, None, None, None, entry["amount"], entry["unit"], None, evidence)
