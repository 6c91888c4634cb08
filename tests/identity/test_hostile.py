"""Sightings made to deceive: what looks like a reason and is none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kg.model.errors import QueryError
from kg.model.people import Sighting
from kg.resolve.people.judgements import Judgements, append, key_of, read_judgements
from tests.identity.sightings import COMMITTEE, CONGRESS, PLACE, seen
from tests.identity.test_resolve import CIVIL, FINANCE, judgement, reasons, resolved

HOSPITAL = PLACE + "实验小学"


def seat(told: str) -> Sighting:
    return seen("seat_elected", CONGRESS, "代表", "2020-03-01", seat="第3选区", told=told)


@pytest.mark.parametrize(
    ("told", "post"),
    [
        ("区财政局干部", (FINANCE, "局长")),
        ("区财政局局长秘书", (FINANCE, "局长")),
        ("区财政局职工宿舍管理员", (FINANCE, "局长")),
        ("区第二实验小学校长", (HOSPITAL, "校长")),
    ],
)
def test_a_body_in_the_words_is_no_post_in_it(told: str, post: tuple[str, str]) -> None:
    found = resolved(seat(told), seen("appoint", *post, "2020-06-01", gazette="g2"))
    assert "described" not in reasons(found) and len(found.people) == 2


@pytest.mark.parametrize(
    ("told", "post"),
    [
        ("区财政局党组书记、局长，因病去世", (FINANCE, "局长")),
        ("原区财政局副局长", (FINANCE, "副局长")),
        ("女，汉族，区实验小学校长", (HOSPITAL, "校长")),
        ("因担任青梧区财政局局长职务", (FINANCE, "局长")),
    ],
)
def test_a_title_in_the_words_is_a_post(told: str, post: tuple[str, str]) -> None:
    found = resolved(seat(told), seen("holds", *post, "2020-06-01", gazette="g2"))
    assert reasons(found) == {"described"}


def test_every_county_has_its_hospital() -> None:
    other = "云岭省松河市雁坪县"
    left = seat("县人民医院医生")
    right = seen(
        "seat_elected", other + "人民代表大会", "代表", "2023-03-01", gazette="g2", place=other, seat="第5选区",
        told="县人民医院护士",
    )  # fmt: skip
    assert len(resolved(left, right).people) == 2


def test_a_judgement_on_two_names_joins_nobody_else_of_them() -> None:
    one = seen("appoint", FINANCE, "局长", "2010-01-01")
    same = seen("holds", FINANCE, "局长", "2012-01-01", name="王炜", gazette="g2")
    others = (
        seen("appoint", CIVIL, "局长", "2015-01-01", gazette="g3"),
        seen("author", None, None, "2015-01-01", name="王炜", gazette="g3", item=7),
        seen("holds", PLACE + "教育局", "局长", "2016-01-01", name="王炜", gazette="g4"),
        seen("holds", PLACE + "教育局", "局长", "2017-01-01", gazette="g5"),
    )
    found = resolved(one, same, *others, judgements=Judgements([judgement("same", one, same)]))
    assert sorted(person.names for person in found.people if len(person.names) > 1) == [("王伟", "王炜")]
    assert len(found.people) == 5


def test_no_chain_of_judgements_makes_one_of_those_judged_to_be_two() -> None:
    first, second, third = (
        seen("appoint", body, "局长", "2010-01-01", gazette=gazette)
        for body, gazette in ((FINANCE, "g1"), (CIVIL, "g2"), (PLACE + "教育局", "g3"))
    )
    lines = [judgement("same", first, second), judgement("same", second, third), judgement("different", first, third)]
    found = resolved(first, second, third, judgements=Judgements(lines))
    assert len(found.people) == 2
    assert found.contradicted == [(lines[1], lines[2])]


def test_of_two_posts_in_one_sentence_a_bare_name_is_neither_s() -> None:
    sentence = replace(seen("agent", None, None, None, line=3), start=300, end=340)
    parts = [
        replace(seen("holds", body, "局长", None, line=3), start=start, end=start + 10)
        for body, start in ((FINANCE, 302), (CIVIL, 325))
    ]
    assert len(resolved(sentence, *parts).people) == 3
    assert len(resolved(sentence, parts[0]).people) == 1


@pytest.mark.parametrize("title", ["代表", "人民陪审员"])
def test_one_of_a_list_of_many_is_not_the_author_of_a_report(title: str) -> None:
    body = CONGRESS if title == "代表" else PLACE + "人民法院"
    listed = seen("appoint", body, title, "2020-03-01", item=2)
    assert len(resolved(listed, seen("author", None, None, "2020-03-01", item=5)).people) == 2


VAGUE = {
    "a committee left in a year, and a bureau taken up in it": (
        seen("elect", COMMITTEE, "委员", "2007-01-10"),
        seen("accept_resignation", COMMITTEE, "委员", "2010", gazette="g2"),
        seen("appoint", FINANCE, "局长", "2010-03-20", gazette="g3"),
    ),
    "a bureau taken up in a year, and a court at its end": (
        seen("appoint", FINANCE, "局长", "2010"),
        seen("appoint", PLACE + "人民法院", "院长", "2010-12-20", gazette="g2"),
    ),
    "retired, and in another office in that month": (
        seen("remove", FINANCE, "局长", "2010-06-15", reason="退休"),
        seen("author", CIVIL, "局长", "2010-06", gazette="g2"),
    ),
    "died, and in another office in that year": (
        seen("remove", FINANCE, "局长", "2010-03-15", reason="因病去世"),
        seen("author", CIVIL, "局长", "2010", gazette="g2"),
    ),
}


@pytest.mark.parametrize("case", sorted(VAGUE))
def test_a_month_or_a_year_is_no_day_that_tells_two_people_apart(case: str) -> None:
    found = resolved(*VAGUE[case])
    assert "different" not in {pair.verdict for pair in found.pairs}


def test_a_year_of_beginning_comes_before_a_day_of_end_in_it() -> None:
    begin = seen("appoint", PLACE + "人民法院", "审判员", "2010")
    end = seen("remove", PLACE + "人民法院", "审判员", "2010-06-01", gazette="g2")
    assert reasons(resolved(begin, end)) == {"same_post"}


@pytest.mark.parametrize(
    "stem", ["2024-3", "a@b", "two  blanks", "全角　空格", "tab\there", " lead", "#3", "'q\"", "行\n尾"]
)
def test_what_is_written_down_of_a_gazette_is_found_again(stem: str, tmp_path: Path) -> None:
    sides = [replace(seen("holds", body, "局长", "2020-01-01"), stem=stem) for body in (FINANCE, CIVIL)]
    append(tmp_path / "judgements.tsv", ("same", *(str(key_of(one)) for one in sides), "cy", "2024-01-01", "说\t明"))
    known = read_judgements(tmp_path / "judgements.tsv")
    assert len({known.block(one) for one in sides}) == 1
    assert list(known.stale()) == []
    assert len(resolved(*sides, judgements=known).people) == 1


def test_the_name_that_is_meant_has_no_post(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="is no name"):
        append(tmp_path / "judgements.tsv", ("name", "丁向朋/区财政局局长", "丁向明/区财政局局长", "cy", "", ""))
    assert not (tmp_path / "judgements.tsv").exists()


def test_a_seat_without_its_constituency_is_neither_deputy_s_of_two() -> None:
    seats = [seen("seat_elected", CONGRESS, "代表", "2020-03-01", seat=where) for where in ("第3选区", "第9选区")]
    confirmed = seen("confirm", CONGRESS, "代表", "2020-03-01")
    assert sorted(len(person.mentions) for person in resolved(*seats, confirmed).people) == [1, 1, 1]
    assert len(resolved(seats[0], confirmed).people) == 1
