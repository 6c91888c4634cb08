"""What a heading states: the item with its authors, and on whose behalf they report."""

from __future__ import annotations

import re

from kg.extract.context import Context
from kg.extract.items import bylines
from kg.extract.items.authors import Named
from kg.extract.items.signatures import signatures
from kg.extract.positions.related import CHAIRS, related
from kg.model.facts import Author, Item, Position
from kg.model.source import Passage
from kg.recognise.posts import Post

_BEHALF = re.compile(
    r"受(?P<body>[一-龥]{2,24}?)(?:的)?委托|我(?:们)?代表(?P<speaker>[一-龥]{2,24}?)(?:，|向|，?报告|作)"
)
_BODY_TITLE = re.compile(
    r"^(?P<body>[一-龥（）]{2,40}?(?:委员会|人大常委会|人民政府|人民法院|人民检察院|人民代表大会))(?:关于|公告|任|免|第|对(?!外))"
)
# 某委员会关于…的报告 with 主任委员 below: the chair of the committee that the title names.
_COMMITTEE_TITLE = re.compile(r"^(?P<body>[一-龥（）、]{4,44}?(?<!常务)委员会)关于")
_SIGNATURE = re.compile(r"^[一-龥（）]{4,40}(?:委员会|人民政府|人民法院|人民检察院|主席团|人民代表大会)$")
_TERM = re.compile(r"第[一二三四五六七八九十百\d]+届")
_DATE_END = re.compile(r"日$")
# Names at the end of these are rows of a table of their own.
_LISTS = ("attendance", "observers", "personnel_list", "agenda")
# Who signs one of these wrote it; who signs an order or a motion does so for an office.
_LETTERS = ("resignation_letter", "filing_report")


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
    """Who is named below the heading, or else signs."""
    below = list(bylines.authors(ctx))
    signed = [Named(one.line.tight, one.name, one.posts) for one in signatures(ctx)] if ctx.type not in _LISTS else []
    wrote = below or (signed if ctx.type in _LETTERS else [])
    authors = [author for one in wrote for author in _as_authors(ctx, one)]
    return authors, [position for one in (*below, *signed) for position in _as_positions(ctx, one)]


def _as_authors(ctx: Context, one: Named) -> list[Author]:
    if one.name is None:
        return [Author(None, one.passage.text, None)]
    return [Author(one.name, _body(ctx, post), post.title) for post in one.posts] or [Author(one.name, None, None)]


def _as_positions(ctx: Context, one: Named) -> list[Position]:
    evidence = ctx.evidence(one.passage, "position.author")
    name = one.name
    return [Position(name, _body(ctx, post), post.title, ctx.date, post.former, evidence) for post in one.posts if name]


def _body(ctx: Context, post: Post) -> str | None:
    body = related(ctx, post)
    if body is None and post.title in CHAIRS and (committee := _COMMITTEE_TITLE.match(ctx.title)):
        return _TERM.sub("", committee["body"])
    return body


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
