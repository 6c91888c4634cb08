"""Topics of work plans and the points of agendas that took them up."""

from __future__ import annotations

import pytest

from kg.rdf.schedules import schedule
from kg.resolve.schedules import Scheduled, taken_up

PLAN = [
    "听取和审议区政府关于城市运行管理工作推进情况的报告，并开展专题询问",
    "听取和审议区政府关于2030年财政决算及2031年上半年预算执行情况的报告，审查和批准2030年财政决算",
    "听取和审议关于区人大常委会2031年度工作要点（草案）",
    "听取区人民法院关于执行工作情况的报告",
]


def found(*points: str, year: int = 2031) -> list[tuple[int, int]]:
    topics = [Scheduled(str(number), title, 2031) for number, title in enumerate(PLAN)]
    held = [Scheduled(str(number), title, year) for number, title in enumerate(points)]
    return [(int(link.topic), int(link.point)) for link in taken_up(topics, held)]


@pytest.mark.parametrize(
    ("point", "topic"),
    [
        ("听取和审议区人民政府关于城市运行管理工作推进情况的报告", 0),
        ("审议区人大常委会2031年度工作要点（草案）", 2),
        ("听取和审议区人民法院执行工作情况报告", 3),
    ],
)
def test_the_same_subject_in_other_words(point: str, topic: int) -> None:
    assert found(point) == [(topic, 0)]


@pytest.mark.parametrize(
    "point",
    [
        "审议区人大常委会2030年度工作要点（草案）",
        "听取和审议区政府关于垃圾分类工作情况的报告",
        "人事任免事项",
        "其他",
    ],
)
def test_another_year_or_subject_is_no_match(point: str) -> None:
    assert found(point) == []


def test_a_meeting_of_another_year_took_nothing_up() -> None:
    assert found("听取和审议区人民法院执行工作情况报告", year=2032) == []


def test_two_topics_that_fit_alike_are_left_open() -> None:
    topics = [Scheduled(key, "听取关于养老服务工作情况的报告", 2031) for key in "ab"]
    assert list(taken_up(topics, [Scheduled("p", "听取养老服务工作情况的报告", 2031)])) == []


def test_statements_are_derived_place_by_place() -> None:
    topic, point = "https://example.org/gz/id/plantopic/t", "https://example.org/gz/id/agenda/a"
    rows = [
        ("甲区", topic, PLAN[3], "2031", None),
        ("甲区", point, "听取和审议区人民法院执行工作情况报告", None, "2031-05-20"),
        ("乙区", point + "2", "听取和审议区人民法院执行工作情况报告", None, "2031-05-20"),
    ]
    lines = list(schedule(rows))
    assert f"<{topic}> <https://example.org/gz/ontology#takenUpAs> <{point}>" in "".join(lines)
    assert not any(point + "2" in line for line in lines)
    assert len(lines) == 5
