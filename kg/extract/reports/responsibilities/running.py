"""Duties told in sentences: 由A牵头，B、C配合，做好…; …工作由A负责; A会同B…."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.extract.reports.responsibilities.agents import Agent, Chain, Slots
from kg.extract.reports.responsibilities.clauses import Clause, as_object, at, before_agent, clauses
from kg.extract.reports.responsibilities.subjects import subject
from kg.lexicon import Lexicon
from kg.recognise.running_names import any_of

_GIVEN = re.compile(r"(?:拟|已|现|应|可|将|具体|主要|统一|交|并|均|分别|须|原则上|都|再)*(?:由|归|属于|隶属于|属)$")
_TOWARDS = ("对", "向")
_PARTNERS = re.compile(r"(?:参与|参加|配合|协同|联动|支持|协助|协作|协力|共管|其责|其职|共同组成|联手[^，]*|落实)$")
_PARTNERS_OF = re.compile(r"^[^，。；]*?(?:参与|参加|配合|协同|联动|支持|协助|组成)的(?P<object>[^，。；]{3,60})$")
_JOINED = re.compile(r"[，、；]?(?:并|并由|由|同时|分别由)?")
_BRIDGE = re.compile(r"[^，。；、]{0,12}?(?:部门|单位|街道|企业|机构|各方|街镇|乡镇)")
_CLASS = re.compile(r"(?:各|有关|相关|[市区县]级?有关|[市区县]级?相关)")
# What only says how, in front of the clause that says what.
_HOW = re.compile(
    r"^(?:通过|按照|根据|针对|结合|围绕|依托|利用|聚焦|依据|以[^，]*为|[区市县]?(?:各|有关|相关)[^，]{0,10}(?:部门|单位|街道|企业|街镇)$)"
)
_FORMED = re.compile(
    r"(?:形成|建立|成立|开展|实行|采取|构建|推行|健全|完善|引入|探索|坚持|推动|组建|决定|计划|建议|要求|明确|规定|提出|商定|同意|确定)了?$"
)
# 剩下的主要是某事，由A负责: it is about the thing.
_IS = re.compile(r"^.{2,}?(?:主要|只)是(?=.{3})")
_IS_UNDER = re.compile(r"是在$")
_TOGETHER = re.compile(r"^(?:联手|联合|携手|会同)")
_PROPOSALS = re.compile(r"建议|提案|议案|\d+件")
_EVENT_OF = re.compile(r"^的?(?P<object>[^，。；]{2,60})$")
# These verbs take what they are about behind them; the others also from the next clause.
_OWN_OBJECT = frozenset(("answer", "head", "handle"))
_HELPS = frozenset(("配合", "协助"))
_WITH = frozenset(("会同", "协同"))
_NEEDS_SUBJECT = re.compile(r"负责|牵头|承担|统筹|领衔|分管|主管|主导")
_MOST_BACK = 6
_MOST_ADVERBS = 24


@dataclass(frozen=True, slots=True)
class Hit:
    """A verb with its agents: from `start` to behind the verb, or behind the partners that it names, at `end`."""

    start: int
    end: int
    role: str
    kind: str
    agents: tuple[Agent, ...]
    given: bool = False
    under: bool = False


@dataclass(frozen=True, slots=True)
class Duty:
    """Agents, their role as printed with its kind, and the object."""

    agents: tuple[Agent, ...]
    role: str
    kind: str
    object: str


@cache
def verbs(lexicon: Lexicon) -> re.Pattern[str]:
    """The verbs of duties where nothing behind makes another word of them."""
    words = [word for row in lexicon.duties.verbs.values() for word in row]
    return re.compile(rf"(?>{any_of(words)})(?!{lexicon.duties.not_behind})")


@cache
def kinds(lexicon: Lexicon) -> dict[str, str]:
    """The kind of each verb."""
    return {word: kind for kind, row in lexicon.duties.verbs.items() for word in row}


def told(slots: Slots) -> Iterator[Duty]:
    """The duties that a sentence tells."""
    parts = clauses(slots.masked)
    hits = list(_hits(slots, parts))
    before: tuple[int, str, bool] | None = None
    for bundle in _bundles(slots.masked, hits):
        about = _object(slots, parts, bundle)
        helping = all(hit.kind == "assist" and hit.role not in _WITH for hit in bundle)
        number = at(parts, max(bundle[-1].end - 1, 0))
        whole = parts[number].end > bundle[-1].end
        beside = before is not None and at(parts, bundle[0].start) == before[0] + 1
        # A牵头开展某事，B配合，共…: what B helps with is told already, what follows is a result.
        if before and helping and beside and (about is None or (before[2] and not whole)):
            about = before[1]
        if about is not None:
            before = number, about, whole
            yield from _duties(bundle, about)


def _hits(slots: Slots, parts: list[Clause]) -> Iterator[Hit]:
    bridges: dict[int, int] = {}
    text, lexicon = slots.masked, slots.lexicon
    taken = 0
    for match in verbs(lexicon).finditer(text):
        if match.start() < taken:
            continue
        role = match.group()
        kind = kinds(lexicon)[role]
        clause = parts[at(parts, match.start())]
        hit = _with_partners(slots, match, clause, bridges) if role in _WITH else None
        hit = hit or _of_agent(slots, match, kind, clause, bridges, parts)
        if hit is not None:
            taken = hit.end
            yield hit


def _with_partners(slots: Slots, match: re.Match[str], clause: Clause, bridges: dict[int, int]) -> Hit | None:
    """A会同B…: the named B has the role, and a verb behind B is A's."""
    text = slots.masked
    chain = slots.starting_at(match.end())
    behind = _BRIDGE.match(text, chain.end if chain else match.end())
    begins = _behind_adverbs(slots, clause.start, match.start())
    if chain is not None and match.group() == "协同" and (pair := slots.ending_at(begins)) and len(pair.agents) > 1:
        return Hit(pair.start, match.end(), "协同", "assist", pair.agents)
    if chain is None:
        if behind:
            bridges[behind.end()] = begins
        return None
    bridges[chain.end] = begins
    return Hit(match.start(), chain.end, match.group(), "assist", chain.agents)


