"""The people and bodies that the lines below a heading name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.lexicon import Lexicon
from kg.model.source import Passage
from kg.recognise.names import certain_name, is_name, merge_spaced
from kg.recognise.posts import Post, post_list, titles
from kg.recognise.running_names import REMARK
from kg.segment.lines import Line

_MOST_LINES = 3
_BESIDE = re.compile(r"^(?P<name>[^（）、，]{2,15})（(?P<posts>[^（）]{3,60})）$")
_SPACED_NAME = 3
_LABEL = re.compile(r"^(?:（|——)?(?:报告人|汇报人|作者|说明人|发言人|主讲人)[：:]?")
_BODY = re.compile(
    r"^[一-龥（）、]{3,40}(?:委员会|委|政府|法院|检察院|大会|局|厅|部|办公室|办|室|组|处|院|中心|街道|办事处|镇|乡|会|公司|集团)$"
)

# Part of a post that is broken over lines, and no name.
_OFFICE = re.compile(r"[委局会院厅部办室处组]|[长任]$|书记")


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody below a heading: a person with the posts printed, or a body alone (`name` is None)."""

    passage: Passage
    name: str | None
    posts: tuple[Post, ...] = ()


def named(lines: Sequence[Line], lexicon: Lexicon) -> Iterator[Named]:
    """All of them in order; a post, or a name, may run over the end of a line."""
    index = 0
    body: Named | None = None
    while index < len(lines):
        width, found = _longest(lines[index:], lexicon)
        if body and not (found and _lacks_body(found[0])):
            yield body
        yield from (_within(one, body.passage.text if body else "") for one in found)
        alone = not found and _BODY.match(lines[index].text)
        body = Named(lines[index].tight, None) if alone else None
        index += width
    if body:
        yield body


def _lacks_body(one: Named) -> bool:
    return bool(one.posts) and not one.posts[0].body


def _within(one: Named, body: str) -> Named:
    """A title without a body, below a body's name, is one of that body."""
    if not body or not _lacks_body(one):
        return one
    return replace(one, posts=tuple(replace(post, body=post.body or body) for post in one.posts))


def _longest(lines: Sequence[Line], lexicon: Lexicon) -> tuple[int, list[Named]]:
    """The people of the first line, or of it and the next ones, where it needs them; and how many lines were taken."""
    for width, passage in _widths(lines):
        if one := _post_beside(passage, lexicon):
            return width, [one]
    for width, passage in _widths(lines):
        found = _people(passage, lexicon)
        if found:
            return width, found
        if width == 1 and _BODY.match(lines[0].text) and len(lines) > 1 and _people(lines[1].tight, lexicon):
            return 1, []
    return 1, []


def _widths(lines: Sequence[Line]) -> Iterator[tuple[int, Passage]]:
    """The first line, the first two and the first three as one passage."""
    passage = lines[0].tight
    yield 1, passage
    for width, line in enumerate(lines[1:_MOST_LINES], 2):
        passage = passage + line.tight
        yield width, passage


def _post_beside(passage: Passage, lexicon: Lexicon) -> Named | None:
    """张三（某局局长): the post in a bracket behind the name, or on the line below it."""
    match = _BESIDE.match(_unlabelled(passage).text)
    posts = post_list(match["posts"], lexicon) if match else None
    if match and posts and certain_name(match["name"], lexicon):
        return Named(passage, match["name"], tuple(posts))
    return None


def _unlabelled(passage: Passage) -> Passage:
    label = _LABEL.match(passage.text)
    return passage[label.end() if label else 0 :]


def _bare(passage: Passage) -> Passage:
    """Without the label in front, and what a bracket behind says of the last person."""
    passage = _unlabelled(passage)
    remark = next((match for match in REMARK.finditer(passage.text) if match.end() == len(passage)), None)
    return passage[: remark.start()] if remark else passage


def _people(passage: Passage, lexicon: Lexicon) -> list[Named]:
    """Everybody in a passage that is made of posts and names and nothing else; an empty list if it is not."""
    passage = _bare(passage)
    found: list[Named] = []
    posts, start = "", 0
    for text, first, end in _words(passage, lexicon):
        joined = f"{posts}、{text}" if posts and passage.text[first - 1] == "、" else posts + text
        one = _ended(passage[start:end], posts, text, joined, found, lexicon)
        if one is None:
            posts = joined
            continue
        found.append(one)
        posts, start = "", end
    return found if not posts else []


def _ended(
    passage: Passage, posts: str, text: str, joined: str, found: Sequence[Named], lexicon: Lexicon
) -> Named | None:
    """Who is named by the posts so far and the next word; None where the posts go on."""
    read = post_list(posts, lexicon) if posts else None
    if read and is_name(text, lexicon) and not _OFFICE.search(text):
        return _beside(Named(passage, text, tuple(read)), found)
    if glued := _glued(joined, lexicon):
        return _beside(Named(passage, *glued), found)
    if not posts and certain_name(text, lexicon):
        return Named(passage, text, found[-1].posts if found else ())
    return None


def _beside(one: Named, found: Sequence[Named]) -> Named:
    """局长张三、副局长李四: the second title is of the body of the first."""
    return _within(one, found[-1].posts[0].body) if found and found[-1].posts else one


def _words(passage: Passage, lexicon: Lexicon) -> list[tuple[str, int, int]]:
    """The words set apart by 、 or white space; a name that is spaced to the width of three is one word."""
    words: list[tuple[str, int, int]] = []
    for piece in re.finditer("[^、：:]+", passage.text):
        gaps = passage[piece.start() : piece.end()].gaps()
        cuts = [piece.start(), *(piece.start() + gap for gap in gaps), piece.end()]
        parts = _spaced([(passage.text[a:b], a, b) for a, b in pairwise(cuts)], lexicon)
        words += merge_spaced(parts, lexicon)
    return words


def _spaced(words: list[tuple[str, int, int]], lexicon: Lexicon) -> list[tuple[str, int, int]]:
    """A name of three characters, each set apart at the end of a line, is one word: 何 秀 兰."""
    tail = words[-_SPACED_NAME:]
    alone = len(tail) == _SPACED_NAME and all(len(text) == 1 for text, _, _ in tail)
    before = words[-_SPACED_NAME - 1][0] if len(words) > _SPACED_NAME else ""
    name = "".join(text for text, _, _ in tail)
    odd = sum(len(text) == 1 for text, _, _ in words) % 2 == 1 or len(before) > 1
    if not alone or not odd or not certain_name(name, lexicon):
        return words
    return [*words[:-_SPACED_NAME], (name, tail[0][1], tail[-1][2])]


def _glued(text: str, lexicon: Lexicon) -> tuple[str, tuple[Post, ...]] | None:
    """A name that stands right behind its title."""
    for match in reversed(list(titles(lexicon).anywhere.finditer(text))):
        rest = text[match.end() :].removesuffix("）").removesuffix("同志")
        posts = post_list(text[: match.end()], lexicon)
        if posts and certain_name(rest, lexicon):
            return rest, tuple(posts)
    return None
