"""The terms of congresses, and the days on which they begin."""

from __future__ import annotations

import pytest

from kg.lexicon import load
from kg.rdf.term_bodies import FirstSession, first_sessions, term_bodies
from kg.rdf.terms import Turn
from tests.rdf.sample import COMMITTEE, CONGRESS, FINANCE

Row = tuple[str | None, ...]
GZ = "https://example.org/gz/ontology#"
WORDS = load()


def met(
    term: int,
    session: int | None,
    *dates: str | None,
    body: str = CONGRESS,
    kind: str = "Meeting",
    node: str | None = None,
) -> list[Row]:
    number = None if session is None else str(session)
    name = node or f"meeting/{body}/{term}-{session}"
    return [(body, str(term), number, name, GZ + kind, date) for date in dates or (None,)]


def sessions(*rows: list[Row]) -> list[tuple[int, str, str, str]]:
    flat = sorted((row for group in rows for row in group), key=lambda row: str(row[0]))
    found = first_sessions(flat, WORDS).get(CONGRESS, ())
    return [(one.term, one.first, one.held, one.elected) for one in found]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([met(9, 1, "2031-01-09", "2031-01-10", "2031-01-11")], [(9, "2031-01-09", "2031-01-11", "2031-01-11")]),
        # a single day may be the first or the last one
        ([met(9, 1, "2031-01-10")], [(9, "2030-12-21", "2031-01-10", "2031-01-30")]),
        ([met(9, 1, "2031-01")], [(9, "2030-12-12", "2031-01-31", "2031-02-20")]),
        # the day of an election is a day of the session, and the one that counts
        ([met(9, 1, "2031-01-09"), met(9, 1, "2031-01-11", kind="Election")],
         [(9, "2031-01-09", "2031-01-11", "2031-01-11")]),
        ([met(9, 1, "2031-01-09", "2031-01-12"), met(9, 1, "2031-01-11", kind="Election")],
         [(9, "2031-01-09", "2031-01-12", "2031-01-11")]),
        ([met(9, 1, "2031-01-10"), met(10, 1, "2036-01-05", "2036-01-06")],
         [(9, "2030-12-21", "2031-01-10", "2031-01-30"), (10, "2036-01-05", "2036-01-06", "2036-01-06")]),
        # no first session, no day, or the first meeting of the standing committee
        ([met(9, 2, "2032-01-10")], []),
        ([met(9, 1, None)], []),
        ([met(9, None, "2031-01-10")], []),
        ([met(9, 1, "2031-01-20", body=COMMITTEE)], []),
        # a later meeting of the term before: something is misprinted
        ([met(9, 1, "2031-01-10"), met(8, 30, "2031-09-10", body=COMMITTEE)], []),
        ([met(9, 1, "2031-01-10"), met(8, 30, "2031-01-09", body=COMMITTEE)],
         [(9, "2030-12-21", "2031-01-10", "2031-01-30")]),
    ],
)  # fmt: skip
def test_first_sessions(rows: list[list[Row]], expected: list[tuple[int, str, str, str]]) -> None:
    assert sessions(*rows) == expected


def test_the_seats_of_deputies_turn_when_a_session_opens_and_other_posts_when_it_elects() -> None:
    session = FirstSession(9, "2031-01-09", "2031-01-12", "2031-01-11", "m")
    assert session.turn(early=True) == Turn(9, "2031-01-09", "2031-01-12", "m")
    assert session.turn(early=False) == Turn(9, "2031-01-09", "2031-01-11", "m")


def statements(*rows: list[Row]) -> set[str]:
    flat = sorted((row for group in rows for row in group), key=lambda row: str(row[0]))
    found = term_bodies(flat, WORDS)
    return {line.replace(" <https://example.org/gz/graph/derived> .\n", "") for line in found}


def node(term: int) -> str:
    return f"<https://example.org/gz/id/termbody/{CONGRESS}/{term}>"


def day(text: str) -> str:
    return f'"{text}"^^<http://www.w3.org/2001/XMLSchema#date>'


def test_a_term_is_bounded_by_its_first_session_and_the_next_one() -> None:
    found = statements(met(9, 1, "2031-01-09", "2031-01-10"), met(10, 1, "2036-01-05", "2036-01-06"))
    bounds = {
        f"{node(9)} <{GZ}startEarliest> {day('2031-01-09')}",
        f"{node(9)} <{GZ}startLatest> {day('2031-01-10')}",
        f"{node(9)} <{GZ}endEarliest> {day('2036-01-05')}",
        f"{node(9)} <{GZ}endLatest> {day('2036-01-06')}",
        f"{node(10)} <{GZ}startEarliest> {day('2036-01-05')}",
        f"{node(10)} <{GZ}startLatest> {day('2036-01-06')}",
    }
    assert {line for line in found if "est> " in line} == bounds
    assert f"{node(9)} <http://www.w3.org/ns/prov#wasDerivedFrom> <meeting/{CONGRESS}/10-1>" in found
    assert f"{node(9)} <{GZ}termOf> <https://example.org/gz/id/body/{CONGRESS}>" in found
    assert f'{node(9)} <http://www.w3.org/2000/01/rdf-schema#label> "{CONGRESS}第9届"' in found


def test_the_term_after_the_next_does_not_bound() -> None:
    found = statements(met(9, 3, "2033-01-09"), met(11, 1, "2041-01-05", "2041-01-06"))
    assert not any(line.startswith(node(9)) and "est> " in line for line in found)


def test_meetings_of_the_congress_and_its_standing_committee_are_in_the_term() -> None:
    found = statements(met(9, 2, "2032-01-09"), met(9, 7, "2031-12-09", body=COMMITTEE), met(9, 3, None, body=FINANCE))
    inside = {line for line in found if "#inTerm" in line}
    assert inside == {
        f"<meeting/{CONGRESS}/9-2> <{GZ}inTerm> {node(9)}",
        f"<meeting/{COMMITTEE}/9-7> <{GZ}inTerm> {node(9)}",
    }


def test_a_seat_alone_makes_a_term_known() -> None:
    found = statements(met(9, None, None, kind="DeputyChange", node="seat"))
    assert f"{node(9)} <http://www.w3.org/ns/prov#wasDerivedFrom> <seat>" in found
    assert not any("#inTerm" in line for line in found)


def test_a_congress_without_its_place_is_that_of_any_place() -> None:
    assert statements(met(9, 1, "2031-01-09", body="人民代表大会")) == set()
