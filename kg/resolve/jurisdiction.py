"""Whose gazette it is: the chain of places of its own congress, from its own headings, notes and signatures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from kg.lexicon import Lexicon
from kg.recognise.places import split_chain

_OWN = re.compile(
    r"^(?:（|——|—|－)*(?:(?:\d{4}|[〇零一二三四五六七八九]{4})年(?:.{1,3}月)?(?:.{1,3}[日号])?)?(?:在|经|由|关于|本期|中共|中国共产党|政协)?"
    r"(?P<place>[一-龥]{2,26}?)(?:第[一二三四五六七八九十百\d]+届)?"
    r"(?:人民代表大会|人大常委会|人大(?!代表)|人民政府|政府工作报告|监察委员会|(?:中级|高级)?人民法院|人民检察院|人大常委)"
)
_YEARLY = re.compile(r"^(?:关于)?(?P<place>[一-龥]{2,20}?[省市区县州旗盟])\d{4}年")


def jurisdiction(texts: Iterable[str], lexicon: Lexicon) -> tuple[str, ...]:
    """The chain of places that the texts' own organs name most often, in the longest form that is printed.

    `texts` are masthead, headings, notes, signatures: lines that begin with the name of an organ. The national level
    and a source that names no place give an empty chain.
    """
    counts: Counter[tuple[str, ...]] = Counter()
    for text in texts:
        match = _OWN.match(text) or _YEARLY.match(text)
        if match is None:
            continue
        place = match["place"].removesuffix("第")
        if place in ("全国", "地方各级", "各级"):
            continue
        chain, rest = split_chain(place, lexicon)
        if chain and not rest:
            counts[chain] += 1
    return _longest(counts)


def _longest(counts: Counter[tuple[str, ...]]) -> tuple[str, ...]:
    """The commonest place, with the widest chain that ends with it."""
    if not counts:
        return ()
    last = Counter({chain[-1]: 0 for chain in counts})
    for chain, count in counts.items():
        last[chain[-1]] += count
    place = max(last, key=lambda name: (last[name], name))
    chains = [chain for chain in counts if chain[-1] == place]
    return max(chains, key=lambda chain: (len(chain), counts[chain], chain))
