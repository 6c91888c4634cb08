"""Meetings typed by their numbers: 区人大常委会第13次会议, 第7届第13次, 七届人大二次会议."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from kg.query.opening import Graph
from kg.query.sparql import records
from kg.recognise.numbers import NUMERAL, number

FOLDER = Path(__file__).parent
_TERM = re.compile(rf"第?(?P<term>{NUMERAL})届")
_SESSION = re.compile(rf"第?(?P<session>{NUMERAL})次(?:全体)?(?:会议|会)?")


def meetings_named(graph: Graph, typed: str, bodies: Callable[[str], set[str]]) -> set[str]:
    """The meetings of the numbers in a text; what else it holds must name the body that meets."""
    session = _SESSION.search(typed)
    count = number(session["session"]) if session else None
    if session is None or count is None:
        return set()
    term = _TERM.search(typed)
    body = _TERM.sub("", _SESSION.sub("", typed, count=1), count=1)
    rows = records(graph, FOLDER / "meetings.rq", session=count)
    if term is not None:
        rows = [row for row in rows if row["term"] == number(term["term"])]
    held = bodies(body) if body and rows else None
    return {str(row["thing"]) for row in rows if held is None or str(row["body"]) in held}
