"""What a heading states: the item with its authors, and on whose behalf they report."""

from __future__ import annotations

import re

from kg.extract.context import Context
from kg.model.facts import Author, Item, Position
from kg.model.source import Passage
from kg.recognise.names import certain_name, is_name, merge_spaced
from kg.recognise.posts import Post, post_list, titles
from kg.segment.lines import Line

_BEHALF = re.compile(r"受(?P<body>[一-龥]{2,24}?)(?:的)?委托|我(?:们)?代表(?P<speaker>[一-龥]{2,24}?)(?:，|向|，?报告|作)")
_BODY_TITLE = re.compile(r"^(?P<body>[一-龥（）]{2,40}?(?:委员会|人民政府|人民法院|人民检察院|人民代表大会))(?:关于|公告|任|免|第)")
_SIGNATURE = re.compile(r"^[一-龥（）]{4,40}(?:委员会|人民政府|人民法院|人民检察院|主席团|人民代表大会)$")
_TERM = re.compile(r"第[一二三四五六七八九十百\d]+届")
_DATE_END = re.compile(r"日$")


def item(ctx: Context) -> tuple[Item, list[Position]]:
    """The item, and the positions that its authors are named with."""
    authors, positions = _authors(ctx)
    if not authors and (body := _author_body(ctx)):
        authors = [Author(None, body, None)]
    lines = ctx.draft.lines
    title = ctx.draft.heading.title if ctx.draft.heading else lines[0].tight
    fact = Item(
        ctx.number,
        ctx.title or lines[0].text[:60],
        ctx.type,
        ctx.date,
        ctx.meeting,
        tuple(authors),
        _behalf(ctx),
        lines[0].number,
        lines[-1].number,
        ctx.evidence(title, "item.heading"),
    )
    return fact, positions


def _authors(ctx: Context) -> tuple[list[Author], list[Position]]:
    authors: list[Author] = []
    positions: list[Position] = []
    for line in ctx.draft.heading.authors if ctx.draft.heading else ():
        name, posts = split_author(line, ctx)
        if name is None:
            if posts is None and len(line.text) >= 3:
                authors.append(Author(None, line.text, None))
            continue
        authors += [Author(name, post.body or None, post.title) for post in posts or ()] or [Author(name, None, None)]
        evidence = ctx.evidence(line.tight, "position.author")
        positions += [Position(name, post.body or None, post.title, ctx.date, post.former, evidence) for post in posts or ()]
    return authors, positions


def split_author(line: Line, ctx: Context) -> tuple[str | None, list[Post] | None]:
    """Name and posts of a line below a heading: 区财政局局长  姜 某; a body alone gives no name."""
    tight = line.tight
    cuts = [0, *(i for i in range(1, len(tight)) if tight.offsets[i] - tight.offsets[i - 1] > 1), len(tight)]
    words = merge_spaced([(tight.text[a:b], a, b) for a, b in zip(cuts, cuts[1:], strict=False) if a < b], ctx.lexicon)
    name, start, _ = words[-1]
    posts = post_list(tight.text[:start], ctx.lexicon) if start else None
    if posts and is_name(name, ctx.lexicon):
        return name, posts
    for match in reversed(list(titles(ctx.lexicon).anywhere.finditer(tight.text))):
        rest = tight.text[match.end() :].removesuffix("同志")
        posts = post_list(tight.text[: match.end()], ctx.lexicon)
        if posts and certain_name(rest, ctx.lexicon):
            return rest, posts
    if certain_name(tight.text, ctx.lexicon) and len(words) == 1:
        return tight.text, []
    return None, None


def _author_body(ctx: Context) -> str | None:
    """The body that the title begins with, or that signs."""
    match = _BODY_TITLE.match(ctx.title)
    if match:
        return _TERM.sub("", match["body"])
    for line, following in zip(ctx.draft.lines, ctx.draft.lines[1:], strict=False):
        if _SIGNATURE.match(line.text) and _DATE_END.search(following.text):
            return _TERM.sub("", line.text)
    return None


def _behalf(ctx: Context) -> str | None:
    for paragraph in ctx.paragraphs[:4]:
        match = _BEHALF.search(_opening(paragraph))
        if match:
            return (match["body"] or match["speaker"]).removesuffix("的")
    return None


def _opening(paragraph: Passage) -> str:
    return paragraph.text[:160]
