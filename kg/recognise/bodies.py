"""Bodies named in running text: organs of state and party, departments, committees, streets and groups.

A name is known by how it ends; where it begins, `kg.recognise.body_edges` tells by the place in front of it or by the
words that lead to it. What has no clear beginning is left out: a body named once is named again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.lexicon import Lexicon
from kg.recognise.body_edges import LEVELS, Edge, clear, edge
from kg.recognise.body_mentions import BodyMention
from kg.recognise.body_patterns import NOT_BEHIND_LEVEL, NOT_NAME, patterns
from kg.recognise.streets import streets

_TERM = re.compile(r"届[一二三四五六七八九十百〇零\d]{1,4}第?(?:的)?")
_PARTY = re.compile(r"(?:机关)?(?:党组|党委|党工委|纪工委)(?!书记处)")
_JOINED = re.compile(r"^(?:、|和|与|及|以及)$")
_IN_FRONT = ("中共", "中国共产党", "共青团", "中国共产主义青年团", "政协", "中国人民政治协商会议")
_LEAGUE = re.compile(r"(?<!共青)团(?P<level>[省市区县州旗])委(?![员托派])")
_MOST_FUNCTION, _MOST_UNKNOWN, _MOST_GROUP = 30, 12, 42
_LEAST_GROUP = 4
# What joins two bodies, or is one, and stands in no single name.
_SENTENCE = re.compile(r"[和与及也局届]|政府|人大|^委|常委|[省市区县州旗盟]$")


def find_bodies(text: str, own: tuple[str, ...], lexicon: Lexicon) -> list[BodyMention]:
    """The bodies named in a text, in order; `own` is the chain of places of the gazette, which may be empty.

    Their names go through `kg.resolve.bodies.Bodies.normal`, as those of all facts do.
    """
    found = [
        *_central(text, lexicon),
        *_state(text, own, lexicon),
        *_leagues(text, own),
        *_departments(text, own, lexicon),
        *_committees(text, own, lexicon),
        *_groups(text, own, lexicon),
        *streets(text, lexicon),
    ]
    return _shared(text, _longest(found))


def _longest(found: list[BodyMention]) -> list[BodyMention]:
    """Without what another covers; the longer of two that overlap."""
    kept: list[BodyMention] = []
    for mention in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        if all(mention.end <= other.start or mention.start >= other.end for other in kept):
            kept.append(mention)
    return sorted(kept, key=lambda one: one.start)


def _shared(text: str, found: list[BodyMention]) -> list[BodyMention]:
    """区数据局、商务委: what stands without a place behind one with a place shares it; what cannot stand alone is left out."""
    kept: list[BodyMention] = []
    for mention in found:
        before = kept[-1] if kept else None
        joined = before is not None and _JOINED.match(text[before.end : mention.start])
        if before and joined and not mention.place and mention.rule not in ("central", "street") and before.place:
            kept.append(replace(mention, name=before.place + _core(text, mention), place=before.place))
        elif mention.rule != "shared":
            kept.append(mention)
    return [replace(mention, rule=mention.rule.replace("shared", "department")) for mention in kept]


def _core(text: str, mention: BodyMention) -> str:
    return mention.name if mention.rule == "shared" else text[mention.start : mention.end]


def _central(text: str, lexicon: Lexicon) -> Iterator[BodyMention]:
    for match in patterns(lexicon).central.finditer(text):
        name = lexicon.organs.central[match.group()]
        if clear(text, match.start(), lexicon):
            yield BodyMention(match.start(), match.end(), name, "central")


def _state(text: str, own: tuple[str, ...], lexicon: Lexicon) -> Iterator[BodyMention]:
    """Organs of state and party behind their place."""
    for match in patterns(lexicon).state.finditer(text):
        term = _TERM.match(text[max(0, match.start() - 8) : match.start()][::-1])
        at = match.start() - (term.end() if term else 0)
        found = edge(text, at, own, lexicon)
        if found is None or not _known_level(found, own):
            continue
        core = match.group()
        if match["assembly"]:
            yield BodyMention(match.start(), match.end(), core, "state", "大会")
            continue
        if not found.place or match["section"]:
            if match["court"] or match["procuratorate"] or match["people"]:
                yield BodyMention(match.start(), match.end(), core, "shared")
            elif match["section"]:
                yield BodyMention(match.start(), match.end(), "委" + core, "shared")
            continue
        start, place = _with_party(text, found)
        core = core.replace("党委", "委", 1) if core != "党委" else core
        if match["also"]:
            yield BodyMention(start, match.start() + 2, place + "人大", "state", found.place)
            core = core.replace("及其", "")
            yield BodyMention(match.start() + 2, match.end(), place + core, "state", found.place)
            continue
        end, core = _with_tail(text, match.end(), core)
        yield BodyMention(start, end, place + core, "state", found.place)


def _leagues(text: str, own: tuple[str, ...]) -> Iterator[BodyMention]:
    """团县委 of a gazette that has a county."""
    for match in _LEAGUE.finditer(text):
        if any(part.endswith(match["level"]) for part in own):
            yield BodyMention(match.start(), match.end(), match.group(), "state", match["level"])


def _with_party(text: str, found: Edge) -> tuple[int, str]:
    """中共某区委, 政协某区委员会: the organisation in front of the place."""
    front = next((word for word in _IN_FRONT if text.endswith(word, 0, found.start)), "")
    return found.start - len(front), front + found.place


def _with_tail(text: str, end: int, core: str) -> tuple[int, str]:
    """The party body inside a body."""
    tail = _PARTY.match(text, end)
    return (tail.end(), core + tail.group()) if tail else (end, core)


def _known_level(found: Edge, own: tuple[str, ...]) -> bool:
    """区 alone names a place only in a gazette that has one of that level."""
    return len(found.place) != 1 or any(part.endswith(found.place) for part in own)


def _departments(text: str, own: tuple[str, ...], lexicon: Lexicon) -> Iterator[BodyMention]:
    for match in patterns(lexicon).ending.finditer(text):
        found = _by_function(text, match, own, lexicon) or _by_place(text, match, own, lexicon)
        if found is None:
            continue
        end, name = _with_tail(text, found.end, found.name)
        yield replace(found, end=end, name=name)
        if end != found.end:
            yield found


def _by_function(text: str, match: re.Match[str], own: tuple[str, ...], lexicon: Lexicon) -> BodyMention | None:
    """A department named by what it deals with: 区财政局, 生态环境局."""
    compiled = patterns(lexicon)
    run = compiled.functions.match(text[max(0, match.start() - _MOST_FUNCTION) : match.start()][::-1])
    if run is None:
        return None
    start = match.start() - run.end()
    joined = len(text[start : match.start()]) - len(text[start : match.start()].lstrip("和与"))
    found = edge(text, start + joined, own, lexicon)
    if found is None or not _known_level(found, own):
        return None
    # 某某和司法委: what stands in front of 和 is a body, or the two are one name that is not known.
    if joined and not found.place and not compiled.ending.search(text[max(0, start - 4) : start]):
        return None
    start += joined
    if not found.place and (not own or text[start - 1 : start] == "的"):
        return None
    function, ending = text[start : match.start()], match.group()
    name = function + ending
    if not found.place and (compiled.general.fullmatch(function) or (ending in ("委", "厅") and len(function) < 2)):
        return None
    if not found.place and (ending.endswith("室") or ending == "委员会" or (ending == "办" and len(function) < 2)):
        return None
    # A department named without its place is one of the gazette's own; 市场监管局 begins with no 市.
    return BodyMention(found.start, match.end(), (found.place or "".join(own)) + name, "department", found.place)


def _by_place(text: str, match: re.Match[str], own: tuple[str, ...], lexicon: Lexicon) -> BodyMention | None:
    """A department with a name of its own behind its place: 区某某办; 某某 is no verb."""
    at, ending = match.start(), match.group()
    verb = text[at - 1 : at] in lexicon.organs.verbs_before and len(ending) == 1
    if verb and text[at - 1 : at] + ending not in lexicon.bodies.departments:
        return None
    for start in range(at - 1, max(0, at - _MOST_UNKNOWN), -1):
        if text[start] in "，。；、：（）《》的" or not "一" <= text[start] <= "龥":
            return None
        if text[start - 1 : start] not in LEVELS or not start or NOT_BEHIND_LEVEL.match(text, start):
            continue
        name = text[start:at]
        if NOT_NAME.search(name) or _SENTENCE.search(name) or (ending == "委" and len(name) > 5):
            return None
        found = edge(text, start, own, lexicon)
        if found and found.place and _known_level(found, own):
            return BodyMention(found.start, match.end(), found.place + name + ending, "department", found.place)
        return None
    return None


def _committees(text: str, own: tuple[str, ...], lexicon: Lexicon) -> Iterator[BodyMention]:
    """财经委（预算工委）: committees of the own congress, named without it."""
    if not own:
        return
    for match in patterns(lexicon).committee.finditer(text):
        if not clear(text, match.start(), lexicon) or re.match(r"[员托派会]", text[match.end() :]):
            continue
        yield BodyMention(match.start(), match.end(), "".join(own) + "人大" + match.group(), "committee", own[-1])


def _groups(text: str, own: tuple[str, ...], lexicon: Lexicon) -> Iterator[BodyMention]:
    """Leading groups and headquarters, named by their task."""
    for match in patterns(lexicon).group.finditer(text):
        floor = max([text.rfind(char, 0, match.start()) for char in "，。；：（）《》的了"]) + 1
        floor = max(floor, match.start() - _MOST_GROUP)
        found = _group_edge(text, floor, match.start(), own, lexicon)
        if found is None or (not found.place and text.startswith(("制度", "机制"), match.end())):
            continue
        task = text[found.start + len(found.place) : match.start()] if not found.own else ""
        task = task or text[_behind(text, found) : match.start()]
        if patterns(lexicon).nameless.match(task) or NOT_NAME.search(re.sub(r"推进|审批|“[^”]*”", "", task)):
            continue
        place = found.place or "".join(own)
        yield BodyMention(found.start, match.end(), place + task + match.group(), "group", found.place)


def _behind(text: str, found: Edge) -> int:
    """Where the place of an edge ends in the text: the own place may be printed in a shorter form."""
    for size in range(len(found.place), 0, -1):
        part = found.place[-size:]
        if text.startswith(part, found.start):
            return found.start + size
    return found.start


def _group_edge(text: str, floor: int, at: int, own: tuple[str, ...], lexicon: Lexicon) -> Edge | None:
    """The nearest place in front of a group's task, or where its clause begins."""
    for start in range(at - 2, floor, -1):
        if text[start - 1] in LEVELS and not NOT_BEHIND_LEVEL.match(text, start):
            found = edge(text, start, own, lexicon)
            if found and found.place and _known_level(found, own):
                return found
    begin = next((start for start in range(floor, at - _LEAST_GROUP + 1) if clear(text, start, lexicon)), -1)
    if begin < 0 or not own:
        return None
    while lead := patterns(lexicon).leads.match(text, begin):
        begin = lead.end()
    return Edge(begin, "") if at - begin >= _LEAST_GROUP else None