def _of_agent(
    slots: Slots, match: re.Match[str], kind: str, clause: Clause, bridges: dict[int, int], parts: list[Clause]
) -> Hit | None:
    text, role = slots.masked, match.group()
    if role == "会同" or (role == "协同" and _CLASS.match(text, match.end())):
        return None
    under = text.startswith("下", match.end())
    end = _behind_adverbs(slots, clause.start, match.start())
    end = bridges.get(end, end)
    chain = slots.ending_at(end) if end > clause.start else None
    if chain is None or chain.start < clause.start:
        return _of_subject(slots, match, kind, end, parts)
    if text.endswith(_TOWARDS, 0, chain.start) and "负责" in role:
        return None
    given = bool(_GIVEN.search(text[max(clause.start, chain.start - _MOST_ADVERBS) : chain.start]))
    return Hit(chain.start, match.end() + under, role, kind, chain.agents, given, under)


def _of_subject(slots: Slots, match: re.Match[str], kind: str, begins: int, parts: list[Clause]) -> Hit | None:
    """A verb that opens its clause, of somebody named in the clauses before."""
    number = at(parts, match.start())
    if match.group() == "统筹" and not re.match(r"推进|协调|负责", slots.masked[match.end() :]):
        return None
    if begins != parts[number].start or not _NEEDS_SUBJECT.match(match.group()) or not number:
        return None
    chain = subject(slots, parts[max(0, number - _MOST_BACK) : number], founded=kind != "assist")
    return Hit(begins, match.end(), match.group(), kind, chain.agents) if chain else None


def _behind_adverbs(slots: Slots, floor: int, end: int) -> int:
    """Where the adverbs in front of a verb begin."""
    found = _adverbs(slots.lexicon).search(slots.masked, max(floor, end - _MOST_ADVERBS), end)
    return found.start() if found else end


@cache
def _adverbs(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"{lexicon.duties.adverbs}\Z")


def _bundles(text: str, hits: list[Hit]) -> Iterator[list[Hit]]:
    """Hits that share one object: nothing but a sign, and a word that leads on, stands between them."""
    bundle: list[Hit] = []
    for hit in hits:
        # A会同B负责某事: who does it is named in front of the partner, and both have one object.
        around = bool(bundle) and hit.start < bundle[-1].start
        if bundle and not around and not _JOINED.fullmatch(text, bundle[-1].end, hit.start):
            yield bundle
            bundle = []
        bundle.append(hit)
    if bundle:
        yield bundle


