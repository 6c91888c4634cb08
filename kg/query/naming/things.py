"""What a name was found to mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from kg.model.errors import AmbiguousName
from kg.query.opening import Graph
from kg.query.sparql import Iri, Record
from kg.query.sparql import described as asked

QUESTION = Path(__file__).with_name("things.rq")
KINDS = {
    "person": "Person",
    "body": "Body",
    "post": "Post",
    "meeting": "Meeting",
    "project": "Project",
    "place": "Place",
}
# Where a name is looked for when nobody says which kind is meant: what gazettes tell of. A place only bounds questions.
TOLD_OF = ("person", "body", "post", "meeting", "project")
_LISTED = 20


@dataclass(frozen=True, slots=True)
class Thing:
    """A person, body, post, meeting, project or place; `where` is its place, or the body that it belongs to.

    `how` tells how it was found: `iri`, `name`, `short`, `pinyin`, `initials` or `part`. `held` are a person's posts.
    """

    iri: Iri
    kind: str
    name: str
    where: str | None
    how: str
    held: tuple[str, ...] = ()


def described(graph: Graph, found: Iterable[str], how: str, kinds: Iterable[str]) -> list[Thing]:
    """The things of some kinds among those found, by kind, name and IRI."""
    rows = asked(graph, QUESTION, "thing", found)
    by_class = {f"{graph.prefixes['gz']}{KINDS[kind]}": kind for kind in kinds}
    wanted = [row for row in rows if str(row["class"]) in by_class]
    groups = (list(group) for _, group in groupby(wanted, key=lambda row: (row["class"], row["thing"])))
    things = [_thing(group, by_class[str(group[0]["class"])], how) for group in groups]
    return sorted(things, key=lambda one: (list(KINDS).index(one.kind), one.name, one.iri))


def _thing(rows: list[Record], kind: str, how: str) -> Thing:
    first = rows[0]
    where = min((str(row["where"]) for row in rows if row["where"] is not None), default=None)
    held = tuple(sorted({str(row["held"]) for row in rows if row["held"] is not None}))
    return Thing(Iri(first["thing"]), kind, str(first["name"]), where, how, held)


def refuse_several(graph: Graph, text: str, found: Sequence[Thing]) -> None:
    """Nothing for one thing; raises `AmbiguousName`, which lists the candidates, for several."""
    if len(found) > 1:
        more = f", the first {_LISTED} of them below" if len(found) > _LISTED else ""
        initials = " as initials" if found[0].how == "initials" else ""
        raise AmbiguousName(
            f"{text!r} may mean{initials} {len(found)} things{more}; give a longer name, or an IRI",
            [_row(graph, one) for one in found[:_LISTED]],
        )


def _row(graph: Graph, one: Thing) -> tuple[str, str, str, str]:
    posts = [post.removeprefix(one.where or "") for post in one.held[:2]]
    where = "，".join(filter(None, (one.where, *posts)))
    return one.name, one.kind, where, short_iri(graph, one.iri)


def short_iri(graph: Graph, iri: str) -> str:
    """An IRI with its prefix, as it may be typed; not always valid in SPARQL."""
    space = graph.prefixes["r"]
    return f"r:{iri.removeprefix(space)}" if iri.startswith(space) else iri
