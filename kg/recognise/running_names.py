"""Names of people in running text, where no formula tells that a name must come.

They are told by their form and by what follows."""

from __future__ import annotations

import re
from functools import cache

from kg.lexicon import Lexicon
from kg.recognise.names import certain_name, is_name

STOP = "。；：，！？“”‘’（）—"
_PARTICLES = frozenset("和与及从等但都")
# What follows a name of two characters and ends hardly any of three.
_NEVER_LAST = frozenset("就已曾因被说也还受所以代")
# Particles that some names hold in the middle: behind a title, where the name clearly ends, they are no particles.
_MIDDLE = frozenset("为其在也从由与")
_FULL = 3
# 局长张可为兼任: the verb behind tells that 为 is part of the name.
_LAST_PARTICLE = re.compile(r"[一-龥]{2}为(?=兼任|担任|牵头|主持)")
# What a bracket behind a name says of a person.
REMARK = re.compile(r"（(?:男|女|[一-龥]{1,6}族)(?:，(?:男|女|[一-龥]{1,6}族))?）")
_DOTTED = re.compile(r"[一-龥]{1,12}(?:[·•・][一-龥]{1,12})+")
_DOTS = "·•・"
_ADDRESS = ("同志", "先生", "女士")


@cache
def followers(lexicon: Lexicon) -> re.Pattern[str]:
    """What may stand right behind a name."""
    return re.compile(rf"$|[{STOP}、]|{any_of(lexicon.titles.name_followers)}")


@cache
def _clear_followers(lexicon: Lexicon) -> re.Pattern[str]:
    """What ends a name even where its surname is a common word."""
    words = [word for word in lexicon.titles.name_followers if len(word) > 1]
    return re.compile(
        rf"$|[{STOP}、]|受|所[作做提]|[作做](?=[的了《]|关于|说明|报告|汇报|发言|讲话|审[查议]|专题)|{any_of(words)}"
    )


@cache
def _common(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.surnames.common_words)


def any_of(words: list[str]) -> str:
    """The words as one alternative of a pattern, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


def names_from(text: str, start: int, lexicon: Lexicon, *, sure: bool) -> list[tuple[int, int]]:
    """The names that begin right here: one, or several joined by 、 or 和.

    `sure` tells that a name is expected: without it a surname that is a common word counts for none.
    """
    names: list[tuple[int, int]] = []
    while True:
        end = _name_end(text, start, lexicon, sure=sure)
        if end is None:
            return names
        names.append((start, end))
        note = REMARK.match(text, end)
        end = note.end() if note else end
        if not text.startswith(("、", "和"), end):
            return names
        start = end + 1


def likely(name: str, lexicon: Lexicon) -> bool:
    """Whether a text has the form of a name and is no common word."""
    surnames = lexicon.surnames
    if not certain_name(name, lexicon) or name[:2] in _common(lexicon) or name[1:] in _common(lexicon):
        return False
    if name[0] in _PARTICLES or name[-1] in _NEVER_LAST:
        return False
    return not any(char in surnames.never_in_running_names for char in name[1:])


def _name_end(text: str, start: int, lexicon: Lexicon, *, sure: bool) -> int | None:
    """Where the name that begins here ends, told by what follows it."""
    dotted = _DOTTED.match(text, start)
    if dotted:
        return _dotted_end(text, start, dotted.end(), lexicon)
    if sure and (last := _LAST_PARTICLE.match(text, start)) and certain_name(last.group(), lexicon):
        return last.end()
    ends = [start + length for length in (3, 2, 4) if _ends(text, start, start + length, lexicon, sure=sure)]
    # 甲乙和丙丁: 和 joins two names where another one follows it.
    if ends and text[start + 2 : start + 3] in ("和", "与") and _another_follows(text, start + 3, lexicon):
        return start + 2
    if len(ends) > 1 and ends[:2] == [start + 3, start + 2] and _clear_followers(lexicon).match(text, start + 2):
        return start + 2
    if ends or not sure:
        return ends[0] if ends else _addressed_end(text, start, lexicon)
    return (
        _addressed_end(text, start, lexicon)
        or _particle_end(text, start, lexicon)
        or _transliterated_end(text, start, lexicon)
    )


def _another_follows(text: str, start: int, lexicon: Lexicon) -> bool:
    lengths = (length for length in (3, 2) if certain_name(text[start : start + length], lexicon))
    return any(followers(lexicon).match(text, start + length) for length in lengths)


def _ends(text: str, start: int, end: int, lexicon: Lexicon, *, sure: bool) -> bool:
    name = text[start:end]
    if len(name) != end - start or not likely(name, lexicon) or not followers(lexicon).match(text, end):
        return False
    if name[0] not in lexicon.surnames.wordlike:
        return True
    return sure and bool(_clear_followers(lexicon).match(text, end))


def _addressed_end(text: str, start: int, lexicon: Lexicon) -> int | None:
    """A name without a known surname, as many minorities bear it, where 同志 stands behind it."""
    for end in range(start + 2, min(start + 8, len(text))):
        if text.startswith(_ADDRESS, end):
            name = text[start:end]
            never = lexicon.surnames.never_in_running_names
            return end if is_name(name, lexicon) and not any(char in never for char in name) else None
    return None


def _particle_end(text: str, start: int, lexicon: Lexicon) -> int | None:
    """张其昌: a particle in the middle of a name that has a known surname and a clear end."""
    name = text[start : start + _FULL]
    if len(name) < _FULL or name[1] not in _MIDDLE or name[0] in lexicon.surnames.wordlike:
        return None
    sound = likely(name[0] + name[2], lexicon) and certain_name(name, lexicon)
    return start + _FULL if sound and _clear_followers(lexicon).match(text, start + _FULL) else None


def _transliterated_end(text: str, start: int, lexicon: Lexicon) -> int | None:
    """A name without a surname, all of whose characters write the sounds of another language: 其其格."""
    run = _transliterated(lexicon).match(text, start)
    for end in range(run.end() if run else start, start + 1, -1):
        if followers(lexicon).match(text, end) and text[start:end] not in _common(lexicon):
            return end
    return None


@cache
def _transliterated(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(f"[{lexicon.surnames.transliterated}]{{2,8}}")


def _dotted_end(text: str, start: int, end: int, lexicon: Lexicon) -> int | None:
    """A dotted name runs on into the sentence: it ends where a word follows that may stand behind a name."""
    dot = max(text.rfind(dot, start, end) for dot in _DOTS)
    return next((stop for stop in range(dot + 2, end + 1) if followers(lexicon).match(text, stop)), None)
