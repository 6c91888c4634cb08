"""What clauses without a verb of building tell of a project: what it costs, and what has become of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.context import Context
from kg.extract.reports.projects.names import kind_of, name_in
from kg.extract.reports.projects.words import Words
from kg.model.reports import Project
from kg.model.source import Passage

_MONEY = r"(?P<amount>\d[\d,.]*)余?(?P<unit>(?:万亿|亿|百万|万)?(?:美|港|欧|日)?元)"
_COSTS = re.compile(
    r"^(?P<name>[^，。；]{4,40}?)的?(?:计划|预计|估算|概算)?总投资(?:额|概算|估算|规模)?(?=[由从约为达超共近计\d])"
)
_CHANGED = re.compile(
    rf"[由从][^，。；]*?(?:调整|变更|修正|核定|增加|减少|调增|调减|追加|压减|核减)(?:后)?(?:为|到|至)(?:约)?{_MONEY}"
)
_PLAIN = re.compile(rf"(?:约|为|达到|达|超过|超|共计|共|近|计)*{_MONEY}")
_DAY = re.compile(
    r"^(?:预计|计划|力争|拟|将|于|到|至|在|已|并|也)*(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日|底|初|中旬|下旬|上旬|年底|前)*(?:已|正式|全面|全部|顺利|如期)*"
)


def priced(ctx: Context, clause: Passage, known: Words) -> Iterator[Project]:
    """某某工程总投资由1亿元调整为2亿元: the project with the amount that holds now."""
    costs = _COSTS.match(clause.text)
    name = name_in(costs["name"], known, listed=False) if costs else None
    if costs is None or not name:
        return
    money = _CHANGED.match(clause.text, costs.end()) or _PLAIN.match(clause.text, costs.end())
    if money:
        evidence = ctx.evidence(clause, "projects.cost", 0.8)
        kind = kind_of(name, known, clause.text)
        yield Project(name, kind, None, None, None, money["amount"], money["unit"], None, evidence)


def stage_told(text: str, known: Words) -> str | None:
    """2023年9月投入运行, 计划2024年底竣工: how far the project of the clause in front is."""
    day = _DAY.match(text)
    status = known.predicates.get(text[day.end() :] if day else text)
    return "planned" if status and known.planned_words.search(text) else status
