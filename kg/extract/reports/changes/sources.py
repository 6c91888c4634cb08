"""Whose functions go over: 将A的职责，B的某项管理职责、C的…等整合."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.lexicon import Lexicon
from kg.recognise.named_lists import NamedLists

_BOUND = re.compile(r"[、，]|以及|[和与及]")
_LEADS = re.compile(r"^(?:以及|和|与|及|原由|由|原|将|把|＊)+")
_JOINS = re.compile(r"[、，＊]|以及|[和与及等]")
_LONGEST = 34


@dataclass(frozen=True, slots=True)
class Sources:
    """The bodies that go over as a whole, and those that give only a part of what they do.

    `functions` tells that the text speaks of what the bodies do, and not of the bodies themselves.
    """

    whole: tuple[str, ...]
    partly: tuple[str, ...]
    functions: bool


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)


def sources(text: str, own: tuple[str, ...], lexicon: Lexicon) -> Sources | None:
    """The bodies in front of a verb that puts functions together or moves them; None where none was read.

    A body alone takes what is said of the one behind it: A局、B局的职责.
    """
    listed = NamedLists(text, own, lexicon).whole(text.strip("，"))
    if listed:
        return Sources(listed, (), functions=False)
    found = _Reader(text, own, lexicon).read()
    if not found:
        return None
    tails = [tail for _, tail, _ in found]
    for at in range(len(tails) - 2, -1, -1):
        # A、B以及C的某项职责: what is said of C behind a word that sets it apart is not said of the others.
        if found[at + 1][2] not in ("，", "以及"):
            tails[at] = tails[at] or tails[at + 1]
    # One text of all names, so that each has what the first says for all.
    full = NamedLists("", own, lexicon).whole("、".join(name for name, _, _ in found))
    if full is None or len(full) != len(found):
        return None
    whole = tuple(name for name, tail in zip(full, tails, strict=True) if tail != "part")
    partly = tuple(name for name, tail in zip(full, tails, strict=True) if tail == "part")
    return Sources(whole, partly, any(tails))


class _Reader:
    """Reads one text from left to right: a body where one begins, and what of it is named."""

    def __init__(self, text: str, own: tuple[str, ...], lexicon: Lexicon) -> None:
        self._text, self._lexicon = text, lexicon
        self._names = NamedLists(text, own, lexicon)

    def read(self) -> list[tuple[str, str, str]]:
        """Each body with `whole`, `part` or nothing said, and what joins it to the text in front."""
        found: list[tuple[str, str, str]] = []
        at, joint = 0, ""
        while at < len(self._text):
            lead = _LEADS.match(self._text[at:])
            joint = "以及" if lead and "以及" in lead.group() else joint
            at += lead.end() if lead else 0
            one = self._one(at, found[0][0] if found else None)
            if one is not None:
                found.append((*one[1:], joint))
                at = one[0]
            elif not found or not found[-1][1]:
                # 推动A、B整合: words in front may say that nothing was done. A、某某合并: one of the list was not read.
                return []
            bound = _BOUND.search(self._text, at)
            joint = bound.group() if bound else ""
            at = bound.end() if bound else len(self._text)
        return found

    def _one(self, start: int, first: str | None) -> tuple[int, str, str] | None:
        """The end of the body that begins here, its name with what the first lends it, and what of it goes over."""
        for end in range(min(len(self._text), start + _LONGEST), start + 1, -1):
            tail = self._tail(self._text[end:])
            if tail is None:
                continue
            lent = f"{first}、" if first else ""
            names = self._names.whole(lent + self._text[start:end])
            if names and len(names) == (2 if first else 1):
                return end, names[-1], tail
        return None

    def _tail(self, rest: str) -> str | None:
        """What is said of a body that `rest` stands behind; None where the name goes on."""
        words = self._lexicon.changes
        if _pattern(words.whole).match(rest):
            return "whole"
        if _pattern(words.part).match(rest):
            return "part"
        return "" if not rest or _JOINS.match(rest) else None
