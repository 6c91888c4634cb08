"""Who followed whom, and how long people stayed."""

from __future__ import annotations

from itertools import product

from hypothesis import assume, given, settings

from kg.network.analyse import Known, Scope, Span, Succession, stay_lengths, succession, window
from kg.network.analyse.succession import _in_order
from kg.network.records import Person
from tests.network.analysis_samples import known, shown, tenure
from tests.network.test_spans import fillings, spans

LINE = known([
    tenure("甲", "财政局", "2015-01-01", "2018-03-01", line=10),
    tenure("乙", "财政局", "2018-03-11", "2020-01-01", line=20),
    tenure("丙", "财政局", "2020-01-01", None, line=30),
    tenure("甲", "民政局", "2018-03-01", "2018-03-31", line=40),
    tenure("丁", "民政局", "2018-03-31", None, line=50),
])  # fmt: skip


def short(row: Succession) -> tuple[object, ...]:
    return row.post, row.line, row.place, row.predecessor, row.stayed_days, row.successor, row.gap_days, row.certainty


def test_lines_with_gaps_and_the_longest_first() -> None:
    found = succession(LINE, Scope())
    assert list(map(short, found.rows)) == [
        ("财政局局长", 3, 1, "甲", 1155, "乙", 10, "certain"),
        ("财政局局长", 3, 2, "乙", 661, "丙", 0, "certain"),
        ("民政局局长", 2, 1, "甲", 30, "丁", 0, "certain"),
    ]
    assert shown(found.rows[0].evidence) == ["g:11", "g:20"]
    assert (found.rows[0].left, found.rows[0].took) == ("2018-03-01", "2018-03-11")
    assert sorted(found.graph.edges()) == [("乙", "丙"), ("甲", "丁"), ("甲", "乙")]
    assert found.left_out == ()


def test_a_post_goes_on_in_a_renamed_body() -> None:
    here = known(
        [
            tenure("甲", "建设局", "2010-01-01", "2011-01-01"), tenure("乙", "建设局", "2011-01-01", "2012-01-01"),
            tenure("乙", "建管委", "2012-01-01", "2014-01-01"), tenure("丙", "建管委", "2014-01-01", None),
        ],
        after={"post/建设局局长": frozenset({"post/建管委局长"})},
    )  # fmt: skip
    for scope in (Scope(), Scope(bodies=frozenset({"建管委"}))):
        rows = succession(here, scope).rows
        assert [(row.post, row.line, row.place, row.predecessor, row.stayed_days, row.successor) for row in rows] == [
            ("建设局局长", 3, 1, "甲", 365, "乙"), ("建设局局长 → 建管委局长", 3, 2, "乙", 1096, "丙"),
        ]  # fmt: skip


def test_a_post_that_goes_on_as_several_ends() -> None:
    here = known(
        [], after={"p": frozenset({"q", "r"}), "r": frozenset({"s"}), "x": frozenset({"y"}), "y": frozenset({"x"})}
    )
    assert [here.last_form(post) for post in ("p", "r", "s", "x")] == ["p", "s", "s", "x"]


def test_a_period_and_a_body() -> None:
    assert [row.successor for row in succession(LINE, Scope(window("2018-01-01", "2018-12-31"))).rows] == ["丁", "乙"]
    assert [row.successor for row in succession(LINE, Scope(bodies=frozenset({"民政局"}))).rows] == ["丁"]


def test_posts_of_several_and_of_unknown_seats() -> None:
    here = known([
        tenure("甲", "县政府", "2015-01-01", "2018-01-01", title="副县长", several=True),
        tenure("乙", "县政府", "2018-01-01", None, title="副县长", several=True),
        tenure("丙", "医院", "2015-01-01", "2018-01-01", title="院长", several=None),
        tenure("丁", "医院", "2018-01-01", None, title="院长", several=None),
    ])  # fmt: skip
    found = succession(here, Scope())
    assert found.rows == ()
    assert found.left_out == (
        "posts of more than one seat: 1",
        "successions in posts of which it is not known that they have one seat: 1 (--possible takes them in)",
    )
    assert [short(row)[3:] for row in succession(here, Scope(possible=True)).rows] == [
        ("丙", 1096, "丁", 0, "possible")
    ]


