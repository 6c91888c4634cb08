"""Who stands beside the word of a duty: bodies and people, alone or in lists, with what a list leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property

from kg.lexicon import Lexicon
from kg.recognise.appositions import Apposition, appositions
from kg.recognise.running_names import REMARK
from kg.recognise.slot_bodies import BodyMention, bodies, sound

_LEVEL = re.compile(r"^(?:自治[区州县旗]|[省市区县州旗盟镇乡])(?![省市区县州旗]|场|政工|容|域)")
_CLASS = r"[一-龥\d]{0,12}?(?:部门|单位|街道|街镇|乡镇|镇街|企业|机构|公司|各方|力量|区县|县区|镇|乡|园区|开发区|办事处|政府|委员会|组织)"
_ADDRESS = re.compile(r"同志(?:们)?|等[一二三四五六七八九十\d]*(?:名|位|人)?(?:同志)?|先生|女士")
_SHARED = re.compile(r"(?:^|(?<=[由请在，。；：]))(?P<names>(?:[一-龥]{2,4}、){0,6}[一-龥]{2,4})(?:、|和|与|及)$")
_MASKED = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》|“[^“”]{13,}”|“[^“”]*[，。；、][^“”]*”")
# A bracket that only explains is blanked; one inside a name (秘书处（筹）) and one that tells duties stay.
_REMARK = re.compile(r"（(?!筹）|[一二三四五六七八九十\d]{1,3}）)[^（），；：]{1,40}）(?![委局厅])")
_TELLS = re.compile(
    r"牵头|负责|配合|主办|承办|协办|会办|责任|协助|主管|指导|组长|指挥|[河林湖路]长|局长|主任|书记|镇长|区长|县长|市长"
)
_MOST_TAIL = 30


@dataclass(frozen=True, slots=True)
class Agent:
    """A body or a person, as printed, and who is behind it."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Chain:
    """Agents named in one place of a text, from `start` to behind the last at `end`."""

    start: int
    end: int
    agents: tuple[Agent, ...]


@dataclass
class Slots:
    """The bodies and people of one sentence; `masked` is its text with titles and longer quotations blanked.

    `task` is what the paragraph is about, for duties in a bracket at its end.
    """

    text: str
    lexicon: Lexicon
    task: str | None = None
    masked: str = field(init=False)

    def __post_init__(self) -> None:
        self.masked = mask(self.text)

    @cached_property
    def people(self) -> list[Apposition]:
        """People with their posts."""
        return [one for one in appositions(self.masked, self.lexicon) if one.posts]

    @cached_property
    def bodies(self) -> list[BodyMention]:
        """Bodies that are no part of somebody's post."""
        taken = [(one.start, one.end) for one in self.people]
        found = bodies(self.masked, self.lexicon)
        return [one for one in found if not any(a <= one.start < b or a < one.end <= b for a, b in taken)]

    @cached_property
    def starts(self) -> list[int]:
        """Where anybody's name begins."""
        return sorted([*(one.start for one in self.people), *(one.start for one in self.bodies)])

    def ending_at(self, end: int) -> Chain | None:
        """Who is named right before `end`; a class of bodies that closes the list names nobody."""
        return self._people_ending(end) or self._bodies_ending(end)

    def starting_at(self, start: int) -> Chain | None:
        """Who is named from `start` on."""
        for one in self.people:
            if one.start == start:
                return Chain(one.start, self.behind_people(one.end), _named(self.masked, one))
        first = next((one for one in self.bodies if one.start == start), None)
        return self._joined(first) if first else None

    def _people_ending(self, end: int) -> Chain | None:
        for one in reversed(self.people):
            if one.end <= end and self.behind_people(one.end) == end:
                chain = [one]
                while earlier := next((p for p in self.people if self._beside(p, chain[0])), None):
                    chain.insert(0, earlier)
                agents = tuple(agent for part in chain for agent in _named(self.masked, part))
                return Chain(chain[0].start, end, agents)
        return None

    def _beside(self, one: Apposition, following: Apposition) -> bool:
        between = self.masked[one.end : following.start]
        return one.end < following.start and bool(re.fullmatch(r"(?:同志)?(?:、|和|与|及)", between))

    def behind_people(self, end: int) -> int:
        """Where what belongs to a name ends: a remark in a bracket, 同志."""
        remark = REMARK.match(self.masked, end)
        end = remark.end() if remark else end
        address = _ADDRESS.match(self.masked, end)
        return address.end() if address else end

    def _bodies_ending(self, end: int) -> Chain | None:
        tails = _tails(self.lexicon)
        for at in range(len(self.bodies) - 1, -1, -1):
            last = self.bodies[at]
            if last.end > end:
                continue
            if end - last.end > _MOST_TAIL:
                return None
            if last.end == end or tails.fullmatch(self.masked, last.end, end):
                return self._chain(self._before(at), end)
        return None

    def _before(self, at: int) -> list[BodyMention]:
        """The mention of a list at `at`, and those in front that are joined to it."""
        chain = [self.bodies[at]]
        for earlier in reversed(self.bodies[:at]):
            if not self._are_joined(earlier, chain[0]):
                break
            chain.insert(0, earlier)
        return chain

    def _joined(self, first: BodyMention) -> Chain:
        """The list that a mention opens."""
        chain = [first]
        for later in self.bodies[self.bodies.index(first) + 1 :]:
            if not self._are_joined(chain[-1], later):
                break
            chain.append(later)
        tail = _tails(self.lexicon).match(self.masked, chain[-1].end)
        return self._chain(chain, tail.end() if tail else chain[-1].end)

    def _are_joined(self, one: BodyMention, other: BodyMention) -> bool:
        between = self.masked[one.end : other.start]
        if not between:
            return True
        return len(between) <= _MOST_TAIL and bool(_joint(self.lexicon).fullmatch(between))

    def _chain(self, chain: Sequence[BodyMention], end: int) -> Chain:
        streets = self._sharing(chain[0])
        names = [*streets, *complete([one.name for one in chain], self.lexicon)]
        start = chain[0].start - sum(len(name) - 1 for name in streets)
        return Chain(start, end, tuple(Agent(name, "body") for name in names))

    def _sharing(self, first: BodyMention) -> list[str]:
        """甲路、乙路和丙路街道: the names in front of a street that share its last word."""
        if not first.name.endswith("街道"):
            return []
        found = _SHARED.search(self.masked, max(0, first.start - 40), first.start)
        if found is None:
            return []
        names = [name + "街道" for name in found["names"].split("、")]
        last = first.name[-3]
        alike = all(name[-3] == last for name in names) or all(len(name) == len(first.name) for name in names)
        return names if alike and all(sound(name, self.lexicon) for name in names) else []


