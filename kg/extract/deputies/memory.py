"""What an item has said so far of deputies, and whom a statement such as 其代表资格终止 means."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.extract.context import Context
from kg.extract.deputies.congresses import Congress
from kg.extract.deputies.departures import Seat, gives_reason
from kg.extract.deputies.described import is_word, like_name, plausible
from kg.extract.deputies.referents import Referents
from kg.extract.deputies.tables import Row
from kg.extract.deputies.winners import Told
from kg.model.facts import DeputyChange, PersonnelEvent
from kg.model.source import Passage
from kg.recognise.names import name_list
from kg.recognise.numbers import NUMERAL, number

_COUNTED = re.compile(rf"等(?P<count>{NUMERAL})[名位人]")
_ALL = re.compile(
    rf"^(?:确认)?(?:上述|上列|前列|以上|该|这)[^，。；]{{0,14}}$|^(?:新)?(?:补选|递补|当选)的?(?:{NUMERAL}[名位人])?(?:[^，、]{{0,30}}代表)?$"
)
# 补选符合法律规定，代表资格有效: what is said of an election, not of whom.
_LAWFUL = re.compile(
    r"的?(?:上述|以上)?(?:补选|选举|当选|产生|递补)?(?:的?(?:程序|过程|结果|选举|补选))*(?:均|都|是|完全)*(?:符合|合法|依法|有效).*$"
)
_ALL_TOLD = re.compile(r"(?:上述|上列|前列|以上|新?补选|递补|新?当选|该)[^，。；]{0,12}代表")
_HIS = re.compile(r"^(?:其|他|她|他们|她们|因此其|故其)(?:[^，、]{0,24}(?:人大|人民代表大会))?$")
_NUMBERED = re.compile(rf"^(?:以上|上述|该|这)?(?P<count>{NUMERAL}|两)(?:人|[名位](?:代表|同志))$")
_NOBODY = re.compile(rf"{NUMERAL}[名位人]|全体|各|代表$|^(?:补选的?)?代表")


@dataclass(slots=True)
class Memory:
    """What an item has said so far: of whom, and who waits to be confirmed or ended."""

    ctx: Context
    known: frozenset[str]
    congress: Congress
    report: bool
    seats: dict[str, Seat] = field(default_factory=dict)
    elected: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    last: Referents = field(default_factory=Referents)
    told: Told = field(default_factory=Told)
    held: str | None = None
    told_in: dict[str, Passage] = field(default_factory=dict)
    rows: tuple[Row, ...] = ()
    here: list[str] = field(default_factory=list)
    changes: list[DeputyChange] = field(default_factory=list)
    events: list[PersonnelEvent] = field(default_factory=list)


def nearest(names: list[str], before: str) -> list[str]:
    """Those of the names who stand in the clause of an act: 甲已调离；乙被罢免其代表职务 recalls one of them."""
    clause = before.rpartition("；")[2]
    return [name for name in names if name in clause] or names


def leavers(memory: Memory) -> list[str]:
    """Whom 其 means where a seat ends: nobody whose seat the same text has just filled."""
    filled = {change.person for change in memory.changes if change.change == "elected"}
    return [name for name in memory.last.names if name not in filled]


def who(memory: Memory, sentence: Passage, match: re.Match[str], waiting: list[str], his: list[str]) -> list[str]:
    """The people of a statement: its own list, 其, or 上述 for all who wait."""
    text = re.sub(r"^.*(?:确认|认为|同意|决定|宣布)了?|^(?:现|其中)", "", match["names"]).removesuffix("的")
    text = re.sub(r"^[^、]{2,20}补选的(?=[^、]{2,})(?!代表)", "", _LAWFUL.sub("", text))
    if not text and not _ALL_TOLD.search(sentence.text[: match.end()]):
        return []
    told = _NUMBERED.match(text)
    if told and number(told["count"]) == len(waiting):
        return list(waiting)
    if _HIS.match(text):
        if not his:
            memory.ctx.issue("unread_trigger", sentence, f"{text}: of whom it is said was not read; check it by hand")
        return his
    if not text or _ALL.match(text):
        return list(waiting)
    counted = _COUNTED.search(text)
    start = match.start("names") + match["names"].rfind(text)
    slot = sentence[start : start + (counted.start() if counted else len(text))]
    names = _listed(memory, slot)
    if counted and number(counted["count"]) == len(waiting) and set(names) <= set(waiting):
        return list(waiting)
    if not names and not _NOBODY.search(text):
        memory.ctx.issue("unread_trigger", sentence, f"{text}: not read as a list of names")
    return names


def _listed(memory: Memory, slot: Passage) -> list[str]:
    """The names of a slot; where it holds more than names, those in it of whom the item has spoken."""
    ctx = memory.ctx
    if gives_reason(slot.text):
        return list(memory.here)
    names = [name.text for name in name_list(slot, ctx.lexicon) or ()]
    sure = set(names) <= memory.known or plausible(names, ctx)
    sure = sure or (memory.report and not any(is_word(name, ctx) for name in names))
    if names and sure and all(name in memory.known or like_name(name, ctx) for name in names):
        return names
    return [name for name in dict.fromkeys((*memory.elected, *memory.left)) if name in slot.text]
