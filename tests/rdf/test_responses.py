"""Responses derived over the gazettes of a place, and what `kg demands` makes of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kg.model.gazette import Gazette
from kg.model.reports import FollowUp, Opinion
from kg.query import Graph, demands
from kg.rdf.names import DEFAULT_BASE, prefixes
from kg.rdf.nquads import write_sorted
from kg.rdf.quads import gazette_quads
from kg.rdf.responses import OPINIONS, respond
from kg.store import Store, create
from tests.rdf.sample import COMMITTEE, FINANCE, evidence, sample

TITLE = "对防汛工作情况的审议意见"


def asking(
    stem: str = "first", date: str = "2031-05-20", points: tuple[str, ...] = ("备足物资", "修好堤防")
) -> Gazette:
    gazette = sample(stem)
    gazette.opinions = [Opinion(TITLE, FINANCE, COMMITTEE, date, points, None, evidence(gazette.source, 7))]
    gazette.follow_ups = []
    return gazette


def answering(stem: str = "second", date: str = "2031-11-20", answers: str = TITLE) -> Gazette:
    gazette = sample(stem)
    gazette.opinions = []
    report = FollowUp(f"关于落实《{answers}》情况的报告", answers, FINANCE, date, None, evidence(gazette.source, 7))
    gazette.follow_ups = [report]
    return gazette


def loaded(folder: Path, *gazettes: Gazette) -> Store:
    store = create()
    write_sorted((line for gazette in gazettes for line in gazette_quads(gazette)), folder / "stated")
    store.load(folder / "stated")
    write_sorted(respond(store.select(OPINIONS, prefixes())), folder / "derived")
    store.load(folder / "derived")
    return store


def graph(folder: Path, *gazettes: Gazette) -> Graph:
    return Graph(loaded(folder, *gazettes), DEFAULT_BASE, prefixes())


def test_an_answer_in_another_gazette(tmp_path: Path) -> None:
    (found,) = demands(graph(tmp_path, asking(), answering()))
    assert (found.title, found.points, found.addressee) == (TITLE, ("备足物资", "修好堤防"), FINANCE)
    assert (found.answered_on, found.days, found.basis, found.answers) == ("2031-11-20", 184, "named", 1)
    assert (found.gazette, found.line) == ("first", 7)


def test_responses_stand_in_the_derived_graph(tmp_path: Path) -> None:
    lines = list(respond(loaded(tmp_path, asking(), answering()).select(OPINIONS, prefixes())))
    assert any("respondsTo" in line for line in lines)
    assert all(line.endswith(" <https://example.org/gz/graph/derived> .\n") for line in lines)


def test_the_first_of_two_answers_counts_the_days(tmp_path: Path) -> None:
    (found,) = demands(graph(tmp_path, asking(), answering("third", "2032-05-20"), answering()))
    assert (found.answered_on, found.days, found.answers) == ("2031-11-20", 184, 2)


def test_other_places_answer_nothing(tmp_path: Path) -> None:
    elsewhere = answering()
    elsewhere.masthead = replace(elsewhere.masthead, place=("北屏省", "远州市"))
    (found,) = demands(graph(tmp_path, asking(), elsewhere))
    assert (found.answer, found.days, found.answers) == (None, None, 0)


@pytest.mark.parametrize("place", [(), ("北屏省",)])
def test_gazettes_of_unknown_places_do_not_meet(place: tuple[str, ...], tmp_path: Path) -> None:
    first, second = asking(), answering()
    first.masthead, second.masthead = replace(first.masthead, place=()), replace(second.masthead, place=place)
    assert demands(graph(tmp_path, first, second))[0].answer is None


def test_unanswered_and_addressee(tmp_path: Path) -> None:
    other = asking("third", "2031-06-01")
    other.opinions = [replace(other.opinions[0], title="对林业工作情况的审议意见", addressee=None, date=None)]
    built = graph(tmp_path, asking(), answering(), other)
    assert [one.date for one in demands(built)] == ["2031-05-20", None]
    assert [one.title for one in demands(built, unanswered=True)] == ["对林业工作情况的审议意见"]
    assert [one.title for one in demands(built, addressee=FINANCE[-3:])] == [TITLE]
    assert demands(built, unanswered=True, addressee=FINANCE) == []


def test_an_opinion_without_points_or_answer_is_listed(tmp_path: Path) -> None:
    (found,) = demands(graph(tmp_path, asking(points=())))
    assert (found.points, found.answer) == ((), None)
