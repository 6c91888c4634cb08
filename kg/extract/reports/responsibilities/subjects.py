"""Whose verb it is, where its clause does not name the agent."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.extract.reports.responsibilities.agents import Agent, Chain, Slots
from kg.extract.reports.responsibilities.clauses import Clause
from kg.lexicon import Lexicon
from kg.recognise.slot_bodies import sound

# Who is charged with something in the clause before: 组织A、B统一值班，负责….
_CHARGED = re.compile(r"(?:组织|安排|由|委托|指定|授权|明确|责成|要求)$")
_FOUNDED = re.compile(r"(?:成立|设立|组建|建立|组成|下设|设)(?:了|由[^，。；]*组成的)?$")
_COMPOSED = re.compile(r"(?:组成|任(?:副)?组长|为成员|为(?:副)?组长|担任(?:副)?组长)$")
_NO_SUBJECT = re.compile(
    r"(?:[对向在与把从据照受取导进同给经将为及和]|督促|要求|推动|听取|关于|针对|围绕|按照|依托|借助)$"
)
# What a bracket calls a group for short is no other group.
_CALLED = re.compile(r"（(?:以)?下?简称[^（）]*）")
_BARE = re.compile(
    r"^(?P<kind>领导小组|工作小组|专项小组|联席会议|指挥部|工作专班|专班|工作组|专项组|委员会)(?P<office>办公室)?$"
)
_MOST_LEAD = 8
_MOST_BEFORE = 400


def subject(slots: Slots, before: Sequence[Clause], *, founded: bool = True) -> Chain | None:
    """Who is the subject of the clauses before a verb, the nearest first; None where it is not certain.

    `founded`: a group that such a clause founds is the subject from there on.
    """
    composed = False
    for clause in reversed(before):
        text = slots.masked[clause.start : clause.end]
        composed = composed or bool(_COMPOSED.search(text))
        group = _group(slots, clause, alone=composed) if founded else None
        if group is not None:
            return group
        if composed:
            continue
        chain = _charged(slots, clause) or _opening(slots, clause)
        if chain is not None:
            return chain
        if any(clause.start <= start < clause.end for start in slots.starts):
            return None
    return None


def _group(slots: Slots, clause: Clause, *, alone: bool) -> Chain | None:
    """A group that the clause founds, or whose members the clauses behind it name."""
    for match in groups(slots.lexicon).finditer(slots.masked, clause.start, clause.end):
        name, start = group_name(match, slots.lexicon)
        if name is None or match.end() != clause.end:
            continue
        if alone or _FOUNDED.search(slots.masked[clause.start : start]):
            return Chain(start, match.end(), (Agent(name, "body"),))
    return None


def group_name(match: re.Match[str], lexicon: Lexicon) -> tuple[str | None, int]:
    """The name of a group without the words that lead to it, and where it begins; None where it is a kind alone."""
    text, start = match.group(), match.start()
    lead = list(_group_leads(lexicon).finditer(text))
    cut = next((m.end() for m in reversed(lead) if len(text) - m.end() >= 3), 0)
    name = text[cut:]
    return (name if sound(name, lexicon) else None), start + cut


def last_group(text: str, lexicon: Lexicon, end: int | None = None) -> str | None:
    """The group that a text names last, before `end`."""
    text = _CALLED.sub(lambda m: "，" * len(m.group()), text) if "简称" in text else text
    found, stop = None, len(text) if end is None else end
    for match in groups(lexicon).finditer(text, max(0, stop - _MOST_BEFORE), stop):
        name, _ = group_name(match, lexicon)
        found = name or found
    return found


def in_full(name: str, known: str | None) -> str:
    """领导小组办公室 where a group of that kind was named in full above."""
    bare = _BARE.match(name)
    if bare is None or known is None:
        return name
    known = known.removesuffix("办公室")
    return known + (bare["office"] or "") if known.endswith(bare["kind"]) else name


@cache
def groups(lexicon: Lexicon) -> re.Pattern[str]:
    """The names of groups."""
    return re.compile(lexicon.duties.groups)


@cache
def _group_leads(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(
        r"关于(?:成立|调整|建立)?|成立了?|设立了?|组建了?|建立了?|下设|建议|调整|为|由|以|的|在|同意|充实"
    )


def _charged(slots: Slots, clause: Clause) -> Chain | None:
    for one in slots.bodies:
        if clause.start < one.start < clause.end and _CHARGED.search(slots.masked, clause.start, one.start):
            return slots.starting_at(one.start)
    return None


def _opening(slots: Slots, clause: Clause) -> Chain | None:
    """Who opens the clause."""
    first = min((start for start in slots.starts if clause.start <= start < clause.end), default=None)
    if first is None or first - clause.start > _MOST_LEAD:
        return None
    if _NO_SUBJECT.search(slots.masked[clause.start : first]):
        return None
    return slots.starting_at(first)
