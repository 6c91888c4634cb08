"""Which words of an act name people and posts: what stands there says nothing of whether the act is done."""

from __future__ import annotations

import re
from functools import cache

from kg.lexicon import Lexicon
from kg.recognise.names import certain_name
from kg.recognise.posts import titles
from kg.recognise.running_names import any_of

_NAMES = re.compile(r"了?(?P<names>[^，。；：的为]{2,60}?)(?:同志)?(?=为|的|辞去|担任|兼任|任|代理|因)")
_JOINTS = re.compile(r"[、和及与]")
_MASK = "＊"


@cache
def _verbs(lexicon: Lexicon) -> re.Pattern[str]:
    words = lexicon.formulae
    verbs = [*words.appoint, *words.remove, *words.dismiss, *words.accept, *words.elect]
    return re.compile(any_of([verb for verb in verbs if len(verb) > 1]))


@cache
def _posts(lexicon: Lexicon) -> re.Pattern[str]:
    """为 or 的 with the posts behind it, as far as each ends with a title."""
    ends = rf"(?:{titles(lexicon).words})(?=$|的?职务|一职|[、，。；：（])"
    return re.compile(rf"(?:为|的)[^，。；：、为的]{{1,40}}?{ends}(?:、[^，。；：、为的]{{0,40}}?{ends})*")


def without_slots(text: str, lexicon: Lexicon) -> str:
    """The text of the same length, its names behind a verb and its posts masked: 任命张三为某委议案处处长 has no 议案."""
    triggers = lexicon.formulae.triggers
    for verb in _verbs(lexicon).finditer(text):
        match = _NAMES.match(text, verb.end())
        if match and all(_is_name(part, lexicon) for part in _JOINTS.split(match["names"])):
            text = _masked(text, *match.span("names"))
    for match in _posts(lexicon).finditer(text):
        if not any(word in match.group() for word in triggers):
            text = _masked(text, match.start() + 1, match.end())
    return text


def _is_name(text: str, lexicon: Lexicon) -> bool:
    return certain_name(text, lexicon) and text not in lexicon.surnames.common_words


def _masked(text: str, start: int, end: int) -> str:
    return text[:start] + _MASK * (end - start) + text[end:]
