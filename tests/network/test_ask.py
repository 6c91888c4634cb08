from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from kg.model.facts import Attendance, DeputyChange, Evidence, Item, MeetingRef, PersonnelEvent, Position, Vote
from kg.model.gazette import Body, Gazette, Masthead
from kg.model.reports import Finding, FollowUp, Opinion, PlanTopic, Project, Responsibility
from kg.model.source import Source
from kg.network.ask import records
from kg.network.records import Records, Said
from kg.rdf.names import DEFAULT_BASE, prefixes
from kg.store import create
from tests.derivation import derived

TEXT = "任命林知远为县档案局局长\n出席：高 原\n"
BUREAU, COMMITTEE = "云岭县档案局", "云岭县人民代表大会常务委员会"
MEETING = MeetingRef(COMMITTEE, 9, 3)


def evidence(line: int) -> Evidence:
    return Evidence("yunling", (line,), 0, 5, TEXT.splitlines()[line - 1], "test", 1.0, 1)


def add_reports(gazette: Gazette) -> None:
    """One fact of each kind that reports state."""
    gazette.responsibilities.append(Responsibility(BUREAU, "body", "牵头", "lead", "档案馆迁建", evidence(1)))
    gazette.responsibilities.append(Responsibility("林知远", "person", "组长", "head", "专班", evidence(1)))
    gazette.projects.append(
        Project("档案馆迁建", "construction", "started", BUREAU, "西街", "1.5", "亿元", "2022—2023年", evidence(1))
    )
    gazette.opinions.append(
        Opinion("对档案工作的审议意见", BUREAU, COMMITTEE, "2022-07-20", ("甲", "乙"), None, evidence(2))
    )
    gazette.follow_ups.append(FollowUp("报告", "对档案工作的审议意见", BUREAU, "2022-08-19", "2022-07", evidence(2)))
    gazette.plan.append(PlanTopic(2023, "主任会议", "3", "听取档案工作汇报", (COMMITTEE, BUREAU), evidence(2)))
    gazette.findings.append(Finding("count_mismatch", "2 不合 1", "2 ≠ 1", (evidence(1), evidence(2))))


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
    add_reports(gazette)
    store = derived([gazette], tmp_path).store
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


def test_tenures_come_with_their_bounds_and_the_facts_that_tell_them(known: Records) -> None:
    (tenure,) = known.tenures
    assert tenure.person.endswith("林知远") and (tenure.body or "").endswith(BUREAU)
    assert (tenure.title, tenure.qualifiers) == ("局长", ("试用期一年",))
    assert tenure.bounds == ("2022-07-01", "2022-07-01", "2022-07-02", None)
    events = {fact.id: fact.event for fact in known.facts}
    assert [events[fact] for fact in tenure.opened] == ["appoint"]
    assert [events[fact] for fact in tenure.attested] == ["observer"]
    assert tenure.closed == tenure.start_from == tenure.end_from == ()


INFERRED = """<t:1> <{rdf}type> <{gz}Tenure> <g:1> .
<t:1> <{org}member> <p:1> <g:1> .
<t:1> <{gz}post> <post:1> <g:1> .
<t:1> <{prov}wasDerivedFrom> <c:2> <g:1> .
<c:2> <{prov}wasDerivedFrom> <f:2> <g:1> .
<t:1> <{prov}wasDerivedFrom> <t:3> <g:1> .
<t:3> <{gz}attestedBy> <f:3> <g:1> .
<t:3> <{gz}openedBy> <c:3> <g:1> .
<c:3> <{prov}wasDerivedFrom> <f:4> <g:1> .
<t:1> <{gz}endLatest> "2022-07-01"^^<{xsd}date> <g:1> .
<t:1> <{gz}startInferredBy> <{gz}EndOfTerm> <g:1> .
<t:1> <{gz}endInferredBy> <{gz}Succession> <g:1> .
<t:1> <{gz}endInferredBy> <{gz}BodyEnded> <g:1> .
"""


def test_an_inferred_bound_names_its_rules_and_what_it_was_inferred_from(tmp_path: Path) -> None:
    path = tmp_path / "derived.nq"
    path.write_text(INFERRED.format(**prefixes(DEFAULT_BASE)), encoding="utf-8")
    store = create()
    store.load(path)
    (tenure,) = records(store, prefixes(DEFAULT_BASE)).tenures
    assert (tenure.bounds, tenure.body, tenure.title) == ((None, None, None, "2022-07-01"), None, None)
    assert (tenure.start_from, tenure.end_from) == (("EndOfTerm",), ("BodyEnded", "Succession"))
    assert tenure.sources == ("c:2", "f:2", "f:3", "f:4", "t:3")


def about(one: Said) -> list[tuple[str, str]]:
    return [(part, node.rpartition("/")[2]) for part, node in one.about]


def test_duties_and_projects_are_of_one_task_where_the_name_is_one(known: Records) -> None:
    by_text = {(one.kind, one.text): one for one in known.said}
    duty, project = by_text["duty", "档案馆迁建"], by_text["project", "档案馆迁建"]
    assert (duty.sort, duty.role, about(duty), duty.date) == ("lead", "牵头", [("agent", BUREAU)], "2022-07-01")
    assert (project.sort, project.note, about(project)) == ("started", "1.5亿元 西街 2022—2023年", [("agent", BUREAU)])
    assert duty.task == project.task
    tasks = {task.id: (task.name, task.sort) for task in known.tasks}
    assert tasks[project.task or ""] == ("档案馆迁建", "project")
    group = by_text["duty", "专班"]
    assert tasks[group.task or ""] == ("专班", "task")
    assert (group.task or "").startswith(DEFAULT_BASE + "id/task/")


def test_an_opinion_comes_with_its_points_and_the_report_that_answers(known: Records) -> None:
    opinion, answer = (next(one for one in known.said if one.kind == kind) for kind in ("opinion", "answer"))
    assert opinion.points == ("甲", "乙")
    assert about(opinion) == [("asked", BUREAU), ("gives", COMMITTEE)]
    assert opinion.answers == ((answer.id, "30"),)
    assert about(answer) == [("reports", BUREAU)]


def test_a_topic_and_a_finding(known: Records) -> None:
    topic, finding = (next(one for one in known.said if one.kind == kind) for kind in ("topic", "finding"))
    assert (topic.role, topic.note, topic.date, len(topic.about)) == ("主任会议", "3月", "2023", 2)
    assert (finding.sort, finding.text, about(finding)) == ("count_mismatch", "2 ≠ 1", [("met", COMMITTEE)])
    assert (finding.chinese, topic.chinese) == ("2 不合 1", None)
    assert [quote.lines for quote in finding.quotes] == [(1,), (2,)]
    assert finding.meetings == (COMMITTEE + "第9届第3次会议",)
