"""The nodes and edges of the graphs that analyses give, all with the same attributes."""

from __future__ import annotations

from typing import Any

from kg.network.analyse.records import Known, Line, Tenure, lines
from kg.network.analyse.spans import Certainty
from kg.network.labels import common_place, labels, told_apart


class Labels:
    """How people and bodies are named to readers; behind a name that several people have, what tells them apart."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._marks = told_apart((known.people[iri] for iri in sorted(known.people)), _posts(known))

    def person(self, iri: str) -> str:
        """The name, and what tells it from others of the same name."""
        person = self._known.people.get(iri)
        if person is None:
            return _tail(iri)
        mark = self._marks.get(iri)
        return person.name if mark is None else f"{person.name}（{mark}）"

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


def _posts(known: Known) -> dict[str, str]:
    """The last post of each person, in a short form: the place is told beside it."""
    names = [body.name for body in known.bodies.values()]
    short = labels(names, common_place(names))
    return {
        tenure.person: f"{short[body.name]}{tenure.title}"
        for tenure in sorted(known.tenures, key=_taken)
        if (body := known.bodies.get(tenure.body or "")) is not None
    }


def _taken(tenure: Tenure) -> tuple[str, str]:
    return tenure.span.last_start, tenure.id
