"""Headings of lists: lines such as 任命： or 选举产生了…，现公告如下：, which say once what happens to all below."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extract.personnel.tables import own_event, table_head
from kg.lexicon import Lexicon
from kg.model.source import Passage, Source
from kg.recognise.numbers import NUMERAL, number
from kg.recognise.posts import Post, post_list

VERBS = {
    "任命": "appoint", "聘任": "appoint", "任": "appoint", "任职": "appoint", "批准任命": "appoint", "决定任命": "appoint",
    "免去": "remove", "免职": "remove", "免": "remove", "解聘": "remove", "批准免去": "remove", "决定免去": "remove",
    "接受": "resign", "接受辞职": "resign", "撤销": "dismiss", "罢免": "dismiss",
    "补选": "elect", "选举": "elect", "当选": "elect", "选出": "elect", "选举产生": "elect", "补选产生": "elect", "推选": "elect",
}  # fmt: skip
_VERB = "|".join(sorted((verb for verb in VERBS if len(verb) > 1), key=len, reverse=True))
_COLON = re.compile(
    rf"^.{{0,90}}?(?P<verb>{_VERB})(?:了|出)?(?:名单|人员|职务|事项|如下|下列人员|以下人员|下列同志)*[：:](?:（[^）]*）)?$"
)
_ALONE = re.compile(
    rf"^(?:（?[一二三四五六七八九十]{{1,3}}[）、.．]*|（?\d{{1,2}}[）.．、])?(?:决定|依法|会议)*(?P<verb>{_VERB})(?:名单|人员)?$"
)
_BELOW = re.compile(
    r"^(?:.{0,60}?)(?P<verb>任命|免去|补选|选举|聘任)(?:下列|以下|如下|上述)?(?:.{0,12}?(?:[一二三四五六七八九十百\d]+(?:名|位|人)))?(?:人员|同志|人)?"
    r"(?:为|的)(?P<posts>[^：:，。]+?)(?:职务)?(?:（.{1,12}）)?[：:](?P<rest>.*)$"
)
# 选举产生了…主任、副主任，现公告如下：
NOW = r"(?:现(?:予以?|将)?[^。：]{0,24}?(?:公告|公布|通告|通知|通报|如下)(?:如下)?|(?:当选)?名单如下)"
ELECTING = r"^[^：]{0,120}?(?P<verb>选举产生|选举|补选产生|补选|选出)了?"
_ANNOUNCED = re.compile(rf"{ELECTING}(?P<posts>[^：。]{{2,200}}?)[，。；]{NOW}：$")
# 选举产生某届常务委员会组成人员：, the labels of its posts below.
_COMPOSED = re.compile(
    r"^.{0,90}?(?P<verb>选举产生|补选产生|选出|选举|推选|任命)了?(?P<body>[一-龥\d]{2,40}?(?:委员会|常委会))组成人员"
    r"(?:，?(?:现将)?名单(?:公布)?如下|如下)?[：:]$"
)
TERM = re.compile(r"第[一二三四五六七八九十百〇零\d]+届")
PROPOSED = re.compile(r"候选|拟(?:任|补选|提|聘|免)|(?:建议|推荐|公示)[^，。]{0,8}(?:名单|人选|如下)")
_COUNT = re.compile(rf"(?P<count>{NUMERAL})(?:名|位|人)(?!民)")


@dataclass(frozen=True, slots=True)
class ListHeading:
    """A heading of entries: the event, the posts it names for all of them, what follows on its own line, how many."""

    event: str
    posts: list[Post]
    rest: Passage | None
    count: int | None = None
    section: str = ""


def heading_of_list(passage: Passage, source: Source, lexicon: Lexicon) -> ListHeading | None:
    """The heading, or None where the passage is none."""
    text = passage.text
    table = table_head(passage, source, lexicon)
    event = own_event(table) if table else None
    if event:
        return ListHeading(event, [], passage)
    if PROPOSED.search(text):
        return None
    announced = _ANNOUNCED.match(text)
    if announced and only_posts(announced["posts"], lexicon):
        return ListHeading(VERBS[announced["verb"]], [], None)
    composed = _COMPOSED.match(text)
    if composed:
        return ListHeading(VERBS[composed["verb"]], [], None, section=TERM.sub("", composed["body"]))
    match = _COLON.match(text) or (_ALONE.match(text) if len(text) <= 14 else None)
    if match:
        return ListHeading(VERBS[match["verb"]], [], None)
    match = _BELOW.match(text)
    if match is None or not re.search(
        r"下列|以下|如下|人员|\d名|[一二三四五六七八九十]名|位", text[: match.start("posts")]
    ):
        return None
    posts = post_list(match["posts"], lexicon)
    if posts is None:
        return None
    rest = passage[match.start("rest") : match.end("rest")] if match["rest"] else None
    count = _COUNT.search(text, match.end("verb"), match.start("posts"))
    return ListHeading(VERBS[match["verb"]], posts, rest, number(count["count"]) if count else None)


def only_posts(text: str, lexicon: Lexicon) -> bool:
    """Whether nobody is named yet: the posts of several bodies, some with their number of people."""
    plain = re.sub(rf"{NUMERAL}(?:名|位|人)(?!民)", "", text)
    return all(post_list(part, lexicon) is not None for part in re.split(r"[，；]", plain) if part)
