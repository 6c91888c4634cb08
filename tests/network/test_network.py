from __future__ import annotations

import math
import time
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.network.build import duties, ends, network, role, standing
from kg.network.choose import first_view, home
from kg.network.labels import common_place, group, labels, short, told_apart
from kg.network.layout import LABEL, arrange, disc_radius, positions, slots
from kg.network.records import Fact, Person, Said, Tenure
from tests.viewer_samples import (
    ARCHIVE,
    BUREAU,
    COMMITTEE,
    CONGRESS,
    GAO,
    LIN,
    NOBODYS,
    SORTING,
    ZHOU,
    ZHOU_TOO,
    many,
    sample,
)


def fact(event: str, title: str | None = "局长", date: str | None = "2020-01-01") -> Fact:
    return Fact(f"{event}{title}{date}", event, "p", "b", title, date)


def tenure(title: str, start: str | None, end: str | None = None, **more: tuple[str, ...]) -> Tenure:
    return Tenure(f"{title}{start}", "p", "b", title, start, start, start, end, **more)


@pytest.mark.parametrize(
    ("tenures", "facts", "expected"),
    [
        ([tenure("局长", "2020-01-01")], [fact("appoint")], ("known", "局长")),
        ([tenure("局长", "2020-01-01", "2021-01-01")], [fact("appoint")], ("left", "局长")),
        ([tenure("局长", "2019-01-01", "2021-01-01"), tenure("副局长", "2020-01-01")], [], ("known", "副局长")),
        ([tenure("副局长", "2019-01-01"), tenure("局长", "2020-01-01")], [], ("known", "局长")),
        ([tenure("局长", None)], [fact("position", date=None)], ("undated", "局长")),
        ([tenure("局长", None, closed=("f",))], [fact("remove", date=None)], ("left", "局长")),
        ([], [fact("seat_begins", "代表")], ("known", "代表")),
        ([], [fact("seat_begins", "代表"), fact("seat_ends", "代表", "2021-01-01")], ("left", "代表")),
        ([], [fact("propose")], ("proposed", "局长")),
        ([], [fact("present", None)], ("seen", None)),
    ],
)
def test_standing_is_what_the_tenures_say_and_then_the_facts(
    tenures: list[Tenure], facts: list[Fact], expected: tuple[str, str | None]
) -> None:
    assert standing(tenures, facts) == expected


def test_the_network_links_people_bodies_and_parents() -> None:
    graph = network(sample())
    assert graph[LIN][BUREAU]["state"] == "left"
    assert [fact.id for fact in graph[LIN][BUREAU]["facts"]] == ["f1", "f2"]
    assert [tenure.id for tenure in graph[LIN][BUREAU]["tenures"]] == ["t1"]
    assert graph[LIN][COMMITTEE]["state"] == "known"
    assert graph[ZHOU][BUREAU]["state"] == "left"
    assert graph[ZHOU_TOO][BUREAU]["state"] == "proposed"
    assert graph[COMMITTEE][CONGRESS]["kind"] == "part"
    assert home(graph, LIN) == COMMITTEE


def person(number: int, place: str | None, name: str = "周禾") -> Person:
    return Person(str(number), name, place)


@pytest.mark.parametrize(
    ("people", "posts", "expected"),
    [
        ([person(1, "青石省云岭县"), person(2, "青石省河湾县")], {}, {"1": "云岭县", "2": "河湾县"}),
        ([person(1, "青石省云岭县"), person(2, "白沙省云岭县")], {}, {"1": "青石省云岭县", "2": "白沙省云岭县"}),
        ([person(1, "云岭县"), person(2, "云岭县")], {"1": "财政局局长"}, {"1": "财政局局长", "2": "云岭县"}),
        ([person(1, "云岭县"), person(2, "云岭县"), person(3, "河湾县")],
         {"1": "局长", "2": "科长", "3": "局长"}, {"1": "云岭县局长", "2": "科长", "3": "河湾县"}),
        ([person(1, "云岭县"), person(2, "云岭县")], {}, {"1": "云岭县 1", "2": "云岭县 2"}),
        ([person(1, None), person(2, None)], {}, {"1": "1", "2": "2"}),
        ([person(1, "云岭县"), person(2, "云岭县", "周和")], {}, {}),
    ],
)  # fmt: skip
def test_people_of_one_name_are_told_apart(
    people: list[Person], posts: dict[str, str], expected: dict[str, str]
) -> None:
    assert told_apart(people, posts) == expected


def test_the_first_view_leaves_out_who_was_only_seen_and_says_so() -> None:
    view = first_view(network(sample()))
    assert GAO not in view.points
    assert (view.only_seen, view.leaves_left_out, view.hubs_left_out) == (1, 1, 1)


