"""Connections as rows, a step each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.answers.flat import Cell, Flat

if TYPE_CHECKING:
    from kg.query import Connections, Step

STEP = ("connection", "step", "from_iri", "from", "relation", "to_iri", "to", "what", "gazette", "line", "words")
# Each relation as it is told from its subject, and from its object.
RELATIONS = {
    "held": ("held", "held by"),
    "sat_in": ("held a post in", "where a post was held by"),
    "attended": ("came to", "attended by"),
    "decided_on": ("appointed or removed at", "appointed or removed"),
    "listed": ("named in", "names"),
    "met": ("meeting of", "met in"),
    "part_of": ("part of", "with the part"),
    "same_task": ("answers for the same as", "answers for the same as"),
    "project": ("answers for", "project of"),
    "asked": ("gave an opinion to", "got an opinion from"),
    "became": ("became", "came out of"),
    "continued": ("goes on in", "goes on from"),
}


def path_rows(found: Connections) -> Flat:
    """The steps of all connections, with the first words that state each; one by its name alone has none."""
    return Flat(STEP, ([row[name] for name in STEP] for row in _rows(found)), {"connection": int, "step": int})


def relation(step: Step) -> str:
    """How a step leads on, in words."""
    return RELATIONS[step.relation][step.back]


def _rows(found: Connections) -> Iterator[dict[str, Cell]]:
    for number, connection in enumerate(found.connections, 1):
        for place, step in enumerate(connection.steps, 1):
            first = step.passages[0] if step.passages else None
            yield {
                "connection": number, "step": place, "from_iri": step.one, "from": step.one_name,
                "relation": relation(step), "to_iri": step.other, "to": step.other_name, "what": step.what or None,
                "gazette": first.gazette if first else None, "line": " ".join(map(str, first.lines)) if first else None,
                "words": first.words if first else None,
            }  # fmt: skip
