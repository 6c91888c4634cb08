"""A body as rows: what it is, what it came out of, its posts and who held them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.answers.flat import Cell, Flat, Row
from kg.answers.tenures import TENURE, lines_of, tenure_cells

if TYPE_CHECKING:
    from kg.query import Body

_EMPTY: tuple[Cell, ...] = (None,) * len(TENURE)


def body_rows(found: Body) -> Flat:
    """All that is known of a body; `part` tells what a row is."""
    return Flat(("part", "text", "event", "date", *TENURE), _rows(found))


def _rows(found: Body) -> Iterator[Row]:
    facts: list[tuple[str, Cell]] = [("name", found.name), ("kind", found.kind), ("duties", found.duties)]
    facts += [("parent", name) for name in found.parents] + [("part", name) for name in found.parts]
    facts += [("other_name", name) for name in found.names]
    for part, text in facts:
        yield part, text, None, None, *_EMPTY
    for part, links in (("before", found.before), ("after", found.after)):
        for link in links:
            places: dict[str, Cell] = {**dict.fromkeys(TENURE), "evidence": lines_of(link.passages)}
            yield part, "、".join(link.others), link.event, link.date, *places.values()
    for post in found.posts:
        yield "post", post.label, None, None, *_EMPTY
        for tenure in post.tenures:
            yield "holder", post.title, None, None, *tenure_cells(tenure)
