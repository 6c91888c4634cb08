"""Who held what and when: the timeline and the table of a person, a post or a body."""

from __future__ import annotations

from dataclasses import dataclass

from kg.publish.pages.links import Links
from kg.publish.pages.thing.parts import Link, lines
from kg.publish.pages.thing.timeline import Timeline, timeline
from kg.query import Graph, Iri, Stretch, Tenure, holders
from kg.query.tenures import tenures_of
from kg.query.tenures.words import why

# Bars that can be taken in at one look.
MOST = 80
KINDS = ("person", "post", "body")


@dataclass(frozen=True, slots=True)
class Held:
    """One tenure as a row."""

    person: Link
    post: Link
    since: str
    until: str
    certain: str
    possible: str
    why: str
    passages: tuple[tuple[Link, str, str], ...]


@dataclass(frozen=True, slots=True)
class Career:
    """The tenures of a thing; gaps and overlaps of a post with one seat alone."""

    drawn: Timeline | None
    rows: tuple[Held, ...]
    stretches: tuple[Stretch, ...]
    more: int


def career(graph: Graph, links: Links, iri: str, kind: str) -> Career | None:
    """The tenures of a person, of a post over all names of its body, or in a body; None where there are none."""
    if kind not in KINDS:
        return None
    line = holders(graph, iri) if kind == "post" else None
    found = list(line.tenures) if line else tenures_of(graph, [iri])
    if not found:
        return None
    ordered = sorted(found, key=lambda one: (one.head is not True, one.label)) if kind == "body" else found
    shown, stretches = ordered[:MOST], line.stretches if line else ()
    drawn = timeline(
        [(_label(one, kind), links.thing(one.post if kind == "person" else one.person), one) for one in shown],
        stretches,
    )
    return Career(drawn, tuple(_held(links, one) for one in shown), tuple(stretches), len(ordered[MOST:]))


def _label(one: Tenure, kind: str) -> str:
    if kind == "person":
        return one.label.removeprefix(one.place or "")
    return one.name if kind == "post" else f"{one.name} {one.title or one.label}"


def _held(links: Links, one: Tenure) -> Held:
    return Held(
        Link(one.name, links.thing(Iri(one.person))),
        Link(one.label + (f"（{one.qualifier}）" if one.qualifier else ""), links.thing(Iri(one.post))),
        one.start.text,
        one.end.text,
        " – ".join(one.certain) if one.certain else "",
        " – ".join(day or "?" for day in one.possible),
        why(one.start, one.end, one.grounds, links.language),
        _passages(one),
    )


def _passages(one: Tenure) -> tuple[tuple[Link, str, str], ...]:
    found = dict.fromkeys(passage for ground in one.grounds for passage in ground.passages)
    return tuple((Link(told.gazette, None), lines(told), told.words) for told in found)
