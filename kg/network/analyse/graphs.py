"""The nodes and edges of the graphs that analyses give, all with the same attributes."""

from __future__ import annotations

from collections import Counter
from typing import Any

from kg.network.analyse.records import Known, Line, lines
from kg.network.analyse.spans import Certainty


class Labels:
    """How people and bodies are named to readers: a name that several people share says more of each."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._names = Counter(person.name for person in known.people.values())
        self._places = Counter((person.name, person.place) for person in known.people.values())
        self._numbers = self._numbered(known)

    def _numbered(self, known: Known) -> dict[str, int]:
        seen: Counter[tuple[str, str | None]] = Counter()
        numbers = {}
        for iri in sorted(known.people):
            person = known.people[iri]
            seen[person.name, person.place] += 1
            numbers[iri] = seen[person.name, person.place]
        return numbers

    def person(self, iri: str) -> str:
        """The name; with the place, and a number, where several have it."""
        person = self._known.people.get(iri)
        if person is None:
            return _tail(iri)
        if self._names[person.name] == 1:
            return person.name
        number = f" {self._numbers[iri]}" if self._places[person.name, person.place] > 1 else ""
        return f"{person.name}（{person.place or '?'}{number}）"

    def body(self, iri: str) -> str:
        """The full name."""
        body = self._known.bodies.get(iri)
        return _tail(iri) if body is None else body.name

    def node(self, iri: str, kind: str) -> dict[str, Any]:
        """The attributes of a node: `kind` is `person` or `body`."""
        if kind == "body":
            body = self._known.bodies.get(iri)
            return {"iri": iri, "label": self.body(iri), "kind": kind, "type": body.type if body else None}
        person = self._known.people.get(iri)
        return {"iri": iri, "label": self.person(iri), "kind": kind, "place": person.place if person else None}


def edge(
    kind: str, weight: int, certainty: Certainty, since: str, until: str, evidence: tuple[Line, ...], **more: Any
) -> dict[str, Any]:
    """The attributes of an edge: what it derives from among them; what is None is no attribute in a file."""
    return {
        "kind": kind, "weight": weight, "certainty": certainty, "from": since or None, "until": until or None,
        "evidence": lines(evidence), "derived": True, **more,
    }  # fmt: skip


def _tail(iri: str) -> str:
    return iri.rpartition("/")[2] or iri
