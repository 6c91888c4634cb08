"""Posts printed beside a name: cards with 姓名： and 现任职务：, and tables of by-elected deputies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.context import Context
from kg.extract.deputies.tables import winners_in_tables
from kg.extract.positions.related import related
from kg.model.facts import Position
from kg.model.source import Passage
from kg.recognise.names import is_name
from kg.recognise.posts import post_list

_NAME = re.compile(r"^(?:\d{1,2}[.、．])?姓名[：:](?P<name>[^，。：（]{2,12})$")
_HELD = re.compile(r"^(?:现任(?:职务)?|现(?:工作)?单位(?:及|和)?职务)[：:](?P<posts>[^。]{4,60})$")


def cards(ctx: Context) -> Iterator[Position]:
    """The posts of people on cards, one line a particular, and of the winners in tables of by-elections."""
    name = ""
    for line in ctx.draft.body:
        named, held = _NAME.match(line.text), _HELD.match(line.text)
        if named:
            name = named["name"] if is_name(named["name"], ctx.lexicon) else ""
        elif held and name:
            yield from _positions(ctx, name, held["posts"], line.tight, "position.card")
    for row in winners_in_tables(ctx):
        yield from _positions(ctx, row.name, row.described or "", row.passage, "position.table")


def _positions(ctx: Context, name: str, printed: str, passage: Passage, rule: str) -> Iterator[Position]:
    for post in post_list(printed, ctx.lexicon) or () if printed else ():
        evidence = ctx.evidence(passage, rule, 0.9)
        yield Position(name, related(ctx, post), post.title, ctx.date, post.former, evidence)
