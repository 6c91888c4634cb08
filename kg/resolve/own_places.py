"""Whether a name without a place is a body of the gazette's own place."""

from __future__ import annotations

import re

from kg.lexicon import Lexicon
from kg.resolve.kinds import body_type

_WITHOUT_PLACE = ("other", "enterprise", "public_institution", "social_organisation")
# An organ of state with something else than its place in front has a name of its own: 某某海事法院.
_ORGAN = re.compile(r"(?:高级|中级|基层)?人民(?:法院|检察院|政府|代表大会)|监察委员会")
_OF_CONGRESS = ("大会", "人大", "人民代表大会", "常委会", "常务委员会")
_SHORTEST_BARE = 2


def needs_place(name: str, own: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether a name without a place is an organ of the own place, and no institution with a name of its own."""
    if re.search(lexicon.bodies.proper, name) or re.search(lexicon.bodies.own_place, name):
        return False
    # 青梧博物院 says its place itself, without the sign of its level.
    if any(name.startswith(part[:-1]) for part in own if len(part) > _SHORTEST_BARE):
        return False
    # A commune lies in the county as a town does, never in a town.
    if name.endswith("公社") and own and own[-1].endswith(("镇", "乡")):
        return False
    organ = _ORGAN.search(name)
    if organ and organ.start() > 0:
        return False
    return name.startswith(_OF_CONGRESS) or body_type(name, lexicon)[0] not in _WITHOUT_PLACE
