"""Why a person is one person, and who else it may be: every join with its reason and score, every open question."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kg.query.opening import Graph
from kg.query.sparql import Iri, Table, ask

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
    table = ask(graph, QUESTION.read_text(encoding="utf-8"), {"person": Iri(person)})
    if not isinstance(table, Table):
        raise TypeError(f"{QUESTION.name} is no SELECT")
    found = {
        IdentityLink(
            str(verdict), float(score or 0), str(kind), str(left), str(right), str(reason), str(other), _by(by)
        )
        for _, verdict, kind, score, reason, by, left, right, other in table.rows
    }
    return sorted(found, key=lambda one: (one.verdict != "joined", _rank(one), one.left, one.right))


def _rank(one: IdentityLink) -> float:
    return one.score if one.verdict == "joined" else -one.score


def _by(value: object) -> str | None:
    return None if value is None else str(value)
