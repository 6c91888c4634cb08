"""Why a person is one person, and who else it may be: every join with its reason and score, every open question."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kg.query.opening import Graph
from kg.query.sparql import Iri, Record, records

QUESTION = Path(__file__).with_name("identity.rq")


@dataclass(frozen=True, slots=True, order=True)
class IdentityLink:
    """Two mentions that were compared: `verdict` is `joined`, `unsure`, `name_only` or `different`.

    `left` and `right` are the keys of judgements, `other` the person of the other side, the same one where joined.
    """

    verdict: str
    score: float
    kind: str
    left: str
    right: str
    reason: str
    other: str
    by: str | None = None


def identity(graph: Graph, person: str) -> list[IdentityLink]:
    """The joins of a person, given by IRI, the weakest first, then what is not decided, the likeliest first."""
    found = set(map(_link, records(graph, QUESTION, person=Iri(person))))
    return sorted(found, key=lambda one: (one.verdict != "joined", _rank(one), one.left, one.right))


def _rank(one: IdentityLink) -> float:
    return one.score if one.verdict == "joined" else -one.score


def _link(row: Record) -> IdentityLink:
    told = {column: str(row[column]) for column in ("verdict", "kind", "left", "right", "reason", "other")}
    return IdentityLink(**told, score=float(row["score"] or 0), by=None if row["by"] is None else str(row["by"]))
