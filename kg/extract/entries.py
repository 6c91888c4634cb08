"""Entries of a list under a heading such as 任命：, where the verb is said once."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.extract.acts import Act, State
from kg.lexicon import Lexicon
from kg.model.source import Passage
from kg.recognise.names import Name, is_name, merge_spaced, name_list
from kg.recognise.posts import Post, post_list

_VERBS = {
    "任命": "appoint", "聘任": "appoint", "任": "appoint", "任职": "appoint", "批准任命": "appoint", "决定任命": "appoint",
    "免去": "remove", "免职": "remove", "免": "remove", "解聘": "remove", "批准免去": "remove", "决定免去": "remove",
    "接受": "resign", "接受辞职": "resign", "撤销": "dismiss", "罢免": "dismiss",
    "补选": "elect", "选举": "elect", "当选": "elect", "选出": "elect", "选举产生": "elect", "补选产生": "elect", "推选": "elect",
}  # fmt: skip
_VERB = "|".join(sorted((verb for verb in _VERBS if len(verb) > 1), key=len, reverse=True))
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
_LABEL = re.compile(r"^(?P<posts>[^：:]{2,40})[：:](?:（[^）]{2,14}序[^）]*）)?(?P<names>.*)$")
_ORDER = re.compile(r"^（[^）]{2,14}序[^）]*）")
_NOTE = re.compile(r"（[^）]*）$")
_CLOSES = re.compile(r"^(?:现予|特此|此告|以上|附|.*(?:委员会|主席团|人民政府|法院|检察院)$|\d{4}年)")
_LOST = re.compile(r"未当选|未通过|落选|未获")


@dataclass(frozen=True, slots=True)
class ListHeading:
    """A heading of entries: the event, the posts it names for all of them, and what follows on its own line."""

    event: str
    posts: list[Post]
    rest: Passage | None


def heading_of_list(passage: Passage, lexicon: Lexicon) -> ListHeading | None:
    """The heading, or None where the passage is none."""
    text = passage.text
    match = _COLON.match(text) or (_ALONE.match(text) if len(text) <= 14 else None)
    if match:
        return ListHeading(_VERBS[match["verb"]], [], None)
    match = _BELOW.match(text)
    if match is None or not re.search(
        r"下列|以下|如下|人员|\d名|[一二三四五六七八九十]名|位", text[: match.start("posts")]
    ):
        return None
    posts = post_list(match["posts"], lexicon)
    if posts is None:
        return None
    rest = passage[match.start("rest") : match.end("rest")] if match["rest"] else None
    return ListHeading(_VERBS[match["verb"]], posts, rest)


def read_entry(entry: Passage, state: State, lexicon: Lexicon) -> list[Act]:
    """The acts of one entry: a label with names, columns, or names alone for the posts of the heading."""
    if _CLOSES.match(entry.text):
        state.listing = False
    label = _LABEL.match(entry.text) if state.listing else None
    if label:
        return _labelled(entry, label, state, lexicon)
    columns = _columns(entry, lexicon)
    if len(columns) >= 2:
        acts = _by_columns(entry, columns, state, lexicon)
        if acts:
            return acts
    return _for_posts(entry, state, lexicon) if state.posts and state.listing else []


def _labelled(entry: Passage, label: re.Match[str], state: State, lexicon: Lexicon) -> list[Act]:
    """主任：甲 on one line, or a label whose names stand on the lines below."""
    posts = post_list(label["posts"], lexicon)
    if posts is None:
        return []
    state.posts = tuple(posts)
    if not label["names"]:
        return []
    return _for_posts(entry[label.start("names") : label.end("names")], state, lexicon)


def _for_posts(entry: Passage, state: State, lexicon: Lexicon) -> list[Act]:
    order = _ORDER.match(entry.text)
    entry = entry[order.end() :] if order else entry
    names = (name_list(entry, lexicon) or _spaced(_columns(entry, lexicon), lexicon)) if len(entry) else None
    return _acts(names, list(state.posts), entry, state) if names else []


def _acts(names: list[Name], posts: list[Post], entry: Passage, state: State) -> list[Act]:
    state.names = tuple(name.text for name in names)
    state.body = posts[-1].body
    return [Act(state.event or "", name.text, post, entry) for name in names for post in posts]


def _columns(entry: Passage, lexicon: Lexicon) -> list[tuple[str, int, int]]:
    """The words between white space of the source."""
    cuts = [0, *entry.gaps(), len(entry)]
    words = [(entry.text[a:b], a, b) for a, b in pairwise(cuts) if a < b]
    return merge_spaced(words, lexicon)


def _by_columns(entry: Passage, columns: list[tuple[str, int, int]], state: State, lexicon: Lexicon) -> list[Act]:
    """A name and a post in two columns, in either order, perhaps with what happens in a third."""
    event, columns = _verb_column(columns, state)
    if event is None or not 2 <= len(columns) <= 3:
        return []
    first, last = columns[0], columns[-1]
    for (cell, start, end), others in ((first, columns[1:]), (last, columns[:-1])):
        posts = post_list("".join(word for word, _, _ in others), lexicon, "")
        names = name_list(entry[start:end], lexicon)
        if posts and names and not _NOTE.sub("", cell).isdigit():
            acts = _acts(names, posts, entry, state)
            return [replace(act, event=event) for act in acts]
    return []


def _verb_column(columns: list[tuple[str, int, int]], state: State) -> tuple[str | None, list[tuple[str, int, int]]]:
    """The event of a row, told by a cell 任命 or 当选, or by the heading; cells with the votes are left out."""
    if any(_LOST.search(word) for word, _, _ in columns):
        return None, columns
    event = state.event if state.listing else None
    rest = []
    for word, start, end in columns:
        if word in _VERBS:
            event = _VERBS[word]
        elif not word.isdigit():
            rest.append((word, start, end))
    return event, rest


def _spaced(columns: list[tuple[str, int, int]], lexicon: Lexicon) -> list[Name] | None:
    names = [Name(_NOTE.sub("", text), start, end) for text, start, end in columns]
    return names if names and all(is_name(name.text, lexicon) for name in names) else None
