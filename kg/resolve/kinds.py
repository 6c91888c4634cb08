"""The kind of a body, told from its normal form; parties by their short forms."""

from __future__ import annotations

import re
from functools import cache

from kg.lexicon import Lexicon

# Parties and organisations by the short forms that stand in front of their place.
FULL_POLITICAL = {
    "中共": "中国共产党",
    "共青团": "中国共产主义青年团",
    "政协": "中国人民政治协商会议",
    "民革": "中国国民党革命委员会",
    "民盟": "中国民主同盟",
    "民建": "中国民主建国会",
    "民进": "中国民主促进会",
    "农工党": "中国农工民主党",
    "致公党": "中国致公党",
    "九三学社": "九三学社",
    "台盟": "台湾民主自治同盟",
}
POLITICAL = re.compile(
    rf"^(?P<organ>中国共产党|中国共产主义青年团|中国人民政治协商会议|{'|'.join(FULL_POLITICAL)})(?P<rest>.+)$"
)


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of the lexicon, compiled once."""
    return re.compile(f"(?:{pattern})")


@cache
def body_type(name: str, lexicon: Lexicon) -> tuple[str, str | None]:
    """The kind of a body by its normal form, and the name of the body above it where its own name holds it."""
    kind, parent, _ = kind_of(name, lexicon)
    return kind, parent


@cache
def kind_of(name: str, lexicon: Lexicon) -> tuple[str, str | None, bool]:
    """The kind of a body, the body above it, and whether that one counts only where it is named itself."""
    for kind in lexicon.bodies.types:
        match = compiled(kind.pattern).search(name)
        if match:
            return kind.type, match.groupdict().get("parent") or None, kind.named
    return "other", None, False
