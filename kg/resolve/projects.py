"""Names of one project put together: its fullest name stands in all rows of a gazette."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from kg.model.reports import Project

_BRACKETS = re.compile(r"（[^（）]*）")
_ENDS = re.compile(
    r"(?:的?(?:建设|新建|改扩建|扩建|改建|拓宽改建|拓宽|改造|成套改造|拆除重建)?(?:工程|项目|工作)|改扩建|拓宽改建|拓宽|改建|扩建|建设|及?改造)+$"
)
_PLACE = re.compile(r"^(?:[本全我]?[省市区县州]|.{1,6}[省市区县州])$")
_ROAD = re.compile(r"(?:[路街道桥弄号]|\d街坊)")
_LONGEST_PLACE = 7
_YEARS = re.compile(r"[-—–－~～至]+")


def one_name(rows: Iterable[Project]) -> list[Project]:
    """The rows with one name for each project, and without those that say the same again in the same item."""
    rows = list(rows)
    names = _canonical({row.name for row in rows})
    found: dict[tuple[object, ...], Project] = {}
    for row in rows:
        row = replace(row, name=names[row.name])
        found.setdefault((row.name, row.status, row.amount, row.evidence.item), row)
    return list(found.values())


def _canonical(names: set[str]) -> dict[str, str]:
    """For each name the fullest of the same project."""
    groups = _Groups()
    for name in sorted(names, key=lambda name: (-len(name), name)):
        groups.add(name)
    return {name: group[0] for group in groups.by_stem.values() for name in group}


def _stem(name: str) -> str:
    """What is left of a name without its brackets, dashes and the words for building it."""
    stem = _YEARS.sub("-", _BRACKETS.sub("", name))
    return _ENDS.sub("", stem) or stem


class _Groups:
    """Names by what is left of them; what else a stem may be called is noted, so that long tables stay fast."""

    def __init__(self) -> None:
        self.by_stem: dict[str, list[str]] = {}
        self._without_place: dict[str, list[str]] = defaultdict(list)
        self._on_road: dict[str, list[str]] = defaultdict(list)

    def add(self, name: str) -> None:
        """Put a name to those of the same project, or begin a group."""
        stem = self._home(_stem(name))
        if stem not in self.by_stem:
            self._note(stem)
        self.by_stem.setdefault(stem, []).append(name)

    def _note(self, stem: str) -> None:
        for at in range(1, min(len(stem), _LONGEST_PLACE + 1)):
            if _PLACE.match(stem[:at]):
                self._without_place[stem[at:]].append(stem)
        for road in _ROAD.finditer(stem):
            self._on_road[stem[: road.end()]].append(stem)

    def _home(self, stem: str) -> str:
        """The group of a stem: the same one, the one with a place in front, or the only work on the same road."""
        if stem in self.by_stem:
            return stem
        for others in (self._without_place.get(stem, []), self._on_road.get(stem, [])):
            if len(others) == 1:
                return others[0]
        return stem
