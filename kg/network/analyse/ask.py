"""Asks a store for all that the analyses are made from; what the viewer asks too stands with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from kg.network.analyse.records import Known, Line, Presence, Tenure, lines
from kg.network.analyse.spans import Span, dated, hull
from kg.network.ask import Asked, bodies, people, tenures
from kg.network.records import Tenure as Stated
from kg.network.rows import Row, every, first, grouped, text

_HERE = Path(__file__).parent
Passages = Mapping[str, tuple[Line, ...]]


def known(store: Asked, prefixes: Mapping[str, str]) -> Known:
    """People, bodies, tenures and presences of a store, each sorted by their ids."""

    def ask(name: str, folder: Path = _HERE) -> list[Row]:
        sparql = (folder / f"{name}.rq").read_text(encoding="utf-8")
        return sorted(store.select(sparql, prefixes), key=lambda row: tuple(value or "" for value in row))

    passages = _passages(ask("passages"))
    posts = dict(grouped(ask("posts")))
    return Known(
        {person.id: person for person in people(ask("people", _HERE.parent))},
        {body.id: body for body in bodies(ask("bodies", _HERE.parent))},
        tuple(_tenure(one, posts.get(one.id, []), passages) for one in tenures(ask("tenures", _HERE.parent))),
        tuple(_presences(ask("presences"), passages)),
        {old: frozenset(every(group, 1)) for old, group in grouped(row[1:] for row in ask("continued"))},
    )


def _passages(rows: Iterable[Row]) -> Passages:
    """The first line of each passage of each fact."""
    found: defaultdict[tuple[str, str, str], set[int]] = defaultdict(set)
    for fact, span, gazette, line in rows:
        found[text(fact), text(span), text(gazette)].add(int(text(line)))
    facts: defaultdict[str, set[Line]] = defaultdict(set)
    for (fact, _, gazette), numbers in found.items():
        facts[fact].add(Line(gazette, min(numbers)))
    return {fact: tuple(sorted(passages)) for fact, passages in facts.items()}


def _tenure(one: Stated, post: list[Row], passages: Passages) -> Tenure:
    several = first(post, 3)
    return Tenure(
        one.id,
        one.person,
        text(first(post, 1)),
        first(post, 2) or one.title or "",
        one.title or "",
        one.body,
        Span(*one.bounds),
        None if several is None else several in ("true", "1"),
        "、".join(one.qualifiers) or None,
        *(_lines(facts, passages) for facts in (one.opened, one.closed, one.attested, one.sources)),
    )


def _lines(facts: Iterable[str], passages: Passages) -> tuple[Line, ...]:
    return lines(*(passages.get(fact, ()) for fact in facts))


def _presences(rows: Iterable[Row], passages: Passages) -> Iterator[Presence]:
    """One for each person and meeting, however many gazettes print it."""
    pairs: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        pairs[text(row[0]), text(row[1])].append(row)
    for (meeting, person), group in sorted(pairs.items()):
        spans = [span for day in every(group, 5) if (span := dated(day)) is not None]
        when = hull(spans) if spans else None
        name = first(group, 3) or meeting
        yield Presence(meeting, name, first(group, 4), person, when, _lines(every(group, 2), passages))
