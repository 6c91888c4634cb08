"""Heads and members of groups told in sentences: 由张三任组长; 成员由A、B组成; 以张三为组长."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.reports.responsibilities.agents import Agent, Chain, Slots
from kg.extract.reports.responsibilities.running import Duty
from kg.extract.reports.responsibilities.subjects import group_name, groups
from kg.lexicon import Lexicon
from kg.recognise.names import certain_name
from kg.recognise.running_names import any_of

TRIGGER = re.compile(r"组长|指挥|召集人|[河湖林路田链]长|组成|成员|办公室主任|领队")
_TAKES = re.compile(r"(?:同志)?(?:共同|分别|兼任|担任|出任|任|兼|为|作为)(?P<object>[^，。；、任为]{0,40}?)“?")
_NAMED = re.compile(r"(?:由|以)(?P<name>[一-龥·]{2,10}?)(?:同志)?(?=担任|兼任|出任|任|为)")
_OFFICE = r"办公室(?:常务)?(?:副)?主任"
_MADE_OF = re.compile(r"(?P<lead>由|包括)(?P<members>[^。；]{2,300}?)(?:组成|构成)(?:的(?P<group>[^，。；]{2,40}))?")
_MEMBERS_OF = re.compile(r"(?:等)?(?:在内)?的?(?:各|相关)?(?P<group>[^，。；、]{0,30}?)成员单位")
_AS_MEMBERS = re.compile(r"(?:等[^，。；、]{0,12})?(?:为|作为|是)(?P<group>[^，。；、]{0,30}?)(?:成员单位|成员)")


def grouped(slots: Slots, before: str | None) -> Iterator[Duty]:
    """The heads and members that a sentence names; `before` is the group that the text spoke of last."""
    yield from _heads(slots, before)
    yield from _named_heads(slots, before)
    yield from _posts(slots)
    yield from _members(slots, before)


def last_group(text: str, lexicon: Lexicon, end: int | None = None) -> str | None:
    """The group that a text names last, before `end`."""
    found = None
    for match in groups(lexicon).finditer(text, 0, len(text) if end is None else end):
        name, _ = group_name(match, lexicon)
        found = name or found
    return found


@cache
def _post(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?P<post>{any_of(lexicon.duties.posts)}|{_OFFICE})(?!单位|负责|制|会议|办公|联席)")


def _heads(slots: Slots, before: str | None) -> Iterator[Duty]:
    """区长张三任领导小组组长, 以区长张三为组长: people with their posts."""
    for at, one in enumerate(slots.people):
        if at + 1 < len(slots.people) and slots.masked[one.end : slots.people[at + 1].start] in ("、", "和"):
            continue
        end = slots.behind_people(one.end)
        chain = slots.ending_at(end)
        if chain is not None:
            yield from _taken(slots, chain, end, before)


def _named_heads(slots: Slots, before: str | None) -> Iterator[Duty]:
    """由张三任组长: a name alone."""
    known = [(one.start, one.end) for one in slots.people]
    for match in _NAMED.finditer(slots.masked):
        inside = any(start <= match.start("name") < end for start, end in known)
        if not inside and certain_name(match["name"], slots.lexicon):
            chain = Chain(match.start("name"), match.end(), (Agent(match["name"], "person"),))
            yield from _taken(slots, chain, match.end("name"), before)


def _taken(slots: Slots, chain: Chain, end: int, before: str | None) -> Iterator[Duty]:
    lexicon = slots.lexicon
    takes = re.compile(_TAKES.pattern + _post(lexicon).pattern).match(slots.masked, end)
    if takes is None:
        return
    office = "主任" in takes["post"]
    named = takes["object"].strip("“”的")
    group = named if len(named) > 2 else last_group(slots.masked, lexicon, chain.start) or before
    if group is None:
        return
    post = "主任" if office else takes["post"]
    if office and not group.endswith("办公室"):
        group += "办公室"
    yield Duty(chain.agents, post, "head", group)


def _posts(slots: Slots) -> Iterator[Duty]:
    """大会筹备组组长张三: the post in front of the name names its group."""
    for one in slots.people:
        for post in one.posts:
            if post.title in slots.lexicon.duties.posts and len(post.body) > 2 and not post.former:
                agents = tuple(Agent(slots.text[a:b], "person") for a, b in one.names)
                yield Duty(agents, post.title, "head", post.body)


def _members(slots: Slots, before: str | None) -> Iterator[Duty]:
    text = slots.masked
    if "组成" in text or "构成" in text:
        yield from _composed(slots, before)
    if "成员" not in text:
        return
    for pattern, role in ((_MEMBERS_OF, "成员单位"), (_AS_MEMBERS, "成员")):
        for body in slots.bodies:
            found = pattern.match(text, body.end)
            chain = slots.ending_at(body.end)
            if found is None or chain is None or found.end() - found.start() > len(found.group()):
                continue
            group = found["group"] or last_group(text, slots.lexicon, chain.start) or before
            if group and groups(slots.lexicon).search(group):
                yield Duty(chain.agents, role, "member", group)


def _composed(slots: Slots, before: str | None) -> Iterator[Duty]:
    """X由A、B组成; 成员由A、B组成; 由A、B组成的X."""
    text, lexicon = slots.masked, slots.lexicon
    for match in _MADE_OF.finditer(text):
        start, end = match.span("members")
        inside = [body for body in slots.bodies if start <= body.start and body.end <= end]
        if not inside:
            continue
        chain = slots.starting_at(inside[0].start)
        agents = chain.agents if chain else ()
        rest = [body for body in inside if chain and body.start >= chain.end]
        agents = (*agents, *(Agent(body.name, "body") for body in rest))
        opening = max(text.rfind(stop, 0, match.start()) for stop in "，。；：") + 1
        subject = text[opening : match.start()].removesuffix("主要").strip("、")
        group = _group(match["group"] or "", lexicon) or _group(subject, lexicon)
        if group is None and ("成员" in subject or not subject):
            group = last_group(text, lexicon, opening) or before
        if group:
            yield Duty(agents, "成员" if "成员" in subject else "组成", "member", group)


def _group(text: str, lexicon: Lexicon) -> str | None:
    """The group that a text ends with."""
    text = text.removeprefix("了")
    found = [match for match in groups(lexicon).finditer(text) if match.end() == len(text)]
    if not found:
        return None
    name, _ = group_name(found[-1], lexicon)
    return name or (text if len(text) > 2 else None)
