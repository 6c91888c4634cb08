"""The record of a person, post by post: presences, the terms of seats, deaths."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from kg.lexicon import load
from kg.rdf.careers import Line, career_lines, read_lines
from kg.rdf.tenure import Effect
from tests.rdf.sample import COMMITTEE, CONGRESS, COURT, FINANCE

Row = tuple[str | None, ...]
GZ = "https://example.org/gz/ontology#"
WORDS = load()


def row(
    kind: str,
    body: str,
    title: str | None,
    date: str | None = "2031-05-20",
    *,
    node: str = "n",
    qualifier: str | None = None,
    reason: str | None = None,
    item: str | None = "i",
    meeting: tuple[str, int, int] | None = None,
    term: int | None = None,
) -> Row:
    by, number, session = meeting or (None, term, None)
    post = None if title is None else f"post/{body}/{title}"
    return ("p", "柏远", "海州市临江区", GZ + kind, node, date, post, f"body/{body}", body, title, qualifier, reason, item,
            by, None if session is None else str(session), None if number is None else str(number))  # fmt: skip


def lines(*rows: Row) -> list[Line]:
    return list(read_lines(career_lines(rows, WORDS)))


def sights(found: Iterable[Line]) -> list[tuple[str | None, str]]:
    """The presences among the lines: which title they attest, and which they are."""
    return [(line.title, line.node) for line in found if line.node.startswith("presence")]


def present(body: str, date: str, term: int = 9, node: str = "presence") -> Row:
    return row("Membership", body, None, date, node=node, term=term)


SEATED = row("Election", COMMITTEE, "委员", "2030-05-20", meeting=(CONGRESS, 9, 2))
CHAIRING = row("Appointment", COMMITTEE, "副主任", "2030-05-20", meeting=(CONGRESS, 9, 2))
LEFT = row("Removal", COMMITTEE, "委员", "2032-05-20", meeting=(COMMITTEE, 9, 8))


@pytest.mark.parametrize(
    ("record", "attested"),
    [
        ([SEATED], "委员"),
        ([CHAIRING], "副主任"),
        # known only from the end, and present before
        ([LEFT], "委员"),
        ([SEATED, row("Appointment", FINANCE, "局长")], "委员"),
        # either of two posts can be meant
        ([SEATED, CHAIRING], None),
        # no post of that body, none on that day
        ([row("Appointment", FINANCE, "局长")], None),
        ([row("Election", COMMITTEE, "委员", "2032-05-20", meeting=(CONGRESS, 9, 5))], None),
        ([SEATED, row("Removal", COMMITTEE, "委员", "2031-01-20", meeting=(COMMITTEE, 9, 5))], None),
        # another term is another holding
        ([row("Removal", COMMITTEE, "委员", "2032-05-20", meeting=(COMMITTEE, 10, 2))], None),
        ([row("Removal", COMMITTEE, "委员", "2032-05-20")], None),
        # who leads may have been a plain member before
        ([row("Removal", COMMITTEE, "副主任", "2032-05-20", meeting=(COMMITTEE, 9, 8))], None),
    ],
)
def test_a_presence_attests_the_one_post_that_can_be_meant(record: list[Row], attested: str | None) -> None:
    found = lines(*record, present(COMMITTEE, "2031-03-03"))
    assert sights(found) == ([] if attested is None else [(attested, "presence")])


def test_a_presence_is_a_sight_with_the_day_and_term_of_the_meeting() -> None:
    (sight,) = [line for line in lines(SEATED, present(COMMITTEE, "2031-03-03")) if line.node == "presence"]
    assert sight.observation is not None
    assert (sight.observation.effect, sight.date, sight.term) == (Effect.HOLDS, "2031-03-03", 9)


def test_of_two_posts_the_one_held_that_day_is_meant() -> None:
    risen = row("Election", COMMITTEE, "副主任", "2031-06-20", meeting=(CONGRESS, 9, 3))
    left = row("ResignationAcceptance", COMMITTEE, "委员", "2031-06-20", meeting=(CONGRESS, 9, 3))
    early, late = present(COMMITTEE, "2031-03-03", node="presence1"), present(COMMITTEE, "2031-09-03", node="presence2")
    assert sorted(sights(lines(SEATED, left, risen, early, late))) == [("副主任", "presence2"), ("委员", "presence1")]


def act(kind: str, item: str | None = "i", meeting: tuple[str, int, int] = (COMMITTEE, 8, 40)) -> Row:
    return row(kind, CONGRESS, "代表", item=item, meeting=meeting)


def seat(kind: str, term: int | None = 9, item: str | None = "i", body: str = CONGRESS) -> Row:
    return row(kind, body, None, item=item, term=term, node="seat")


@pytest.mark.parametrize(
    ("rows", "term"),
    [
        ([act("Election"), seat("SeatBegins")], 9),
        ([act("Confirmation"), seat("SeatBegins")], 9),
        ([act("ConsequentialTermination"), seat("SeatEnds")], 9),
        ([act("AutomaticLapse"), seat("SeatEnds")], 9),
        # printed elsewhere, of the other kind, of another congress, or of two terms
        ([act("Election"), seat("SeatBegins", item="j")], None),
        ([act("Election", item=None), seat("SeatBegins", item=None)], None),
        ([act("Election"), seat("SeatEnds")], None),
        ([act("Election"), seat("SeatBegins", body="海州市人民代表大会")], None),
        ([act("Election"), seat("SeatBegins"), seat("SeatBegins", 8)], None),
        # the meeting that confirms a seat may be of the term before
        ([act("Confirmation")], None),
    ],
)
def test_the_term_of_a_seat_is_that_printed_with_it(rows: list[Row], term: int | None) -> None:
    (found,) = lines(*rows)
    assert found.term == term


@pytest.mark.parametrize(
    ("kind", "meeting", "term"),
    [
        ("Removal", (COMMITTEE, 9, 4), 9),
        ("Election", (CONGRESS, 9, 3), 9),
        # the first session sees both those who go and those whom it elects
        ("Election", (CONGRESS, 9, 1), 9),
        ("PositionStatement", (CONGRESS, 9, 1), None),
        ("Removal", (CONGRESS, 9, 1), None),
        ("Removal", (COMMITTEE, 9, 1), 9),
        # the terms of another congress are others
        ("Election", ("海州市人民代表大会", 9, 3), None),
        ("Removal", None, None),
    ],
)
def test_the_term_of_another_post_is_that_of_the_meeting(
    kind: str, meeting: tuple[str, int, int] | None, term: int | None
) -> None:
    (found,) = lines(row(kind, COMMITTEE, "副主任", meeting=meeting))
    assert found.term == term


def test_a_post_that_is_not_for_a_term_has_none() -> None:
    (found,) = lines(row("Appointment", FINANCE, "局长", meeting=(COMMITTEE, 9, 4)))
    assert found.term is None


def deaths(*rows: Row) -> list[tuple[str | None, str | None, str]]:
    return [(line.title, line.date, line.node) for line in lines(*rows) if line.effect is None]


def test_a_death_is_told_of_every_post() -> None:
    found = deaths(
        row("Appointment", FINANCE, "局长", "2029-01-02"),
        row("Appointment", COURT, "审判员", "2029-01-02"),
        row("SeatEnds", CONGRESS, None, "2031-05-20", node="seat", reason="因病去世"),
    )
    assert sorted(found) == [("审判员", "2031-05-20", "seat"), ("局长", "2031-05-20", "seat")]


@pytest.mark.parametrize(
    ("kind", "title", "reason", "date"),
    [
        ("SeatEnds", None, "因病", "2031-05-20"),
        ("SeatEnds", None, "因父亲去世", "2031-05-20"),
        ("SeatEnds", None, None, "2031-05-20"),
        ("SeatEnds", None, "因病去世", None),
        # the reason of an election is the end of the one before
        ("SeatBegins", None, "因病去世", "2031-05-20"),
        ("Election", "代表", "因病去世", "2031-05-20"),
        ("Confirmation", "代表", "因病去世", "2031-05-20"),
    ],
)
def test_no_death_is_told(kind: str, title: str | None, reason: str | None, date: str | None) -> None:
    assert deaths(row("Appointment", FINANCE, "局长"), row(kind, CONGRESS, title, date, reason=reason)) == []


@pytest.mark.parametrize(("reason", "effect"), [("因病去世", Effect.LAPSES), ("因工作调动", Effect.ENDS)])
def test_the_dead_had_left_before_it_was_declared(reason: str, effect: Effect) -> None:
    found = lines(row("ConsequentialTermination", CONGRESS, "代表", reason=reason))
    assert found[0].effect is not None
    assert Effect(found[0].effect) is effect


def test_rows_in_another_order_give_the_same_lines() -> None:
    rows = [SEATED, LEFT, present(COMMITTEE, "2031-03-03"), row("SeatEnds", CONGRESS, None, reason="因病去世")]
    assert sorted(career_lines(rows, WORDS)) == sorted(career_lines(rows[::-1], WORDS))
