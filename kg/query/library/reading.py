"""Reads the library: the questions that come with the ontology, and those of a folder of one's own."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from kg.model.errors import QueryError
from kg.query.library.header import read_question
from kg.query.library.model import Question
from kg.rdf.ontology import ontology_folders

FOLDER = "queries"


def questions() -> tuple[Question, ...]:
    """All questions by theme and name: `queries/THEME/NAME.rq` of the ontology, and of the folder `KG_ONTOLOGY`.

    One's own question takes the place of one of the same name. Raises `QueryError` when a file is not well formed.
    """
    found: dict[str, Question] = {}
    for folder in ontology_folders():
        own: dict[str, Question] = {}
        for path in sorted((folder / FOLDER).glob("*/*.rq")):
            if path.stem in own:
                raise QueryError(f"{path}: another theme has a question {path.stem}; rename one of them")
            own[path.stem] = read_question(path)
        found.update(own)
    return tuple(sorted(found.values(), key=lambda one: (one.theme, one.name)))


def question(name: str) -> Question:
    """The question of a name. Raises `QueryError`, with names that are near, when there is none."""
    known = {one.name: one for one in questions()}
    if name not in known:
        raise QueryError(f"no question is called {name!r}; {near(name, known)}`kg ask` lists them")
    return known[name]


def near(name: str, known: Iterable[str]) -> str:
    """Names that may have been meant, as the part of a sentence; empty where none is near."""
    close = get_close_matches(name, list(known), n=3, cutoff=0.5)
    return f"did you mean {' or '.join(close)}? " if close else ""
