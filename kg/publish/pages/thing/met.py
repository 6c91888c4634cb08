"""What happened at a meeting, at one look: who sat, what was decided and answered, who came into posts or left them.

The words that state it stand below, with the facts of the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.publish.pages.links import Links
from kg.publish.pages.thing.parts import Link, Names
from kg.query import Graph, Iri, Meeting, MeetingAct, MeetingDecision, meeting
from kg.query.evidence import EVENTS
from kg.query.meetings.asking import FOLDER, STATUSES
from kg.query.sparql import records

_CLASSES = {event: name for name, event in EVENTS.items()}


@dataclass(frozen=True, slots=True)
class Part:
    """What a meeting did, in one word; each of it with a note. Names stand `close`, one behind the other."""

    title: str
    rows: tuple[tuple[Link, str], ...]
    close: bool = False


def met(graph: Graph, names: Names, links: Links, iri: str) -> list[Part]:
    """The parts of a meeting that gazettes tell of."""
    told = meeting(graph, iri)
    answers = records(graph, FOLDER / "answers.rq", meeting=Iri(iri))
    names.learn([*_classes(names, told), *(str(row["class"]) for row in answers)])
    parts = [
        Part(names.link(names.term("Decision")).text, tuple(map(_decided, told.decisions))),
        *(
            Part(
                names.link(Iri(kind)).text,
                tuple((_link(links, row["title"], row["fact"]), "") for row in answers if row["class"] == kind),
            )
            for kind in dict.fromkeys(str(row["class"]) for row in answers)
        ),
        Part(names.link(names.term("PersonnelAct")).text, tuple(_act(names, links, act) for act in told.acts)),
        *_seats(names, links, told),
    ]
    return [part for part in parts if part.rows]


def _classes(names: Names, told: Meeting) -> Iterator[Iri]:
    yield from map(names.term, ("Decision", "PersonnelAct", *STATUSES))
    yield from (names.term(_CLASSES[act.event]) for act in told.acts if act.event in _CLASSES)


def _decided(one: MeetingDecision) -> tuple[Link, str]:
    return Link(one.title or one.subject or "?", None), one.result or ""


def _act(names: Names, links: Links, act: MeetingAct) -> tuple[Link, str]:
    event = names.link(names.term(_CLASSES[act.event])).text if act.event in _CLASSES else act.event
    qualifier = f"（{act.qualifier}）" if act.qualifier else ""
    return _link(links, act.name or "?", act.person), f"{event} · {act.post}{qualifier}"


def _seats(names: Names, links: Links, told: Meeting) -> Iterator[Part]:
    for name, status in STATUSES.items():
        rows = ((_link(links, one.name, one.person), one.post or "") for one in told.attendance if one.status == status)
        yield Part(names.link(names.term(name)).text, tuple(rows), close=True)


def _link(links: Links, text: object, iri: object) -> Link:
    return Link(str(text), links.thing(Iri(iri)) if iri else None)
