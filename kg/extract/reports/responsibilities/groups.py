"""Heads and members of groups told in sentences: 由张三任组长; 成员由A、B组成; 以张三为组长."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from kg.extract.reports.responsibilities.agents import Agent, Chain, Slots
from kg.extract.reports.responsibilities.clauses import as_object
from kg.extract.reports.responsibilities.labels import Above
from kg.extract.reports.responsibilities.running import Duty
from kg.extract.reports.responsibilities.subjects import group_name, groups, last_group
from kg.lexicon import Lexicon
from kg.model.source import Passage
from kg.recognise.names import certain_name, name_list
from kg.recognise.running_names import any_of

TRIGGER = re.compile(
    r"(?:小组|联席会议|指挥部|专项组|专班)(?:办公室)?(?:设在|主要|具体|全面|统一|负责|承担)|组长|指挥|召集人|[河湖林路田链]长|组成|成员|办公室主任|领队"
)
_TAKES = re.compile(r"(?:同志)?(?:共同|分别|兼任|担任|出任|任|兼|为|作为)(?P<object>[^，。；、任为]{0,40}?)“?")
# Where names may begin, and what lists them up to the verb.
_OPENS = re.compile(r"由|以|^|(?<=[，。；、])")
_NAMED = re.compile(
    r"(?P<names>[一-龥·•]{2,10}?(?:[、和][一-龥·•]{2,10}?){0,12}?)(?:同志)?(?=分别|共同|担任|兼任|出任|任|为)"
)
_OFFICE = r"办公室(?:常务)?(?:副)?主任"
_BARE = re.compile(
    r"(?:^|(?<=[，。；：]))(?P<who>(?:领导小组|专项小组|工作小组|联席会议|指挥部|专项组|工作专班)(?:办公室)?)(?:设在[^，。；]{2,30}，)?"
    r"(?:主要|具体|全面|统一)?(?P<role>负责|承担)(?P<object>[^，。；]{2,60})"
)
# How far from a name its group is looked for.
_NEAR = 40
# 某某产业链由张三担任链长, 清溪河由张三任河长.
_OFFICE_OF = re.compile(
    r"(?:^|[，。；：、])(?P<object>[^，。；：、]{1,24}?(?:产业链|河|江|湖|海|塘|溪|渠|浜|港|水库|林场|林区|山|路|片区|街区))由$"
)
_MADE_OF = re.compile(
    r"(?P<lead>由|包括)(?P<members>(?:(?!由|，成员)[^。；]){2,300}?)(?:组成|构成)(?:的(?P<group>[^，。；]{2,40}))?"
)
_MEMBERS_OF = re.compile(r"(?:等)?(?:在内)?的?(?:各|相关)?(?P<group>[^，。；、]{0,30}?)成员单位")
_AS_MEMBERS = re.compile(r"(?:等[^，。；、]{0,12})?(?:为|作为|是)(?P<group>[^，。；、]{0,30}?)(?:成员单位|成员)")


def grouped(slots: Slots, above: Above) -> Iterator[Duty]:
    """The heads and members that a sentence names; `above` knows the group that the text spoke of last."""
    yield from _bare(slots, above)
    yield from _heads(slots, above)
    yield from _named_heads(slots, above)
    yield from _posts(slots)
    yield from _members(slots, above)


def _bare(slots: Slots, above: Above) -> Iterator[Duty]:
    """领导小组办公室设在某局，承担日常工作: a group by its kind alone is the one that the text named in full."""
    for match in _BARE.finditer(slots.masked) if "负责" in slots.text or "承担" in slots.text else ():
        name, about = above.in_full(match["who"]), as_object(match["object"], slots.lexicon)
        if about and name != match["who"]:
            yield Duty((Agent(name, "body"),), match["role"], "answer", about)


@cache
def _post(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?P<post>{any_of(lexicon.duties.posts)}|{_OFFICE})(?!单位|负责|制|会议|办公|联席)")


def _heads(slots: Slots, above: Above) -> Iterator[Duty]:
    """区长张三任领导小组组长, 以区长张三为组长: people with their posts."""
    for at, one in enumerate(slots.people):
        if at + 1 < len(slots.people) and slots.masked[one.end : slots.people[at + 1].start] in ("、", "和"):
            continue
        end = slots.behind_people(one.end)
        chain = slots.ending_at(end)
        if chain is not None:
            # 检查组由副主任张三任组长: what stands in front of 由 is no part of the post.
            given = slots.masked.rfind("由", chain.start, one.names[0][0]) + 1
            yield from _taken(slots, replace(chain, start=max(chain.start, given)), end, above)


def _named_heads(slots: Slots, above: Above) -> Iterator[Duty]:
    """由张三任组长, 李四、王五任副组长: names alone."""
    known = [(one.start, one.end) for one in slots.people]
    taken = 0
    for opening in _OPENS.finditer(slots.masked):
        start = opening.end()
        match = _NAMED.match(slots.masked, start) if start >= taken else None
        if match is None or any(first <= start < end for first, end in known):
            continue
        names = name_list(Passage(match["names"], range(len(match["names"]))), slots.lexicon)
        if names and all(certain_name(name.text, slots.lexicon) for name in names):
            taken = match.end()
            agents = tuple(Agent(name.text, "person") for name in names)
            yield from _taken(slots, Chain(start, match.end(), agents), match.end("names"), above)


def _taken(slots: Slots, chain: Chain, end: int, above: Above) -> Iterator[Duty]:
    lexicon = slots.lexicon
    takes = _takes(lexicon).match(slots.masked, end)
    if takes is not None:
        named = takes["object"].strip("“”的")
        group = named if len(named) > 2 else _group_of(slots, chain.start, takes.end(), above)
        yield from _headed(chain, takes["post"], group, above)
        return
    given = _given(lexicon).search(slots.masked, max(0, chain.start - _NEAR), chain.start)
    if given and re.match(r"(?:同志)?(?:分别)?(?:担任|兼任|兼)", slots.masked[end:]):
        group = _group_of(slots, given.start("post"), end, above)
        yield from _headed(chain, given["post"], group, above)


def _headed(chain: Chain, post: str, group: str | None, above: Above) -> Iterator[Duty]:
    if group is None:
        return
    group = above.in_full(group)
    office = "主任" in post
    if office and not group.endswith("办公室"):
        group += "办公室"
    yield Duty(chain.agents, "主任" if office else post, "head", group)


def _group_of(slots: Slots, start: int, end: int, above: Above) -> str | None:
    """The group named in front, or behind (以张三为组长的某某小组), or in the text above."""
    behind = re.match(r"(?:[、，][^。；]{0,80}?)?的(?P<group>[^，。；、的]{2,40})", slots.masked[end:])
    group = _group(behind["group"], slots.lexicon) if behind else None
    if behind and group is None:
        found = list(groups(slots.lexicon).finditer(behind["group"]))
        group = group_name(found[0], slots.lexicon)[0] if found else None
    if group is None and (office := _OFFICE_OF.search(slots.masked[max(0, start - _NEAR) : start])):
        return office["object"]
    return group or last_group(slots.masked, slots.lexicon, start) or above.group


@cache
def _takes(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(_TAKES.pattern + _post(lexicon).pattern)


@cache
def _given(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(_post(lexicon).pattern + r"由\Z")


def _posts(slots: Slots) -> Iterator[Duty]:
    """大会筹备组组长张三: the post in front of the name names its group."""
    for one in slots.people:
        for post in one.posts:
            if post.title in slots.lexicon.duties.posts and len(post.body) > 2 and not post.former:
                agents = tuple(Agent(slots.text[a:b], "person") for a, b in one.names)
                yield Duty(agents, post.title, "head", post.body)


def _members(slots: Slots, above: Above) -> Iterator[Duty]:
    text = slots.masked
    if "组成" in text or "构成" in text:
        yield from _composed(slots, above)
    if "成员" not in text:
        return
    for pattern, role in ((_MEMBERS_OF, "成员单位"), (_AS_MEMBERS, "成员")):
        for body in slots.bodies:
            found = pattern.match(text, body.end)
            chain = slots.ending_at(body.end)
            if found is None or chain is None or found.end() - found.start() > len(found.group()):
                continue
            group = found["group"] or last_group(text, slots.lexicon, chain.start) or above.group
            if group and groups(slots.lexicon).search(group):
                yield Duty(chain.agents, role, "member", group)


def _composed(slots: Slots, above: Above) -> Iterator[Duty]:
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
            group = last_group(text, lexicon, opening) or above.group
        if group:
            yield Duty(agents, "成员" if "成员" in subject else "组成", "member", group)


def _group(text: str, lexicon: Lexicon) -> str | None:
    """The group that a text ends with."""
    text = text[-_NEAR:].removeprefix("了")
    found = [match for match in groups(lexicon).finditer(text) if match.end() == len(text)]
    if not found:
        return None
    name, _ = group_name(found[-1], lexicon)
    return name or (text if len(text) > 2 else None)
