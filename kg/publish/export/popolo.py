"""Popolo JSON: persons, organizations, posts, memberships and events.

Popolo has one start and one end. It gets them only where they are certain to the day, month or year; the four bounds
stand beside them in `x_bounds`, so that nothing that is merely possible looks like a date.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from kg.network.analyse import Known, Presence, Tenure
from kg.network.records import Body, Person
from kg.publish.export.sources import Sources, exact

BOUNDS = ("start_earliest", "start_latest", "end_earliest", "end_latest")
Thing = dict[str, Any]


def write_popolo(known: Known, sources: Sources, path: Path) -> None:
    """Write one JSON object with a list for each class. Raises OSError when the file cannot be written."""
    text = json.dumps(popolo(known, sources), ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")


def popolo(known: Known, sources: Sources) -> dict[str, list[Thing]]:
    """What is written, each list in the order of its ids."""
    return {
        "persons": [_person(one, sources) for one in known.people.values()],
        "organizations": [_organization(one, known) for one in known.bodies.values()],
        "posts": [_post(one, known) for _, one in sorted({one.post: one for one in known.tenures}.items())],
        "memberships": [_membership(one, known, sources) for one in known.tenures],
        "events": _events(known, sources),
    }


def _person(one: Person, sources: Sources) -> Thing:
    also = [*_names(one.aliases), *({"name": name, "note": "pinyin"} for name in sources.pinyin(one.id))]
    return _filled(id=one.id, name=one.name, other_names=also, x_place=one.place)


def _organization(one: Body, known: Known) -> Thing:
    parent = one.parent if one.parent in known.bodies else None
    return _filled(id=one.id, name=one.name, classification=one.type, parent_id=parent, other_names=_names(one.aliases))


def _post(one: Tenure, known: Known) -> Thing:
    return _filled(
        id=one.post, label=one.name or one.title or one.post, role=one.title, organization_id=_in(one, known)
    )


def _membership(one: Tenure, known: Known, sources: Sources) -> Thing:
    span = one.span
    return _filled(
        id=one.id,
        label=one.name,
        role=one.title,
        person_id=one.person,
        organization_id=_in(one, known),
        post_id=one.post,
        start_date=exact(span.start_earliest, span.start_latest),
        end_date=exact(span.end_earliest, span.end_latest),
        sources=_sources(one, sources),
        x_qualifier=one.qualifier,
        x_bounds=_filled(**{name: getattr(span, name) for name in BOUNDS}),
    )


def _events(known: Known, sources: Sources) -> list[Thing]:
    meetings: dict[str, list[Presence]] = {}
    for one in known.presences:
        meetings.setdefault(one.meeting, []).append(one)
    return [_event(group, known, sources) for _, group in sorted(meetings.items())]


def _event(group: list[Presence], known: Known, sources: Sources) -> Thing:
    one = group[0]
    # Who was there tells the days of the meeting; the last of them is not told by the bounds, which end a day later.
    return _filled(
        id=one.meeting,
        name=one.name,
        classification="meeting",
        start_date=one.span and exact(one.span.start_earliest, one.span.start_latest),
        organization_id=one.body if one.body in known.bodies else None,
        attendees=[
            _filled(id=each.person, name=known.name(each.person), sources=_sources(each, sources)) for each in group
        ],
    )


def _in(one: Tenure, known: Known) -> str | None:
    return one.body if one.body in known.bodies else None


def _names(aliases: tuple[str, ...]) -> list[Thing]:
    return [{"name": alias} for alias in aliases]


def _sources(one: Tenure | Presence, sources: Sources) -> list[Thing]:
    return [{"url": source.url, "note": source.note} for source in sources.of(one.evidence)]


def _filled(**values: Any) -> Thing:
    return {name: value for name, value in values.items() if value not in (None, "", [], {}, ())}
