"""Which bodies prepare a topic: the bracket behind it, or the cell beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.extract.reports.plan.months import Month, whole_month
from kg.lexicon import Lexicon
from kg.model.source import Passage

_OPENING, _CLOSING = "（〔【[［〖", "）〕】]］〗"
_STOPS = "。；，、：;,. "
_LONGEST = 24
_IN_FRONT = re.compile(r"(?:人民代表大会|人大|常委会|常务委员会)")
_OF_COMMITTEE = re.compile(r"(?:工委|工作委员会|室|办|(?<!办事)处|厅)$")
_LEVEL = re.compile(r"^[省市区县州旗镇乡本]")
_SHARED = ("工作委员会", "工委", "委员会", "委")


@dataclass(frozen=True, slots=True)
class Entry:
    """A topic with what its brackets say: the bodies as `kg.resolve` can read them, and the month, if there is one."""

    topic: Passage
    bodies: tuple[str, ...]
    month: Month | None


def without_brackets(passage: Passage, lexicon: Lexicon) -> Entry:
    """A topic freed of the brackets behind it that name bodies or a month; a bracket of another kind is its own."""
    topic, bodies, month = _behind_stop(stripped(passage), lexicon)
    while (start := last_bracket(topic.text)) > 0:
        inner = read_names(topic.text[start + 1 : -1], lexicon)
        if inner is None:
            break
        bodies, month = (*inner[0], *bodies), month or inner[1]
        topic = stripped(topic[:start])
    return Entry(topic, tuple(dict.fromkeys(bodies)), month)


def _behind_stop(topic: Passage, lexicon: Lexicon) -> tuple[Passage, tuple[str, ...], Month | None]:
    """责任单位：财经委，完成时间：6月 behind the topic, without a bracket."""
    match = _words(lexicon).tail.search(topic.text)
    read = read_names(topic.text[match.end() :], lexicon) if match and match.start() else None
    return (stripped(topic[: match.start()]), *read) if match and read else (topic, (), None)


def is_label(text: str, lexicon: Lexicon) -> bool:
    """Whether a text begins with a label of bodies or of a time: 责任单位："""
    return bool(_words(lexicon).tail.match(text))


def stripped(passage: Passage) -> Passage:
    """A passage without the stops at its end."""
    return passage[: len(passage.text.rstrip(_STOPS))]


def last_bracket(text: str) -> int:
    """Where the bracket that ends a text opens; -1 where none does."""
    if not text or text[-1] not in _CLOSING:
        return -1
    depth = 0
    for at in range(len(text) - 1, -1, -1):
        depth += (text[at] in _CLOSING) - (text[at] in _OPENING)
        if depth == 0:
            return at
    return -1


def read_names(text: str, lexicon: Lexicon) -> tuple[tuple[str, ...], Month | None] | None:
    """The bodies and the month that a bracket or a cell holds; None where it holds anything else, or neither."""
    words, bodies = _words(lexicon), []
    month: Month | None = None
    for part in _parts(words.labels.sub("", text), words):
        when = whole_month(part, lexicon)
        if when:
            month = when
        elif not words.unnamed.search(part):
            named = _named(part, words, lexicon)
            if named is None:
                return None
            bodies += named
    named_some = bool(bodies or month)
    return (tuple(_shared(bodies, lexicon)), month) if named_some and _all_known(bodies, words, lexicon) else None


def _parts(text: str, words: _Words) -> list[str]:
    """The parts between commas and joints; what stands in a bracket inside is not cut."""
    parts, depth, current = [], 0, ""
    for char in text:
        depth += (char in _OPENING) - (char in _CLOSING)
        # 监察和司法委 is one, 财经委和预算工委 are two.
        joins = char in "和与及" and not (words.ending.search(current) or current in words.stems)
        if depth == 0 and char in "、，；;,/ 和与及" and not joins:
            parts.append(current)
            current = ""
        else:
            current += char
    parts.append(current)
    cut = [piece for part in parts for piece in (words.joints.split(part) if "（" not in part else [part])]
    return [bare for part in cut if (bare := words.labels.sub("", part).strip("：:的"))]


def _named(part: str, words: _Words, lexicon: Lexicon) -> list[str] | None:
    """The bodies of one part: 财经委（预算工委） is two, 法制（监司）委 is one."""
    start = last_bracket(part)
    if start > 0:
        inner = read_names(part[start + 1 : -1], lexicon)
        if inner is None or inner[1] or not words.ending.search(part[:start]):
            return None
        return [full(part[:start], lexicon), *inner[0]]
    return [full(part, lexicon)] if 2 <= len(part) <= _LONGEST else None


def _shared(bodies: list[str], lexicon: Lexicon) -> list[str]:
    """财经、城建工委: an ending said once for all."""
    found: list[str] = []
    for body in reversed(bodies):
        ending = next((tail for tail in _SHARED if found and found[-1].endswith(tail)), "")
        known = f"{body}{ending}" in lexicon.bodies.committees
        found.append(full(body + ending, lexicon) if known and not _words(lexicon).ending.search(body) else body)
    return found[::-1]


def _all_known(bodies: list[str], words: _Words, lexicon: Lexicon) -> bool:
    return all(words.ending.search(body) for body in _shared(bodies, lexicon))


def full(short: str, lexicon: Lexicon) -> str:
    """A short form of a plan with its congress in front: in its own plan a congress leaves itself out."""
    department = short in lexicon.bodies.departments and short not in lexicon.bodies.committees
    if department or _IN_FRONT.search(short) or _LEVEL.match(short) or _words(lexicon).others.search(short):
        return short
    if _OF_COMMITTEE.search(short):
        return f"常委会{short}"
    return f"人大{short}" if short.endswith(("委", "委员会")) else short


@dataclass(frozen=True)
class _Words:
    ending: re.Pattern[str]
    labels: re.Pattern[str]
    joints: re.Pattern[str]
    unnamed: re.Pattern[str]
    others: re.Pattern[str]
    tail: re.Pattern[str]
    stems: frozenset[str]


@cache
def _words(lexicon: Lexicon) -> _Words:
    plans = lexicon.plans
    return _Words(
        re.compile(plans.bodies),
        re.compile(rf"^(?:{plans.body_labels})"),
        re.compile(plans.body_joints),
        re.compile(plans.unnamed_bodies),
        re.compile(plans.other_bodies),
        re.compile(rf"[。；，、]?(?=(?:{plans.body_labels})(?<=[：:]))"),
        frozenset(name.removesuffix("委").removesuffix("工") for name in lexicon.bodies.committees),
    )
