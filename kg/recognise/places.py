"""Places by the form of their names: chains from the widest to the narrowest."""

from __future__ import annotations

import re
from functools import cache

from kg.lexicon import Lexicon

_LEVELS = ("province", "prefecture", "county", "town")
# The name proper: any first character but words that lead to a place, then none that ends a place or an organisation or
# is a word of the sentence; some of these stand inside well-known kinds of name: 呼和某某, 某乡市, 某镇市, 新会, 天府.
_NAME = (
    r"(?![我你他其该各由在经据受对为将把被第要报因此等及])[一-龥]"
    r"(?:[^省市区县旗盟镇乡局委部厅院会办府届第和与了的就是为将并向受被把从我你他现已这那提听审辞选举免、，。；：《》“”（）\d\s]"
    r"|(?<=[呼共政泰平雍景顺永仁安义中太天清祥同嘉延兴云新人元德])和|(?<=新)会|(?<=天)府|[乡镇](?=[市县]))"
)
# A town is one only where its name ends or its own organs follow: 城乡建设局 names none.
_TOWN_FOLLOWS = r"(?=$|人|党|政|第|办|工|副?[镇乡]长|副?书记|副?主|的|社|居|村|[、，（])"


@cache
def patterns(lexicon: Lexicon) -> dict[str, re.Pattern[str]]:
    """The compiled pattern of each level."""
    places = lexicon.places
    levels = (places.municipalities, places.province_ends, places.prefecture_ends, places.county_ends, places.town_ends)
    municipalities, province, prefecture, county, town = ("|".join(level) for level in levels)
    prefecture = prefecture.replace("|州|", "|州(?![市县区])|")
    return {
        "province": re.compile(
            rf"(?:{municipalities}|(?![由在经据受对为将把被第要从与及报])[一-龥][^省市区县和与为会议定由在的、，]{{1,7}}?(?:{province}))"
        ),
        "prefecture": re.compile(rf"{_NAME}{{0,9}}?(?:{prefecture})(?!区)"),
        "county": re.compile(rf"{_NAME}{{0,9}}?(?:市区|市市|{county})"),
        "town": re.compile(rf"{_NAME}{{0,6}}?(?:{town}){_TOWN_FOLLOWS}"),
    }


def split_chain(text: str, lexicon: Lexicon) -> tuple[tuple[str, ...], str]:
    """The chain of places at the start of a text, and what follows it.

    云岭省松河市青梧区财政局 gives (('云岭省', '松河市', '青梧区'), '财政局'); a text that begins with no place gives an
    empty chain.
    """
    chain: list[str] = []
    rest = text
    pattern = patterns(lexicon)
    for level in _LEVELS:
        match = pattern[level].match(rest)
        if match is None or match.group() in lexicon.places.not_places or len(match.group()) < 2:
            continue
        chain.append(match.group())
        rest = rest[match.end() :]
    return tuple(chain), rest
