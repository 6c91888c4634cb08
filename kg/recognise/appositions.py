"""People named with their posts in running text: 区财政局局长张三, 张三书记."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.lexicon import Lexicon
from kg.recognise.names import certain_name
from kg.recognise.posts import Post, post_list, titles

_STOP = "。；：，！？“”‘’（）—"
_ORGANISATION = re.compile(
    r"(?:局|委|会|院|厅|部|办|室|处|中心|公司|集团|街道|镇|乡|村|政府|组|工委|大学|学校|中学|小学|医院|所|站|队|社|台|银行|庭|厂|矿|场|馆|园|协|联|团|司|署|省|市|区|县|州|旗|盟|国|使馆|军|联合国)$"
)
_MOST_BODY = 45


@dataclass(frozen=True, slots=True)
class Apposition:
    """A post and the people it is said of: `start` to `end` covers both, `names` are spans, all in the text."""

    start: int
    end: int
    posts: tuple[Post, ...]
    names: tuple[tuple[int, int], ...]
    rule: str


@cache
def _words(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    t = lexicon.titles

    def any_of(words: list[str]) -> str:
        return "|".join(sorted(map(re.escape, words), key=len, reverse=True))

    long_leads = [word for word in t.leading_words if len(word) > 1]
    return (
        re.compile(rf"(?:$|[{_STOP}、]|{any_of(t.name_followers)})"),
        re.compile(rf"(?:{any_of(t.not_after_title)})"),
        re.compile(rf"(?:^|[{_STOP}、]|{any_of(t.name_leaders)})$"),
        re.compile(rf"^(?:{any_of(t.leading_words)})+"),
        re.compile(rf".*(?:{any_of(long_leads)}|[和与及](?=[省市区县州旗本我]))"),
    )


def appositions(text: str, lexicon: Lexicon) -> Iterator[Apposition]:
    """All of them in a sentence, in order; each name is taken once."""
    taken = 0
    for match in titles(lexicon).anywhere.finditer(text):
        if match.start() < taken or _words(lexicon)[1].match(text, match.end()):
            continue
        found = _name_behind(text, match, lexicon) or _name_before(text, match, lexicon)
        if found is not None:
            taken = found.end
            yield found


def _name_behind(text: str, match: re.Match[str], lexicon: Lexicon) -> Apposition | None:
    names = _names_from(text, match.end(), lexicon)
    if not names:
        return None
    start = _chain_start(text, match.start(), match.end(), lexicon)
    posts = post_list(text[start : match.end()], lexicon)
    if posts is None or not all(_sound(post) for post in posts):
        return None
    return Apposition(start, names[-1][1], tuple(posts), tuple(names), "position.before_name")


def _sound(post: Post) -> bool:
    return not post.body or (bool(_ORGANISATION.search(post.body)) and len(post.body) <= _MOST_BODY)


def _names_from(text: str, start: int, lexicon: Lexicon) -> list[tuple[int, int]]:
    """The names that begin right behind a title: one, or several joined by 、."""
    names: list[tuple[int, int]] = []
    while True:
        end = _name_end(text, start, lexicon)
        if end is None:
            return names
        names.append((start, end))
        if not text.startswith("、", end):
            return names
        start = end + 1


def _name_end(text: str, start: int, lexicon: Lexicon) -> int | None:
    """Where the name that begins here ends, told by what follows it."""
    dotted = re.compile(r"[一-龥]{1,12}(?:[·•・][一-龥]{1,12})+").match(text, start)
    if dotted:
        return _dotted_end(text, start, dotted.end(), lexicon)
    follows = _words(lexicon)[0]
    for length in (3, 2, 4):
        end = start + length
        name = text[start:end]
        if len(name) == length and _likely(name, lexicon) and follows.match(text, end) and _plain_end(text, end, name, lexicon):
            return end
    return None


def _dotted_end(text: str, start: int, end: int, lexicon: Lexicon) -> int | None:
    """A dotted name runs on into the sentence: it ends where a word follows that may stand behind a name."""
    follows = _words(lexicon)[0]
    dot = max(text.rfind(dot, start, end) for dot in "·•・")
    return next((stop for stop in range(dot + 2, end + 1) if follows.match(text, stop)), None)


def _likely(name: str, lexicon: Lexicon) -> bool:
    forbidden = lexicon.surnames.never_in_running_names
    return certain_name(name, lexicon) and not any(char in forbidden for char in name[1:])


def _plain_end(text: str, end: int, name: str, lexicon: Lexicon) -> bool:
    """A surname that is also a word needs a clear end behind the name."""
    if name[0] not in lexicon.surnames.wordlike:
        return True
    return end == len(text) or text[end] in _STOP + "、" or text.startswith(("同志", "受"), end)


def _chain_start(text: str, title: int, end: int, lexicon: Lexicon) -> int:
    """Where the posts begin: the clause's start, without words that lead to them, over all pieces that end with a title."""
    start = max(text.rfind(stop, 0, title) for stop in _STOP) + 1
    piece = text.rfind("、", start, title) + 1
    suffix = titles(lexicon).suffix
    while piece > start:
        earlier = text.rfind("、", start, piece - 1) + 1 or start
        if not suffix.search(text[earlier : piece - 1]):
            break
        piece = earlier
    start = max(start, piece)
    _, _, _, leads, long_leads = _words(lexicon)
    long_lead = long_leads.match(text[start:title])
    if long_lead:
        start += long_lead.end()
    lead = leads.match(text[start:title])
    return start + lead.end() if lead else start


def _name_before(text: str, match: re.Match[str], lexicon: Lexicon) -> Apposition | None:
    """张三书记: a name that the clause, or a word that leads to it, opens."""
    title = match["title"]
    if title not in lexicon.titles.after_name or match["acting"]:
        return None
    before = _words(lexicon)[2]
    for length in (3, 2):
        start = match.start() - length
        if start < 0 or not _likely(text[start : match.start()], lexicon):
            continue
        clear = start == 0 or text[start - 1] in _STOP + "、"
        led = clear or title == "总书记" or (length == 3 and bool(before.search(text[:start])))
        if led and (clear or text[start] not in lexicon.surnames.wordlike):
            post = post_list(title, lexicon)
            return Apposition(start, match.end(), tuple(post or ()), ((start, match.start()),), "position.after_name")
    return None
