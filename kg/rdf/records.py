"""All that is printed of people and posts, row by row, as the first pass of tenures reads it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

RECORDS = Path(__file__).with_name("records.rq").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Record:
    """A row of `RECORDS`; `kind` is the name of its class alone."""

    person: str
    name: str | None
    place: str | None
    kind: str
    node: str
    date: str | None
    post: str | None
    body: str | None
    body_name: str | None
    title: str | None
    qualifier: str | None
    reason: str | None
    item: str | None
    by: str | None
    session: int | None
    term: int | None


def read_record(row: Sequence[str | None]) -> Record:
    """A row as a record."""
    person, name, place, kind, node, date, post, body, body_name, title, qualifier, reason, item, by, session, term = (
        row
    )
    return Record(
        person=person or "",
        name=name,
        place=place,
        kind=(kind or "").rpartition("#")[2],
        node=node or "",
        date=date,
        post=post,
        body=body,
        body_name=body_name,
        title=title,
        qualifier=qualifier,
        reason=reason,
        item=item,
        by=by,
        session=None if session is None else int(session),
        term=None if term is None else int(term),
    )
