"""What changed between two dates: entries, exits, and bodies."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.model.errors import AmbiguousName, DateError, QueryError
from kg.query import Changes, Graph, changes, open_graph

OWN = "云岭省松河市青梧区"


@pytest.fixture(scope="module")
def graph(examples_build: Path) -> Graph:
    return open_graph(examples_build)


def told(found: Changes) -> list[tuple[str | None, str, str, str | None]]:
    return [(one.date, one.kind, one.event, one.name) for one in found.changes]


def test_of_a_body_in_order_of_time(graph: Graph) -> None:
    found = changes(graph, "2023", "2025", body="区财政局")
    assert told(found) == [
        ("2023-09-27", "exit", "remove", "秦月明"),
        ("2023-09-27", "entry", "appoint", "安正清"),
        ("2025-06-26", "exit", "remove", "安正清"),
        ("2025-06-26", "entry", "appoint", "明亮"),
    ]
    first = found.changes[1]
    assert (first.post, first.body, first.place) == (f"{OWN}财政局局长", f"{OWN}财政局", OWN)
    (passage,) = first.passages
    assert (passage.gazette, passage.lines, passage.words) == (
        "qingwu-2023-4", (260,), "任命安正清同志为青梧区财政局局长",
    )  # fmt: skip
    assert (found.first, found.last) == ("2023-01-01", "2025-12-31")


@pytest.mark.parametrize(
    ("since", "until", "count"),
    [("2023-09-27", "2023-09-27", 2), ("2023-09", "2023-09", 2), ("2023-09-28", "2025-06-25", 0), ("2025", "2030", 2)],
)
def test_both_dates_are_included(graph: Graph, since: str, until: str, count: int) -> None:
    assert len(changes(graph, since, until, body="区财政局").changes) == count


def test_everywhere_and_of_one_place(graph: Graph) -> None:
    every = changes(graph, "2023", "2024")
    own = changes(graph, "2023", "2024", place="青梧区")
    city = changes(graph, "2023", "2024", place="泽浦市")
    assert len(every.changes) > len(own.changes) > len(city.changes) > 0
    assert {one.place for one in city.changes} == {"东溟省泽浦市"}
    assert changes(graph, "2023", "2024", place="梧区").changes == ()
    assert list(every.changes) == sorted(every.changes, key=lambda one: one.date or "")


def test_acting_and_secondment_are_told(graph: Graph) -> None:
    found = changes(graph, "2023-09", "2023-09", body="青梧区检察院")
    assert {(one.post.removeprefix(f"{OWN}人民检察院"), one.qualifier) for one in found.changes if one.qualifier} == {
        ("检察长", "代理"), ("副检察长", "挂职锻炼"),
    }  # fmt: skip


def test_one_change_in_several_texts_is_one_row(graph: Graph) -> None:
    (resigned,) = [
        one
        for one in changes(graph, "2023-09", "2023-09").changes
        if one.name == "秦月明" and one.post.endswith("代表")
    ]
    assert len(resigned.passages) > 1 and resigned.kind == "exit"


def test_what_has_no_date_is_counted(graph: Graph) -> None:
    every = changes(graph, "1900", "2100")
    assert every.undated > 0 and all(one.date for one in every.changes)
    body = changes(graph, "1900", "2100", body="柳渡镇卫生和计划生育办公室")
    assert body.changes == () and body.undated == 1


def test_what_cannot_be_asked(graph: Graph) -> None:
    with pytest.raises(DateError, match="2023 comes before 2024"):
        changes(graph, "2024", "2023")
    with pytest.raises(DateError, match="'soon' is no date"):
        changes(graph, "soon", "2023")
    with pytest.raises(AmbiguousName):
        changes(graph, "2023", "2024", body="财政局")
    with pytest.raises(QueryError, match="no body is called"):
        changes(graph, "2023", "2024", body="无人局")
