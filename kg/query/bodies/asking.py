"""A body asked of a graph: what it is, what it came out of, and who holds its posts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.query.changes import BODY_EVENTS
from kg.query.evidence import Passage, facts
from kg.query.naming import find_one
from kg.query.opening import Graph
from kg.query.periods import Period, window
from kg.query.rows import every, flag, grouped, text
from kg.query.sparql import Iri, Record, records
from kg.query.tenures import POSTS, Tenure, parts, tenures_of

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class BodyLink:
    """A change that a body came out of, or went on in: `event` is `renamed`, `merged`, `split` …; `others` by name."""

    event: str
    date: str | None
    others: tuple[str, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class BodyPost:
    """A post of a body and its holders, of all time or of the day that was asked."""

    post: str
    label: str
    title: str | None
    head: bool | None
    several: bool | None
    tenures: tuple[Tenure, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """A body: `kind` is that of the tables; `parents` and `parts` by name; `names` are those that gazettes print."""

    body: str
    name: str
    kind: str | None
    parents: tuple[str, ...]
    parts: tuple[str, ...]
    names: tuple[str, ...]
    before: tuple[BodyLink, ...]
    after: tuple[BodyLink, ...]
    posts: tuple[BodyPost, ...]
    duties: int


def body(graph: Graph, name: str, *, on: str | None = None) -> Body:
    """What is known of the body that a name means; with `on`, those who certainly or possibly held its posts then.

    Raises `QueryError` when no body is called so, `AmbiguousName` when several are, `DateError` when a date is none.
    """
    asked = window(on, None)
    one = find_one(graph, name, ("body",))
    rows = records(graph, FOLDER / "body.rq", body=one.iri)
    changed = records(graph, FOLDER / "changes.rq", body=one.iri)
    (count,) = records(graph, FOLDER / "counts.rq", body=one.iri)
    return Body(
        body=one.iri,
        name=one.name,
        kind=text(rows, "kind"),
        parents=every(rows, "parent_name"),
        parts=tuple(parts(graph, [one.iri]).values()),
        names=every(rows, "alias"),
        before=tuple(_links(graph, [row for row in changed if row["side"] == "before"])),
        after=tuple(_links(graph, [row for row in changed if row["side"] == "after"])),
        posts=tuple(_posts(graph, one.iri, asked)),
        duties=int(count["duties"] or 0),
    )


def _links(graph: Graph, rows: list[Record]) -> Iterator[BodyLink]:
    by_fact = dict(grouped(rows, "fact"))
    told = facts(graph, by_fact)
    ordered = sorted(by_fact, key=lambda fact: (text(by_fact[fact], "date") or "~", fact))
    for fact in ordered:
        kind = (text(by_fact[fact], "type") or "").rpartition("#")[2]
        passages = told[fact].passages if fact in told else ()
        yield BodyLink(BODY_EVENTS.get(kind, kind), text(by_fact[fact], "date"), every(by_fact[fact], "name"), passages)


def _posts(graph: Graph, one: Iri, asked: Period | None) -> Iterator[BodyPost]:
    """The posts with holders, the head post first."""
    held = _by_post(tenures_of(graph, [one], asked))
    rows = records(graph, POSTS, body=one)
    known = sorted(grouped(rows, "post"), key=lambda pair: (flag(pair[1], "head") is not True, text(pair[1], "label")))
    for post, of_post in known:
        yield BodyPost(
            post,
            text(of_post, "label") or "",
            text(of_post, "title"),
            flag(of_post, "head"),
            flag(of_post, "several"),
            tuple(held.get(post, ())),
        )


def _by_post(tenures: Iterable[Tenure]) -> dict[str, list[Tenure]]:
    """Tenures by post, in the order that they come in."""
    found: dict[str, list[Tenure]] = {}
    for tenure in tenures:
        found.setdefault(tenure.post, []).append(tenure)
    return found
