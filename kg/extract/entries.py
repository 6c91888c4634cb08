"""Entries of a list under a heading such as 任命：, where the verb is said once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract.acts import Act, State
from kg.lexicon import Lexicon
from kg.model.source import Passage
from kg.recognise.names import Name, certain_name, is_name, merge_spaced, name_list
from kg.recognise.posts import Post, post_list

_VERBS = {"任命": "appoint", "聘任": "appoint", "任": "appoint", "任职": "appoint", "免去": "remove", "免职": "remove", "免": "remove", "解聘": "remove", "接受": "resign", "接受辞职": "resign", "补选": "elect", "选举": "elect", "当选": "elect", "撤销": "dismiss", "罢免": "dismiss", "批准任命": "appoint", "批准免去": "remove"}
_VERB = "|".join(sorted(_VERBS, key=len, reverse=True))
_HEADING = re.compile(rf"^(?:（?[一二三四五六七八九十]{{1,3}}[）、.．]*|[（(]?\d{{1,2}}[）.．、])?(?:.{{0,40}}?(?:会议|常委会|委员会|人民政府))?(?:决定|依法|表决|通过|审议|并|会议)*(?P<verb>{_VERB})(?:名单|人员|职务|事项)?(?:[：:]|$|如下[：:]?)(?P<rest>.*)$")
_BELOW = re.compile(
    rf"^(?:.{{0,60}}?)(?P<verb>任命|免去|补选|选举|聘任)(?:下列|以下|如下|上述)?(?:.{{0,12}}?(?:[一二三四五六七八九十百\d]+(?:名|位|人)))?(?:人员|同志|人)?(?:为|的)(?P<posts>[^：:，。]+?)(?:职务)?(?:[：:])(?P<rest>.*)$"
)
_LABEL = re.compile(r"^(?P<posts>[^：:]{2,40})[：:](?P<names>.+)$")


@dataclass(frozen=True, slots=True)
class ListHeading:
    """A heading of entries: the event, the posts it names for all of them, and what follows on its own line."""

    event: str
    posts: list[Post]
    rest: Passage | None


def heading_of_list(passage: Passage, lexicon: Lexicon) -> ListHeading | None:
    """The heading, or None where the passage is none."""
    match = _HEADING.match(passage.text)
    if match and (not match["rest"] or match["rest"].strip("。") == ""):
        return ListHeading(_VERBS[match["verb"]], [], None)
    match = _BELOW.match(passage.text)
    if match is None:
        return None
    posts = post_list(match["posts"], lexicon)
    if posts is None or not re.search(r"下列|以下|如下|人员|名|位", passage.text[: match.start("posts")]):
        return None
    rest = passage[match.start("rest") : match.end("rest")] if match["rest"] else None
    return ListHeading(_VERBS[match["verb"]], posts, rest)


def read_entry(entry: Passage, state: State, lexicon: Lexicon) -> list[Act]:
    """The acts of one entry: a label with names, columns, or names alone for the posts of the heading."""
    label = _LABEL.match(entry.text)
    if label:
        posts = post_list(label["posts"], lexicon, state.body)
        names = name_list(entry[label.start("names") : label.end("names")], lexicon)
        if posts and names:
            return _acts(names, posts, entry, state)
    columns = _columns(entry, lexicon)
    if len(columns) >= 2:
        acts = _by_columns(entry, columns, state, lexicon)
        if acts:
            return acts
    if state.posts:
        names = name_list(entry, lexicon) or _spaced(entry, columns, lexicon)
        if names:
            return _acts(names, list(state.posts), entry, state)
    posts = post_list(entry.text.rstrip("：:"), lexicon, state.body) if entry.text.endswith(("：", ":")) else None
    if posts:
        state.posts = tuple(posts)
    return []


def _acts(names: list[Name], posts: list[Post], entry: Passage, state: State) -> list[Act]:
    state.names = tuple(name.text for name in names)
    state.body = posts[-1].body
    return [Act(state.event or "", name.text, post, entry, None, name.note) for name in names for post in posts]


def _columns(entry: Passage, lexicon: Lexicon) -> list[tuple[str, int, int]]:
    """The words between white space of the source."""
    cuts = [0, *(i for i in range(1, len(entry)) if entry.offsets[i] - entry.offsets[i - 1] > 1), len(entry)]
    words = [(entry.text[a:b], a, b) for a, b in zip(cuts, cuts[1:], strict=False) if a < b]
    return merge_spaced(words, lexicon)


def _by_columns(entry: Passage, columns: list[tuple[str, int, int]], state: State, lexicon: Lexicon) -> list[Act]:
    """A name and a post in two columns, in either order; more columns than that are names alone."""
    if len(columns) > 3:
        return []
    first, last = columns[0], columns[-1]
    for (name, start, end), other in ((first, columns[1:]), (last, columns[:-1])):
        posts = post_list("".join(word for word, _, _ in other), lexicon, state.body)
        bare = re.sub(r"（[^）]*）$", "", name).removesuffix("同志")
        if posts and is_name(bare, lexicon):
            return _acts([Name(bare, start, end)], posts, entry, state)
    return []


def _spaced(entry: Passage, columns: list[tuple[str, int, int]], lexicon: Lexicon) -> list[Name] | None:
    names = [Name(re.sub(r"（[^）]*）$", "", text), start, end) for text, start, end in columns]
    return names if names and all(certain_name(name.text, lexicon) or is_name(name.text, lexicon) for name in names) else None


def with_body(act: Act, body: str) -> Act:
    """The act with the body of its post replaced."""
    return replace(act, post=replace(act.post, body=body))
