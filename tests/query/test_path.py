"""How two people or bodies are connected: the steps, their evidence, and which connection says most."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from kg.model.errors import AmbiguousName, QueryError
from kg.query import Connection, Graph, connections, open_graph
from kg.query.path.search import Edge, Search

OWN = "云岭省松河市青梧区"


@pytest.fixture(scope="module")
def graph(examples_build: Path) -> Graph:
    return open_graph(examples_build)


def told(connection: Connection) -> list[tuple[str, str, bool, str]]:
    return [(step.one_name, step.relation, step.back, step.other_name) for step in connection.steps]


def test_two_who_held_one_post(graph: Graph) -> None:
    found = connections(graph, "安正清", "明亮")
    first = found.connections[0]
    assert told(first) == [
        ("安正清", "held", False, f"{OWN}财政局局长"),
        (f"{OWN}财政局局长", "held", True, "明亮"),
    ]
    assert [step.passages[0].words for step in first.steps] == [
        "任命安正清同志为青梧区财政局局长", "任命明亮同志为青梧区财政局局长",
    ]  # fmt: skip
    assert first.steps[0].passages[0].lines == (260,)


def test_the_same_from_the_other_end(graph: Graph) -> None:
    one, other = connections(graph, "安正清", "明亮"), connections(graph, "明亮", "安正清")
    assert {step.one_name for step in one.connections[0].steps} == {"安正清", f"{OWN}财政局局长"}
    assert [step.other_name for step in other.connections[0].steps][-1] == "安正清"
    assert len(one.connections[0].steps) == len(other.connections[0].steps)


def test_bodies_with_one_task(graph: Graph) -> None:
    (step,) = connections(graph, "区财政局", "区国资委").connections[0].steps
    assert (step.relation, step.what) == ("same_task", "完成资产清查")
    assert "由区财政局牵头，区国资委" in step.passages[0].words


def test_a_part_is_told_by_its_name(graph: Graph) -> None:
    (step,) = connections(graph, "区财政局", "青梧区人民政府").connections[0].steps
    assert (step.relation, step.back, step.passages) == ("part_of", False, ())


def test_an_opinion_connects_those_who_give_and_get_it(graph: Graph) -> None:
    steps = connections(graph, "区人大常委会", "青梧区人民政府", length=2).connections[0].steps
    assert "asked" in {step.relation for step in steps}


def test_people_of_different_provinces_are_not_connected(graph: Graph) -> None:
    found = connections(graph, "安正清", "加娜尔·赛力克", length=8)
    assert found.connections == ()


def test_what_cannot_be_asked(graph: Graph) -> None:
    with pytest.raises(QueryError, match="are both 安正清"):
        connections(graph, "安正清", "azq")
    with pytest.raises(AmbiguousName):
        connections(graph, "安正清", "李文")


def search(pairs: Iterable[tuple[str, str, str]]) -> Search:
    """A search in a graph of steps."""
    edges = [Edge(one, step, other, "", ()) for one, step, other in pairs]

    def neighbours(things: Iterable[str]) -> list[Edge]:
        wanted = set(things)
        return [edge for edge in edges if edge.subject in wanted or edge.object in wanted]

    return Search(neighbours)


CONGRESS = [(f"m{number}", "sat_in", "congress") for number in range(300)]


def test_a_small_office_says_more_than_a_congress() -> None:
    seats = [("a", "sat_in", "congress"), ("b", "sat_in", "congress")]
    offices = [("a", "held", "x"), ("c", "held", "x"), ("c", "sat_in", "bureau"), ("b", "sat_in", "bureau")]
    found = search([*CONGRESS, *seats, *offices]).between("a", "b", 4, 3)
    assert [route for route, _ in found.routes] == [("a", "congress", "b")]
    # One step more is looked through, not two: the office of four steps is too far.
    nearer = [("a", "sat_in", "bureau")]
    found = search([*CONGRESS, *seats, *offices, *nearer]).between("a", "b", 4, 3)
    assert next(route for route, _ in found.routes) == ("a", "bureau", "b")


def test_a_longer_way_wins_over_a_meeting_of_many() -> None:
    meeting = [(f"m{number}", "attended", "meeting") for number in range(60)]
    pairs = [*meeting, ("a", "attended", "meeting"), ("b", "attended", "meeting")]
    pairs += [("a", "sat_in", "bureau"), ("bureau", "part_of", "town"), ("b", "sat_in", "town")]
    found = search(pairs).between("a", "b", 4, 2)
    assert [route for route, _ in found.routes] == [("a", "bureau", "town", "b"), ("a", "meeting", "b")]


@pytest.mark.parametrize(("length", "routes"), [(1, 0), (2, 0), (3, 1), (4, 1)])
def test_no_longer_than_asked(length: int, routes: int) -> None:
    chain = [("a", "held", "x"), ("x", "held", "y"), ("y", "held", "b")]
    found = search(chain).between("a", "b", length, 3)
    assert len(found.routes) == routes and found.searched <= length


def test_no_route_goes_in_a_circle_and_every_one_is_told_once() -> None:
    pairs = [("a", "held", "x"), ("x", "sat_in", "y"), ("y", "sat_in", "b"), ("x", "held", "b"), ("a", "sat_in", "x")]
    routes = [route for route, _ in search(pairs).between("a", "b", 6, 9).routes]
    assert routes == [("a", "x", "b"), ("a", "x", "y", "b")]
    assert len(set(routes)) == len(routes)


def test_the_surest_step_between_two_things_is_told() -> None:
    _, edges = search([("a", "listed", "b"), ("a", "held", "b")]).between("a", "b", 2, 1).routes[0]
    assert [edge.step for edge in edges] == ["held"]


def test_a_post_and_its_body_are_one_connection() -> None:
    held = [Edge("a", "held", "post", "", ("t1",)), Edge("b", "held", "post", "", ("t2",))]
    sat = [Edge("a", "sat_in", "body", "", ("t1",)), Edge("b", "sat_in", "body", "", ("t2",))]
    found = Search(lambda things: [*held, *sat]).between("a", "b", 4, 3)
    assert [route for route, _ in found.routes] == [("a", "post", "b")]


def test_nothing_around() -> None:
    assert search([]).between("a", "b", 4, 1).routes == ()
