"""Centrality, communities, turnover and years, with numbers that can be worked out by hand."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg.network.analyse import KINDS, Known, Scope, analyse, centrality, columns, communities, turnover, window
from kg.network.analyse.centrality import DAMPING, EXACT_UP_TO, SAMPLE
from kg.network.analyse.communities import louvain
from tests.network.analysis_samples import known, presence, shown, tenure

# 甲 – 一局 – 乙 – 二局 – 丙
PATH = known([
    tenure("甲", "一局", "2020-01-01", line=10), tenure("乙", "一局", "2020-01-01", line=20),
    tenure("乙", "二局", "2020-01-01", line=30), tenure("丙", "二局", "2020-01-01", line=40),
])  # fmt: skip


def test_betweenness_and_degree_of_a_path() -> None:
    rows = {row.label: row for row in centrality(PATH, Scope(), "betweenness").rows}
    # Of the six pairs of others, four are linked over the middle and three over each neighbour of it.
    assert {label: (row.degree, row.betweenness) for label, row in rows.items()} == {
        "乙": (2, round(4 / 6, 6)), "一局": (2, 0.5), "二局": (2, 0.5), "甲": (1, 0.0), "丙": (1, 0.0),
    }  # fmt: skip
    assert next(iter(rows)) == "乙"
    assert shown(rows["乙"].evidence) == ["g:20", "g:30"]
    assert rows["乙"].kind == "person"


def test_pagerank_of_a_star() -> None:
    leaves = 4
    star = known([tenure(f"人{number}", "局", "2020-01-01") for number in range(leaves)])
    rows = {row.label: row.pagerank for row in centrality(star, Scope()).rows}
    size = leaves + 1
    hub = (1 - DAMPING) / size * (1 + DAMPING * leaves) / (1 - DAMPING**2)
    assert rows["局"] == pytest.approx(hub, abs=1e-6)
    assert sum(rows.values()) == pytest.approx(1, abs=1e-5)


def test_centrality_of_nothing() -> None:
    assert centrality(known([]), Scope()).rows == ()


def test_centrality_around_a_body_takes_its_people_with_all_their_bodies() -> None:
    rows = centrality(PATH, Scope(bodies=frozenset({"一局"}))).rows
    assert {row.label for row in rows} == {"甲", "乙", "一局", "二局"}


def test_betweenness_of_a_large_graph_is_estimated_and_told() -> None:
    size = EXACT_UP_TO
    large = known([tenure(f"人{number}", f"局{number // 20}", "2020-01-01") for number in range(size)])
    found = centrality(large, Scope())
    assert found.left_out == (f"starts of shortest paths but {SAMPLE}, which makes betweenness an estimate: {850:,}",)
    assert found.rows == centrality(large, Scope()).rows


# Two groups that only 桥 links.
GROUPS = known([
    *(tenure(person, body, "2020-01-01", line=10) for person in "甲乙丙丁" for body in ("一局", "二局")),
    *(tenure(person, body, "2020-01-01", line=20) for person in "子丑寅卯辰" for body in ("三局", "四局")),
    tenure("桥", "一局", "2020-01-01", line=30), tenure("桥", "二局", "2020-01-01", line=30),
    tenure("桥", "三局", "2020-01-01", line=40),
])  # fmt: skip


def test_communities_of_two_groups() -> None:
    found = communities(GROUPS, Scope())
    first, second = found.rows
    assert (first.size, first.people, first.bodies, first.inside, first.outside) == (7, 5, 2, 10, 1)
    assert (second.size, second.people, second.bodies, second.inside, second.outside) == (7, 5, 2, 10, 1)
    assert {first.central_bodies, second.central_bodies} == {("一局", "二局"), ("三局", "四局")}
    groups = [{node for node in found.graph if found.graph.nodes[node]["community"] == number} for number in (1, 2)]
    assert {"甲", "乙", "丙", "丁", "桥", "一局", "二局"} in groups
    # 20 of 21 edges lie within; each group has 21 of 42 ends.
    assert found.graph.graph["modularity"] == pytest.approx(20 / 21 - 0.5, abs=1e-6)


def test_groups_do_not_depend_on_the_order_of_sets() -> None:
    code = (
        "from tests.network.test_measures import GROUPS; from kg.network.analyse import Scope, communities;"
        "print([(r.size, r.central_people) for r in communities(GROUPS, Scope()).rows])"
    )
    root = Path(__file__).resolve().parent.parent.parent
    answers = set()
    for seed in ("1", "2", "3"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root), "PYTHONUTF8": "1"}
        command = [sys.executable, "-c", code]
        done = subprocess.run(command, env=environment, cwd=root, capture_output=True, text=True, check=True)
        answers.add(done.stdout)
    assert len(answers) == 1


def test_communities_of_nothing() -> None:
    found = communities(known([]), Scope())
    assert (found.rows, found.graph.graph["modularity"]) == ((), 0.0)
    assert louvain(found.graph) == []


# In 2020: 甲 stays, 乙 leaves, 丙 comes, 丁 comes and leaves, 戊 is there, and nothing tells since when.
YEAR = known([
    tenure("甲", "局", "2018-01-01", "2022-01-01"), tenure("乙", "局", "2018-01-01", "2020-06-01"),
    tenure("丙", "局", "2020-06-01", "2022-01-01"), tenure("丁", "局", "2020-02-01", "2020-03-01"),
    tenure("戊", "局", "..2020-05-01", "2022-01-01"), tenure("己", "局", "2015-01-01", None),
])  # fmt: skip
IN_2020 = Scope(window("2020-01-01", "2020-12-31"))


def test_turnover_of_a_year() -> None:
    (row,) = turnover(YEAR, IN_2020).rows
    assert (row.people, row.possible, row.joined, row.left, row.unsure) == (5, 1, 2, 2, 1)
    assert (row.came, row.went, row.turnover) == (("丁", "丙"), ("丁", "乙"), 0.4)
    assert row.period == "2020-01-01/2020-12-31"


def test_who_leaves_on_the_first_day_of_a_year_counts_in_that_year_alone() -> None:
    here = known([tenure("甲", "局", "2018-01-01", "2020-01-01"), tenure("乙", "局", "2020-01-01", "2021-01-01")])
    rows = analyse("turnover", here, Scope(window("2019-01-01", "2021-12-31")), yearly=True).rows
    assert [(row.people, row.came, row.went) for row in rows] == [
        (1, (), ()), (2, ("乙",), ("甲",)), (1, (), ("乙",)),
    ]  # fmt: skip


def test_another_post_in_the_body_is_no_coming() -> None:
    here = known([
        tenure("甲", "局", "2018-01-01", "2020-06-01", title="副局长"), tenure("甲", "局", "2020-06-01", "2022-01-01"),
    ])  # fmt: skip
    (row,) = turnover(here, IN_2020).rows
    assert (row.people, row.joined, row.left, row.turnover) == (1, 0, 0, 0.0)


def test_turnover_without_a_period_takes_all_days_that_are_known() -> None:
    (row,) = turnover(known([tenure("甲", "局", "2018-01-01", "2020-06-01")]), Scope()).rows
    assert (row.period, row.people, row.joined, row.left) == ("2018-01-01/2020-06-01", 1, 1, 1)


def test_bodies_of_possible_people_alone_are_told() -> None:
    here = known([tenure("甲", "局", None, None), tenure("乙", "院", "2020-01-01", "2021-01-01")])
    found = turnover(here, IN_2020)
    assert [row.body for row in found.rows] == ["院"]
    assert found.left_out == ("bodies with possible people alone: 1 (--possible takes them in)",)
    rows = turnover(here, Scope(IN_2020.period, None, True)).rows
    assert [(row.body, row.people, row.possible, row.turnover) for row in rows] == [
        ("院", 1, 0, 0.0),
        ("局", 0, 1, None),
    ]


def test_years_count_who_surely_came_and_left() -> None:
    here = known([
        tenure("甲", "局", "2018-05-01", "2020-01-01"), tenure("乙", "局", "2019-03-01", "2021-01-01"),
        tenure("丙", "局", "..2020-07-01", "2021-01-01"),
    ])  # fmt: skip
    rows = analyse("membership", here, Scope(), yearly=True).rows
    assert [(row.year, row.nodes, row.people, row.edges, row.possible) for row in rows] == [
        (2018, 2, 1, 1, 1), (2019, 3, 2, 2, 1), (2020, 3, 2, 2, 0), (2021, 0, 0, 0, 0),
    ]  # fmt: skip
    # The body comes with its first member; 丙 is there in 2020, and was perhaps before.
    assert [(row.newcomers, row.leavers, row.unsure) for row in rows] == [(1, 0, 1), (1, 0, 0), (0, 1, 1), (0, 3, 0)]
    assert [(row.degree, row.largest) for row in rows] == [(1.0, 2), (1.33, 3), (1.33, 3), (0.0, 0)]
    assert shown(rows[0].evidence) == ["g:1", "g:2"]


def test_years_of_turnover_are_rows_of_bodies() -> None:
    found = analyse("turnover", YEAR, Scope(), yearly=True)
    row = next(row for row in found.rows if row.period == "2020-01-01/2020-12-31")
    assert (row.people, row.joined, row.left) == (5, 2, 2)


def test_a_period_cuts_the_years() -> None:
    found = analyse("membership", YEAR, Scope(window("2019-06-01", "2020-02-01")), yearly=True)
    assert [row.year for row in found.rows] == [2019, 2020]
    assert analyse("membership", known([]), Scope(), yearly=True).rows == ()


@pytest.fixture
def mixed() -> Known:
    return known([*YEAR.tenures, *GROUPS.tenures, tenure("甲", "院", "2022-01-01", "2023-01-01")],
                 [presence(person, "第1", "2020-03-01") for person in "甲乙"])  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("yearly", [False, True])
def test_every_kind_gives_rows_of_its_columns_with_evidence(kind: str, yearly: bool, mixed: Known) -> None:
    found = analyse(kind, mixed, Scope(possible=True), yearly=yearly)
    assert found.rows
    for row in found.rows:
        assert tuple(type(row).__slots__) == columns(kind, yearly=yearly)
        assert row.evidence or not getattr(row, "edges", 1)
    assert found.graph.graph["description"].startswith("Derived")
    assert all(data["derived"] and data["evidence"] for *_, data in found.graph.edges(data=True))


@pytest.mark.parametrize("kind", KINDS)
def test_the_order_of_what_is_known_does_not_matter(kind: str, mixed: Known) -> None:
    turned = Known(mixed.people, mixed.bodies, mixed.tenures[::-1], mixed.presences[::-1])
    one, other = (analyse(kind, here, Scope(possible=True)) for here in (mixed, turned))
    assert one.rows == other.rows and one.left_out == other.left_out
