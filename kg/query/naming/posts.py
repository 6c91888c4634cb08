"""Posts typed as a body and a title."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kg.lexicon import load
from kg.query.opening import Graph
from kg.query.sparql import Iri, records

FOLDER = Path(__file__).parent

Bodies = Callable[[str], set[str]]


def posts_named(graph: Graph, typed: str, bodies: Bodies, *, pinyin: bool = False) -> set[str]:
    """The posts that a text names, cut where a title begins; the longest title that leaves a body wins.

    `bodies` finds the bodies of what stands before the title, which may leave out the organ that a title belongs to:
    某区区长 is a post of the government.
    """
    titles = _titles(graph, "pinyin" if pinyin else "title")
    for title in sorted((title for title in titles if typed.endswith(title)), key=lambda one: (-len(one), one)):
        before = typed.removesuffix(title)
        # 财政局长 says 局 once for the body and the title.
        for form in [before] if pinyin else [before, before + title[0], *_organs(before, title)]:
            found = bodies(form) if form else set()
            posts = (
                records(graph, FOLDER / "posts.rq", body=map(Iri, sorted(found)), role=titles[title]) if found else []
            )
            if posts:
                return {str(row["thing"]) for row in posts}
    return set()


def _titles(graph: Graph, column: str) -> dict[str, list[Iri]]:
    """The titles by how they are written; several may sound alike."""
    found: dict[str, list[Iri]] = {}
    for row in records(graph, FOLDER / "roles.rq"):
        if row[column] is not None:
            found.setdefault(str(row[column]).replace(" ", ""), []).append(Iri(row["role"]))
    return found


def _organs(before: str, title: str) -> list[str]:
    """The organ that a title belongs to, of the place in front of it; 区长 alone is that of the district."""
    rows = load().titles.organ.items()
    organs = {organ: word for organ, words in rows for word in words if title.endswith(word)}
    return [(before or word[0]) + organ for organ, word in organs.items()]
