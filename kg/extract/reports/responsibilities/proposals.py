"""Who handles how many proposals, and which one: 区教育局主办12件; 主办件较多的有A30件、B19件; 在办理《…》中，A…."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.reports.responsibilities.agents import Agent, Slots
from kg.extract.reports.responsibilities.running import Duty

TRIGGER = re.compile(r"(?:主办|承办|办理|会办|协办)")
_NOUN = re.compile(r"代表建议|(?<!司法)(?<!检察)(?<!监察)建议|提案|议案")
_COUNT = re.compile(r"(?:为|：|有|共|各)?(?P<count>\d{1,4})件(?:（[^（）]*）|＊*)")
_LED = re.compile(
    r"(?P<role>主办|承办|会办|协办|办理)[^，。；：]{0,16}?(?:单位|部门|委办局)(?:依次|分别|主要)?(?:有|是|为|：)\Z"
)
_OF_BODY = re.compile(
    r"(?:系统|有关单位|相关单位|各部门)?(?:共|分别|具体|牵头)?(?P<role>主办|承办|会办|协办|办理)(?:的|了)?"
    r"(?:[^，。；\d]{0,10}?(?:建议|提案|议案|意见))?(?:共|有|共有|共计|计|为)?(?P<count>\d{1,4})件"
)
_AGAIN = re.compile(r"[、，](?P<role>主办|承办|会办|协办)(?:的|了)?(?P<count>\d{1,4})件")
_TITLE = re.compile(
    r"办理(?:的)?(?P<title>《[^《》]*(?:建议|提案|议案)》)(?P<behind>[^，。；]{0,8}?(?:过程中|中|时|期间)?)"
)
# “…”的建议，由A会同B办理: what the one is about stands in front of who handles it.
_HANDED = re.compile(
    r"(?P<title>(?:“[^“”]{4,80}”|《[^《》]{4,80}》)的?(?:代表)?(?:建议|提案|议案)|[“《][^“”《》]{4,80}(?:建议|提案|议案)[”》])"
    r"，?(?:已|现|具体|统一|分别|交)*由"
)
_HANDLES = re.compile(r"(?:共同|负责|牵头|具体)*(?P<role>主办|承办|办理)")
_JOINTS = ("：", "、", "，", "和", "有", "是", "为", "及")
_NEAR = 40
_KINDS = {"会办": "assist", "协办": "assist"}


def proposals(slots: Slots, title: str) -> Iterator[Duty]:
    """The shares of proposals that a sentence tells; what kind of proposal it or the item's title says."""
    noun = _NOUN.search(slots.text) or _NOUN.search(title)
    if noun is None:
        return
    yield from _counted(slots, noun.group())
    yield from _one(slots)
    yield from _handed(slots)


def _counted(slots: Slots, noun: str) -> Iterator[Duty]:
    text = slots.masked
    role: str | None = None
    for body in slots.bodies:
        told = _OF_BODY.match(text, body.end)
        if told:
            yield _share(slots, body.end, told["role"], told["count"], noun)
            again = _AGAIN.match(text, told.end())
            if again:
                yield _share(slots, body.end, again["role"], again["count"], noun)
            continue
        led = _LED.search(text, max(0, body.start - _NEAR), body.start)
        role = led["role"] if led else role
        count = _COUNT.match(text, body.end)
        if role and count and text.endswith(_JOINTS, 0, body.start):
            yield Duty(
                (Agent(_complete(slots, body.end), "body"),),
                role,
                _KINDS.get(role, "handle"),
                f"{noun}{count['count']}件",
            )


def _share(slots: Slots, end: int, role: str, count: str, noun: str) -> Duty:
    return Duty((Agent(_complete(slots, end), "body"),), role, _KINDS.get(role, "handle"), f"{noun}{count}件")


def _complete(slots: Slots, end: int) -> str:
    chain = slots.ending_at(end)
    return chain.agents[-1].name if chain else ""


def _one(slots: Slots) -> Iterator[Duty]:
    """A在办理《…》中, 在办理《…》过程中，A…."""
    for match in _TITLE.finditer(slots.text):
        before = re.search(r"(?:在|认真|牵头|具体|负责)*$", slots.text[max(0, match.start() - _NEAR) : match.start()])
        chain = slots.ending_at(match.start() - len(before.group()) if before else match.start())
        if chain is None and slots.text.startswith("，", match.end()):
            chain = slots.starting_at(match.end() + 1)
        if chain is not None:
            yield Duty(chain.agents, "办理", "handle", match["title"])


def _handed(slots: Slots) -> Iterator[Duty]:
    """“…”的建议，由A会同B办理."""
    for match in _HANDED.finditer(slots.text):
        first = slots.starting_at(match.end())
        helpers = slots.starting_at(first.end + 2) if first and slots.text.startswith("会同", first.end) else None
        end = helpers.end if helpers else first.end if first else match.end()
        handles = _HANDLES.match(slots.masked, end)
        if first is None or handles is None:
            continue
        yield Duty(first.agents, handles["role"], "handle", match["title"])
        if helpers:
            yield Duty(helpers.agents, "会同", "assist", match["title"])
