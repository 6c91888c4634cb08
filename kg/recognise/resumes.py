"""The post that a short life states: 张三，女，1974年8月生，…，现任某市民政局副局长."""

from __future__ import annotations

import re

from kg.lexicon import Lexicon
from kg.recognise.appositions import Apposition
from kg.recognise.names import is_name
from kg.recognise.posts import post_list

_LIFE = re.compile(r"^(?:\d{1,2}[.、])?(?P<name>[一-龥·•・]{2,15})(?:同志)?，(?:曾用名[^，]{1,8}，)?(?:男|女|\d{4}年)")
_NOW = re.compile(r"[，。；](?:现任|现为|时任)(?P<posts>[^，。；：]{3,80})")


def resume(text: str, lexicon: Lexicon) -> Apposition | None:
    """The present posts of the person whose life a sentence tells, or None."""
    life = _LIFE.match(text)
    now = _NOW.search(text) if life else None
    if life is None or now is None or not is_name(life["name"], lexicon):
        return None
    posts = post_list(now["posts"], lexicon)
    if posts is None:
        return None
    return Apposition(0, now.end(), tuple(posts), (life.span("name"),), "position.resume")
