"""What happened at a meeting, and what is known of a body."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.model.errors import AmbiguousName, QueryError
from kg.query import Graph, body, meeting, open_graph

OWN = "云岭省松河市青梧区"


@pytest.fixture(scope="module")
def graph(examples_build: Path) -> Graph:
    return open_graph(examples_build)


def test_a_meeting(graph: Graph) -> None:
    found = meeting(graph, "区人大常委会第14次会议")
    assert (found.body_name, found.term, found.session) == (f"{OWN}人民代表大会常务委员会", 7, 14)
    assert (found.days, found.members, found.present, found.on_leave) == (("2023-11-09",), 24, 22, 2)
    assert next((point.number, point.title) for point in found.agenda) == (1, "补选松河市第十四届人民代表大会代表")
    assert [one.name for one in found.attendance if one.status == "on_leave"] == ["端木青", "米粟"]
    assert [(one.name, one.votes_for, one.votes_against, one.abstentions, one.passed) for one in found.votes] == [
        ("江帆", 18, 2, 2, True),
        ("游目", 9, 11, 2, False),
    ]
    assert [(one.kind, one.title) for one in found.decisions][1] == ("approve", "青梧区人大常委会2024年度工作要点")
    (act,) = found.acts
    assert (act.event, act.name, act.post) == ("elect", "江帆", "云岭省松河市人民代表大会代表")
    assert act.passages[0].lines == (334,)


def test_observers_have_their_posts_and_days_are_all_told(graph: Graph) -> None:
    found = meeting(graph, "2023-09-27")
    observers = {one.name: one.post for one in found.attendance if one.status == "observer"}
    assert observers["乔木林"] == f"{OWN}人民政府副区长"
    assert meeting(graph, "柳渡镇人大").days == ("2016-12-19", "2016-12-20")


def test_which_meeting_is_not_clear(graph: Graph) -> None:
    with pytest.raises(AmbiguousName, match="may mean"):
        meeting(graph, "区人大")
    with pytest.raises(QueryError, match="no meeting is called"):
        meeting(graph, "区人大常委会第99次会议")


def test_a_body(graph: Graph) -> None:
    found = body(graph, "区财政局")
    assert (found.name, found.kind, found.duties) == (f"{OWN}财政局", "department", 3)
    assert found.parents == (f"{OWN}人民政府",)
    assert found.parts == (f"中国共产党{OWN}财政局党组",)
    assert "区财政局" in found.names
    (post,) = found.posts
    assert (post.title, post.head, post.several) == ("局长", True, False)
    assert [one.name for one in post.tenures] == ["秦月明", "安正清", "明亮"]


def test_a_body_on_a_day(graph: Graph) -> None:
    (post,) = body(graph, "区财政局", on="2024-05-01").posts
    assert [(one.name, one.status) for one in post.tenures] == [("安正清", "certain")]


def test_what_a_body_was_before_and_what_it_became(graph: Graph) -> None:
    new = body(graph, "柳渡镇卫生和计划生育办公室")
    assert [(link.event, link.others) for link in new.before] == [("renamed", ("西岚省丰栎县柳渡镇计划生育办公室",))]
    assert new.before[0].passages[0].gazette == "fengli-2016" and new.after == ()
    old = body(graph, "柳渡镇农机站")
    assert [(link.event, link.others) for link in old.after] == [("merged", ("西岚省丰栎县柳渡镇农业综合服务中心",))]


def test_the_head_post_comes_first(graph: Graph) -> None:
    posts = body(graph, "青梧区人民检察院").posts
    assert posts[0].title == "检察长" and posts[0].head and not any(post.head for post in posts[1:])
