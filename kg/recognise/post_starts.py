"""Where the posts before a title begin in running text: which words in front lead to them and are no part of them."""

from __future__ import annotations

import re
from functools import cache

from kg.lexicon import Lexicon
from kg.recognise.posts import titles
from kg.recognise.running_names import STOP, any_of

_LEVEL = "省市区县州旗盟镇乡"
# 由区财政局: a particle inside a sentence leads to a body only where the body's place stands behind it.
_PLACE_FOLLOWS = (
    rf"(?=$|[本我]?(?:自治[区州县旗]|[省市区县州旗镇乡])(?!场|政管|容|民政|域|划|块|村)"
    rf"|(?:中共|中国|全国|原|副)|[一-龥][^{_LEVEL}的了和与及，、]{{1,8}}?(?:自治[区州县旗]|[省市区县州旗盟镇乡]))"
)
# 和平区, 向阳镇: a particle before one character and a level belongs to the name of a place.
_NOT_A_PLACE = rf"(?![^本我该各原副{_LEVEL}][{_LEVEL}])"
# 张三任组长、县长李四: what is before the title is no body, and the post not the next person's.
_DUTY = ("任", "为", "担任", "兼任", "出任", "是", "当")
_DAY = r"(?:\d{1,4}年)?(?:\d{1,2}月)?\d{1,2}[日号](?:[上下]午|晚上?)?"
_STRAY = re.compile(r"(?:\d{4}[.．]\d{1,2}[-—－至]*)+|\d{1,2}(?=[省市区县州旗镇乡]?(?:党?委|人大|政府|政协))")
# Posts joined by 、 are not longer than this.
_LONGEST = 160
# These words may stand anywhere before a body; other particles are too often a part of a name (发展和改革, 大同市).
_INSIDE = "由经请受对向在与及"


@cache
def _inside(lexicon: Lexicon) -> re.Pattern[str]:
    """What leads to a body in the middle of a clause; what holds such a word and is part of a name is passed over."""
    words = [word for word in lexicon.titles.leading_words if len(word) > 1]
    keep = any_of(lexicon.titles.names_with_leading_words)
    return re.compile(
        rf"(?P<keep>{keep})|(?P<lead>{_DAY}|{any_of(words)}|[的了]|[{_INSIDE}]{_PLACE_FOLLOWS}{_NOT_A_PLACE})"
    )


@cache
def _opening(lexicon: Lexicon) -> re.Pattern[str]:
    """What leads to a body from the start of a clause."""
    words = lexicon.titles.leading_words
    keep = any_of(lexicon.titles.names_with_leading_words)
    long, single = any_of([w for w in words if len(w) > 1]), any_of([w for w in words if len(w) == 1])
    return re.compile(rf"(?:(?!{keep})(?:{long}|(?:{single}){_NOT_A_PLACE}))+")


def posts_start(text: str, floor: int, title: int, lexicon: Lexicon) -> int:
    """Where the posts that end with the title at `title` begin, not before `floor`."""
    floor = max(floor, title - _LONGEST)
    start = max(floor, max(text.rfind(stop, floor, title) for stop in STOP) + 1)
    start, end = _first_piece(text, start, title, lexicon)
    for match in _inside(lexicon).finditer(text, start, end):
        if match.lastgroup == "lead":
            start = match.end()
    opening = _opening(lexicon).match(text, start, end)
    start = opening.end() if opening else start
    # The number of a footnote or a page stays behind where lines are joined: 1镇党委书记.
    stray = _STRAY.match(text, start, end)
    return stray.end() if stray else start


def _first_piece(text: str, start: int, title: int, lexicon: Lexicon) -> tuple[int, int]:
    """The body of the first of the posts joined by 、: pieces are taken in as long as they end with a title."""
    suffix = titles(lexicon).suffix
    piece, end = text.rfind("、", start, title) + 1, title
    if not piece:
        return start, end
    while piece > start:
        earlier = text.rfind("、", start, piece - 1) + 1 or start
        match = suffix.search(text[earlier : piece - 1])
        if not match or text[earlier : earlier + match.start()] in _DUTY:
            break
        piece, end = earlier, earlier + match.start()
    return max(start, piece), end