def test_tenures_of_one_person_without_a_gap_are_one_stay() -> None:
    here = known([
        tenure("甲", "检察院", "2015-01-01", "2016-01-01", title="检察长", qualifier="代理"),
        tenure("甲", "检察院", "2016-01-01", "2020-01-01", title="检察长"),
        tenure("乙", "检察院", "2020-01-01", None, title="检察长"),
    ])  # fmt: skip
    (row,) = succession(here, Scope()).rows
    assert (row.stayed_days, row.left, row.successor) == (1826, "2020-01-01", "乙")


def test_who_comes_back_after_a_gap_follows_nobody() -> None:
    here = known([tenure("甲", "局", "2015-01-01", "2016-01-01"), tenure("甲", "局", "2018-01-01", "2019-01-01")])
    found = succession(here, Scope())
    assert found.rows == ()
    assert found.left_out == ("returns of a person to a post after a gap: 1",)
    assert [row.days for row in stay_lengths(here, Scope()).rows] == [365, 365]


def test_two_at_once_follow_nobody() -> None:
    here = known([tenure("甲", "局", "2015-01-01", "2019-01-01"), tenure("乙", "局", "2018-01-01", "2020-01-01")])
    found = succession(here, Scope(possible=True))
    assert (found.rows, found.left_out) == ((), ("pairs of people who held a post at the same time: 1",))


def test_a_former_holder_comes_before_the_present_one() -> None:
    here = known([tenure("新", "局", "2020-05-01", None), tenure("旧", "局", None, "..2020-05-01")])
    (row,) = succession(here, Scope()).rows
    assert (row.predecessor, row.successor, row.gap_days, row.certainty) == ("旧", "新", None, "certain")


def test_a_report_that_carries_an_old_post_on_puts_nobody_in_order() -> None:
    seen = [tenure("旧", "局", f"..{day}", f"{day}..") for day in ("2020-03-20", "2020-05-20")]
    new = tenure("新", "局", "2020-03-01")
    assert succession(known([new, seen[0]]), Scope()).left_out == ("pairs of holders whose order no date tells: 1",)
    assert [row.successor for row in succession(known([new, seen[1]]), Scope()).rows] == ["旧"]


def test_two_of_one_name_may_be_one_person() -> None:
    here = known([tenure("p1", "局", "2015-01-01", "2018-01-01"), tenure("p2", "局", "2018-01-01", None)])
    named = Known({iri: Person(iri, "李文") for iri in here.people}, here.bodies, here.tenures)
    found = succession(named, Scope(possible=True))
    assert (found.rows, found.left_out) == ((), ("pairs of holders of one name, who may be one person: 1",))


def test_nothing_orders_who_is_only_known_to_have_left() -> None:
    here = known([
        tenure("甲", "局", None, "..2020-01-01"), tenure("乙", "局", None, "..2020-01-01"), tenure("丙", "局", "2020-01-01"),
    ])  # fmt: skip
    found = succession(here, Scope())
    assert found.rows == ()
    assert found.left_out == (
        "pairs of holders whose order no date tells: 1", "possible successions: 1 (--possible takes them in)"
    )  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(spans, spans)
def test_an_order_holds_in_all_fillings_in_which_one_seat_is_never_shared(one: Span, other: Span) -> None:
    apart = [
        (first, second)
        for first, second in product(fillings(one), fillings(other))
        if first[1] <= second[0] or second[1] <= first[0]
    ]
    assume(apart)
    if _in_order(one, other):
        assert all(first[1] <= second[0] for first, second in apart)


def test_the_shortest_stay_comes_first() -> None:
    found = stay_lengths(LINE, Scope())
    assert [(row.person, row.post, row.days) for row in found.rows] == [
        ("甲", "民政局局长", 30), ("乙", "财政局局长", 661), ("甲", "财政局局长", 1155),
    ]  # fmt: skip
    assert found.left_out == ("stays whose length is not known exactly: 2 (--possible takes them in)",)
    assert [data["days"] for *_, data in found.graph.edges("甲", data=True)] == [30, 1155]


def test_a_stay_that_is_not_exact_has_bounds() -> None:
    here = known([tenure("甲", "局", "2020-01-01..2020-01-31", "2020-03-01..2020-04-01")])
    (row,) = stay_lengths(here, Scope(possible=True)).rows
    assert (row.days, row.least_days, row.most_days, row.certainty) == (None, 30, 91, "possible")
