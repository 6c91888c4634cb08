"""Each reason once where it holds and once where something small is missing; each clash against a strong reason."""

from __future__ import annotations

from itertools import permutations

import pytest

from kg.lexicon import load
from kg.model.people import Sighting
from kg.rdf.sorted_people import present_names
from kg.resolve.people.judgements import Judgement, Judgements, Key
from kg.resolve.people.resolve import Resolution, resolve_name
from tests.identity.sightings import COMMITTEE, CONGRESS, PLACE, seen

FINANCE, CIVIL, COURT = PLACE + "财政局", PLACE + "民政局", PLACE + "人民法院"


def resolved(*sightings: Sighting, judgements: Judgements | None = None) -> Resolution:
    known = judgements or Judgements()
    block = {known.block(one) for one in sightings}
    assert len(block) == 1
    return resolve_name(sightings, load(), known.of(sightings, block.pop()))


def reasons(found: Resolution) -> set[str]:
    return {join.reason.kind for person in found.people for join in person.joins}


JOINED = {
    "same_post": (seen("appoint", FINANCE, "局长", "2020-03-01"), seen("remove", FINANCE, "局长", "2024-03-01", gazette="g2")),
    "one_passage": (seen("holds", FINANCE, "局长", "2020-03-01", line=3), seen("holds", CIVIL, "副局长", "2020-03-01", line=3)),
    "one_move": (seen("remove", CIVIL, "局长", "2020-03-01", line=3), seen("appoint", FINANCE, "局长", "2020-03-01", line=4)),
    "one_meeting": (seen("remove", CIVIL, "局长", "2020-03-01", item=2), seen("appoint", FINANCE, "局长", "2020-03-01", item=3)),
    "same_institution": (
        seen("holds", f"中国共产党{FINANCE}党组", "书记", "2020-03-01"),
        seen("appoint", FINANCE, "局长", "2020-05-01", gazette="g2"),
    ),
    "seat_of_office": (
        seen("present", COMMITTEE, None, "2020-03-01", meeting="m1"),
        seen("seat_elected", CONGRESS, "代表", "2019-12-01", gazette="g2", seat="第3选区"),
    ),
    "joined_posts": (
        seen("holds", f"中国共产党{PLACE}委员会", "副书记", "2020-03-01"),
        seen("author", f"{PLACE}人民政府", "区长", "2020-07-01", gazette="g2"),
    ),
    "described": (
        seen("seat_elected", CONGRESS, "代表", "2020-03-01", seat="第3选区", told="区财政局党组书记"),
        seen("appoint", FINANCE, "局长", "2020-06-01", gazette="g2"),
    ),
    "reformed_post": (
        seen("author", PLACE + "环境保护局", "局长", "2018-06-01"),
        seen("observer", PLACE + "生态环境局", "局长", "2019-06-01", gazette="g2", meeting="m1"),
    ),
    "bare_name": (seen("author", FINANCE, "局长", "2020-03-01", item=2), seen("agent", None, None, "2020-03-01", item=5)),
    "one_paper": (seen("resign", CONGRESS, "代表", "2020-03-01", item=2), seen("author", None, None, None, item=2, line=7)),
    "same_employer": (
        seen("seat_elected", CONGRESS, "代表", "2016-11-01", seat="第5选区", told="白石乡杏花村村民委员会主任"),
        seen("seat_elected", CONGRESS, "代表", "2021-11-01", gazette="g2", seat="第4选区", told="白石乡杏花村党支部书记"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", sorted(JOINED))
def test_a_reason_joins_and_explains_itself(kind: str) -> None:
    found = resolved(*JOINED[kind])
    assert len(found.people) == 1 and kind in reasons(found)
    words = [join.reason.words for person in found.people for join in person.joins]
    assert all(" / " in text and "{" not in text for text in words)


APART = {
    "two departments": (seen("holds", FINANCE, "局长", "2020-03-01"), seen("holds", CIVIL, "局长", "2022-03-01", gazette="g2")),
    "two moves in one paper": (
        seen("remove", CIVIL, "局长", "2020-03-01"), seen("remove", PLACE + "统计局", "局长", "2020-03-01"),
        seen("appoint", FINANCE, "局长", "2020-03-01"), seen("appoint", PLACE + "审计局", "局长", "2020-03-01"),
    ),
    "lists of two branches": (
        seen("remove", COURT, "审判员", "2020-03-01", item=2), seen("appoint", FINANCE, "副局长", "2020-03-01", item=3),
    ),
    "a post given again after its end": (
        seen("remove", FINANCE, "局长", "2016-03-01"), seen("appoint", FINANCE, "局长", "2021-03-01", gazette="g2"),
    ),
    "two judges of one name": (
        seen("appoint", COURT, "审判员", "2009-03-01"), seen("appoint", COURT, "审判员", "2014-03-01", gazette="g2"),
        seen("remove", COURT, "审判员", "2016-03-01", gazette="g3"),
    ),
    "two bearers in one gazette and a bare name": (
        seen("holds", FINANCE, "局长", "2020-03-01", item=2), seen("holds", CIVIL, "局长", "2020-03-01", item=3),
        seen("agent", None, None, None, item=5),
    ),
    "a reform long ago": (
        seen("author", PLACE + "环境保护局", "局长", "2010-06-01"),
        seen("author", PLACE + "生态环境局", "局长", "2019-06-01", gazette="g2"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", sorted(APART))
def test_what_tells_too_little_joins_nothing(case: str) -> None:
    found = resolved(*APART[case])
    mentions = {one.mention for one in APART[case]}
    assert len(found.people) == len(mentions)
    assert {pair.verdict for pair in found.pairs} <= {"unsure", "name_only"} and found.pairs


CLASHES = {
    "exclusive": (
        seen("elect", COMMITTEE, "委员", "2016-12-28"), seen("remove", COMMITTEE, "委员", "2020-09-24", gazette="g3"),
        seen("author", FINANCE, "局长", "2019-04-25", gazette="g2"),
    ),
    "two_roles": (
        seen("observer", FINANCE, "局长", "2020-03-01", meeting="m", line=3),
        seen("observer", CIVIL, "局长", "2020-03-01", meeting="m", line=4),
    ),
    "two_seats": (
        seen("seat_elected", CONGRESS, "代表", "2020-03-01", seat="第3选区"),
        seen("seat_elected", CONGRESS, "代表", "2020-03-01", seat="第9选区"),
    ),
    "two_places": (
        seen("elect", "云岭省松河市柳塘县人民政府", "县长", "2016-12-22", place="云岭省松河市柳塘县"),
        seen("elect", "云岭省松河市雁坪县人民政府", "县长", "2016-12-23", gazette="g2", place="云岭省松河市雁坪县"),
    ),
    "after_death": (
        seen("terminate", COMMITTEE, "副主任", "2009-02-26", reason="因病去世"),
        seen("observer", COMMITTEE + "办公室", "主任", "2010-08-27", gazette="g2", meeting="m"),
    ),
    "after_retirement": (
        seen("lapse", COURT, "审判员", "2021-03-25", reason="退休"),
        seen("author", COURT, "院长", "2021-12-29", gazette="g2"),
    ),
    "particulars": (
        seen("seat_elected", CONGRESS, "代表", "2016-12-20", seat="第4选区", told="女，汉族，1985年生，县第一小学教师"),
        seen("seat_elected", CONGRESS, "代表", "2021-12-14", gazette="g2", seat="第4选区", told="男，1961年生，县第一小学教师"),
    ),
    "lifetime": (seen("holds", FINANCE, "科员", "1950-01-01"), seen("holds", FINANCE, "局长", "2010-01-01", gazette="g2")),
}  # fmt: skip


@pytest.mark.parametrize("kind", sorted(CLASHES))
def test_a_clash_keeps_two_people_apart(kind: str) -> None:
    found = resolved(*CLASHES[kind])
    assert len(found.people) == 2
    if kind != "two_places":  # people of two places are not even compared
        assert ("different", kind) in {(pair.verdict, pair.reason.kind) for pair in found.pairs}


def test_an_office_may_follow_the_other() -> None:
    found = resolved(
        seen("holds", f"{PLACE}人民政府", "副区长", "2020-03-01", item=2),
        seen("remove", f"{PLACE}人民政府", "副区长", "2020-06-01", item=3),
        seen("elect", COMMITTEE, "副主任", "2020-06-01", item=3),
    )
    assert len(found.people) == 1 and "one_move" in reasons(found)


@pytest.mark.parametrize("renamed", [True, False])
def test_a_post_goes_on_under_the_new_name_of_its_body(renamed: bool) -> None:
    old, new = PLACE + "商业一局", PLACE + "贸易服务局"
    sightings = (seen("author", old, "局长", "2018-06-01"), seen("author", new, "局长", "2019-06-01", gazette="g2"))
    found = resolve_name(sightings, load(), renamed=present_names([(old, new)] if renamed else []))
    assert len(found.people) == (1 if renamed else 2)


def test_the_last_of_several_names_is_the_present_one() -> None:
    assert present_names([("a", "b"), ("b", "c")]) == {"a": "c", "b": "c"}
    assert present_names([("a", "b"), ("a", "c")]) == {}
    assert present_names([("a", "b"), ("b", "a")]) == {"a": "a", "b": "b"}


def test_two_posts_left_in_one_passage_are_one_move() -> None:
    found = resolved(
        seen("remove", CIVIL, "局长", "2020-06-01", line=3),
        seen("remove", PLACE + "养老服务工作领导小组办公室", "主任", "2020-06-01", line=3),
        seen("appoint", FINANCE, "局长", "2020-06-01", line=8),
    )
    assert len(found.people) == 1 and reasons(found) == {"one_passage", "one_move"}


def test_somebody_lent_keeps_the_own_post() -> None:
    own = seen("holds", COMMITTEE, "委员", "2020-03-01", line=3)
    lent = seen("appoint", FINANCE, "副局长", "2020-03-01", qualifier="挂职锻炼", line=3)
    assert len(resolved(own, lent).people) == 1


def test_hidden_names_are_never_joined() -> None:
    first = seen("holds", COURT, "人民陪审员", "2020-03-01", name="董某", gazette="g1")
    second = seen("holds", COURT, "人民陪审员", "2021-03-01", name="董某", gazette="g2")
    found = resolved(first, second)
    assert len(found.people) == 2 and not found.pairs


def test_the_order_of_sightings_does_not_matter() -> None:
    sightings = [*CLASHES["exclusive"], *JOINED["described"]][:5]
    answers = [resolved(*order) for order in permutations(sightings)]
    assert len(answers) == 120
    assert all((one.people, one.pairs) == (answers[0].people, answers[0].pairs) for one in answers)


def judgement(kind: str, left: Sighting, right: Sighting | str) -> Judgement:
    other = right if isinstance(right, str) else Key(right.name, f"{right.body or ''}{right.title or ''}")
    return Judgement(kind, Key(left.name, f"{left.body}{left.title}"), other, by="cy")


def test_people_who_are_judged_to_be_one_are_one() -> None:
    left, right = CLASHES["two_seats"][0], CLASHES["exclusive"][2]
    found = resolved(left, right, judgements=Judgements([judgement("same", left, right)]))
    assert len(found.people) == 1 and found.people[0].joins[0].reason.kind == "judged"


@pytest.mark.parametrize("kind", ["different", "unsure"])
def test_people_who_are_judged_apart_stay_apart(kind: str) -> None:
    left, right = JOINED["one_move"]
    found = resolved(left, right, judgements=Judgements([judgement(kind, left, right)]))
    assert len(found.people) == 2
    assert [(pair.verdict, pair.by) for pair in found.pairs] == [(kind, "cy")]


def test_one_gazette_s_mention_can_be_judged_apart_from_its_post() -> None:
    left, right = JOINED["same_post"]
    keys = [Key(one.name, f"{one.body}{one.title}", one.stem) for one in (left, right)]
    found = resolved(left, right, judgements=Judgements([Judgement("different", keys[0], keys[1])]))
    assert len(found.people) == 2


def test_a_judgement_on_one_gazette_leaves_the_rest_of_the_post_together() -> None:
    first, second = JOINED["same_post"]
    other = seen("holds", CIVIL, "局长", "2022-03-01", gazette="g3")
    keys = [Key(one.name, f"{one.body}{one.title}", one.stem) for one in (first, other)]
    found = resolved(first, second, other, judgements=Judgements([Judgement("different", keys[0], keys[1])]))
    assert sorted(len(person.mentions) for person in found.people) == [1, 2]


def test_a_name_that_is_misprinted_is_corrected() -> None:
    right = seen("appoint", FINANCE, "局长", "2020-03-01", name="丁向明")
    wrong = seen("author", FINANCE, "局长", "2020-09-01", name="丁向朋", gazette="g2")
    found = resolved(right, wrong, judgements=Judgements([judgement("name", wrong, "丁向明")]))
    assert [(person.name, person.names) for person in found.people] == [("丁向明", ("丁向明", "丁向朋"))]


def test_two_names_can_be_judged_to_be_one_person() -> None:
    one = seen("appoint", FINANCE, "局长", "2020-03-01", name="阿依古丽·买买提")
    other = seen("appoint", CIVIL, "局长", "2021-03-01", name="阿依古力·买买提", gazette="g2")
    known = Judgements([judgement("same", one, other)])
    assert known.block(one) == known.block(other) != "王伟"
    assert len(resolved(one, other, judgements=known).people) == 1


def test_a_dot_and_a_blank_are_no_other_name() -> None:
    one = seen("appoint", FINANCE, "局长", "2020-03-01", name="阿依古丽·买买提")
    other = seen("remove", FINANCE, "局长", "2021-03-01", name="阿依古丽•买买提", gazette="g2")
    assert len(resolved(one, other).people) == 1


def test_a_judgement_of_nobody_is_told() -> None:
    known = Judgements([judgement("same", seen("holds", FINANCE, "局长", None), seen("holds", CIVIL, "局长", None))])
    for one in JOINED["same_post"]:
        known.block(one)
    assert [str(key) for _, key in known.stale()] == [f"王伟/{CIVIL}局长"]


def test_two_divisions_of_a_court_tell_nothing_and_a_move_between_them_does() -> None:
    civil, trade = COURT + "民事审判庭", COURT + "金融审判庭"
    apart = (
        seen("appoint", civil, "副庭长", "2019-03-01"),
        seen("appoint", trade, "副庭长", "2020-03-01", gazette="g2"),
    )
    assert len(resolved(*apart).people) == 2
    moved = (seen("remove", civil, "副庭长", "2020-03-01"), seen("appoint", trade, "副庭长", "2020-03-01"))
    assert reasons(resolved(*moved)) == {"one_move"}
    judge = (
        seen("appoint", COURT, "审判员", "2019-03-01"),
        seen("appoint", civil, "副庭长", "2020-03-01", gazette="g2"),
    )
    assert reasons(resolved(*judge)) == {"same_institution"}