@pytest.mark.parametrize("limit", [2, 10, 200])
def test_the_first_view_keeps_its_limit(limit: int) -> None:
    view = first_view(network(many(60, 8)), limit)
    assert len(view.points) == view.leaves + view.hubs <= limit
    assert view.leaves + view.leaves_left_out == 480


def test_an_empty_store_has_an_empty_first_view() -> None:
    assert first_view(network(many(0, 0))).points == {}


def test_the_layout_is_the_same_in_every_run() -> None:
    assert first_view(network(many(40, 5))) == first_view(network(many(40, 5)))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 40), max_size=25), st.data())
def test_discs_never_overlap(sizes: list[int], data: st.DataObject) -> None:
    members = {f"b{number}": [f"p{number}-{one}" for one in range(size)] for number, size in enumerate(sizes)}
    pairs = list(combinations(members, 2))
    linked = data.draw(st.lists(st.sampled_from(pairs), max_size=10)) if pairs else []
    discs = arrange(members, dict.fromkeys(linked, 1.0))
    for one, other in combinations(discs, 2):
        assert math.hypot(one.x - other.x, one.y - other.y) >= one.radius + other.radius - 1e-9
    assert len(positions(discs)) == sum(sizes) + len(sizes)


@pytest.mark.parametrize("people", [1, 2, 3, 4, 5, 6, 7, 9, 10, 40, 200])
def test_every_label_of_a_disc_has_room(people: int) -> None:
    places = slots(people)
    assert len(places) == people + 1
    for (x, y), (u, v) in combinations(places, 2):
        assert abs(x - u) * LABEL[0] >= 40 or abs(y - v) * LABEL[1] >= 40
    assert all(math.hypot(x, y) < disc_radius(people) for x, y in places)


def test_thousands_of_nodes_are_laid_out_in_seconds() -> None:
    members = {f"b{number}": [f"p{number}-{one}" for one in range(number % 7)] for number in range(1000)}
    links = {(f"b{number}", f"b{number // 2}"): 1.0 for number in range(1, 1000)}
    start = time.process_time()
    arrange(members, links)
    assert time.process_time() - start < 20


def test_the_shared_place_is_left_out_of_labels() -> None:
    names = ["青石省云岭县档案局", "青石省云岭县人民政府", "青石省云岭县人民法院", "河湾集团"]
    assert common_place(names) == "青石省云岭县"
    assert short("青石省云岭县档案局", "青石省云岭县") == "档案局"
    assert short("青石省云岭县", "青石省云岭县") == "青石省云岭县"
    assert short("白沙省河湾县档案局", "青石省云岭县") == "河湾县档案局"
    assert common_place([]) == ""


def test_two_bodies_never_share_a_label() -> None:
    names = ["青石省云岭县档案局", "档案局", "云岭县人民政府", "青石省云岭县医院"]
    assert labels(names, "青石省云岭县") == {
        "青石省云岭县档案局": "青石省云岭县档案局",
        "档案局": "档案局",
        "云岭县人民政府": "云岭县人民政府",
        "青石省云岭县医院": "青石省云岭县医院",
    }


def test_every_kind_of_body_has_a_family() -> None:
    assert group("court_division") == "justice"
    assert group("something new") == "other"


def test_duties_link_who_answers_and_what_for() -> None:
    graph = duties(sample())
    assert (graph[SORTING][BUREAU]["state"], graph[SORTING][BUREAU]["title"]) == ("lead", "牵头")
    assert (graph[SORTING][LIN]["state"], graph[SORTING][LIN]["title"]) == ("assist", "协助")
    assert (graph[ARCHIVE][BUREAU]["state"], graph[ARCHIVE][BUREAU]["title"]) == ("acts", None)
    assert ends(graph, BUREAU, SORTING) == ends(graph, SORTING, BUREAU) == (SORTING, BUREAU)
    assert COMMITTEE not in graph
    assert home(graph, SORTING) == BUREAU


def test_of_several_roles_the_strongest_is_drawn() -> None:
    known = sample()
    more = Said("z", "duty", "整理旧档", (("agent", LIN),), "head", "组长", task=SORTING)
    graph = duties(replace(known, said=(*known.said, more)))
    assert graph[SORTING][LIN]["title"] == "组长"
    assert len(graph[SORTING][LIN]["said"]) == 2


def test_a_role_of_no_known_group_answers() -> None:
    assert role(Said("z", "duty", "事", sort="new")) == "answer"


def test_the_first_view_of_duties_leaves_out_projects_of_nobody() -> None:
    view = first_view(duties(sample()))
    assert NOBODYS not in view.points
    assert (view.hubs, view.leaves, view.leaves_left_out, view.alone) == (3, 3, 1, 1)
    assert LIN in view.points


def test_the_first_view_of_duties_keeps_its_limit() -> None:
    view = first_view(duties(many(60, 8)), 50)
    assert len(view.points) == view.leaves + view.hubs <= 50
    assert (view.leaves + view.leaves_left_out, view.alone) == (480, 0)
