"""FollowTheMoney entities, one JSON object a line: people, bodies, positions, occupancies and events.

Its dates are facts to those who read them, so only what is certain to the day, month or year becomes one. The four
bounds of an occupancy stand in its summary, as EDTF.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from kg.model.errors import ModelError
from kg.network.analyse import Known, Presence, Tenure
from kg.network.records import Body, Person
from kg.publish.export.sources import Sources, exact

# Gazettes of people's congresses are those of one country.
COUNTRY = "cn"
Entity = dict[str, Any]
_Values = Mapping[str, str | Iterable[str] | None]


def write_ftm(known: Known, sources: Sources, path: Path) -> None:
    """Write the entities, each checked by the library itself.

    Raises `ModelError` when followthemoney is not installed, OSError when the file cannot be written.
    """
    with path.open("w", encoding="utf-8", newline="\n") as target:
        for entity in entities(known, sources):
            target.write(json.dumps(entity, ensure_ascii=False, sort_keys=True) + "\n")


def entities(known: Known, sources: Sources) -> Iterator[Entity]:
    """The entities in the order people, bodies, positions, occupancies, events. Raises `ModelError` as above."""
    try:
        from followthemoney import model
    except ImportError as error:
        raise ModelError(
            "FollowTheMoney entities need the package followthemoney; install it with pip install 'gazette-kg[ftm]'"
        ) from error
    for schema, iri, values in _every(known, sources):
        entity: Any = model.make_entity(schema)
        entity.id = key(iri)
        for name, value in sorted(values.items()):
            entity.add(name, [value] if isinstance(value, str) else list(value or ()))
        data = _ordered(entity.to_dict())
        entity.schema.validate(data)
        yield data


def _ordered(data: Entity) -> Entity:
    # The library keeps values in sets, whose order changes from run to run.
    return {**data, "properties": {name: sorted(values) for name, values in data["properties"].items()}}


def key(iri: str) -> str:
    """The id of an entity, the same in every build: of an IRI only its digest, because ids go into addresses there."""
    return f"gz-{hashlib.sha1(iri.encode(), usedforsecurity=False).hexdigest()}"


def _key_of(body: str | None, known: Known) -> str | None:
    return key(body) if body is not None and body in known.bodies else None


def _every(known: Known, sources: Sources) -> Iterator[tuple[str, str, _Values]]:
    yield from (("Person", one.id, _person(one, sources)) for one in known.people.values())
    yield from (("PublicBody", one.id, _body(one, known)) for one in known.bodies.values())
    posts = {one.post: one for one in known.tenures}
    yield from (("Position", iri, _position(one, known)) for iri, one in sorted(posts.items()))
    yield from (("Occupancy", one.id, _occupancy(one, sources)) for one in known.tenures)
    meetings: dict[str, list[Presence]] = {}
    for one in known.presences:
        meetings.setdefault(one.meeting, []).append(one)
    yield from (("Event", iri, _event(group, known, sources)) for iri, group in sorted(meetings.items()))


def _person(one: Person, sources: Sources) -> _Values:
    return {
        "name": one.name,
        "alias": (*one.aliases, *sources.pinyin(one.id)),
        "country": COUNTRY,
        "notes": one.place,
        "sourceUrl": one.id,
    }


def _body(one: Body, known: Known) -> _Values:
    return {
        "name": one.name,
        "alias": one.aliases,
        "country": COUNTRY,
        "classification": one.type,
        "parent": _key_of(one.parent, known),
        "sourceUrl": one.id,
    }


def _position(one: Tenure, known: Known) -> _Values:
    return {
        "name": one.name or one.title or one.post,
        "organization": _key_of(one.body, known),
        "country": COUNTRY,
        "sourceUrl": one.post,
    }


def _occupancy(one: Tenure, sources: Sources) -> _Values:
    span = one.span
    passages = sources.of(one.evidence)
    return {
        "holder": key(one.person),
        "post": key(one.post),
        "startDate": exact(span.start_earliest, span.start_latest),
        "endDate": exact(span.end_earliest, span.end_latest),
        # Whether somebody holds a post today is told by no gazette.
        "status": "ended" if span.end_latest is not None else "unknown",
        "summary": f"start {span.start or '?'}, end {span.end or '?'}",
        "description": one.qualifier,
        "sourceUrl": [source.url for source in passages],
        "recordId": [source.note for source in passages],
    }


def _event(group: list[Presence], known: Known, sources: Sources) -> _Values:
    one = group[0]
    return {
        "name": one.name,
        "date": exact(one.span.start_earliest, one.span.start_latest) if one.span is not None else None,
        "country": COUNTRY,
        "organizer": _key_of(one.body, known),
        "involved": sorted({key(each.person) for each in group}),
        "sourceUrl": sorted({source.url for each in group for source in sources.of(each.evidence)}),
    }
