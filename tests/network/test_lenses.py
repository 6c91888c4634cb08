"""The graphs of meetings, of what bodies are part of, and of projects."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.network.build import Network, ends, is_leaf
from kg.network.choose import SCREEN, first_view
from kg.network.layout import LINES
from kg.network.lenses import MET, meetings, organisation, outcomes, projects, sectors
from kg.network.records import Body, Fact, Meeting, Paper, Person, Quote, Records, Said, Task

MET_AT = Meeting("m1", "某县人大常委会第9届第3次会议", "committee", "2022-07-01")


def known(*facts: Fact, said: tuple[Said, ...] = ()) -> Records:
    return Records(
        people=(Person("p1", "林知远"), Person("p2", "高原")),
        bodies=(
            Body("congress", "某县人民代表大会"), Body("committee", "某县人大常委会", parent="congress"),
            Body("office", "某县人大常委会办公室", parent="committee"), Body("alone", "某县档案局"),
            Body("one", "甲", parent="other"), Body("other", "乙", parent="one"),
            Body("lost", "丙", parent="nowhere"), Body("own", "丁", parent="own"),
        ),
        facts=facts, said=said, meetings=(MET_AT,), papers=(Paper("paper", "审议意见", "g", 1, 2, "m1"),),
    )  # fmt: skip


def edges(graph: Network) -> dict[tuple[str, str], str]:
    return {ends(graph, one, other): edge["state"] for one, other, edge in graph.edges(data=True)}


@pytest.mark.parametrize(
    ("events", "state"),
    [
        (("present",), "present"), (("present", "appoint"), "changed"), (("on_leave",), "on_leave"),
        (("observed",), "observer"), (("vote", "present"), "voted"), (("vote", "elect"), "changed"),
    ],
)  # fmt: skip
def test_a_meeting_is_for_somebody_the_strongest_that_it_was(events: tuple[str, ...], state: str) -> None:
    facts = (Fact(f"f{at}", event, "p1", None, at="m1") for at, event in enumerate(events))
    assert edges(meetings(known(*facts))) == {("p1", "m1"): state}


def test_facts_of_no_meeting_or_of_one_unknown_are_no_edge() -> None:
    assert edges(meetings(known(Fact("f1", "present", "p1", None), Fact("f2", "present", "p1", None, at="m2")))) == {}


def test_decisions_opinions_and_answers_come_of_the_meeting_of_their_paper() -> None:
    quote = (Quote("g", (1,), "意见", "审议意见", "paper"),)
    said = (
        Said("s1", "opinion", "审议意见", quotes=quote), Said("s2", "answer", "报告", quotes=quote),
        Said("s3", "duty", "整理", quotes=quote), Said("s4", "opinion", "别处的意见", quotes=(Quote("g", (9,), "x"),)),
    )  # fmt: skip
    records = known(Fact("f1", "decision", None, "committee", note="关于预算的决议 · 通过", at="m1"), said=said)
    assert edges(meetings(records)) == {("f1", "m1"): "decided", ("s1", "m1"): "opinion", ("s2", "m1"): "answer"}
    assert [(paper.name, paper.sort) for paper in outcomes(records)] == [
        ("关于预算的决议", "decision"), ("审议意见", "opinion"), ("报告", "answer"),
    ]  # fmt: skip


def test_parts_point_at_their_whole_and_a_whole_may_be_a_part() -> None:
    graph = organisation(known())
    found = edges(graph)
    assert found[("committee", "congress")] == found[("office", "committee")] == "part"
    assert [is_leaf(graph, body) for body in ("congress", "committee", "office")] == [False, False, True]


def test_wrong_wholes_make_no_second_edge_and_none_of_a_body_with_itself() -> None:
    graph = organisation(known())
    assert sorted(graph["one"]) == ["other"]
    assert [list(graph[body]) for body in ("lost", "own", "alone")] == [[], [], []]


def test_the_first_view_draws_a_whole_that_has_only_wholes_as_parts() -> None:
    view = first_view(organisation(known()))
    assert {"congress", "committee", "office"} <= set(view.points)


def project(*said: Said, sector: str | None = "transport") -> Records:
    return replace(known(said=said), tasks=(Task("t1", "大桥", "project", sector), Task("t2", "整理旧档")))


def test_a_project_has_the_last_status_that_is_stated() -> None:
    said = (
        Said("s2", "project", "大桥", sort="completed", date="2024-01-01", task="t1"),
        Said("s1", "project", "大桥", (("agent", "alone"),), "started", date="2023-01-01", task="t1"),
        Said("s3", "project", "大桥", date="2025-01-01", task="t1"),
    )
    assert edges(projects(project(*said))) == {("t1", "alone"): "completed"}


def test_a_project_of_nobody_stands_with_its_kind_and_one_of_no_kind_with_the_others() -> None:
    assert edges(projects(project())) == {("t1", "sector/transport"): "unstated"}
    assert edges(projects(project(sector=None))) == {("t1", "sector/other"): "unstated"}
    assert [one.name for one in sectors(project())] == ["transport"]


def test_every_state_of_a_meeting_has_its_place_in_the_order() -> None:
    assert len(set(MET)) == len(MET)


def test_a_first_view_has_no_more_than_a_screen_holds() -> None:
    kinds = ("construction", "renewal", "transport", "information_system", "policy_programme")
    tasks = tuple(Task(f"{kind}/{at:03}", "工程", "project", kind) for kind in kinds for at in range(60))
    graph = projects(Records((), (), (), tasks=tasks))
    view = first_view(graph, slot=LINES)
    ends = [
        (disc.x - disc.radius, disc.x + disc.radius, disc.y - disc.radius, disc.y + disc.radius) for disc in view.discs
    ]
    left, right, top, bottom = (
        pick(end) for pick, end in zip((min, max, min, max), zip(*ends, strict=True), strict=True)
    )
    assert (right - left) * LINES[0] <= SCREEN[0] and (bottom - top) * LINES[1] <= SCREEN[1]
    assert len(view.discs) == len(kinds)
    assert 100 < view.leaves < 200 and view.leaves + view.leaves_left_out == len(tasks)
