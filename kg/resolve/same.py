"""Short forms that only a gazette itself explains: of a street, a centre, or a group and its office."""

from __future__ import annotations

import re
from collections.abc import Iterable

_STREET = re.compile(r"^(?P<place>.*[省市区县州旗])(?P<name>[一-龥]{2,6})街道$")
_GROUP = re.compile(r"(?:领导小组|指挥部|联席会议|协调小组|推进小组)(?:办公室)?$")
_PLACE = re.compile(r"^(?:.*?[省市区县州旗])?(?=[^省市区县州旗])")
_OFFICE = re.compile(r"^[一-龥]{2,6}办$")
_SENTENCE = re.compile(r"[。；]")
_SHORT_CENTRE = 5


def same_bodies(names: list[str], text: str, own: tuple[str, ...]) -> dict[str, str]:
    """What each short normal form stands for; only where one full name alone fits.

    `text` and the chain of places `own` are the gazette's.
    """
    places = ["".join(own[:last]) for last in range(len(own), 0, -1)]
    groups = [(place, task) for name in names if _GROUP.search(name) for place, task in [_split(name, places)]]
    found = {
        **_streets(names, text),
        **_offices(names, groups, places),
        **_moved(names),
        **_spelled(names),
        **_centres(names, places),
    }
    found = {short: full for short, full in found.items() if short != full}
    return {short: full for short, full in found.items() if full not in found}


def _only(short: str, fitting: Iterable[str]) -> dict[str, str]:
    full = set(fitting)
    return {short: full.pop()} if len(full) == 1 else {}


def _streets(names: list[str], text: str) -> dict[str, str]:
    """某某街道 beside 某某路街道, unless one list names both."""
    streets = [match for name in names if (match := _STREET.match(name))]
    found: dict[str, str] = {}
    for one in streets:
        longer = [
            other[0]
            for other in streets
            if other["place"] == one["place"]
            and _shortened(one["name"], other["name"])
            and not _beside(one, other, text)
        ]
        found |= _only(one[0], longer)
    return found


def _shortened(short: str, full: str) -> bool:
    at = full.find(short)
    if at < 0 or len(short) == len(full):
        return False
    before, behind = full[:at], full[at + len(short) :]
    return len(before) <= 1 and bool(re.fullmatch(r"(?:北|南|东|西|中)?(?:路|街|新村|村|镇|桥)", behind))


def _beside(one: re.Match[str], other: re.Match[str], text: str) -> bool:
    a, b = f"{one['name']}街道", f"{other['name']}街道"
    return a in text and b in text and any(a in part and b in part for part in _SENTENCE.split(text))


def _split(name: str, places: list[str]) -> tuple[str, str]:
    """A group's place and its task without the word for its office."""
    match = _PLACE.match(name)
    place = next((place for place in places if name.startswith(place)), match[0] if match else "")
    return place, name.removeprefix(place).removesuffix("办公室")


def _offices(names: list[str], groups: list[tuple[str, str]], places: list[str]) -> dict[str, str]:
    """区某办 beside 区某某领导小组: the office of that group, here or, with the same task, of another level."""
    found: dict[str, str] = {}
    first = {"".join(sorted(task)): task for _, task in reversed(groups)}
    for name in names:
        place, short = _split(name, places)
        if _OFFICE.match(short):
            tasks = {task for task in first.values() if _within(short.removesuffix("办"), task)}
            found |= _only(name, (f"{place}{task}办公室" for task in tasks))
    return found


def _centres(names: list[str], places: list[str]) -> dict[str, str]:
    """区某中心 beside 区某某管理中心: of the own place, where one full name alone holds the characters in order."""
    centres = [name for name in names if name.endswith("中心") and name.startswith(tuple(places))]
    found: dict[str, str] = {}
    for name in centres:
        place = next(place for place in places if name.startswith(place))
        short = name.removeprefix(place)
        full = [
            one
            for one in centres
            if one != name and one.startswith(place + short[0]) and len(one) > len(name) + 1 and _within(name, one)
        ]
        found |= _only(name, full) if len(short) <= _SHORT_CENTRE else {}
    return found


def _within(short: str, full: str) -> bool:
    """Whether the characters of a short form stand in the full one, in order."""
    rest = iter(full)
    return all(char in rest for char in short)


def _moved(names: list[str]) -> dict[str, str]:
    """A group printed with its words in another order is the one that was named first."""
    first: dict[str, str] = {}
    groups = [name for name in names if _GROUP.search(name)]
    return {name: first.setdefault("".join(sorted(name)), name) for name in groups}


def _spelled(names: list[str]) -> dict[str, str]:
    """督察室 and 督查室 of one body; 大会秘书处 and 大会秘书处（筹）."""
    first: dict[str, str] = {}
    found = {name: first.setdefault(name.replace("督察", "督查"), name) for name in names if "督" in name}
    known = set(names)
    return found | {name: f"{name}（筹）" for name in names if f"{name}（筹）" in known}
