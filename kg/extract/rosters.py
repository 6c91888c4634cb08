"""Lists of people with their posts: 组长：张三　县长, the lines below it, and the cells of a table of tasks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from kg.extract.context import Context
from kg.lexicon import Lexicon
from kg.model.source import Passage
from kg.recognise.appositions import sound
from kg.recognise.names import certain_name, is_name, merge_spaced
from kg.recognise.posts import Post, post_list
from kg.recognise.running_names import any_of
from kg.segment.lines import Line

MARKER = re.compile(r"^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）|\d{1,3}[.、．])")
_BESIDE = re.compile(r"^(?P<name>[^（）、，]{2,10})（(?P<posts>[^（）]{2,60})）$")
_ALONE = re.compile(r"^[^。；！？]{4,60}$")
_CELLS = re.compile(r"[\t|｜│┃]")
_OWN_TABLES = frozenset(("attendance", "observers", "personnel_list", "agenda"))
_HELD = re.compile(r"[长任员]$|书记|常委|主席|校长|经理")


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody in a list: the label that holds for the line, the name, the posts, and the words."""

    label: str
    name: str
    posts: tuple[Post, ...]
    passage: Passage
    line: Line
    below: bool


def roster(ctx: Context) -> Iterator[Entry]:
    """The entries of lists whose label is a role in a group or for a river, with the lines that carry on below it.

    `below` tells that the label stands on a line above. Only entries of a name and whole posts are taken.
    """
    if ctx.type in _OWN_TABLES:
        return
    label = ""
    for line in ctx.draft.body:
        if _CELLS.search(line.raw.strip()):
            label = ""
            continue
        found = _labelled(ctx.lexicon).match(line.text)
        start = found.end() if found else 0
        if found is None and (not label or MARKER.match(line.text) or not _ALONE.match(line.text)):
            label = ""
            continue
        label = found["label"] if found else label
        people = _people(line.tight[start:], ctx.lexicon)
        if not people and start < len(line.tight):
            label = ""
        for name, posts in people:
            yield Entry(label, name, posts, line.tight, line, found is None or found.start("label") < 0)


def in_cells(ctx: Context) -> Iterator[Entry]:
    """The people in the columns of a table whose head names a role: 河长 | 责任领导."""
    columns: list[tuple[int, str]] = []
    for line in ctx.draft.body if ctx.type not in _OWN_TABLES else ():
        if not _CELLS.search(line.raw.strip()):
            columns = []
            continue
        cells = _split(line)
        labels = [(at, cell.text) for at, cell in enumerate(cells) if cell.text in _labels(ctx.lexicon)]
        if labels:
            columns = labels
            continue
        for at, label in columns:
            for name, posts in _people(cells[at], ctx.lexicon) if at < len(cells) else ():
                yield Entry(label, name, posts, cells[at], line, False)


def _people(value: Passage, lexicon: Lexicon) -> list[tuple[str, tuple[Post, ...]]]:
    """People with their posts behind a blank or in a bracket; empty where anything is neither."""
    beside = _beside(value.text, lexicon)
    if beside:
        return beside
    cuts = [0, *value.gaps(), len(value)]
    words = merge_spaced([(value.text[a:b], a, b) for a, b in pairwise(cuts) if a < b], lexicon)
    found: list[tuple[str, tuple[Post, ...]]] = []
    name, posts = "", ""
    for text, _, _ in [*words, ("", 0, 0)]:
        if text and name and not (posts and certain_name(text, lexicon)):
            posts += text
            continue
        if name:
            read = _posts(posts, lexicon)
            if read is None:
                return []
            found.append((name, read))
        name, posts = text, ""
        if text and not is_name(text, lexicon):
            return []
    return found


def _beside(text: str, lexicon: Lexicon) -> list[tuple[str, tuple[Post, ...]]]:
    """张三（县长）、李四（副县长）."""
    found = []
    for part in re.split(r"(?<=）)[、，]?(?=.)", text.rstrip("。；")):
        match = _BESIDE.match(part)
        read = _posts(match["posts"], lexicon) if match and certain_name(match["name"], lexicon) else None
        if match is None or read is None:
            return []
        found.append((match["name"], read))
    return found


def _posts(text: str, lexicon: Lexicon) -> tuple[Post, ...] | None:
    posts = post_list(text.rstrip("。；，"), lexicon) if _HELD.search(text) else None
    return tuple(posts) if posts and all(sound(post) for post in posts) else None


def _split(line: Line) -> list[Passage]:
    offsets, bounds = line.tight.offsets, [match.start() for match in _CELLS.finditer(line.raw)]
    cells = []
    for a, b in pairwise([-1, *bounds, len(line.raw)]):
        kept = [i for i, offset in enumerate(offsets) if line.start + a < offset < line.start + b]
        cells.append(line.tight[kept[0] : kept[-1] + 1] if kept else Passage("", ()))
    framed = line.raw.strip().startswith(("|", "｜", "│", "┃"))
    return cells[1:-1] if framed else cells


@cache
def _labels(lexicon: Lexicon) -> frozenset[str]:
    labels = lexicon.duties.labels
    personal = re.compile(r"[组河湖林路链田街片段]长$|指挥长?$|召集人$|^成员$|^组员$|领队|领导$|责任人$")
    return frozenset(word for row in labels.values() for word in row if personal.search(word))


@cache
def _labelled(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?:{MARKER.pattern[1:]})?(?P<label>{any_of(sorted(_labels(lexicon)))})(?:[：:]|$)")
