"""Gazettes in any number: copies of those of `examples/`, each set in places and with people of its own.

A copy has the layouts and the facts of the original under other names of the same length and in other years, so that
a graph built of many copies has the kinds of statements of a real one: nobody of one copy is somebody of another, and
a span of time holds a part of the whole.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Mapping
from csv import DictReader
from pathlib import Path

# The proper parts of the places that the examples invent.
PLACES = ("云岭", "松河", "青梧", "西岚", "丰栎", "柳渡", "沙棘", "博兰塔", "阔什泉", "东溟", "泽浦")
FIRST = "云松青丹碧石清金白赤安古新景澄岚霁朔翠玉"
SECOND = "岭河梧山水溪湖江川原坪塘洲岗泽林桥港浦阳"
THIRD = "宁平安定和顺康泰昌兴"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛超兰霞刚桂华国建红玉志海林春波宁辉晓梅英斌鹏慧飞莉晨雪峰"
# Copies begin in as many different years, the latest in those of the originals.
YEARS = 40
YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])|(?:一九|二[〇○])[〇○一二三四五六七八九]{2}")
NUMERALS = "〇一二三四五六七八九"
CHINESE = re.compile(r"[\u4e00-\u9fff]{2,4}")


def write_copies(examples: Path, tables: Path, number: int, target: Path) -> None:
    """Write `number` copies of every example into `target`; `tables` are those of a build of the examples.

    The first copy is the original itself.
    """
    names = people(tables)
    for at in range(number):
        other = dict(renamed(names, at)) if at else {}
        for source in sorted(examples.glob("*.txt")):
            stem = f"{source.stem}-{at:05}" if at else source.stem
            text = rewritten(earlier(source.read_text(encoding="utf-8"), at % YEARS), other)
            (target / f"{stem}.txt").write_text(text, encoding="utf-8")


def people(tables: Path) -> list[str]:
    """The names of all people whom a build found."""
    found: set[str] = set()
    for name in ("personnel", "attendance", "observers", "positions", "deputies", "authors", "votes"):
        with (tables / f"{name}.csv").open(encoding="utf-8", newline="") as rows:
            found.update(row.get("person") or "" for row in DictReader(rows))
    return sorted(name for name in found if CHINESE.fullmatch(name))


def renamed(names: Iterable[str], copy: int) -> Iterable[tuple[str, str]]:
    """Other names for people, surname and length kept, and for places; the same for the same copy every time."""
    dice = random.Random(copy)
    used: set[str] = set()
    for name in names:
        other = name
        while other == name or other in used:
            other = name[0] + "".join(dice.choices(GIVEN, k=len(name) - 1))
        used.add(other)
        yield name, other
    for place in PLACES:
        yield place, _place(copy, PLACES.index(place), len(place))


def earlier(text: str, years: int) -> str:
    """A text whose years, in digits or in characters, all lie so many years before."""

    def moved(found: re.Match[str]) -> str:
        printed = found.group()
        if printed.isascii():
            return str(int(printed) - years)
        year = int("".join(str(NUMERALS.index(digit)) for digit in printed.replace("○", "〇")))
        return "".join(NUMERALS[int(digit)] for digit in str(year - years))

    return YEAR.sub(moved, text) if years else text


def rewritten(text: str, other: Mapping[str, str]) -> str:
    """A text with other names, also where a name is printed with a space in it."""
    if not other:
        return text
    longest = sorted(other, key=lambda name: (-len(name), name))
    spaced = re.compile("|".join("[ \u3000]*".join(name) for name in longest))
    return spaced.sub(lambda found: _as_printed(found.group(), other), text)


def _as_printed(printed: str, other: Mapping[str, str]) -> str:
    gap = "".join(re.findall("[ \u3000]", printed))
    name = other[re.sub("[ \u3000]", "", printed)]
    return name[0] + gap + name[1:]


def _place(copy: int, kind: int, length: int) -> str:
    """A name for a place: different for each copy and each of its places."""
    rest, first = divmod(copy * len(PLACES) + kind, len(FIRST))
    third, second = divmod(rest, len(SECOND))
    name = FIRST[first] + SECOND[second]
    # copies by the thousand need a third character
    further = "".join(THIRD[int(digit)] for digit in str(third)) if third else ""
    return name + (further or ("" if length == 2 else THIRD[0]))
