"""All changes between two dates, each with the words that state it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.lexicon import load
from kg.query.evidence import Fact, Passage, facts
from kg.query.naming import find_one
from kg.query.opening import Graph
from kg.query.periods import Period, between
from kg.query.rows import every, grouped, text
from kg.query.sparql import Iri, Record, described, records
from kg.resolve.spelled import lies_in

FOLDER = Path(__file__).parent
EFFECTS = {"Begins": "entry", "Ends": "exit"}
# What became of a body, by the type of its change.
BODY_EVENTS = {
    "NameChange": "renamed",
    "Merger": "merged",
    "Split": "split",
    "Creation": "founded",
    "Abolition": "abolished",
    "TransferOfFunctions": "functions_moved",
}


@dataclass(frozen=True, slots=True)
class Change:
    """Somebody's `entry` into a post or `exit` from one, or the change of a `body`.

    `event` is that of the tables, or what became of the body; then `post` tells the bodies before and after. `date` is
    as exact as it is known. The passages are of all facts that state the change.
    """

    change: str
    date: str | None
    kind: str
    event: str
    person: str | None
    name: str | None
    place: str | None
    post: str
    qualifier: str | None
    body: str | None
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """The changes of a time, by date; `undated` counts those that are left out because their date is not known."""

    first: str
    last: str
    changes: tuple[Change, ...]
    undated: int


def changes(graph: Graph, since: str, until: str, *, body: str | None = None, place: str | None = None) -> Changes:
    """All entries, exits and changes of bodies between two dates, both included; of one body, or of one place.

    A place is named as it is printed, alone or with wider ones in front: 青梧区, 松河市青梧区. Raises `QueryError` when no body
    is called so, `AmbiguousName` when several are, `DateError` when a date is none.
    """
    asked = between(since, until)
    one = find_one(graph, body, ("body",)) if body is not None else None
    known = [*_posts(graph, asked, one.iri if one else None), *_bodies(graph, one.iri if one else None)]
    wanted = [change for change in known if place is None or _is_in(change, place)]
    kept = sorted((change for change in wanted if asked.meets(change.date)), key=_order)
    return Changes(
        asked.first, asked.last, tuple(kept), _undated(graph, wanted, counted=one is not None or bool(place))
    )


def _posts(graph: Graph, asked: Period, body: str | None) -> Iterator[Change]:
    if body is None:
        found = records(graph, FOLDER / "dated.rq", first=asked.first, last=asked.last)
    else:
        found = records(graph, FOLDER / "of_body.rq", body=Iri(body))
    rows = described(graph, FOLDER / "posts.rq", "change", (str(row["change"]) for row in found))
    told = facts(graph, (str(row["fact"]) for row in rows))
    for _, of_change in grouped(rows, "change"):
        stated = [told[fact] for fact, _ in grouped(of_change, "fact") if fact in told]
        if stated:
            yield _change(of_change, stated)


def _change(rows: list[Record], stated: list[Fact]) -> Change:
    effect = (text(rows, "effect") or "").rpartition("#")[2]
    return Change(
        change=text(rows, "change") or "",
        date=text(rows, "date"),
        kind=EFFECTS.get(effect, effect),
        event=min(stated, key=lambda one: (one.date or "~", one.passages)).event,
        person=text(rows, "person"),
        name=text(rows, "name"),
        place=text(rows, "place"),
        post=text(rows, "label") or "",
        qualifier="、".join(sorted({one.qualifier for one in stated if one.qualifier})) or None,
        body=text(rows, "body_name"),
        passages=_passages(stated),
    )


def _bodies(graph: Graph, body: str | None) -> Iterator[Change]:
    rows = records(graph, FOLDER / "bodies.rq")
    by_fact = dict(grouped(rows, "fact"))
    wanted = [
        fact for fact, of_fact in by_fact.items() if body is None or any(body in (r["old"], r["new"]) for r in of_fact)
    ]
    told = facts(graph, wanted)
    for fact in wanted:
        if fact in told:
            yield _of_bodies(by_fact[fact], told[fact])


def _of_bodies(rows: list[Record], stated: Fact) -> Change:
    kind = (text(rows, "type") or "").rpartition("#")[2]
    old, new = (every(rows, side) for side in ("old_name", "new_name"))
    return Change(
        change=stated.fact,
        date=text(rows, "date"),
        kind="body",
        event=BODY_EVENTS.get(kind, kind),
        person=None,
        name=None,
        place=None,
        post=" → ".join("、".join(names) for names in (old, new) if names),
        qualifier=None,
        body=next(iter((*new, *old)), None),
        passages=stated.passages,
    )


def _passages(stated: Iterable[Fact]) -> tuple[Passage, ...]:
    return tuple(sorted({passage for one in stated for passage in one.passages}))


def _is_in(change: Change, place: str) -> bool:
    named = (change.place, change.body, change.post)
    return any(lies_in(name, place, load()) for name in named if name)


def _undated(graph: Graph, wanted: list[Change], *, counted: bool) -> int:
    """How many changes have no date: of a body or a place among those at hand, else of all posts."""
    undated = sum(change.date is None for change in wanted)
    if counted:
        return undated
    (row,) = records(graph, FOLDER / "undated.rq")
    return undated + int(row["count"] or 0)


def _order(change: Change) -> tuple[str, bool, str, str, str]:
    return change.date or "~", change.kind == "entry", change.post, change.name or "", change.change
