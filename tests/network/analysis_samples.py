"""Invented tenures for the tests of the analyses, written as short as the tests are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.network.analyse import Known, Line, Presence, Span, Tenure, window
from kg.network.records import Body, Person

ALWAYS = (None, None)


def bounds(text: str | None) -> tuple[str | None, str | None]:
    """The two bounds of `2020-01-01`, `..2020-01-01`, `2020-01-01..` or nothing."""
    if text is None:
        return ALWAYS
    earliest, dots, latest = text.partition("..")
    return (earliest or None, latest or None) if dots else (earliest, earliest)


def span(start: str | None = None, end: str | None = None) -> Span:
    return Span(*bounds(start), *bounds(end))


def tenure(
    person: str,
    body: str | None,
    start: str | None = None,
    end: str | None = None,
    *,
    title: str = "局长",
    several: bool | None = False,
    line: int = 1,
    qualifier: str | None = None,
) -> Tenure:
    """A tenure whose start stands on `line` and whose end stands on the one after it."""
    name = f"{body or ''}{title}"
    closes = (Line("g", line + 1),) if end else ()
    return Tenure(
        f"t/{person}/{name}/{start}/{end}", person, f"post/{name}", name, title, body, span(start, end), several, qualifier,
        (Line("g", line),), closes,
    )  # fmt: skip


def presence(person: str, meeting: str, day: str | None, body: str = "常委会", line: int = 50) -> Presence:
    when = window(day, day) if day else None
    return Presence(meeting, f"{meeting}次会议", body, person, when, (Line("m", line),))


def known(
    tenures: Iterable[Tenure], presences: Iterable[Presence] = (), after: Mapping[str, frozenset[str]] | None = None
) -> Known:
    """What is known, with every person and body that is named; `after` names what bodies and posts go on as."""
    held, present = tuple(tenures), tuple(presences)
    people = sorted({one.person for one in held} | {one.person for one in present})
    bodies = sorted({one.body for one in held if one.body} | {one.body for one in present if one.body})
    return Known(
        {person: Person(person, person, "云岭县") for person in people},
        {body: Body(body, body, "department") for body in bodies},
        held,
        present,
        after or {},
    )


def shown(evidence: Iterable[Line]) -> list[str]:
    return list(map(str, evidence))