def _duties(bundle: list[Hit], found: str) -> Iterator[Duty]:
    for hit in bundle:
        # A牵头，B负责资金保障: what B answers for is not what A leads.
        if hit.kind == "lead" and bundle[-1].kind in _OWN_OBJECT and bundle[-1].end != hit.end and not hit.given:
            continue
        if hit.kind == "handle" and not (_PROPOSALS.search(found) or (hit.given and hit.role != "办理")):
            continue
        yield Duty(hit.agents, hit.role, hit.kind, found)


def _object(slots: Slots, parts: list[Clause], bundle: list[Hit]) -> str | None:
    """What stands behind the last verb; or in front of 由; or in the next clause; or in the clause before."""
    first, last = min(bundle, key=lambda hit: hit.start), bundle[-1]
    own = parts[at(parts, max(last.end - 1, 0))]
    behind = slots.text[last.end : own.end]
    helped = slots.starting_at(last.end) if last.role in _HELPS else None
    if helped is not None and helped.end < own.end:
        behind = slots.text[helped.end : own.end]
    if behind.startswith("的") and (other := verbs(slots.lexicon).search(behind)):
        behind = behind[: other.start()]
    if behind.strip("、") and not _HOW.match(behind):
        return as_object(behind, slots.lexicon) if not behind.startswith("、") else None
    opening = parts[at(parts, first.start)]
    if first.given and not first.under:
        lead = _GIVEN.search(slots.masked, max(opening.start, first.start - _MOST_ADVERBS), first.start)
        text = slots.text[opening.start : lead.start() if lead else first.start]
        if text and not _FORMED.search(text):
            return before_agent(text, slots.lexicon)
    if first.under and (under := _IS_UNDER.search(slots.masked, opening.start, first.start)):
        return before_agent(slots.text[opening.start : under.start()], slots.lexicon)
    if slots.task and slots.masked[opening.start - 1 : opening.start] in ("（", "："):
        return slots.task
    number = at(parts, first.start)
    previous = _previous(slots, parts, number) if first.given else None
    if last.kind in _OWN_OBJECT and (len(bundle) == 1 or first is not bundle[0]):
        return previous
    following = _next(slots, parts, at(parts, max(last.end - 1, 0)) + 1)
    return following or previous or (_office_before(slots, parts, number) if last.kind == "assist" else None)


def _next(slots: Slots, parts: list[Clause], number: int) -> str | None:
    """The clause that follows, past those that only name who takes part."""
    for clause in parts[number : number + 4]:
        text = slots.text[clause.start : clause.end]
        if slots.masked[clause.start - 1] not in "，；":
            return None
        partners = _PARTNERS_OF.match(text)
        if partners:
            return as_object(partners["object"], slots.lexicon)
        together = _TOGETHER.match(text)
        if not together and (_PARTNERS.search(text) or _HOW.match(text)):
            continue
        chain = slots.starting_at(clause.start + (together.end() if together else 0))
        if chain is not None:
            text = slots.text[chain.end : clause.end]
        return as_object(text, slots.lexicon)
    return None


def _previous(slots: Slots, parts: list[Clause], number: int) -> str | None:
    """推进旧区改造，由A牵头: the clause in front, where nothing follows."""
    if not number or slots.masked[parts[number].start - 1] not in "，；：":
        return None
    before = parts[number - 1]
    return before_agent(_IS.sub("", slots.text[before.start : before.end]), slots.lexicon)


def _office_before(slots: Slots, parts: list[Clause], number: int) -> str | None:
    """清溪河由区长任河长，A协助: what the one helped has the post of."""
    if not number or slots.masked[parts[number].start - 1] not in "，；":
        return None
    office = _office_of(slots.lexicon).fullmatch(slots.masked, parts[number - 1].start, parts[number - 1].end)
    return before_agent(office["object"], slots.lexicon) if office else None


@cache
def _office_of(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<object>[^由]{{2,30}}?)由[^，。；]{{2,20}}?(?:担任|兼任|任)[^，。；]{{0,6}}?(?:{any_of(lexicon.duties.posts)})"
    )


def chain_agents(chain: Chain | None) -> tuple[Agent, ...]:
    """The agents of a chain, none where it is missing."""
    return chain.agents if chain else ()
