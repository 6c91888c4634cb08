"""The one finder of things: from what somebody typed to what may be meant, the surest reading first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.lexicon import load
from kg.model.errors import QueryError
from kg.query.naming.iris import iris
from kg.query.naming.meetings import meetings_named
from kg.query.naming.posts import posts_named
from kg.query.naming.shortened import bodies_shortened
from kg.query.naming.sounds import by_initials, by_pinyin, key_of
from kg.query.naming.things import KINDS, TOLD_OF, Thing, described, refuse_several
from kg.query.opening import Graph
from kg.query.sparql import Iri, Record, records

FOLDER = Path(__file__).parent
# Signs that are typed for those that gazettes print.
_SIGNS = str.maketrans({"(": "（", ")": "）", "•": "·", "・": "·", "‧": "·", "∙": "·"})

Found = tuple[str, set[str]]


def find(graph: Graph, text: str, kinds: Iterable[str] = TOLD_OF) -> list[Thing]:
    """What a text may mean among the things of some kinds; nothing where it means none.

    Readings are tried in this order, and the first that means anything wins: an IRI, a whole name, a shortened name,
    pinyin, initials in pinyin, a part of a name.
    """
    wanted = [kind for kind in KINDS if kind in set(kinds)]
    typed = _tidy(text)
    for how, found in _readings(graph, typed, wanted) if typed else ():
        things = described(graph, found, how, wanted) if found else []
        if how == "part":
            things = [one for one in things if one.kind != "post" or not _of_another_title(one.name, typed)]
        if things:
            return things
    return []


def find_one(graph: Graph, text: str, kinds: Iterable[str] = TOLD_OF) -> Thing:
    """The one thing that a text means. Raises `QueryError` for none, `AmbiguousName` for several."""
    kinds = tuple(kinds)
    found = find(graph, text, kinds)
    if not found:
        raise QueryError(f"no {' or '.join(kinds)} is called {text!r} in this graph; try a part of the name")
    refuse_several(graph, text, found)
    return found[0]


def _tidy(text: str) -> str:
    """A text without spaces; nothing of one that no graph can hold."""
    tight = "".join(text.split()).translate(_SIGNS)
    return "" if any("\ud800" <= char <= "\udfff" for char in tight) else tight


def _readings(graph: Graph, typed: str, kinds: list[str]) -> Iterator[Found]:
    yield "iri", set(iris(graph, typed))
    named = records(graph, FOLDER / "names.rq", name=typed)
    yield "name", {str(row["thing"]) for row in named if not _is_alias(row)}
    printed = {str(row["thing"]) for row in named if _is_alias(row)}
    yield "short", _shortened(graph, typed, kinds, printed)
    key = key_of(typed)
    part: set[str] = set()
    if key:
        whole, part = by_pinyin(graph, key)
        yield "pinyin", whole | _posts_in_pinyin(graph, key, kinds)
        yield "initials", by_initials(graph, key)
    yield "part", part | _with_part(graph, typed, kinds)


def _is_alias(row: Record) -> bool:
    return str(row["how"]).endswith("altLabel")


def _bodies(graph: Graph, typed: str) -> set[str]:
    """The bodies of a name, whole or shortened."""
    named = records(graph, FOLDER / "names.rq", name=typed)
    own = {str(row["thing"]) for row in named if not _is_alias(row) and str(row["class"]).endswith("#Body")}
    return own or bodies_shortened(graph, typed) | {str(row["thing"]) for row in named if _is_alias(row)}


def _shortened(graph: Graph, typed: str, kinds: list[str], printed: set[str]) -> set[str]:
    def bodies(name: str) -> set[str]:
        return _bodies(graph, name)

    found = set(printed) if {"body", "place"} & set(kinds) else set()
    if "body" in kinds:
        found |= bodies_shortened(graph, typed)
    if "post" in kinds:
        found |= posts_named(graph, typed, bodies)
    if "meeting" in kinds:
        found |= meetings_named(graph, typed, bodies)
    return found


def _posts_in_pinyin(graph: Graph, key: str, kinds: list[str]) -> set[str]:
    if "post" not in kinds:
        return set()
    return posts_named(graph, key, lambda name: by_pinyin(graph, name)[0], pinyin=True)


def _with_part(graph: Graph, typed: str, kinds: list[str]) -> set[str]:
    found: set[str] = set()
    if "person" in kinds:
        found |= {str(row["thing"]) for row in records(graph, FOLDER / "people_with.rq", part=typed)}
    for kind in kinds:
        if kind != "person":
            rows = records(graph, FOLDER / "things_with.rq", part=typed, **{"class": [_class(graph, kind)]})
            found |= {str(row["thing"]) for row in rows}
    return found


def _of_another_title(post: str, part: str) -> bool:
    """Whether a part of a post's name is cut out of its title: 区长 does not mean the 副区长."""
    return post.partition(part)[0].endswith(tuple(load().titles.prefixes))


def _class(graph: Graph, kind: str) -> Iri:
    return Iri(f"{graph.prefixes['gz']}{KINDS[kind]}")
