"""The library of questions, asked from Python."""

from __future__ import annotations

from collections.abc import Mapping

from kg.answers.questions import questions_rows
from kg.api.answer import Answer, answer_of
from kg.api.sparql import answer_of_table
from kg.model.errors import QueryError
from kg.query import Graph
from kg.query.library import Question, answer, question, questions
from kg.query.sparql import Record


def asked(graph: Graph, name: str, given: Mapping[str, str | int]) -> Answer[Record]:
    """The answer of a question; an underscore behind a parameter is taken away, as `from` cannot be written so."""
    found = question(name)
    values = {key.removesuffix("_"): str(value) for key, value in given.items()}
    return answer_of_table(answer(graph, found, values), f"{found.title['zh']}  {found.title['en']}")


def listed(theme: str | None) -> Answer[Question]:
    """The questions of a theme, or all. Raises `QueryError` for a theme that there is not."""
    known = questions()
    found = tuple(one for one in known if theme in {None, one.theme})
    if not found:
        themes = ", ".join(dict.fromkeys(one.theme for one in known))
        raise QueryError(f"no theme is called {theme!r}; there are: {themes}")
    return answer_of(theme or "questions", found, found, questions_rows(found))
