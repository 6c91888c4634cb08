"""A fact as a row of a table: its columns, and each of its values as a cell."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from types import UnionType
from typing import Any, get_args, get_type_hints

from kg.model.facts import Author, Evidence, Meeting, MeetingRef
from kg.model.gazette import Gazette

Row = Mapping[str, str | int | float]

EVIDENCE_COLUMNS = ("gazette", "line", "text", "rule", "confidence")
# Words of Python that the reference facts do not avoid.
RENAMED = {"votes_for": "for", "votes_against": "against", "abstentions": "abstain"}
MEETING_COLUMNS = ("body", "term", "session")
# The parts of the other lists may hold blanks themselves, so a bar separates them.
_BLANK_SEPARATED = frozenset(("dates", "place"))


def columns(kind: type[Any]) -> tuple[str, ...]:
    """The columns of a class of facts, without those of its evidence."""
    names: list[str] = []
    for field in dataclasses.fields(kind):
        if field.name == "meeting":
            names += MEETING_COLUMNS if kind is Meeting else [f"meeting_{name}" for name in MEETING_COLUMNS]
        elif field.name != "evidence":
            names.append(RENAMED.get(field.name, field.name))
    return tuple(names)


def types(kind: type[Any]) -> dict[str, str]:
    """What the columns of a class of facts hold: `integer`, `boolean` or `text`, which dates and lists are too."""
    names: dict[str, str] = {}
    for name, hint in get_type_hints(kind).items():
        if name == "meeting":
            columns_of = MEETING_COLUMNS if kind is Meeting else [f"meeting_{part}" for part in MEETING_COLUMNS]
            names |= dict(zip(columns_of, ("text", "integer", "integer"), strict=True))
        elif name != "evidence":
            names[RENAMED.get(name, name)] = _type(hint)
    return names


def _type(hint: Any) -> str:
    plain = {part for part in get_args(hint) if part is not type(None)} if isinstance(hint, UnionType) else {hint}
    return {int: "integer", bool: "boolean"}.get(plain.pop(), "text") if len(plain) == 1 else "text"


def row(fact: object, evidence: Evidence | None, gazette: Gazette) -> Row:
    """The cells of a fact by column; those of its evidence are never put over them."""
    return {**_evidence(evidence, gazette), **dict(zip(columns(type(fact)), _values(fact), strict=True))}


def _values(fact: Any) -> Iterator[str | int]:
    for field in dataclasses.fields(fact):
        value = getattr(fact, field.name)
        if field.name == "meeting":
            meeting: MeetingRef | None = value
            parts = (meeting.body, meeting.term, meeting.session) if meeting is not None else (None, None, None)
            yield from map(cell, parts)
        elif field.name != "evidence":
            yield cell(value, " " if field.name in _BLANK_SEPARATED else "|")


def _evidence(evidence: Evidence | None, gazette: Gazette) -> Row:
    if evidence is None:
        return {"gazette": gazette.source.stem}
    return {
        "gazette": gazette.source.stem,
        "line": " ".join(map(str, evidence.lines)),
        "text": evidence.text,
        "rule": evidence.rule,
        "confidence": f"{evidence.confidence:g}",
    }


def cell(value: object, separator: str = "|") -> str | int:
    """An empty cell for what the text does not give, `true` or `false`, the parts of a list with their separator."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | str):
        return value
    if isinstance(value, tuple):
        return separator.join(_author(part) if isinstance(part, Author) else str(part) for part in value)
    raise TypeError(f"no cell of a table can hold {value!r}")


def _author(author: Author) -> str:
    return " ".join(part for part in (author.body, author.title, author.person) if part is not None)
