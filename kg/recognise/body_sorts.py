"""Whether a text alone is the name of a body, of which sort, and what it says of its place.

This is asked of a text whose edges are known, as beside a verb that founds or ends a body. What only ends as a body
does (窗口, 平台, 专班) and a class are no name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.lexicon import Lexicon
from kg.recognise.body_edges import own_forms
from kg.recognise.body_patterns import patterns
from kg.recognise.places import split_chain

_LONGEST, _SHORTEST = 40, 2
_CHARS = re.compile(r"[一-龥A-Za-z0-9（）·○〇]+")
# 市场监督管理局 and 乡村振兴局 begin with no level of place.
_LEVEL = re.compile(
    r"(?:自治[区州县旗]|[省市区县州旗盟镇乡])(?![省市区县州旗]|场监|政(?!府|协)|容|域|村|民(?![政族宗防])|际)"
)
_TOWNS = ("街道办事处", "街道", "苏木", "镇", "乡", "公社")
_TOWN = re.compile(r"(?P<front>|.*?[省市县区旗盟州])(?P<name>[一-龥]{1,8}(?:街道|镇|乡|苏木))")
_GROUP = re.compile(r"(?:领导小组|协调小组|指挥部|联席会议)(?:办公室)?$")
_TASK = re.compile(r"“[^“”]*”|推进|推动|加强")
_FIRM = re.compile(r"(?:集团|公司|银行)$")
_WIDE = ("中共", "中国", "国家", "全国", "中央", "国务院", "共青团")
# What the first of a list shares with those behind it, and how they must end to share it.
_HEADS = (
    (re.compile(r".*?(?:人民代表大会|人大)(?:常务委员会|常委会)?(?=.)"), re.compile(r"(?:委员会|委|室|处|厅)$")),
    (re.compile(r".*?(?:人民法院|法院|人民检察院|检察院)(?=.)"), re.compile(r"(?:庭|局|室|处|部)$")),
    (re.compile(r".*?(?:人民政府|政府)(?=.)"), re.compile(r"(?:办公室|研究室|参事室)$")),
)
_PARTY = re.compile(r"(?:中共)?.*?[省市区县州旗盟]委(?=.)(?!员会)")
_OF_PARTY = ("工作委员会", "领导小组")


@dataclass(frozen=True, slots=True)
class _Words:
    endings: tuple[str, ...]
    last: str
    known: frozenset[str]


@cache
def _words(lexicon: Lexicon) -> _Words:
    endings = sorted({*lexicon.mentions.endings, *lexicon.changes.endings}, key=lambda end: (-len(end), end))
    bodies = lexicon.bodies
    known = {*lexicon.mentions.names, *bodies.departments, *bodies.committees}
    known |= {*bodies.departments.values(), *bodies.committees.values()}
    known |= {*lexicon.organs.central, *lexicon.organs.central.values()}
    last = "".join(sorted({end[-1] for end in endings} | set("省市县区旗盟州镇乡木道社")))
    return _Words(tuple(endings), last, frozenset(known))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def may_end(lexicon: Lexicon) -> str:
    """The characters that names of bodies end with."""
    return _words(lexicon).last


def sort_of(name: str, lexicon: Lexicon) -> str | None:
    """`place`, `group`, `institution` or `organ`; None where a text is no name of a body."""
    words, core = lexicon.changes, name.removesuffix("（筹）").replace("、", "")
    group = _GROUP.search(core) is not None
    # 某区推进“某事”工作领导小组: what a group is for belongs to its name.
    core = _TASK.sub("", core) if group else core
    if not _SHORTEST <= len(core) <= _LONGEST or not _CHARS.fullmatch(core) or _compiled(words.unclean).search(core):
        return None
    if group:
        return "group" if _compiled(words.groups).search(core) and not _nameless(core, lexicon) else None
    if _compiled(words.things).search(core):
        return None
    if _compiled(words.places).search(core):
        return "place" if _is_place(core, lexicon) else None
    return _organ_or_institution(core, lexicon)


def _organ_or_institution(core: str, lexicon: Lexicon) -> str | None:
    if not core.endswith(_words(lexicon).endings) or _compiled(lexicon.mentions.bare).search(core):
        return None
    if _compiled(lexicon.organs.institutions).search(core):
        # 供电公司 is any of its sort, 县供电公司 is one.
        one = _LEVEL.match(core) or split_chain(core, lexicon)[0]
        return "institution" if one or not _compiled(lexicon.organs.classes).match(core) else None
    return None if _compiled(lexicon.mentions.common).search(core) else "organ"


def _nameless(core: str, lexicon: Lexicon) -> bool:
    """Whether a group has no task in its name: 整治工作领导小组."""
    task = re.sub(r"(?:工作)?(?:领导小组|指挥部|联席会议|协调小组)(?:办公室)?$", "", core)
    pattern = _compiled(lexicon.organs.nameless)
    return bool(pattern.match(task) or pattern.match(f"{task}工作"))


def _is_place(name: str, lexicon: Lexicon) -> bool:
    """A place with a name of its own, alone or behind the places that it lies in."""
    if _compiled(lexicon.changes.not_places).search(name):
        return False
    core = re.sub(r"(?:人民)?公社$", "乡", name).removesuffix("办事处")
    chain, rest = split_chain(core, lexicon)
    if chain and not rest:
        return True
    # 红旗街道: the sign of another level inside the name of a town or a street.
    town = _TOWN.fullmatch(core)
    return town is not None and (not town["front"] or not split_chain(town["front"], lexicon)[1])


def ends_so(text: str, lexicon: Lexicon) -> bool:
    """Whether a text ends as a name does; what it lacks in front the first of a list may lend it."""
    clean = len(text) >= _SHORTEST and not _compiled(lexicon.changes.unclean).search(text)
    return clean and (text.endswith(_words(lexicon).endings) or sort_of(text, lexicon) is not None)


def anchored(name: str, own: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether a name begins with its place, its level, or an organ that is named without one."""
    if _LEVEL.match(name) or name.startswith(_WIDE) or any(name.startswith(form) for form, _ in own_forms(own)):
        return True
    chain, rest = split_chain(name, lexicon)
    return bool(chain) and bool(rest or len(chain) > 1)


