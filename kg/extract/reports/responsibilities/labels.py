"""Duties behind labels: 组长：张三（区长）; （牵头单位：A；责任单位：B、C）; 河长：张三 副河长：李四."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from kg.extract.reports.responsibilities.agents import Agent, Slots, complete
from kg.extract.reports.responsibilities.clauses import as_object
from kg.extract.reports.responsibilities.running import Duty, verbs
from kg.extract.reports.responsibilities.subjects import group_name, groups, in_full, last_group
from kg.lexicon import Lexicon
from kg.model.source import Passage
from kg.recognise.names import certain_name, merge_spaced
from kg.recognise.running_names import any_of
from kg.recognise.slot_bodies import sound

MARKER = re.compile(
    r"^(?:[一二三四五六七八九十百]+[、.．]|（[一二三四五六七八九十\d]+）|\d{1,3}[、.．](?!\d)|[①-⑳]|第[一二三四五六七八九十百]+[条项]|——|[-—●■◆▲★])+"
)
_HEAD = re.compile(r"^[^，。；：！？（）]+")
_NAME_POST = re.compile(r"(?P<name>[一-龥·]{2,10})（(?P<post>[^（）]{2,60})）")
_VALUE_END = re.compile(r"[。）；]")
_SEPARATOR = re.compile(r"[、，,；;/／和及]")
_PLACE_OF = re.compile(
    r"(?:河|江|湖|海|塘|浜|港|溪|渠|库|泾|浦|林场|林区|林|山|路|街|道|线|巷|片区|产业链|链|段)(?:（[^（）]*）)?$"
)
_PERSONAL = re.compile(r"[组河湖林路链田街片段]长|指挥|召集|成员|组员|责任人|领导|领队|主任")
_EMPTY = re.compile(r"[。！？，]|^[\s—\-－/／×无*]*$|待定|略|若干|电话|^\d+$|[部门单位街镇乡村社区县市]$")
_PIECE = re.compile(r"[，。；、）]")
_UNNAMED = re.compile(r"负责人|负责同志|主要领导|分管领导|同志$|人员$|领导$")
_TOWN = re.compile(r"^(?!各|所有|相关|有关|全|本|该|沿线|其他)[一-龥]{2,6}(?:街道|(?<![乡城村集])镇|(?<!城)乡)$")
_FOUNDED = re.compile(r"成立|设立|组建|建立|调整")
_LONGEST_LINE = 60
_MOST_ABOVE = 6


class Above:
    """What the text above told of, looked up only where something below refers to it: the group, and the task."""

    def __init__(self, title: str, lexicon: Lexicon) -> None:
        self._title = title
        self._lexicon = lexicon
        self._passages: deque[str] = deque(maxlen=_MOST_ABOVE)
        self._tasks: deque[str] = deque(maxlen=_MOST_ABOVE)
        self._group: tuple[str | None] | None = None
        self._full = last_group(title, lexicon)

    def passed(self, text: str, *, paragraph: bool) -> None:
        """Note a sentence, or a whole paragraph, that stands above what follows."""
        (self._tasks if paragraph else self._passages).append(text)
        self._group = None
        if paragraph and _FOUNDED.search(text) and (named := last_group(text, self._lexicon)):
            self._full = in_full(named, self._full)

    @property
    def founded(self) -> str | None:
        """The group that the text, or its title, is about."""
        return self._full

    def in_full(self, name: str) -> str:
        """A group by the full name that the text gave it."""
        return in_full(name, self._full)

    @property
    def group(self) -> str | None:
        """The group named last, or that of the title."""
        if self._group is None:
            texts = (*reversed(self._passages), self._title)
            found = next((found for text in texts if (found := last_group(text, self._lexicon))), None)
            self._group = (found and self.in_full(found),)
        return self._group[0]

    @property
    def task(self) -> str | None:
        """The heading of the paragraph above: the nearest that is no line of labels, unless that is numbered itself."""
        for text in reversed(self._tasks):
            if not labels(self._lexicon).search(text):
                return task_of(text, self._lexicon)
            if MARKER.match(text):
                return task_of(re.split(r"[（，。；：]", text)[0], self._lexicon)
        return None


def task_of(text: str, lexicon: Lexicon) -> str | None:
    """The heading of a numbered task: its text up to the first sign."""
    head = _HEAD.match(MARKER.sub("", text))
    return as_object(head.group(), lexicon) if head else None


@cache
def labels(lexicon: Lexicon) -> re.Pattern[str]:
    """A label with its colon."""
    words = [word for row in lexicon.duties.labels.values() for word in row]
    return re.compile(rf"(?:（)?(?P<label>{any_of(words)})(?:（[^（）]{{1,16}}）)?[：:](?!$)")


@cache
def label_kinds(lexicon: Lexicon) -> dict[str, str]:
    """The kind of each label."""
    return {word: kind for kind, row in lexicon.duties.labels.items() for word in row}


def labelled(passage: Passage, above: Above, lexicon: Lexicon) -> Iterator[Duty]:
    """The duties behind the labels of a paragraph; what they are about is in front of them or stands above.

    One whose value should name somebody and was not read has no agents.
    """
    text = passage.text
    found = list(labels(lexicon).finditer(text)) if "：" in text or ":" in text else []
    plain = _unbracketed(text) if found else text
    ends = [*(match.start() for match in found[1:]), len(text)][: len(found)]
    for number, (match, end) in enumerate(zip(found, ends, strict=True)):
        start = match.end()
        stop = _VALUE_END.search(plain, start, end)
        value = passage[start : stop.start() if stop else end]
        about = _about(text, found, number, above, lexicon)
        agents = read_agents(value, lexicon, personal=bool(_PERSONAL.search(match["label"]))) if about else ()
        if about and (agents or not nobody(value.text, lexicon)):
            yield Duty(agents, match["label"], label_kinds(lexicon)[match["label"]], about)


def _unbracketed(text: str) -> str:
    """The text with closed brackets blanked, so that what ends a value is not looked for inside them."""
    return re.sub(r"（[^（）：]*）", lambda m: "＊" * len(m.group()), text)


def _about(text: str, found: list[re.Match[str]], number: int, above: Above, lexicon: Lexicon) -> str | None:
    """The group in front of this label, what stands in front of the first, or what the lines above told of."""
    match = found[number]
    front = text[: found[0].start()]
    before = text[found[number - 1].end() if number else 0 : match.start()]
    if name := _closing_group(before, lexicon) or _closing_group(front, lexicon):
        return name
    if _PERSONAL.search(match["label"]) and "责任" not in match["label"]:
        place = MARKER.sub("", _PIECE.split(before or front)[-1] if number else front)
        if _PLACE_OF.search(place) and len(place) <= _LONGEST_LINE // 2:
            return place
        first = MARKER.sub("", front)
        if number and _PLACE_OF.search(first) and len(first) <= _LONGEST_LINE // 2:
            return first
        task = above.task
        return task if task and _PLACE_OF.search(task) else above.group
    return (task_of(front, lexicon) if front.strip("（ ") else None) or above.task


def below(label: str, name: str, above: Above, lexicon: Lexicon) -> Iterator[Duty]:
    """The duty of somebody who carries on a list whose label stands on a line above."""
    task = above.task
    about = task if task and _PLACE_OF.search(task) else above.group or above.founded
    if about:
        yield Duty((Agent(name, "person"),), label, label_kinds(lexicon)[label], about)


def _closing_group(text: str, lexicon: Lexicon) -> str | None:
    """The group that a text ends with."""
    text = text[-_LONGEST_LINE:]
    found = [one for one in groups(lexicon).finditer(text) if one.end() == len(text)]
    return group_name(found[-1], lexicon)[0] if found else None


def nobody(value: str, lexicon: Lexicon) -> bool:
    """Whether a value names nobody and means to: a class of bodies, a dash, words of a sentence."""
    if not 1 < len(value) <= _LONGEST_LINE // 2 or _EMPTY.search(value) or _UNNAMED.search(value):
        return True
    return bool(re.search(lexicon.mentions.classes, value) or re.search(lexicon.mentions.bare, value))


def read_agents(value: Passage, lexicon: Lexicon, *, personal: bool) -> tuple[Agent, ...]:
    """The people or bodies that a value lists; empty where it names nobody."""
    people = _people(value, lexicon)
    if people:
        return people
    if personal and not _UNNAMED.search(value.text):
        names = _bare_names(value, lexicon)
        if names:
            return names
    return () if verbs(lexicon).search(value.text) else _bodies(value, lexicon)


def _people(value: Passage, lexicon: Lexicon) -> tuple[Agent, ...]:
    """People with their posts, on either side of the name."""
    beside = [m["name"] for m in _NAME_POST.finditer(value.text) if certain_name(m["name"], lexicon)]
    slots = Slots(value.text, lexicon)
    named = [value.text[a:b] for one in slots.people for a, b in one.names]
    rest = [text for text in _words(value, lexicon) if certain_name(text, lexicon)] if beside or named else []
    order = sorted({*beside, *named, *rest}, key=value.text.find)
    return tuple(Agent(name, "person") for name in order)


def _bare_names(value: Passage, lexicon: Lexicon) -> tuple[Agent, ...]:
    """Names alone, or each with a post set apart from it by a blank."""
    words = _words(value, lexicon)
    names = [word for word in words if certain_name(word, lexicon)]
    return tuple(Agent(name, "person") for name in names) if names and certain_name(words[0], lexicon) else ()


def _words(value: Passage, lexicon: Lexicon) -> list[str]:
    """The words between signs and blanks; brackets are left out and spaced names joined."""
    words: list[str] = []
    text = re.sub(r"（[^（）]*）", lambda m: "、" * len(m.group()), value.text)
    bounds = [-1, *(m.start() for m in _SEPARATOR.finditer(text)), len(text)]
    for a, b in pairwise(bounds):
        cuts = [a + 1, *value.gaps(a + 1, b), b] if b - a > 1 else []
        pieces = [(text[x:y], x, y) for x, y in pairwise(cuts) if x < y]
        words += [word.removesuffix("同志").removesuffix("等") for word, _, _ in merge_spaced(pieces, lexicon)]
    return words


def _bodies(value: Passage, lexicon: Lexicon) -> tuple[Agent, ...]:
    """The bodies of a list; entries that are a class, or were not read, name nobody."""
    slots = Slots(value.text, lexicon)
    if _UNNAMED.search(value.text) and "、" not in value.text:
        return ()
    first = slots.bodies[:1]
    towns = re.split("[、，；]", value.text)
    if all(map(_TOWN.match, towns)) and all(sound(town, lexicon) for town in towns):
        return tuple(Agent(town, "body") for town in dict.fromkeys(towns))
    if not first or first[0].start > 2:
        starts = {0, *(m.end() for m in _SEPARATOR.finditer(value.text)), *value.gaps()}
        if not any(one.start in starts for one in slots.bodies):
            return ()
    shared = slots.starting_at(first[0].start)
    rest = [one.name for one in slots.bodies if shared and one.start >= shared.end]
    names = [agent.name for agent in shared.agents] if shared else []
    if rest and names:
        rest = complete([names[0], *rest], lexicon)[1:]
    return tuple(Agent(name, "body") for name in dict.fromkeys([*names, *rest]))
