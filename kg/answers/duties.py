"""Duties and projects as rows, and who headed the responsible body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import TYPE_CHECKING

from kg.answers.flat import Flat

if TYPE_CHECKING:
    from kg.query import Duty, Heads, ProjectHistory, Statement

HEADS = "derived_head"
_DUTY = ("agent", "date", "kind", "role", "object", "gazette", "line", "words")
_PROJECT = ("project", "name", "region", "kind")


def duties_rows(found: Sequence[Duty], *, heads: bool = False) -> Flat:
    """The duties of a body or a person; with `heads` a column for who headed the body, which is derived."""
    columns = duty_columns(heads)
    return Flat(columns, ([duty_cells(duty)[name] for name in columns] for duty in found))


def duty_columns(heads: bool) -> tuple[str, ...]:
    """The columns of a duty."""
    return (*_DUTY[:5], HEADS, *_DUTY[5:]) if heads else _DUTY


def duty_cells(duty: Duty) -> dict[str, str | None]:
    """The cells of a duty by column."""
    return {
        "agent": duty.agent,
        "date": duty.date,
        "kind": duty.kind,
        "role": duty.role,
        "object": duty.object,
        HEADS: heads_text(duty.derived_heads),
        "gazette": duty.gazette,
        "line": " ".join(map(str, duty.lines)),
        "words": duty.words,
    }


def project_rows(projects: Sequence[ProjectHistory], *, heads: bool = False) -> Flat:
    """All that is said of projects, a row a statement; with `heads` as for duties."""
    rows = (
        (project.project, project.name, project.region, project.kind, *statement_cells(statement, heads))
        for project in projects
        for statement in project.statements
    )
    return Flat((*_PROJECT, *statement_columns(heads)), rows)


def statement_columns(heads: bool) -> list[str]:
    """The columns of a statement on a project."""
    from kg.query import Statement

    names = ["line" if field.name == "lines" else field.name for field in fields(Statement)]
    names.remove("derived_heads")
    if heads:
        names.insert(names.index("body") + 1, HEADS)
    return names


def statement_cells(statement: Statement, heads: bool) -> list[str | None]:
    """The cells of a statement on a project."""
    cells = {field.name: getattr(statement, field.name) for field in fields(statement)}
    cells |= {"line": " ".join(map(str, statement.lines)), HEADS: heads_text(statement.derived_heads)}
    return [cells[name] for name in statement_columns(heads)]


def heads_text(heads: Heads | None) -> str | None:
    """The heads of a body in one cell, each with how sure it is; `?` and the reason where nobody can be named."""
    if heads is None:
        return None
    if heads.unknown is not None:
        return f"? {heads.unknown}"
    return "、".join(
        f"{head.name}{f'（{head.qualifier}）' if head.qualifier else ''} ({head.status})" for head in heads.people
    )