def certain(name: str, own: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether a name says by itself that it is one: by its place, as a short form, or by what it deals with."""
    words = _words(lexicon)
    sort = sort_of(name, lexicon)
    if sort in ("place", "group") or anchored(name, own, lexicon) or name in words.known or _FIRM.search(name):
        return True
    if sort == "institution":
        return False
    ending = next((end for end in words.endings if name.endswith(end)), "")
    deals_with = name.removesuffix(ending)[::-1]
    found = patterns(lexicon).functions.match(deals_with)
    return found is not None and found.end() == len(deals_with)


def complete(names: list[str], own: tuple[str, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """The names of a list, each with what the first one says for all: a place, a congress, a court, a committee."""
    return (names[0], *(_with_head(name, names[0], own, lexicon) for name in names[1:]))


def _with_head(name: str, first: str, own: tuple[str, ...], lexicon: Lexicon) -> str:
    # 甲公司 has a name of its own; 实验小学 has none without its place.
    if anchored(name, own, lexicon) or (re.search(lexicon.bodies.proper, name) and sort_of(name, lexicon)):
        return name
    if sort_of(name, lexicon) == "place":
        # 某区甲街道、乙街道 lie in one district; a county may lie elsewhere.
        return place_of(first, own, lexicon) + name if name.endswith(_TOWNS) else name
    for head, ending in _HEADS:
        found = head.match(first)
        if found and ending.search(name):
            return found.group() + name
    party = _PARTY.match(first)
    if party and (name in lexicon.mentions.of_party or name.endswith(_OF_PARTY)):
        return party.group() + name
    return place_of(first, own, lexicon) + name


def place_of(name: str, own: tuple[str, ...], lexicon: Lexicon) -> str:
    """The place or level that a name begins with; the empty string where there is none."""
    form = next((form for form, _ in own_forms(own) if name.startswith(form) and len(form) < len(name)), None)
    if form is not None:
        return form
    level = _LEVEL.match(name)
    if level:
        return level.group()
    chain, rest = split_chain(name, lexicon)
    return "".join(chain if rest else chain[:-1])