def mask(text: str) -> str:
    """The text with what titles and longer quotations hold blanked; the length stays the same."""
    if "（" in text:
        text = _REMARK.sub(lambda m: m.group() if _TELLS.search(m.group()) else "＊" * len(m.group()), text)
    if "《" not in text and "“" not in text:
        return text
    return _MASKED.sub(lambda m: m.group()[0] + "＊" * (len(m.group()) - 2) + m.group()[-1], text)


def complete(names: Sequence[str], lexicon: Lexicon) -> list[str]:
    """区数据局、商务委: a name without its own place takes the level of the first; 区委办、组织部 is 区委组织部."""
    level = _LEVEL.match(names[0])
    if level is None:
        return list(names)
    return [names[0], *(_with_level(name, level.group(), lexicon) for name in names[1:])]


def _with_level(name: str, level: str, lexicon: Lexicon) -> str:
    words = lexicon.mentions
    own = _LEVEL.match(name) or re.match(r"[一-龥]{1,8}[省市区县州旗](?=.)", name)
    proper = re.search(lexicon.bodies.proper, name) or re.search(lexicon.duties.groups, name)
    if own or proper or name.endswith(("街道", "镇", "乡")) or name.startswith(("国", "中", "全")):
        return name
    return f"{level}委{name}" if name in words.of_party else level + name


def _named(text: str, one: Apposition) -> tuple[Agent, ...]:
    return tuple(Agent(text[start:end], "person") for start, end in one.names)


@cache
def _tails(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"”?＊*(?:{lexicon.mentions.tails})?(?:在内)?(?:主要负责人|负责同志|负责人)?")


@cache
def _joint(lexicon: Lexicon) -> re.Pattern[str]:
    joint = lexicon.mentions.joints
    return re.compile(rf"(?:{joint})(?:(?:各|相关|有关|属地)?{_CLASS}(?:{joint}))*")


def each(chain: Chain | None) -> Iterator[Agent]:
    """The agents of a chain that may be missing."""
    yield from chain.agents if chain else ()
