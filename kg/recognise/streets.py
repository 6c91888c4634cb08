"""Streets as bodies, by their names, and the organs of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.lexicon import Lexicon
from kg.recognise.body_edges import clear
from kg.recognise.body_mentions import BodyMention
from kg.recognise.body_patterns import NOT_NAME, patterns

_STREET = re.compile(r"街道(?P<organ>办事处|党工委|人大(?:常委会)?(?:工委|工作委员会))?")
_SHARED = re.compile(r"(?P<names>(?:[一-龥]{2,5}[路街村桥]、)*[一-龥]{2,5}[路街村桥])[和与及]$")
_STREET_END = "路街村桥镇山河湖江塘泾浦湾滩园城坊里庄林场港渡口岛门关庙寺塔楼苑家洲田井泉岭坡岗沟屯堡寨集铺"
_AFTER_STREET = re.compile(r"$|[、，。；：“”（）的和与及等\d]|办事处|党工委|党委|人大|纪工委|主任|书记|负责|牵头")
_COMMITTEE_OF_STREET = re.compile(r"人大(?P<street>[一-龥]{2,6}街道)(?:工委|工作委员会)")


def streets(text: str, lexicon: Lexicon) -> Iterator[BodyMention]:
    """Streets by name, with their own organs; 甲路、乙路和丙路街道 are three."""
    for match in _COMMITTEE_OF_STREET.finditer(text):
        yield BodyMention(match.start(), match.end(), match["street"] + "人大工委", "street")
    for match in _STREET.finditer(text):
        name = _street_name(text, match.start(), lexicon)
        if name is None:
            continue
        start = match.start() - len(name)
        yield from _sharing_streets(text, start, lexicon)
        organ = match["organ"] or ""
        yield BodyMention(start, match.start() + 2, name + "街道", "street")
        if organ and organ != "办事处":
            yield BodyMention(start, match.end(), name + "街道" + organ, "street")


def _sharing_streets(text: str, end: int, lexicon: Lexicon) -> Iterator[BodyMention]:
    """The names in front of the last of a list, which alone has the word 街道."""
    shared = _SHARED.search(text[max(0, end - 40) : end])
    at = max(0, end - 40) + shared.start() if shared else end
    for one in shared["names"].split("、") if shared else ():
        name = _street_name(text, at + len(one), lexicon)
        if name is not None:
            yield BodyMention(at + len(one) - len(name), at + len(one), name + "街道", "street")
        at += len(one) + 1


def _street_name(text: str, at: int, lexicon: Lexicon) -> str | None:
    """The name in front of 街道, from where it clearly begins; one of an uncommon form needs clear ends on both sides."""
    not_street = patterns(lexicon).not_street
    for size in range(2, 7):
        start = at - size
        name = text[start:at] if start >= 0 else ""
        if not name or not all("一" <= char <= "龥" for char in name):
            return None
        hard = start == 0 or not "一" <= text[start - 1] <= "龥" or text[start - 1] in "区县市"
        if hard or clear(text, start, lexicon):
            common = name[-1] in _STREET_END or (hard and _AFTER_STREET.match(text, at + 2))
            return name if common and not not_street.search(name) and not NOT_NAME.search(name) else None
    return None
