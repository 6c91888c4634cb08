"""Short names of bodies as people write them, spelled out: without a gazette that would tell the place."""

from __future__ import annotations

import re

from kg.lexicon import Lexicon
from kg.recognise.places import split_chain
from kg.resolve.bodies import Bodies
from kg.resolve.kinds import POLITICAL

# Stands for the places that a short name leaves out.
_ANYWHERE = "\ue000"
_LEVEL = re.compile(r"自治区|自治州|自治县|[省市区县州旗盟镇乡]")


def spelled_out(short: str, lexicon: Lexicon) -> tuple[str, str]:
    """The full name of a short form, as what stands before and what stands behind the places that it leaves out.

    区发改委 gives ('', '区发展和改革委员会'), 区委 ('中国共产党', '区委员会'), 青梧区人大 ('', '青梧区人民代表大会').
    """
    places = "".join(split_chain(short, lexicon)[0])
    level = _LEVEL.match(short)
    own = places or _ANYWHERE + (level.group() if level else "")
    full = Bodies((own,), "", lexicon).normal(short)
    if places:
        full = full.replace(places, _ANYWHERE + places, 1)
    before, _, behind = full.rpartition(_ANYWHERE)
    return before, behind


def leaves_out_places(full: str, behind: str, lexicon: Lexicon) -> bool:
    """Whether `full` is `behind` with nothing but places in front of it, the last of which may lend its level.

    云岭省松河市青梧区财政局 is that of 财政局, 区财政局 and 青梧区财政局, and not of 政局.
    """
    return behind in _endings(full, lexicon)


def without_places(full: str, lexicon: Lexicon) -> list[str]:
    """What a full name ends in when places are left out, those of a party also without the name of the party; sorted.

    云岭省松河市青梧区财政局 gives 财政局, 区财政局, 青梧区财政局 and so on up to the whole name.
    """
    organ = POLITICAL.match(full)
    rest = _endings(organ["rest"], lexicon) if organ else set()
    return sorted(_endings(full, lexicon) | rest)


def _endings(full: str, lexicon: Lexicon) -> set[str]:
    cuts, end = {0}, 0
    for place in split_chain(full, lexicon)[0]:
        level = _LEVEL.search(place, len(place) - (3 if "自治" in place[-3:] else 1))
        cuts.add(end)
        if level:
            cuts.add(end + level.start())
        end += len(place)
    return {full[cut:] for cut in cuts | {end}}


def lies_in(name: str, place: str, lexicon: Lexicon) -> bool:
    """Whether a name begins with places and `place` is one of them, or several behind each other."""
    chain = split_chain(name, lexicon)[0]
    return any(
        "".join(chain[first:last]) == place for first in range(len(chain)) for last in range(first + 1, len(chain) + 1)
    )
