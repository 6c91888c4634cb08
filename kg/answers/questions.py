"""The questions of the library as rows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.answers.flat import Flat

if TYPE_CHECKING:
    from kg.query.library import Question


def questions_rows(questions: Iterable[Question]) -> Flat:
    """A row a question, with its title in both languages and what it has to be given."""
    columns = ("theme", "name", "title", "title_zh", "parameters")
    rows = ((one.theme, one.name, one.title["en"], one.title["zh"], " ".join(parameters(one))) for one in questions)
    return Flat(columns, rows)


def parameters(asked: Question) -> list[str]:
    """Each parameter with its kind, in brackets where it may be left out."""
    return [f"{one.name}={one.kind}" if one.required else f"[{one.name}={one.kind}]" for one in asked.parameters]
