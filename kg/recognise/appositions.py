"""People named with their posts in running text: 区财政局局长张三, 张三书记, 张三（区财政局局长）."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from kg.lexicon import Lexicon
from kg.recognise.names import certain_name
from kg.recognise.post_starts import posts_start
from kg.recognise.posts import Post, post_list, titles
from kg.recognise.running_names import STOP, any_of, likely, names_from

_ORGANISATION = re.compile(
    r"(?:局|委|会|人大|院|厅|部|办|室|处|中心|公司|集团|街道|镇|乡|村|政府|组|大学|学校|中学|小学|所|站|队|社|台|银行"
    r"|庭|厂|矿|场|馆|园|协|联|团|司|署|省|市|区|县|州|旗|盟|国|军)$"
)
# Words of a sentence that no name of a body holds: what has them was read wrongly.
_UNCLEAN = re.compile(
    r"[是把被将已要也都还我你他她它这那每某该，。；：]|\d年|^各|进一步|开展|推进|推动|加强|召开|提出|参加|出席|列席|负责|主持|认真"
    r"|不断|充分|通过|提高|做好|做实|批准|赞成|弃权|汇报"
    # A title inside: two entries of a list, or a person, were taken into the name of a body.
    r"|副[省市区县州旗镇乡]长|主任(?!医|科)|书记(?!处)|检察长|秘书长|局长|院长(?!江)|主席(?!团)"
)
_BEFORE_NAME = re.compile(rf"(?:[{STOP}、]|补选|选举|任命|免去|接受|同志|代表|和|及|由|有|是)$")
_NO_NAMES = ("各", "该", "某", "驻村")
_MOST_BODY = 45
_SURNAME_ONLY = 2


@dataclass(frozen=True, slots=True)
class Apposition:
    """A post and the people it is said of: `start` to `end` covers both, `names` are spans, all in the text.

    `posts` is empty where the people were read and their post was not.
    """

    start: int
    end: int
    posts: tuple[Post, ...]
    names: tuple[tuple[int, int], ...]
    rule: str


@cache
def _not_after_title(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(any_of(lexicon.titles.not_after_title))


@cache
def _leads_to_name(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?:^|[{STOP}、]|{any_of(lexicon.titles.name_leaders)})$")


def appositions(text: str, lexicon: Lexicon) -> Iterator[Apposition]:
    """All of them in a sentence, in order; each name is taken once."""
    taken = 0
    before: Apposition | None = None
    for match in titles(lexicon).anywhere.finditer(text):
        if match.start() < taken or _not_after_title(lexicon).match(text, match.end()):
            continue
        found = (
            _name_behind(text, match, taken, lexicon)
            or _name_before(text, match, taken, lexicon)
            or _in_bracket(text, match, taken, lexicon)
        )
        if found is not None:
            before = _beside(found, before) if before and text[taken : found.start] == "、" else found
            taken = found.end
            yield before


def _beside(found: Apposition, before: Apposition) -> Apposition:
    """某局局长张三、副局长李四: a deputy named right behind the head is one of the same body."""
    if not before.posts or not found.posts or found.posts[0].body:
        return found
    head, deputy = before.posts[-1], found.posts[0].title
    if head.title.removeprefix("副") != deputy.removeprefix("副"):
        return found
    return replace(found, posts=tuple(replace(post, body=post.body or head.body) for post in found.posts))


def _name_behind(text: str, match: re.Match[str], floor: int, lexicon: Lexicon) -> Apposition | None:
    start = posts_start(text, floor, match.start(), lexicon)
    weak = match["title"] in lexicon.titles.weak
    names = names_from(text, match.end(), lexicon, sure=not weak or start < match.start())
    if not names or (weak and start == match.start() and not _stands_out(text, start, names[0])):
        return None
    posts = post_list(text[start : match.end()], lexicon)
    if posts is None or not all(sound(post) for post in posts):
        return None if weak else Apposition(start, names[-1][1], (), tuple(names), "position.unread")
    return Apposition(start, names[-1][1], tuple(posts), tuple(names), "position.before_name")


def _stands_out(text: str, title: int, name: tuple[int, int]) -> bool:
    """代表张三丰: a title said of anybody, without a body, counts where it opens the clause and the name is a long one."""
    return (title == 0 or text[title - 1] in STOP + "、") and name[1] - name[0] > _SURNAME_ONLY


def sound(post: Post) -> bool:
    """Whether a body is a name, and not words of the sentence."""
    body = post.body
    if not body:
        return True
    clean = not _UNCLEAN.search(body[1:]) and not body.startswith(_NO_NAMES)
    return clean and len(body) <= _MOST_BODY and bool(_ORGANISATION.search(body))


def _name_before(text: str, match: re.Match[str], floor: int, lexicon: Lexicon) -> Apposition | None:
    """张三书记, 李四副区长: a name that the clause, or a word that leads to it, opens."""
    title = match["title"]
    # 主席：张三 副主席：李四 are entries of a list: the title belongs to what follows.
    if (
        title.removeprefix("副") not in lexicon.titles.after_name
        or match["acting"]
        or text.startswith("：", match.end())
        or text[match.end() : match.end() + 1].isdigit()
    ):
        return None
    for length in (3, 2):
        start = match.start() - length
        if start >= floor and _opens_with_name(text, start, match, lexicon):
            posts = post_list(title, lexicon)
            return Apposition(start, match.end(), tuple(posts or ()), ((start, match.start()),), "position.after_name")
    return None


def _in_bracket(text: str, match: re.Match[str], floor: int, lexicon: Lexicon) -> Apposition | None:
    """张三（区财政局局长）: the posts fill a bracket right behind a name."""
    opening = text.rfind("（", floor, match.start())
    if not text.startswith("）", match.end()) or opening < 0 or "）" in text[opening : match.start()]:
        return None
    posts = post_list(
        re.sub(r"^(?:男|女|[一-龥]{1,6}族|，|现任|现为|时任)+", "", text[opening + 1 : match.end()]), lexicon
    )
    if not posts or not all(sound(post) for post in posts) or not any(post.body for post in posts):
        return None
    for length in (4, 3, 2):
        start = opening - length
        name = text[max(start, 0) : opening]
        clear = start == 0 or (start > floor and bool(_BEFORE_NAME.search(text[:start])))
        if start >= floor and clear and certain_name(name, lexicon) and likely(name, lexicon):
            return Apposition(start, match.end() + 1, tuple(posts), ((start, opening),), "position.in_bracket")
    return None


def _opens_with_name(text: str, start: int, match: re.Match[str], lexicon: Lexicon) -> bool:
    name, title = text[start : match.start()], match["title"]
    if not likely(name, lexicon) or "人大" in name:
        return False
    clear = start == 0 or text[start - 1] in STOP + "、"
    if title in lexicon.titles.weak:
        return clear and len(name) > _SURNAME_ONLY and name[0] not in lexicon.surnames.wordlike
    led = title == "总书记" or (len(name) > _SURNAME_ONLY and bool(_leads_to_name(lexicon).search(text[:start])))
    return clear or (led and name[0] not in lexicon.surnames.wordlike)
