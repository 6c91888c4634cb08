"""Names that may be one name misprinted: candidates for a person to look at, never joined."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.lexicon import load
from kg.model.people import Pair, Sighting
from kg.rdf.pinyin import reading
from kg.resolve.people.judgements import NOBODY, Judgement, Judgements, Key
from kg.resolve.people.runs import runs
from kg.resolve.people.variants import as_row, bearers, from_row, variants
from tests.identity.sightings import CONGRESS, PLACE, seen

FINANCE, COURT = PLACE + "财政局", PLACE + "人民法院"


def found(*sightings: Sighting, judgements: Judgements | None = None) -> list[Pair]:
    """The candidates, as the build finds them: by key, in the order of the disk."""
    known = load()
    names = dict.fromkeys(one.name for one in sightings)
    whole = [run for name in names for run in runs([one for one in sightings if one.name == name], NOBODY, known)]
    groups: dict[str, list[list[object]]] = {}
    for run in whole:
        for key, bearer in bearers(run, known):
            groups.setdefault(key, []).append(as_row(bearer))
    sound: Callable[[str], object] = lambda text: reading(text, known)  # noqa: E731
    decided = judgements or Judgements()
    return [pair for rows in groups.values() for pair in variants(map(from_row, rows), known, decided, sound)]


def pair(
    one: str, other: str, body: str = COURT, title: str = "审判员", year: str = "2021"
) -> tuple[Sighting, Sighting]:
    return (
        seen("appoint", body, title, "2020-03-01", name=one),
        seen("remove", body, title, f"{year}-03-01", name=other, gazette="g2"),
    )


CANDIDATES = {
    "a character that scanning confuses": pair("丁向明", "丁向朋"),
    "a character of the same sound": pair("张晓青", "张晓清"),
    "a post of one seat, whatever the character": pair("贺望川", "贺望州", FINANCE, "局长"),
    "a name of another people": pair("阿依古丽·买买提", "阿依古莉·买买提"),
}


@pytest.mark.parametrize("case", CANDIDATES)
def test_a_candidate_with_its_reason(case: str) -> None:
    (only,) = found(*CANDIDATES[case])
    assert (only.verdict, only.reason.kind) == ("unsure", "variant")
    assert CANDIDATES[case][0].name in only.reason.words and CANDIDATES[case][1].name in only.reason.words


NONE = {
    "two characters": pair("朱明", "朱朋"),
    "another character in a post of many": pair("贺望川", "贺望岭"),
    "two characters apart": pair("丁向明", "丁巷朋"),
    "another post": (*pair("丁向明", "丁向朋")[:1], seen("holds", FINANCE, "局长", "2021-03-01", name="丁向朋", gazette="g2")),
    "many years between": pair("丁向明", "丁向朋", year="2035"),
    "a seat that many hold": pair("丁向明", "丁向朋", CONGRESS, "代表"),
    "both in one list": (
        seen("appoint", COURT, "审判员", "2020-03-01", name="丁向明", item=4),
        seen("appoint", COURT, "审判员", "2020-03-01", name="丁向朋", item=4),
    ),
    "a hidden name": pair("朱某某", "朱某明"),
}  # fmt: skip


@pytest.mark.parametrize("case", NONE)
def test_no_candidate(case: str) -> None:
    assert found(*NONE[case]) == []


def test_judged_names_are_asked_no_more() -> None:
    one, other = CANDIDATES["a character that scanning confuses"]
    keys = [Key(seen_one.name, f"{COURT}审判员") for seen_one in (one, other)]
    assert found(one, other, judgements=Judgements([Judgement("different", *keys)])) == []


def test_a_family_of_names_is_no_misprint() -> None:
    names = [f"丁向{char}" for char in "明朋清请晴靖倩"]
    assert found(*(seen("holds", COURT, "审判员", "2020-03-01", name=name, gazette=name) for name in names)) == []
