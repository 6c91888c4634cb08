from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from kg.model.facts import Attendance, DeputyChange, Evidence, Item, MeetingRef, PersonnelEvent, Position, Vote
from kg.model.gazette import Body, Gazette, Masthead
from kg.model.source import Source
from kg.network.ask import records
from kg.network.records import Records
from kg.rdf.names import DEFAULT_BASE, prefixes
from kg.rdf.quads import gazette_quads
from kg.store import create

TEXT = "任命林知远为县档案局局长\n出席：高 原\n"
BUREAU, COMMITTEE = "云岭县档案局", "云岭县人民代表大会常务委员会"
MEETING = MeetingRef(COMMITTEE, 9, 3)


def evidence(line: int) -> Evidence:
    return Evidence("yunling", (line,), 0, 5, TEXT.splitlines()[line - 1], "test", 1.0, 1)


@pytest.fixture
def known(tmp_path: Path) -> Records:
    source = Source("yunling", "yunling.txt", hashlib.sha256(TEXT.encode()).hexdigest(), "utf-8", TEXT, (0, 13))
    gazette = Gazette(source, Masthead("云岭县公报", None, 2022, 3, None, ("云岭县",), None))
    gazette.items.append(Item(1, "任免名单", "personnel_list", "2022-07-01", MEETING, (), None, 1, 2, evidence(1)))
    gazette.bodies.append(Body(BUREAU, "department", "云岭县人民政府", ("县档案局",)))
    gazette.personnel.append(
        PersonnelEvent(
            "appoint", "林知远", BUREAU, "局长", "试用期一年", "2022-07-01", MEETING, COMMITTEE, None, None, evidence(1)
        )
    )
    gazette.attendance.append(Attendance(MEETING, "高原", "present", None, None, evidence(2)))
    gazette.attendance.append(Attendance(MEETING, "林知远", "observer", BUREAU, "局长", evidence(2)))
    gazette.positions.append(Position("高原", None, "书记", "2022", True, evidence(2)))
    gazette.deputies.append(
        DeputyChange("高原", "云岭县人民代表大会", 9, "第4选区", "terminated", "调离", None, evidence(2))
    )
    gazette.votes.append(Vote(MEETING, "选举", "高原", 20, 1, 2, 25, 23, True, evidence(2)))
    path = tmp_path / "graph.nq"
    path.write_text("".join(gazette_quads(gazette)), encoding="utf-8")
    store = create()
    store.load(path)
    return records(store, prefixes(DEFAULT_BASE))


def test_people_and_bodies_come_with_their_names(known: Records) -> None:
    assert {person.name: person.place for person in known.people} == {"林知远": "云岭县", "高原": "云岭县"}
    bureau = next(body for body in known.bodies if body.name == BUREAU)
    assert (bureau.type, bureau.aliases) == ("department", ("县档案局",))
    assert bureau.parent is not None and bureau.parent.endswith("云岭县人民政府")


def test_facts_come_with_date_words_and_lines(known: Records) -> None:
    act = next(fact for fact in known.facts if fact.event == "appoint")
    assert (act.title, act.date, act.qualifier) == ("局长", "2022-07-01", "试用期一年")
    assert act.meeting == COMMITTEE + "第9届第3次会议"
    (quote,) = act.quotes
    assert (quote.lines, quote.text, quote.item) == ((1,), TEXT.splitlines()[0], "任免名单")
    (gazette,) = known.gazettes
    assert (quote.gazette, gazette.stem, gazette.year, gazette.issue) == (gazette.id, "yunling", "2022", "3")


def test_every_kind_of_fact_about_a_person_is_asked_for(known: Records) -> None:
    found = {fact.event: fact for fact in known.facts}
    assert set(found) == {"appoint", "present", "observer", "former", "seat_ends", "vote"}
    assert found["present"].body is not None and found["present"].body.endswith(COMMITTEE)
    assert found["observer"].body is not None and found["observer"].body.endswith(BUREAU)
    assert (found["former"].body, found["former"].title, found["former"].date) == (None, "书记", "2022")
    assert found["seat_ends"].note == "第4选区 调离"
    assert found["vote"].note == "选举 · 赞成 20 反对 1 弃权 2"
