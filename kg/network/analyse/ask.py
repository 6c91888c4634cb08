"""Asks a store for all that the analyses are made from; the questions stand beside this file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from kg.network.analyse.records import Known, Line, Presence, Tenure
from kg.network.analyse.spans import Span, dated, hull
from kg.network.ask import Asked, bodies, people
from kg.network.rows import Row, every, first, grouped, text

_HERE = Path(__file__).parent
Sides = Mapping[tuple[str, str], tuple[Line, ...]]


def known(store: Asked, prefixes: Mapping[str, str]) -> Known:
    """People, bodies, tenures and presences of a store, each sorted by their ids."""

    def ask(folder: Path, name: str) -> list[Row]:
        sparql = (folder / f"{name}.rq").read_text(encoding="utf-8")
        return sorted(store.select(sparql, prefixes), key=lambda row: tuple(value or "" for value in row))

    sides = _sides(ask(_HERE, "evidence"))
    return Known(
        {person.id: person for person in people(ask(_HERE.parent, "people"))},
        {body.id: body for body in bodies(ask(_HERE.parent, "bodies"))},
        tuple(_tenures(ask(_HERE, "tenures"), sides)),
        tuple(_presences(ask(_HERE, "presences"))),
    )


def _sides(rows: Iterable[Row]) -> Sides:
    passages: defaultdict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        passages[text(row[0]), text(row[1]), text(row[2])].append(row)
    found: defaultdict[tuple[str, str], set[Line]] = defaultdict(set)
    for (tenure, side, _), group in passages.items():
        found[tenure, side].add(_first_line(group, 3))
    return {key: tuple(sorted(group)) for key, group in found.items()}


def _first_line(rows: list[Row], gazette: int) -> Line:
    return Line(text(rows[0][gazette]), min(int(text(row[gazette + 1])) for row in rows))


def _tenures(rows: Iterable[Row], sides: Sides) -> Iterator[Tenure]:
    for tenure, group in grouped(rows):
        several = first(group, 6)
        yield Tenure(
            tenure,
            text(first(group, 1)),
            text(first(group, 2)),
            first(group, 3) or first(group, 4) or "",
            first(group, 4) or "",
            first(group, 5),
            Span(*(first(group, at) for at in range(8, 12))),
            None if several is None else several in ("true", "1"),
            "、".join(every(group, 7)) or None,
            *(sides.get((tenure, side), ()) for side in ("opens", "closes", "attests", "infers")),
        )


def _presences(rows: Iterable[Row]) -> Iterator[Presence]:
    """One for each person and meeting, however many gazettes print it."""
    pairs: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        pairs[text(row[0]), text(row[4])].append(row)
    for (meeting, person), group in sorted(pairs.items()):
        spans = [span for day in every(group, 3) if (span := dated(day)) is not None]
        passages = [_first_line(rows, 6) for _, rows in grouped((text(row[5]), *row[1:]) for row in group)]
        name = first(group, 1) or meeting
        when = hull(spans) if spans else None
        yield Presence(meeting, name, first(group, 2), person, when, tuple(sorted(set(passages))))
