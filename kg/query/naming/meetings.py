"""Meetings typed by their numbers, their body or their day: 区人大常委会第13次会议, 第7届第13次, 七届人大二次会议, 2023-09-27."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from kg.model.errors import DateError
from kg.query.opening import Graph
from kg.query.periods import Period, period
from kg.query.sparql import described, records
from kg.recognise.numbers import NUMERAL, number

FOLDER = Path(__file__).parent
_TERM = re.compile(rf"第?(?P<term>{NUMERAL})届")
_SESSION = re.compile(rf"第?(?P<session>{NUMERAL})次(?:全体)?(?:会议|会)?")


def meetings_named(graph: Graph, typed: str, bodies: Callable[[str], set[str]]) -> set[str]:
    """The meetings of the numbers in a text, whose rest names the body that meets; or all of a body or a day."""
    day = _period(typed)
    if day is not None:
        return {str(row["thing"]) for row in records(graph, FOLDER / "meetings_on.rq", first=day.first, last=day.last)}
    session, term = _SESSION.search(typed), _TERM.search(typed)
    body = _TERM.sub("", _SESSION.sub("", typed, count=1), count=1)
    count = number(session["session"]) if session else None
    if count is not None:
        rows = records(graph, FOLDER / "meetings.rq", session=count)
    else:
        rows = described(graph, FOLDER / "meetings_of.rq", "body", bodies(body) if body else ())
    if term is not None:
        rows = [row for row in rows if row["term"] == number(term["term"])]
    held = bodies(body) if body and rows else None
    return {str(row["thing"]) for row in rows if held is None or str(row["body"]) in held}


def _period(typed: str) -> Period | None:
    try:
        return period(typed)
    except DateError:
        return None
