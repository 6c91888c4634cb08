"""Names of bodies beside a verb that founds, changes or ends them: one name, or a list whose parts share a place.

The verb says that a name must stand here, so its edges are known and the whole text between them has to be names; a
text that holds anything else names nobody.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.lexicon import Lexicon
from kg.recognise.body_patterns import patterns
from kg.recognise.body_sorts import certain, complete, ends_so, may_end, sort_of

_JOINT = re.compile(r"、|，?以及|及|和|与|同|暨")
_MARKS = "＊“”"
_CLOSED = re.compile(r"[，。；：！？（【|\t]")
_COUNTED = re.compile(
    r"(?P<names>.+?)(?P<open>等)?(?P<count>[两二三四五六七八九十\d]{1,3})(?:个|家)?"
    r"(?P<kind>(?:专门|工作)?委员会|建制镇|镇|乡|苏木|街道办事处|街道|人民公社|公社|县|区|局|委|厅|公司)"
)
_NUMBERS = {char: value for value, char in enumerate("〇一二三四五六七八九十")} | {"两": 2}
_STREETS = ("街道办事处", "街道", "苏木", "镇", "乡")
_PAIR = re.compile(r"(?P<one>[一-龥]{1,5})[和与及](?P<other>[一-龥]{1,5}(?:街道办事处|街道|苏木|镇|乡))")
_BARE_NAME = re.compile(r"[一-龥]{1,5}")
_FRONT = re.compile(r"^(?:原|地级)+|(?<=^[省市区县州旗])原(?=[一-龥]{3})")
# 平区 in 和平区 is no name.
_TOO_SHORT = re.compile(r".[区市]")
_COMMITTEES = ("工作委员会", "工委")
_LEAST = 2
_LONGEST_FOLLOW = 12


@dataclass(frozen=True, slots=True)
class Named:
    """The names that stand from `start` to `end`, with what a list shares."""

    start: int
    end: int
    names: tuple[str, ...]


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@cache
def _starts(lexicon: Lexicon) -> re.Pattern[str]:
    """What a name may begin behind: a word that leads to it, a sign, a date."""
    leads = "|".join(sorted(map(re.escape, lexicon.changes.leads), key=lambda word: (-len(word), word)))
    return re.compile(f"[，：＊”—日月年]|{leads}")


class NamedLists:
    """Reads the names in one text; `own` is the chain of places of the gazette.

    `congress` tells that a congress or its standing committee speaks: its committees need no more than their names.
    """

    def __init__(self, text: str, own: tuple[str, ...], lexicon: Lexicon, *, congress: bool = False) -> None:
        self.text, self._own, self._lexicon, self._congress = text, own, lexicon, congress

    def behind(self, start: int, limit: int, follow: str, *, sure: bool = False) -> Named | None:
        """The names that begin at `start` and end before `limit`: the longest text that `follow` may stand behind.

        `sure` is as in `whole`.
        """
        opening = _compiled(self._lexicon.changes.modifiers).match(self.text[start:limit])
        begin = start + opening.end() if opening else start
        begin = limit - len(self.text[begin:limit].lstrip(_MARKS))
        stop = _CLOSED.search(self.text, begin, limit)
        end, follows = stop.start() if stop else limit, _compiled(follow)
        for at in range(end, begin + _LEAST - 1, -1):
            if at < end and self.text[at - 1] not in may_end(self._lexicon) + "”＊）":
                continue
            if at < limit and not follows.match(self.text[at : at + _LONGEST_FOLLOW]):
                continue
            if names := self.whole(self.text[begin:at], sure=sure):
                return Named(begin, at, names)
        return None

    def before(self, floor: int, end: int) -> Named | None:
        """The names that end at `end`, from `floor` on or behind words that lead to them; the longest such text."""
        starts = {floor, *(match.end() for match in _starts(self._lexicon).finditer(self.text, floor, end))}
        for start in sorted(start for start in starts if start < end):
            if names := self.whole(self.text[start:end]):
                return Named(start, end, names)
        return None

    def whole(self, text: str, *, sure: bool = False) -> tuple[str, ...] | None:
        """The names that a text is made of; None where it holds anything else.

        `sure` tells that a name must stand here; else one of them has to say where it is, or what it deals with.
        """
        text = text.strip(_MARKS)
        counted = _COUNTED.fullmatch(text)
        if counted and (names := self._counted(counted, sure=sure)):
            return names
        text = _compiled(self._lexicon.changes.tails).sub("", text).strip(_MARKS)
        return self._checked(self._parts(text), sure=sure)

    def _counted(self, match: re.Match[str], *, sure: bool) -> tuple[str, ...] | None:
        """双河、榆树两个公社: the kind stands once for all, and their number fits."""
        kind = match["kind"].removeprefix("建制").removeprefix("专门")
        parts = [part.strip(_MARKS) for part in re.split(r"、|以及|和|与|及", match["names"])]
        if (not match["open"] and len(parts) != _number(match["count"])) or not all(parts):
            return None
        return self._checked([part if part.endswith(kind) else part + kind for part in parts], sure=sure)

    def _parts(self, text: str) -> list[str]:
        """A list taken apart: at each 、, and at 和 where a name ends in front of it and one follows."""
        parts: list[str] = []
        at = 0
        for match in _JOINT.finditer(text):
            left, right = text[at : match.start()], text[match.end() :]
            if match.group() == "、" or (self._may_be(left) and self._may_be(right)):
                parts.append(left)
                at = match.end()
        parts.append(text[at:])
        # 甲路、乙路和丙路街道: the last part of a list of streets is itself two.
        if len(parts) > 1 and (pair := _PAIR.fullmatch(parts[-1])):
            parts[-1:] = [pair["one"], pair["other"]]
        parts = [part.strip(_MARKS) for part in parts]
        bare = [_FRONT.sub("", part) for part in parts]
        return self._joined(
            [one if sort_of(one, self._lexicon) else part for part, one in zip(parts, bare, strict=True)]
        )

    def _may_be(self, text: str) -> bool:
        """Whether a text may be a name, or the front of a list of them."""
        text = text.strip(_MARKS)
        head = re.split(r"[、和与及]", text)[0]
        return any(ends_so(one, self._lexicon) and not _TOO_SHORT.fullmatch(one) for one in {text, head})

    def _joined(self, parts: list[str]) -> list[str]:
        """Parts that are no names alone: 甲路、乙路街道 share an end, 教育、科学、文化委员会 is one name."""
        if len(parts) < 2 or all(sort_of(part, self._lexicon) for part in parts):
            return parts
        end = next((end for end in _STREETS if parts[-1].endswith(end)), None)
        if end and all(part.endswith(end) or _BARE_NAME.fullmatch(part) for part in parts):
            return [part if part.endswith(end) else part + end for part in parts]
        deals_with = patterns(self._lexicon).words
        if parts[-1].endswith(("委员会", "委")) and all(deals_with.search(part) for part in parts):
            return ["、".join(parts)]
        return parts

    def _checked(self, parts: list[str], *, sure: bool) -> tuple[str, ...] | None:
        """The parts with what they share, if all of them are names."""
        names = complete(parts, self._own, self._lexicon)
        if not all(sort_of(name, self._lexicon) for name in names):
            return None
        sure = sure or (self._congress and all(part.endswith(_COMMITTEES) for part in parts))
        return names if sure or any(certain(part, self._own, self._lexicon) for part in parts) else None


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    if text.startswith("十"):
        return 10 + _NUMBERS.get(text[1:], 0)
    tens, _, ones = text.partition("十")
    return _NUMBERS.get(tens, 0) * (10 if "十" in text else 1) + (_NUMBERS.get(ones, 0) if ones else 0)
