"""Names that may be one name misprinted: nobody of the one is taken for the successor of somebody of the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

# ?one ?other: two names of people of whom it is not decided whether they are one.
ALIKE = """
SELECT DISTINCT ?one ?other WHERE {
  ?pair a gz:IdentityJudgement ; gz:judgement "unsure" .
  ?pair gz:leftMention/gz:resolvedTo/rdfs:label ?one ; gz:rightMention/gz:resolvedTo/rdfs:label ?other .
  FILTER(?one != ?other)
}
"""


def alike(rows: Iterable[Sequence[str | None]]) -> Mapping[str, str]:
    """One name for all that may be the same, by name, from rows of `ALIKE`; names that no pair has are left out."""
    of: dict[str, str] = {}
    for one, other in rows:
        first, second = sorted((_root(of, one or ""), _root(of, other or "")))
        of[second] = first
    return {name: _root(of, name) for name in of}


def _root(of: Mapping[str, str], name: str) -> str:
    while (above := of.get(name, name)) != name:
        name = above
    return name
