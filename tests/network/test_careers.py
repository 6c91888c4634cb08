"""Which body feeds which, and which share people."""

from __future__ import annotations

import pytest

from kg.network.analyse import Move, Scope, careers, overlap, window
from tests.network.analysis_samples import known, shown, tenure


def short(row: Move) -> tuple[object, ...]:
    return row.source, row.target, row.certain, row.possible, row.people


def test_people_who_left_one_body_and_took_a_post_in_another() -> None:
    here = known([
        tenure("甲", "财政局", "2015-01-01", "2018-01-01", line=10), tenure("甲", "县政府", "2018-01-01", None, line=20),
        tenure("乙", "财政局", "2018-02-01", "2020-01-01", line=30), tenure("乙", "县政府", "2020-06-01", None, line=40),
        tenure("丙", "县政府", "2010-01-01", "2012-01-01"), tenure("丙", "人大", "2013-01-01", None),
    ])  # fmt: skip
    found = careers(here, Scope())
    assert list(map(short, found.rows)) == [("财政局", "县政府", 2, 0, ("甲", "乙")), ("县政府", "人大", 1, 0, ("丙",))]
    assert (found.rows[0].first, found.rows[0].last) == ("2018-01-01", "2020-06-01")
    assert shown(found.rows[0].evidence) == ["g:11", "g:20", "g:31", "g:40"]
    assert found.graph["财政局"]["县政府"]["weight"] == 2
    assert [row.target for row in careers(here, Scope(window("2020-01-01", "2020-12-31"))).rows] == ["县政府"]
    assert [row.target for row in careers(here, Scope(bodies=frozenset({"人大"}))).rows] == ["人大"]


def test_only_the_next_post_counts() -> None:
    here = known([
        tenure("甲", "一局", "2010-01-01", "2012-01-01"), tenure("甲", "二局", "2012-01-01", "2014-01-01"),
        tenure("甲", "三局", "2014-01-01", None),
    ])  # fmt: skip
    assert [short(row)[:2] for row in careers(here, Scope()).rows] == [("一局", "二局"), ("二局", "三局")]


def test_two_posts_taken_on_one_day_are_both_next() -> None:
    here = known([
        tenure("甲", "一局", "2010-01-01", "2012-01-01"), tenure("甲", "二局", "2012-01-01", "2014-01-01"),
        tenure("甲", "三局", "2012-01-01", None),
    ])  # fmt: skip
    assert [short(row)[:2] for row in careers(here, Scope()).rows] == [("一局", "三局"), ("一局", "二局")]


@pytest.mark.parametrize(
    ("kept", "certain", "told"),
    [
        (tenure("甲", "一局", "2011-01-01", "2015-01-01", title="顾问"), 0, ()),
        (tenure("甲", "一局", "2011-01-01", None, title="顾问"), 0, ("possible moves of a person: 1 (--possible takes them in)",)),
        (tenure("甲", "一局", "2011-01-01", "2012-01-01", title="顾问"), 1, ()),
    ],
)  # fmt: skip
def test_who_keeps_another_post_has_not_left(kept: object, certain: int, told: tuple[str, ...]) -> None:
    base = [tenure("甲", "一局", "2010-01-01", "2012-01-01"), tenure("甲", "二局", "2012-01-01", "2014-01-01")]
    found = careers(known([*base, kept]), Scope())  # type: ignore[list-item]
    assert sum(row.certain for row in found.rows) == certain
    assert found.left_out[:1] == told


def test_an_end_that_is_not_known_makes_a_move_possible() -> None:
    here = known([tenure("甲", "一局", "2010-01-01", None), tenure("甲", "二局", "2012-01-01", None)])
    assert careers(here, Scope()).left_out == ("possible moves of a person: 1 (--possible takes them in)",)
    (row,) = careers(here, Scope(possible=True)).rows
    assert (short(row), row.certainty) == (("一局", "二局", 0, 1, ("甲",)), "possible")


def test_posts_held_together_or_of_unknown_order_are_no_move() -> None:
    together = [tenure("甲", "一局", "2010-01-01", "2015-01-01"), tenure("甲", "二局", "2012-01-01", "2018-01-01")]
    seen = [tenure("乙", "一局", "..2010-01-01", "2010-01-01.."), tenure("乙", "二局", "..2010-01-01", "2010-01-01..")]
    found = careers(known([*together, *seen]), Scope(possible=True))
    assert (found.rows, found.left_out) == ((), ())


def test_who_goes_on_with_a_renamed_body_has_not_moved() -> None:
    here = [
        tenure("甲", "建设局", "2010-01-01", "2012-01-01"), tenure("甲", "建管委", "2012-01-01", "2014-01-01"),
        tenure("甲", "水务局", "2014-01-01", None),
    ]  # fmt: skip
    after = {"建设局": frozenset({"建委"}), "建委": frozenset({"建管委"}), "建管委": frozenset({"建设局"})}
    found = careers(known(here, after=after), Scope())
    assert [short(row)[:2] for row in found.rows] == [("建管委", "水务局")]
    assert found.left_out == ("steps with a body that was renamed, merged or split: 1",)


def test_certain_people_come_before_possible_ones() -> None:
    here = known([
        tenure("甲", "一局", "2010-01-01", None), tenure("甲", "二局", "2012-01-01", None),
        tenure("乙", "一局", "2011-01-01", "2013-01-01"), tenure("乙", "二局", "2013-01-01", None),
    ])  # fmt: skip
    (row,) = careers(here, Scope(possible=True)).rows
    assert (short(row), row.certainty) == (("一局", "二局", 1, 1, ("乙", "甲")), "certain")


# 甲 sat in both in 2020; 乙 left the one before coming to the other; 丙 and 丁 sat in one each.
SHARING = known([
    tenure("甲", "常委会", "2018-01-01", "2021-01-01", line=10), tenure("甲", "财经委", "2020-01-01", "2022-01-01", line=20),
    tenure("乙", "常委会", "2018-01-01", "2019-01-01"), tenure("乙", "财经委", "2019-01-01", "2020-01-01"),
    tenure("丙", "常委会", "2018-01-01", "2021-01-01"), tenure("丁", "财经委", "2018-01-01", "2021-01-01"),
])  # fmt: skip


def test_bodies_that_share_people_at_the_same_time() -> None:
    (row,) = overlap(SHARING, Scope()).rows
    assert (row.body, row.other, row.shared, row.possible, row.people) == ("常委会", "财经委", 1, 0, ("甲",))
    assert row.jaccard == 0.25
    assert (row.since, row.until, row.certainty) == ("2020-01-01", "2021-01-01", "certain")
    assert shown(row.evidence) == ["g:10", "g:11", "g:20", "g:21"]


def test_overlap_in_a_period_counts_its_people_alone() -> None:
    (row,) = overlap(SHARING, Scope(window("2020-06-01", "2020-06-01"))).rows
    assert row.jaccard == 0.3333
    assert overlap(SHARING, Scope(window("2019-06-01", "2019-06-01"))).rows == ()


def test_overlaps_that_are_possible() -> None:
    here = known(
        [*SHARING.tenures, tenure("戊", "常委会", "2018-01-01", None), tenure("戊", "财经委", "2021-01-01", None)]
    )
    assert overlap(here, Scope()).left_out == (
        "people who possibly sat in two bodies at once: 1 (--possible takes them in)",
    )
    (row,) = overlap(here, Scope(possible=True)).rows
    assert (row.shared, row.possible, row.people, row.jaccard) == (2, 1, ("甲", "戊"), 0.4)
