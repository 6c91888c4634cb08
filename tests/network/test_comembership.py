"""Who sat in which body, and who with whom."""

from __future__ import annotations

from importlib import import_module

import pytest

from kg.network.analyse import Known, Scope, comembership, membership, window
from kg.network.records import Person
from tests.network.analysis_samples import known, presence, shown, tenure

# 甲 and 乙 share 273 days of 2020; nothing tells when 丙 left; 丁 came after both had gone.
SMALL = known([
    tenure("甲", "档案局", "2019-05-01", "2020-10-01", line=10),
    tenure("乙", "档案局", "2020-01-02", "2021-01-01", line=20),
    tenure("丙", "档案局", "2018-01-01", line=30),
    tenure("丁", "档案局", "2021-01-01", "2022-01-01", line=40),
])  # fmt: skip


def test_a_pair_counts_the_days_that_are_sure() -> None:
    (pair,) = comembership(SMALL, Scope()).rows
    assert (pair.person, pair.other, pair.bodies, pair.meetings) == ("乙", "甲", ("档案局",), 0)
    assert (pair.days, pair.since, pair.until, pair.certainty) == (273, "2020-01-02", "2020-10-01", "certain")
    assert shown(pair.evidence) == ["g:10", "g:11", "g:20", "g:21"]


def test_what_is_possible_is_counted_or_taken_in() -> None:
    assert comembership(SMALL, Scope()).left_out == ("possible pairs: 3 (--possible takes them in)",)
    found = comembership(SMALL, Scope(possible=True))
    assert [(row.person, row.other, row.certainty) for row in found.rows] == [
        ("乙", "甲", "certain"), ("丁", "丙", "possible"), ("丙", "乙", "possible"), ("丙", "甲", "possible"),
    ]  # fmt: skip
    assert found.left_out == ()


def test_a_period_cuts_days_and_pairs() -> None:
    (pair,) = comembership(SMALL, Scope(window("2020-09-01", "2020-12-31"))).rows
    assert pair.days == 30
    assert comembership(SMALL, Scope(window("2021-02-01", "2021-12-31"))).rows == ()


def test_a_meeting_brings_together_who_came() -> None:
    meetings = [presence(person, "第1", "2020-03-01", line=line) for line, person in enumerate("甲乙丙", 50)]
    meetings += [presence(person, "第2", None, line=line) for line, person in enumerate("甲乙", 60)]
    here = known([], meetings)
    rows = {(row.person, row.other): row for row in comembership(here, Scope()).rows}
    assert {pair: row.meetings for pair, row in rows.items()} == {("乙", "甲"): 2, ("丙", "乙"): 1, ("丙", "甲"): 1}
    assert shown(rows["乙", "甲"].evidence) == ["m:50", "m:51", "m:60", "m:61"]
    found = comembership(here, Scope(window("2020-03-01", "2020-03-01")))
    assert {row.meetings for row in found.rows} == {1}
    assert found.left_out == ("meetings without a date: 1",)
    assert comembership(here, Scope(bodies=frozenset({"财政局"}))).rows == ()


def test_weight_is_bodies_and_meetings() -> None:
    meetings = [presence(person, "第1", "2020-03-01") for person in "甲乙"]
    found = comembership(known(SMALL.tenures, meetings), Scope())
    assert found.graph["甲"]["乙"]["weight"] == 2
    assert set(found.graph) == {"甲", "乙"}


def test_a_large_body_gives_no_pairs_and_is_told() -> None:
    found = comembership(SMALL, Scope(possible=True), largest=3)
    assert found.rows == ()
    assert found.left_out == ("people of 档案局, which are more than 3: 4 (--largest takes them in)",)


def test_two_of_one_name_may_be_one_person() -> None:
    here = known([tenure("p1", "局", "2015-01-01", "2018-01-01"), tenure("p2", "局", "2015-01-01", "2018-01-01")])
    named = Known({iri: Person(iri, "李文") for iri in here.people}, here.bodies, here.tenures)
    found = comembership(named, Scope())
    assert (found.rows, found.left_out) == ((), ("pairs of one name, who may be one person: 1",))


def test_work_grows_with_memberships(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = 0
    module = import_module("kg.network.analyse.comembership")
    counted = module._what

    def count(*arguments: object) -> object:
        nonlocal calls
        calls += 1
        return counted(*arguments)

    monkeypatch.setattr(module, "_what", count)
    congress = [tenure(f"代{number}", "人大", "2020-01-01", "2025-01-01", title="代表") for number in range(3000)]
    committees = [
        tenure(f"代{number}", f"委员会{number % 300}", "2020-01-01", "2025-01-01", title="委员")
        for number in range(3000)
    ]
    here = known(congress + committees)
    found = comembership(here, Scope())
    assert calls == found.graph.number_of_edges() == 300 * 45
    assert "people of 人大, which are more than 100: 3,000 (--largest takes them in)" in found.left_out
    assert membership(here, Scope()).graph.number_of_edges() == 6000


def test_membership_keeps_everybody_in_one_graph() -> None:
    found = membership(SMALL, Scope())
    assert [(row.person, row.since, row.until) for row in found.rows] == [
        ("丙", "2018-01-01", ""), ("甲", "2019-05-01", "2020-10-01"), ("乙", "2020-01-02", "2021-01-01"),
        ("丁", "2021-01-01", "2022-01-01"),
    ]  # fmt: skip
    assert found.graph.nodes["档案局"]["kind"] == "body"
    assert found.graph["甲"]["档案局"]["titles"] == ("局长",)


def test_membership_on_a_day() -> None:
    found = membership(SMALL, Scope(window("2020-06-01", "2020-06-01")))
    assert {row.person for row in found.rows} == {"甲", "乙"}
    assert found.left_out == ("possible memberships: 1 (--possible takes them in)",)
    assert {row.person for row in membership(SMALL, Scope(window("2020-06-01", "2020-06-01"), None, True)).rows} == set(
        "甲乙丙"
    )


def test_two_posts_in_a_body_are_one_edge() -> None:
    here = known(
        [tenure("甲", "局", "2019-01-01", "2020-01-01"), tenure("甲", "局", "2021-01-01", None, title="副局长")]
    )
    edge = membership(here, Scope()).graph["甲"]["局"]
    assert (edge["weight"], edge["from"], edge["until"], edge["titles"]) == (
        2,
        "2019-01-01",
        "[2021-01-01..]",
        ("副局长", "局长"),
    )


def test_a_post_without_a_body_and_one_of_no_day_are_told() -> None:
    here = known([tenure("甲", None, "2019-01-01"), tenure("乙", "局", "2019-01-01", "2019-01-01")])
    found = membership(here, Scope())
    assert found.rows == ()
    assert found.left_out == ("tenures that begin and end on one day: 1", "tenures whose body is not named: 1")
