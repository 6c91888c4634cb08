"""Clauses of a sentence, and the object of a duty cut out of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from kg.lexicon import Lexicon

_BOUND = re.compile(r"[，；。：！？\t]|（(?!筹）)|(?<!（筹)）|——|－－")
_FRONT = re.compile(
    r"^(?:的|了|着|好|起|并|要|其中|具体|切实|积极|认真|继续|进一步|全面|充分|共同|统一|全力|及时|主动|大力|加快|不断|、)+"
)
_LEADS = re.compile(
    r"^(?:其中|目前|此外|另外|同时|具体|有关|原则上|下一步|今后|一是|二是|三是|四是|五是|[（(]?[一二三四五六七八九十\d]+[）).、．]+)+"
)
# What stands in front of 由A负责 and tells when or how, not what.
_WHEN = re.compile(
    r"(?:以?后|前|时|期间|中|上|下|之内|年|月|日|起|情况|方式|原则|决定|计划|建议|要求|明确|规定|提出|商定|同意|指定|确定|强调|认为|如下|改为)$"
    r"|^(?:会议|会上|经|在|根据|按照|通过|为|过去|以前|原来|原先|原|曾)|[此这该]项|上述|以上"
)
_TOLD = re.compile(r"^(?:会议|研究)?(?:决定|明确|确定|规定|要求|建议)(?=.)")
# 成立了由A、B组成的某组: what it is about is the group.
_MADE = re.compile(r"了?由[^，。；]*组成的|(?<=[成设组]立)了")
_MOST = 90


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a sentence from `start` to `end`, without the sign that ends it."""

    start: int
    end: int


def clauses(masked: str) -> list[Clause]:
    """The clauses of a sentence, in order, empty ones left out."""
    found: list[Clause] = []
    start = 0
    for match in _BOUND.finditer(masked):
        if match.start() > start:
            found.append(Clause(start, match.start()))
        start = match.end()
    if start < len(masked):
        found.append(Clause(start, len(masked)))
    return found


def at(found: list[Clause], position: int) -> int:
    """The number of the clause that holds a position."""
    return max(0, bisect_right(found, position, key=lambda clause: clause.start) - 1)


def as_object(text: str, lexicon: Lexicon) -> str | None:
    """A text as what a duty is about, or None where it is nothing that can be one."""
    text = _MADE.sub("", _FRONT.sub("", text)).strip("、，,;； ").removesuffix("的")
    if not 2 <= len(text) <= _MOST or _not_objects(lexicon).search(text):
        return None
    return text


def before_agent(text: str, lexicon: Lexicon) -> str | None:
    """What stands in front of 由A负责 as its object."""
    text = _LEADS.sub("", text)
    text = _TOLD.sub("", text)
    return None if _WHEN.search(text) else as_object(text, lexicon)


@cache
def _not_objects(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(lexicon.duties.not_objects)
