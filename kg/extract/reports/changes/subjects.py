"""Who a sentence speaks of, and what its subject lends to names that stand without their place or their congress."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.reports.changes.verbs import DATE
from kg.lexicon import Lexicon
from kg.recognise.body_sorts import anchored, place_of, sort_of
from kg.recognise.named_lists import Named, NamedLists

_FRONT = re.compile(
    rf"(?:[一二三四五六七八九十]+[是、]|（[一二三四五六七八九十\d]+）|\d{{1,2}}[.、．]|(?:[于在自从])?{DATE}起?[，：]?|＊+|原|——)*"
)
# What may be told of a body that a sentence opens with.
_OPENS = (
    r"^(?:$|[，：]|＊|[于在自从由因经与]|(?:的?前身)|成立|建立|组建|始建|系|为|是|最初|初|\d|一九|二〇|增[加挂设]|扩大|划[出入]|升格|隶属|归|不再"
    r"|先后|曾|后|设|承担|负责)"
)
# Who names what it founds without itself: a congress its committees, a court its divisions.
_PARTS = (
    (
        re.compile(r"(?:人大|人民代表大会)(?:常务委员会|常委会)?$"),
        re.compile(r"(?:委员会|委|工委|办公室|研究室|联络室|工作室|处|厅)$"),
    ),
    (re.compile(r"(?:法院|检察院)$"), re.compile(r"(?:庭|局|部|室|处|中心|队)$")),
)
_GOVERNS = re.compile(r"(?:政府|[省市区县州旗盟镇乡]委|党委|党工委|街道(?:办事处)?|管委会|行署|[省市区县州旗盟镇乡])$")
_PLAIN_GROUP = re.compile(r"了?(?P<name>[一-龥]{2,12}(?:领导小组|指挥部))(?=[，。；]|$)")
_ELSEWHERE = re.compile(
    r"(?P<place>(?![全我本各该原])[一-龥]{2,4}(?:省|市|县|自治州|自治县))(?=率先|也|则|已|于|在|将|把|撤销|组建|成立|设立|合并|从|自|\d)"
)
_LONGEST = 60


def opening(names: NamedLists, start: int, at: int) -> Named | None:
    """The body that a text opens with at `start`, where what follows at `at` is told of it."""
    front = _FRONT.match(names.text, start)
    start = front.end() if front else start
    return names.behind(start, min(at, start + _LONGEST), _OPENS) if start < at else None


def has_parts(owner: str | None) -> bool:
    """Whether what a body founds may be named by its kind alone: a committee of a congress, a division of a court."""
    return owner is not None and any(pattern.search(owner) for pattern, _ in _PARTS)


def elsewhere(text: str, own: tuple[str, ...]) -> str | None:
    """甲市率先合并，成立某局: another place that a sentence opens with, whose bodies it tells of."""
    front = _FRONT.match(text)
    found = _ELSEWHERE.match(text, front.end() if front else 0)
    return (
        found["place"] if found and not any(found["place"] in part or part in found["place"] for part in own) else None
    )


def filled(found: Named, subject: str | None, congress: str, own: tuple[str, ...], lexicon: Lexicon) -> Named | None:
    """The names with what the subject lends them; None where it cannot be told whose they are.

    `congress` is the body that decides what the text prints, where it is a congress or its standing committee.
    """
    lent = list(_lent(found.names, subject, congress, own, lexicon))
    names = tuple(name for name in lent if name)
    return Named(found.start, found.end, names) if len(names) == len(lent) else None


def _lent(
    names: tuple[str, ...], subject: str | None, congress: str, own: tuple[str, ...], lexicon: Lexicon
) -> Iterator[str | None]:
    for name in names:
        sort = sort_of(name, lexicon)
        if sort == "place" or anchored(name, own, lexicon) or re.search(lexicon.bodies.proper, name):
            yield name
        elif subject is None:
            yield _of_congress(name, congress, lexicon)
        elif any(owner.search(subject) and part.search(name) for owner, part in _PARTS):
            yield subject + name
        elif _GOVERNS.search(subject):
            yield (subject if sort_of(subject, lexicon) == "place" else place_of(subject, own, lexicon)) + name
        elif sort == "group":
            yield subject + name
        else:
            yield name if sort == "institution" else None


def own_group(text: str, start: int, owner: str | None) -> Named | None:
    """区监委成立整治工作领导小组: what has no name of its own is named by the department that founds it."""
    found = _PLAIN_GROUP.match(text, start)
    if found is None or owner is None or _GOVERNS.search(owner) or has_parts(owner):
        return None
    return Named(found.start("name"), found.end(), (owner + found["name"],))


def _of_congress(name: str, congress: str, lexicon: Lexicon) -> str:
    """A committee named without its congress: that of the body that decides, or the own one where it is known."""
    known = {*lexicon.bodies.committees, *lexicon.bodies.committees.values()}
    if congress and re.search(r"工作委员会$|工委$|代表资格审查委员会$", name):
        return congress + name
    if name in known and len(name) > 2 and name.endswith(("委", "委员会")):
        return re.sub(r"常务委员会$", "", congress) + name if congress else "人大" + name
    return name
