"""Tenures asked of a graph, with what they rest on."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kg.query.evidence import facts
from kg.query.opening import Graph
from kg.query.periods import Period
from kg.query.rows import every, flag, grouped, text
from kg.query.sparql import Record, described
from kg.query.tenures.model import Bound, Ground, Tenure, in_time, status
from kg.query.tenures.words import why

FOLDER = Path(__file__).parent
_PARTS = ("opened", "attested", "closed", "inferred")


def tenures_of(graph: Graph, things: Iterable[str], asked: Period | None = None) -> list[Tenure]:
    """The tenures of people, in posts or in bodies, in order of time; with `asked` those possible on these days."""
    found = described(graph, FOLDER / "tenures.rq", "thing", things)
    kept = [(rows, _status(rows, asked)) for _, rows in grouped(found, "tenure")]
    if asked is not None:
        kept = [(rows, state) for rows, state in kept if state is not None]
    grounds = _grounds(graph, [str(rows[0]["tenure"]) for rows, _ in kept])
    tenures = [_tenure(rows, grounds.get(str(rows[0]["tenure"]), ()), state) for rows, state in kept]
    return sorted(tenures, key=in_time)


def grounds_of(graph: Graph, tenures: Iterable[str]) -> list[Ground]:
    """What some tenures rest on."""
    return [ground for grounds in _grounds(graph, list(tenures)).values() for ground in grounds]


def _status(rows: list[Record], asked: Period | None) -> str | None:
    return None if asked is None else status(_bound(rows, "start"), _bound(rows, "end"), asked)


def _grounds(graph: Graph, tenures: list[str]) -> dict[str, tuple[Ground, ...]]:
    rows = described(graph, FOLDER / "grounds.rq", "tenure", tenures)
    known = facts(graph, (str(row["fact"]) for row in rows))
    found: dict[str, tuple[Ground, ...]] = {}
    for tenure, of_tenure in grouped(rows, "tenure"):
        pairs = sorted({(_PARTS.index(str(row["part"])), str(row["fact"])) for row in of_tenure})
        told = [(part, known[fact]) for part, fact in pairs if fact in known]
        ordered = sorted(told, key=lambda pair: (pair[0], pair[1].date or "~", pair[1].passages))
        found[tenure] = tuple(Ground(_PARTS[part], one.event, one.date, one.passages) for part, one in ordered)
    return found


def _tenure(rows: list[Record], grounds: tuple[Ground, ...], state: str | None) -> Tenure:
    start, end = _bound(rows, "start"), _bound(rows, "end")
    named = {column: text(rows, column) or "" for column in ("tenure", "person", "name", "post", "label")}
    return Tenure(
        **named,
        place=text(rows, "place"),
        title=text(rows, "title"),
        body=text(rows, "body"),
        body_name=text(rows, "body_name"),
        head=flag(rows, "head"),
        several=flag(rows, "several"),
        qualifier="、".join(every(rows, "qualifier")) or None,
        start=start,
        end=end,
        certain=_certain(start, end),
        possible=(start.earliest, end.latest),
        why=why(start, end, grounds),
        grounds=grounds,
        status=state,
    )


def _bound(rows: list[Record], which: str) -> Bound:
    rule = text(rows, f"{which}_rule")
    inferred = rule.rpartition("#")[2] if rule else None
    return Bound(text(rows, f"{which}_earliest"), text(rows, f"{which}_latest"), inferred)


def _certain(start: Bound, end: Bound) -> tuple[str, str] | None:
    if start.latest is None or end.earliest is None or start.latest >= end.earliest:
        return None
    return start.latest, end.earliest
