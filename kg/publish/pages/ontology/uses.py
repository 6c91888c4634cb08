"""One real statement for each term, from the lines of a graph."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kg.rdf.nquads import split_line

_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
_PARTS = re.compile(r"(\S+) (\S+) (.+)", re.DOTALL)
# Longer texts would fill the page; an empty one shows nothing.
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Use:
    """A statement, its parts as N-Triples write them."""

    subject: str
    predicate: str
    value: str


def read_uses(lines: Iterable[str], base: str) -> dict[str, Use]:
    """The first short statement of each property, class and named value of ours, by the term's IRI.

    The lines are sorted N-Quads; those of the ontology itself are passed over.
    """
    found: dict[str, Use] = {}
    own, space = base + "graph/ontology", f"<{base}ontology#"
    for line in lines:
        triple, graph = split_line(line.rstrip("\n"))
        parts = _PARTS.fullmatch(triple)
        if graph == own or parts is None or not 2 < len(parts[3]) < len(base) + _LONGEST:
            continue
        for term in (parts[3], parts[2]) if parts[2] == _TYPE or parts[3].startswith(space) else (parts[2],):
            if term.startswith(space):
                found.setdefault(term.strip("<>"), Use(parts[1], parts[2], parts[3]))
    return found
