"""Names typed in pinyin, whole or by their first letters."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from kg.lexicon import load
from kg.query.opening import Graph
from kg.query.sparql import Record, records
from kg.resolve.spelled import leaves_out_places

FOLDER = Path(__file__).parent
_TONES = {ord(sign): None for sign in "\u0300\u0301\u0304\u030c"}
_BETWEEN = re.compile(r"[\s'’\-·.]")
_KEY = re.compile(r"[a-z0-9]*[a-z][a-z0-9]*")


def key_of(typed: str) -> str | None:
    """The letters of a text in pinyin, without tones and spaces, ü as v; None where it is no pinyin."""
    bare = unicodedata.normalize("NFKD", typed.lower()).translate(_TONES).replace("u\u0308", "v")
    key = _BETWEEN.sub("", bare)
    return key if _KEY.fullmatch(key) else None


def by_pinyin(graph: Graph, key: str) -> tuple[set[str], set[str]]:
    """The things called so in pinyin, bodies also without their places; and those with it as a part."""
    rows = records(graph, FOLDER / "pinyin.rq", key=key)
    whole = {str(row["thing"]) for row in rows if _names(row, str(row["pinyin"]).split(), key)}
    return whole, {str(row["thing"]) for row in rows if _holds(str(row["pinyin"]).split(), key)}


def by_initials(graph: Graph, key: str) -> set[str]:
    """The things with such initials; of one letter there are too many to mean one."""
    if len(key) < 2:
        return set()
    rows = records(graph, FOLDER / "initials.rq", key=key)
    return {str(row["thing"]) for row in rows if _names(row, list(str(row["initials"])), key)}


def _names(row: Record, syllables: list[str], key: str) -> bool:
    """Whether the key is the whole name, or of a body the name without its places."""
    if "".join(syllables) == key:
        return True
    name, width = str(row["name"]), _width(syllables, key)
    if not str(row["class"]).endswith("#Body") or width is None or len(name) != len(syllables):
        return False
    return leaves_out_places(name, name[-width:], load())


def _width(syllables: list[str], key: str) -> int | None:
    """How many of the last syllables make up the key."""
    taken = ""
    for width, syllable in enumerate(reversed(syllables), 1):
        taken = syllable + taken
        if len(taken) >= len(key):
            return width if taken == key else None
    return None


def _holds(syllables: list[str], key: str) -> bool:
    """Whether some syllables behind each other make up the key."""
    return any(_width(syllables[:end], key) is not None for end in range(1, len(syllables) + 1))
