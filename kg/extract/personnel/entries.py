"""Entries of a list under a heading such as 任命：, where the verb is said once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from kg.extract.context import Context
from kg.extract.personnel.acts import Act, State
from kg.extract.personnel.columns import IN_COLUMN, MOSTLY, column_names
from kg.extract.personnel.list_headings import (
    ELECTING,
    NOW,
    PROPOSED,
    TERM,
    VERBS,
    ListHeading,
    only_posts,
)
from kg.extract.personnel.tables import event_of_title, read_row
from kg.lexicon import Lexicon
from kg.model.source import Passage
from kg.recognise.names import Name, certain_name, merge_spaced, name_list
from kg.recognise.numbers import NUMERAL
from kg.recognise.posts import Post, post_list, titles

_LABEL = re.compile(r"^(?P<posts>[^：:]{2,40})[：:](?:（[^）]{2,14}序[^）]*）)?(?P<names>.*)$")
_ORDER = re.compile(r"^（[^）]{2,14}序[^）]*）")
_NOTE = re.compile(r"（[^）]*）$")
_CLOSES = re.compile(r"^(?:现予|特此|此告|以上|附|.*(?:委员会|主席团|人民政府|法院|检察院)$|\d{4}年)")
_ANNOUNCING = re.compile(rf"{ELECTING}(?P<posts>[^：。]{{2,200}}?)$")
_OPENS = re.compile(rf"^{NOW}：?$")
_ORGAN = re.compile(
    r"^(?P<body>[一-龥\d]{2,40}?(?:委员会|常委会|人大|人民代表大会|政府|法院|检察院))(?:组成人员)?"
    rf"(?:（(?:共)?{NUMERAL}[人名]）)?：?$"
)
_LIST_TITLE = re.compile(r"(?:名单|一览表)$")
_OWN_LINE = re.compile(r"^[^：，。；（）]{2,14}：")
_DATE = re.compile(r"^\d{4}年|主席团$")
# What must still be confirmed by a higher body: 检察长：某某（须报…批准）.
_REMARK = re.compile(r"（[^（）]{0,8}(?:须|需|待|报|提请)[^（）]{4,80}）$")
_NO_POST = re.compile(r"联系|记者|签发|抄送|抄报|电话|校对|编辑|主题词|主持|列席|时间|地点|来源|作者")
# 甲为…, also where what stands behind is no title that is known.
_PUT = re.compile(r"^(?P<names>[^，。；：为]{2,40}?)(?:同志)?为[^，。；：]{2,60}$")
_LOST = re.compile(r"未当选|未通过|落选|未获")


def open_list(header: ListHeading, passage: Passage, state: State, lexicon: Lexicon) -> list[Act]:
    """Begin the list of a heading; the acts are those of what follows on its own line."""
    state.event, state.posts, state.listing = header.event, tuple(header.posts), True
    state.names, state.body = (), ""
    listed = state.listed
    listed.settle()
    listed.section, listed.paused, listed.announced, listed.columns = header.section, False, None, ()
    listed.heading, listed.expected = (passage, header.count) if header.count else (None, None)
    return read_entry(header.rest, state, lexicon) if header.rest is not None else []


def report_unread(ctx: Context, state: State) -> None:
    """Note what the lists of an item left unread; a line that has an issue already gets no second one."""
    state.listed.settle()
    noted = {issue.line for issue in ctx.issues}
    for passage in state.listed.unread:
        if ctx.source.line_of(passage.offsets[0]) not in noted:
            ctx.issue("unread_entry", passage, "an entry of a list of people was not read; check it by hand")
    for passage in state.listed.unknown:
        ctx.issue("unread_table", passage, "the columns of this table are not known; check it by hand")
    for passage, message in state.listed.mismatches:
        ctx.issue("count_mismatch", passage, message)


def read_entry(entry: Passage, state: State, lexicon: Lexicon) -> list[Act]:
    """The acts of one entry: the row of a table, a label with names, columns, or names alone for the heading's posts.

    Labels and bodies stand on lines of their own also where short lines were taken for one broken line.
    """
    return [act for part in _apart(entry) for act in _read(part, state, lexicon)]


def _apart(entry: Passage) -> Iterator[Passage]:
    start = 0
    for index in range(1, len(entry)):
        if entry.offsets[index] in entry.wraps:
            above, below = entry.text[start:index], entry.text[index:]
            if _OWN_LINE.match(below) or _ORGAN.match(above) or _ORGAN.match(below):
                yield entry[start:index]
                start = index
    yield entry[start:]


def _read(entry: Passage, state: State, lexicon: Lexicon) -> list[Act]:
    row = read_row(entry, state, lexicon)
    if row is not None:
        return row
    if _announces(entry.text, state, lexicon) or _section(entry.text, state):
        return []
    if _CLOSES.match(entry.text):
        state.listing = False
    acts = _entry(entry, state, lexicon)
    unread = state.listing and _looks_like_entry(entry, state, lexicon)
    if not acts and (unread or (state.formal and state.event and _puts(entry, lexicon))):
        state.listed.unread.append(entry)
        # A heading may be hidden in what was not read.
        state.listed.section = ""
    return acts


def _announces(text: str, state: State, lexicon: Lexicon) -> bool:
    """选举产生了主任、副主任。现公告如下：the first sentence says what happened, the second opens the list."""
    listed = state.listed
    if PROPOSED.search(text):
        listed.announced = None
        return False
    if listed.announced and _OPENS.match(text):
        state.event, state.posts, state.names, state.body, state.listing = listed.announced, (), (), "", True
        listed.announced, listed.section = None, ""
        return True
    told = _ANNOUNCING.match(text)
    if told is None or not only_posts(told["posts"], lexicon):
        return False
    listed.announced = VERBS[told["verb"]]
    return True


def _section(text: str, state: State) -> bool:
    """A body alone on a line: that of the labels below it, or else a signature, which only a day follows."""
    by_title = state.event is None and _LIST_TITLE.search(state.listed.title) and event_of_title(state.listed.title)
    if not (state.listing or state.listed.paused or by_title):
        return False
    organ = None if _DATE.search(text) else _ORGAN.match(text)
    if organ:
        state.event = state.event or by_title or None
        state.listed.section = TERM.sub("", organ["body"])
        state.listed.paused, state.listing, state.posts = True, False, ()
    elif _DATE.search(text) or not _LABEL.match(text):
        state.listed.paused = False
    return organ is not None


def _entry(entry: Passage, state: State, lexicon: Lexicon) -> list[Act]:
    label = _LABEL.match(entry.text) if state.listing or state.listed.paused else None
    if label:
        return _labelled(entry, label, state, lexicon)
    columns = _columns(entry, lexicon)
    if len(columns) >= 2:
        acts = _by_columns(entry, columns, state, lexicon)
        if acts:
            return acts
    if state.posts and state.listing:
        return _for_posts(entry, state, lexicon)
    return _post_first(entry, state, lexicon) if state.listing else []


def _post_first(entry: Passage, state: State, lexicon: Lexicon) -> list[Act]:
    """县人民政府县长甲; 副县长乙、丙（女）: the names stand right behind the posts, under a heading that says the verb."""
    for match in reversed(list(titles(lexicon).anywhere.finditer(entry.text))):
        if _signed(entry.text[: match.end()], state, lexicon):
            return []
        remark = _REMARK.search(entry.text)
        names = name_list(entry[match.end() : remark.start() if remark else len(entry)], lexicon)
        posts = post_list(entry.text[: match.end()], lexicon, state.body, inherit=True) if names else None
        if names and posts and all(certain_name(name.text, lexicon) for name in names):
            state.listed.found += len(names)
            return _acts(names, posts, entry, state)
    return []


def _puts(entry: Passage, lexicon: Lexicon) -> bool:
    """Whether people are said to be put somewhere, be the title known or not; a body alone on a line ends no list."""
    match = _PUT.match(entry.text)
    names = name_list(entry[: match.end("names")], lexicon) if match else None
    return bool(names) and all(certain_name(name.text, lexicon) for name in names or ())


def _looks_like_entry(entry: Passage, state: State, lexicon: Lexicon) -> bool:
    """Whether a line below an open heading holds a name or a post that should have been read."""
    text = entry.text.rstrip("。；")
    label = _LABEL.match(text)
    if label:
        below = entry[label.start("names") : label.end("names")]
        return bool(label["names"] and not _NO_POST.search(label["posts"]) and name_list(below, lexicon))
    bare = re.sub(r"的?(?:职务|一职)?(?:（[^（）]{1,40}）)*$", "", text)
    removed = len(bare) < len(text) and text.endswith("职务")
    if removed or (len(text) <= 60 and titles(lexicon).suffix.search(bare)):
        return True
    if state.posts:
        return len(text) <= 40 and not re.search(r"[，。：]|^（.*）$", text)
    return all(certain_name(name.text, lexicon) for name in column_names(entry, lexicon) or [Name("", 0, 0)])


def _labelled(entry: Passage, label: re.Match[str], state: State, lexicon: Lexicon) -> list[Act]:
    """主任：甲 on one line, or a label whose names stand on the lines below."""
    posts = post_list(label["posts"], lexicon, state.listed.section)
    if posts is None or _signed(label["posts"], state, lexicon):
        return []
    state.posts = tuple(posts)
    state.listing, state.listed.paused = True, False
    if not label["names"]:
        return []
    return _for_posts(entry[label.start("names") : label.end("names")], state, lexicon)


def _signed(title: str, state: State, lexicon: Lexicon) -> bool:
    """县长　甲 below a list of appointments: who signs it, for no list puts a head of government into office."""
    return not state.listed.section and state.event in ("appoint", "remove") and title in titles(lexicon).organ


def _for_posts(entry: Passage, state: State, lexicon: Lexicon) -> list[Act]:
    order = _ORDER.match(entry.text)
    entry = entry[order.end() :] if order else entry
    remark = _REMARK.search(entry.text)
    entry = entry[: remark.start()] if remark else entry
    least_sure = IN_COLUMN if state.listed.found > 2 else MOSTLY
    names = (name_list(entry, lexicon) or column_names(entry, lexicon, least_sure)) if len(entry) else None
    state.listed.found += len(names or ())
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
        printed = "".join(word for word, _, _ in others)
        posts = None if _signed(printed, state, lexicon) else post_list(printed, lexicon, "")
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
        if word in VERBS:
            event = VERBS[word]
        elif not word.isdigit():
            rest.append((word, start, end))
    return event, rest
