"""Places named in running text: the own ones in any form, others by their level, addresses."""

from __future__ import annotations

import re
from functools import cache

from kg.lexicon import Lexicon
from kg.recognise.body_edges import clear, named_place, own_forms

_LEVEL = re.compile(r"(?<=[一-龥])(?:[省市区县州]|自治旗)(?![域级属里划间位块场民])")
_ADDRESS = re.compile(r"[一-龥]{2,6}(?P<road>路|街|大道|巷)\d+(?:弄\d*)?号")


def find_places(text: str, own: tuple[str, ...], lexicon: Lexicon) -> list[tuple[int, int]]:
    """Where places are named, the longest first where two overlap."""
    vague = tuple(word for word in lexicon.places.not_places if len(word) > 1)
    found = [match.span() for match in _own(own).finditer(text)] if own else []
    for match in _LEVEL.finditer(text):
        place = named_place(text, match.end(), own, lexicon)
        if place is not None and not text.endswith(vague, place.start, match.end()):
            found.append((place.start, match.end()))
    for match in _ADDRESS.finditer(text):
        starts = [at for at in range(match.start(), match.start("road") - 1) if clear(text, at, lexicon)]
        found += [(starts[-1], match.end())] if starts else []
    return found


@cache
def _own(own: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(form) for form, _ in own_forms(own)))
