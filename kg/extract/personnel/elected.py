"""Who is said to be elected to what the item, or the count in front, says that the election was about."""

from __future__ import annotations

import re

from kg.extract.context import Context
from kg.extract.personnel.acts import Act, State
from kg.model.source import Passage
from kg.recognise.names import name_list
from kg.recognise.numbers import NUMERAL, number
from kg.recognise.posts import post_list

_ELECTED = re.compile(r"^(?P<names>[^，。：为]{2,60}?)(?:同志)?(?:全票|均|分别)*当选$")
_SOUGHT = re.compile(
    r"(?:补选|选举)(?P<posts>[^，。；：为]{2,40}?(?:代表|长|主任|委员|主席))(?=[\d一二两三四五六七八九十]{1,3}[名位人]|的报告|的结果|$)"
)
_ALL_ELECTED = re.compile(
    rf"，(?P<count>{NUMERAL}|两)[人名位](?:同志|候选人)?(?:均|都|全部)?(?:过半数?，?)?当选为?(?P<post>[^，。；]{{3,40}})$"
)
_GOT = re.compile(
    r"(?:^|[，；：、])(?:[^，；：、]{0,12}候选人)?(?P<name>[一-龥·]{2,12}?)(?:同志)?(?:得票|获得?|得)(?:赞成|同意)?(?:票)?\d+张?票"
)


def elected(segment: Passage, state: State, ctx: Context) -> list[Act]:
    """甲、乙当选: elected to what the item says that the election was about."""
    counted = _by_count(segment, ctx)
    if counted:
        return counted
    match = _ELECTED.match(segment.text)
    sought = next(
        (found for text in (ctx.title, *(s.text for s in ctx.sentences[:3])) if (found := _SOUGHT.search(text))), None
    )
    names = name_list(segment[match.start("names") : match.end("names")], ctx.lexicon) if match else None
    posts = post_list(sought["posts"], ctx.lexicon) if sought else None
    state.names = tuple(name.text for name in names or ())
    return [Act("elect", name.text, post, segment) for name in names or () for post in posts or ()]


def _by_count(segment: Passage, ctx: Context) -> list[Act]:
    """候选人甲得66票，乙得63票，2人均当选为某镇副镇长: as many as are said to have got votes."""
    match = _ALL_ELECTED.search(segment.text)
    if match is None:
        return []
    got = list(_GOT.finditer(segment.text, 0, match.start()))
    names = [name_list(segment[one.start("name") : one.end("name")], ctx.lexicon) for one in got]
    posts = post_list(match["post"], ctx.lexicon)
    if posts is None or not all(names) or len(names) != (2 if match["count"] == "两" else number(match["count"])):
        return []
    return [Act("elect", name.text, post, segment) for found in names for name in found or () for post in posts]
