"""Names of people: lists of them in a formula, and single ones in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from kg.lexicon import Lexicon
from kg.model.source import Passage

_DOTS = "·•・‧∙."
_HAN = r"㐀-䶿一-鿿𠀀-𯿿"
_DOTTED = re.compile(rf"^[{_HAN}A-Za-z]{{1,12}}(?:[{_DOTS}][{_HAN}A-Za-z]{{1,12}})+$")
_PLAIN = re.compile(rf"^[{_HAN}]{{2,4}}$")
_LONG = re.compile(rf"^[{_HAN}]{{5,9}}$")
_NOTE = re.compile(r"（[^（）]{1,30}）")
_SEPARATOR = re.compile(r"[、，,；;]|(?<=.)(?:和|及|以及|与)(?=.)")
_TAIL = re.compile(
    r"(?:等代表|等)?(?:[一二三四五六七八九十\d]+(?:名|位|人))?(?:同志|先生|女士)?(?:等)?"
    r"(?:[一二三四五六七八九十\d]+(?:名|位|人)(?:[省市区县州旗镇乡]?(?:人大)?(?:代表|委员))?)?(?:同志)?$"
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name with its place in the passage; `note` is what a bracket behind it says (女，回族)."""

    text: str
    start: int
    end: int
    note: str | None = None


@cache
def not_names(lexicon: Lexicon) -> re.Pattern[str]:
    """Words that stand where names stand and are none: 部分, 有关, 各位."""
    return re.compile("|".join(lexicon.surnames.not_names))


@cache
def surnames(lexicon: Lexicon) -> tuple[frozenset[str], frozenset[str]]:
    """The surnames of one and of two characters."""
    return frozenset(lexicon.surnames.single), frozenset(lexicon.surnames.compound)


def has_surname(text: str, lexicon: Lexicon) -> bool:
    """Whether a text begins with a known surname and is as long as such a name is."""
    single, compound = surnames(lexicon)
    if text[:2] in compound and 3 <= len(text) <= 4:
        return True
    return text[:1] in single and 2 <= len(text) <= 4


def is_name(text: str, lexicon: Lexicon) -> bool:
    """Whether a text can be a whole name where a formula asks for one: also without a known surname, or with a dot."""
    if _DOTTED.match(text):
        return True
    if not_names(lexicon).search(text):
        return False
    if _PLAIN.match(text):
        return len(text) < 4 or has_surname(text, lexicon) or text[:1] not in "第各本该在由"
    # Long names without a surname are ethnic ones; words of an office are none.
    return bool(_LONG.match(text)) and not has_surname(text, lexicon) and not _offices(lexicon).search(text)


@cache
def _offices(lexicon: Lexicon) -> re.Pattern[str]:
    """Titles, and the first characters of what is no name."""
    titles = (title for row in lexicon.titles.titles for title in row if len(title) > 1)
    return re.compile(rf"^[我本该第由各在经对]|{'|'.join(titles)}")


def certain_name(text: str, lexicon: Lexicon) -> bool:
    """Whether a text is a name by its own form: a known surname with one or two characters, or a dot."""
    if _DOTTED.match(text):
        return True
    single, compound = surnames(lexicon)
    if not _PLAIN.match(text) or not_names(lexicon).search(text):
        return False
    return (text[:2] in compound and len(text) >= 3) or (text[:1] in single and len(text) <= 3)


def name_list(passage: Passage, lexicon: Lexicon) -> list[Name] | None:
    """The names that a slot of a formula lists, or None where something in it is no name.

    A list may use 、 or 和, end with 等三名同志, carry notes in brackets, or be set apart by blanks alone.
    """
    text = passage.text
    tail = _TAIL.search(text)
    end = tail.start() if tail else len(text)
    names: list[Name] = []
    for start, stop in _pieces(text, end):
        found = _one(passage, start, stop, lexicon)
        if found is None:
            return None
        names.extend(found)
    return names or None


def _pieces(text: str, end: int) -> Iterator[tuple[int, int]]:
    """Where each entry stands; brackets are not cut, and 和 is left alone where a half would be too short a name."""
    start = 0
    masked = _NOTE.sub(lambda m: "＊" * len(m.group()), text)[:end]
    for match in _SEPARATOR.finditer(masked):
        if match.group() in "和及与" and (match.start() - start < 2 or end - match.end() < 2):
            continue
        if match.start() > start:
            yield start, match.start()
        start = match.end()
    if start < end:
        yield start, end


def _one(passage: Passage, start: int, stop: int, lexicon: Lexicon) -> list[Name] | None:
    text = passage.text[start:stop]
    note = _NOTE.search(text)
    bare = _NOTE.sub("", text)
    if note and not text.endswith(note.group()):
        return None
    for suffix in ("同志", "先生", "女士"):
        bare = bare.removesuffix(suffix)
    end = start + len(bare)
    if not bare:
        return None
    spaced = _by_gaps(passage, start, end, lexicon)
    if spaced:
        return spaced
    if is_name(bare, lexicon):
        return [Name(bare, start, end, note.group()[1:-1] if note else None)]
    return None


def _by_gaps(passage: Passage, start: int, end: int, lexicon: Lexicon) -> list[Name] | None:
    """Names that are set apart by white space in the source: 张三 李四 王五."""
    cuts = [start, *passage.gaps(start, end), end]
    merged = merge_spaced([(passage.text[a:b], a, b) for a, b in pairwise(cuts)], lexicon)
    names = [Name(text, a, b) for text, a, b in merged]
    return names if len(cuts) > 2 and all(is_name(name.text, lexicon) for name in names) else None


def merge_spaced(words: list[tuple[str, int, int]], lexicon: Lexicon) -> list[tuple[str, int, int]]:
    """Names of two characters are often spaced to the width of three: 陈  良, 欧阳  春. Single characters join."""
    compound = surnames(lexicon)[1]
    merged: list[tuple[str, int, int]] = []
    half = False
    for text, start, end in _joined_threes(words):
        if merged and (half or (len(text) == 1 and merged[-1][0] in compound)):
            before, first, _ = merged.pop()
            merged.append((before + text, first, end))
            half = False
        else:
            merged.append((text, start, end))
            half = len(text) == 1 and not text.isascii()
    return merged


def _joined_threes(words: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """汪  洪  波　市计划委员会主任: just three single characters in front of a word too long to be a name."""
    joined: list[tuple[str, int, int]] = []
    run: list[tuple[str, int, int]] = []
    for word in words:
        if len(word[0]) == 1 and not word[0].isascii():
            run.append(word)
            continue
        if len(run) == 3 and len(word[0]) > 4:
            run = [("".join(text for text, _, _ in run), run[0][1], run[-1][2])]
        joined += [*run, word]
        run = []
    return joined + run
