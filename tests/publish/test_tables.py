"""The CSV tables: their columns, their cells, and that they stream."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from kg.model.facts import (
    AgendaItem,
    Attendance,
    Author,
    Decision,
    DeputyChange,
    Evidence,
    Item,
    Meeting,
    MeetingRef,
    PersonnelEvent,
    Position,
    Vote,
)
from kg.model.gazette import Body, Gazette, Masthead
from kg.model.reports import BodyChange, Finding, Opinion, PlanTopic
from kg.publish.export.tables import TABLES, table_writer
from kg.read.source import source_of

MEETING = ["meeting_body", "meeting_term", "meeting_session"]
EVIDENCE = ["gazette", "line", "text", "rule", "confidence"]
HEADERS = {
    "gazette": ["title", "publisher", "year", "issue", "total_issue", "place", *EVIDENCE],
    "items": [
        *("number", "title", "type", "date", *MEETING, "authors", "on_behalf_of", "start_line", "end_line"),
        *EVIDENCE,
    ],
    "meetings": ["body", "term", "session", "dates", "half_day", "expected", "present", "on_leave", *EVIDENCE],
    "agenda": [*MEETING, "number", "text", "gazette", "line", "rule", "confidence"],
    "personnel": [
        *("event", "person", "body", "title", "qualifier", "date", *MEETING, "decided_by", "legal_basis", "reason"),
        *EVIDENCE,
    ],
    "votes": [*MEETING, "subject", "person", "for", "against", "abstain", "members", "attending", "passed", *EVIDENCE],
    "deputies": ["person", "congress", "term", "constituency", "change", "reason", "described_as", *EVIDENCE],
    "attendance": [*MEETING, "person", "status", "body", "title", *EVIDENCE],
    "observers": [*MEETING, "person", "status", "body", "title", *EVIDENCE],
    "positions": ["person", "body", "title", "as_of", "former", *EVIDENCE],
    "authors": ["person", "body", "title", "item", *EVIDENCE],
    "decisions": [
        *("title", "kind", "decided_by", "date", *MEETING, "subject", "result", "legal_basis"),
        *EVIDENCE,
    ],
    "projects": ["name", "kind", "status", "body", "place", "amount", "unit", "period", *EVIDENCE],
    "responsibilities": ["agent", "agent_kind", "role", "role_kind", "object", *EVIDENCE],
    "opinions": ["title", "addressee", "issued_by", "date", "points", "follow_up", *EVIDENCE],
    "follow_ups": ["title", "answers", "reported_by", "date", "answered_on", *EVIDENCE],
    "plan": ["year", "forum", "month", "topic", "body", *EVIDENCE],
    "fiscal": ["item", "year", "amount", "unit", "from_amount", "kind", *EVIDENCE],
    "documents": ["title", "kind", "number", "titles", *EVIDENCE],
    "body_changes": ["kind", "before", "after", "date", *EVIDENCE],
    "offices": ["office", "host", *EVIDENCE],
    "findings": ["kind", "lines", "sides", "text_zh", *EVIDENCE],
    "bodies": ["name", "type", "parent", "aliases", *EVIDENCE],
}
COMMITTEE = "云州市人民代表大会常务委员会"
BUREAU = "云州市财政局"
REF = MeetingRef(COMMITTEE, 5, 12)
SEEN = Evidence("yun", (3, 4), 10, 20, '任命钱一为"局长"', "appoint.list", 0.9)


def gazette(stem: str = "yun") -> Gazette:
    source = source_of("文\n本\n", stem=stem, path=f"{stem}.txt")
    return Gazette(
        source,
        Masthead("云州市人大公报", None, 2030, 2, None, ("乙省", "云州市"), None),
        items=[
            Item(
                *(1, "任命名单, 二", "personnel_list", "2030-03-01", REF),
                (Author("钱一", BUREAU, "局长"), Author(None, COMMITTEE, None)),
                *(COMMITTEE, 3, 9, SEEN),
            )
        ],
        meetings=[Meeting(REF, ("2030-03-01", "2030-03-02"), None, 30, 28, 2, SEEN)],
        agenda=[AgendaItem(REF, 1, "听取报告", SEEN)],
        personnel=[PersonnelEvent("appoint", "钱一", BUREAU, "局长", None, "2030-03", None, None, None, None, SEEN)],
        votes=[Vote(None, "任命", None, 28, 0, None, 30, 28, True, SEEN)],
        deputies=[DeputyChange("孙二", "云州市人民代表大会", 5, None, "terminated", "辞职", None, SEEN)],
        attendance=[
            Attendance(REF, "李三", "present", None, None, SEEN),
            Attendance(REF, "周四", "observer", BUREAU, "副局长", SEEN),
        ],
        positions=[Position("吴五", None, "书记", None, True, SEEN)],
        decisions=[Decision("决定", "approve", COMMITTEE, "2030", REF, "预算", "批准", None, SEEN)],
        opinions=[Opinion("审议意见", BUREAU, COMMITTEE, "2030", ("加快 进度", "管好资金"), None, SEEN)],
        plan=[PlanTopic(2030, "常委会会议", "7-8月", "听取报告", (COMMITTEE, BUREAU), SEEN)],
        body_changes=[BodyChange("merged", ("云州市国资局", "云州市税务局"), (BUREAU,), "2030-03", SEEN)],
        findings=[Finding("sum_mismatch", "28 不合 30", "28 ≠ 30", (SEEN, SEEN))],
        bodies=[Body(BUREAU, "department", "云州市人民政府", ("市财政局", "财政局")), Body("丙", "other", None)],
    )


def read(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with table_writer(tmp_path / "tables") as write:
        write(gazette())
    return tmp_path / "tables"


@pytest.mark.parametrize("name", HEADERS)
def test_the_header_is_there_without_a_row(tmp_path: Path, name: str) -> None:
    with table_writer(tmp_path):
        pass
    header = (tmp_path / f"{name}.csv").read_text(encoding="utf-8")
    assert header == ",".join(HEADERS[name]) + "\n"


def test_these_are_all_tables() -> None:
    assert {table.name: list(table.columns) for table in TABLES} == HEADERS


@pytest.mark.parametrize(
    ("name", "row", "cells"),
    [
        ("gazette", 0, {"title": "云州市人大公报", "publisher": "", "year": "2030", "place": "乙省 云州市"}),
        ("items", 0, {"title": "任命名单, 二", "authors": f"{BUREAU} 局长 钱一|{COMMITTEE}", "meeting_session": "12"}),
        ("items", 0, {"line": "3 4", "text": '任命钱一为"局长"', "rule": "appoint.list", "confidence": "0.9"}),
        ("meetings", 0, {"body": COMMITTEE, "term": "5", "dates": "2030-03-01 2030-03-02", "on_leave": "2"}),
        ("agenda", 0, {"number": "1", "text": "听取报告", "line": "3 4"}),
        ("personnel", 0, {"event": "appoint", "date": "2030-03", "meeting_body": "", "meeting_term": ""}),
        ("votes", 0, {"for": "28", "against": "0", "abstain": "", "passed": "true"}),
        ("deputies", 0, {"change": "terminated", "constituency": ""}),
        ("attendance", 1, {"status": "observer", "title": "副局长"}),
        ("observers", 0, {"person": "周四", "body": BUREAU}),
        ("positions", 0, {"former": "true", "body": ""}),
        ("authors", 0, {"person": "钱一", "title": "局长", "item": "任命名单, 二", "gazette": "yun"}),
        ("decisions", 0, {"kind": "approve", "meeting_body": COMMITTEE}),
        ("opinions", 0, {"points": "加快 进度|管好资金", "follow_up": ""}),
        ("plan", 0, {"body": f"{COMMITTEE}|{BUREAU}", "month": "7-8月"}),
        ("body_changes", 0, {"before": "云州市国资局|云州市税务局", "after": BUREAU, "date": "2030-03"}),
        (
            "findings",
            0,
            {"lines": "3 4", "text": "28 ≠ 30", "text_zh": "28 不合 30", "sides": f"{SEEN.text}|{SEEN.text}"},
        ),
        ("bodies", 0, {"aliases": "市财政局|财政局", "rule": "appoint.list"}),
        ("bodies", 1, {"name": "丙", "gazette": "yun", "line": "", "parent": ""}),
    ],
)
def test_cells(folder: Path, name: str, row: int, cells: dict[str, str]) -> None:
    found = read(folder, name)[row]
    assert {column: found[column] for column in cells} == cells


@pytest.mark.parametrize(("name", "count"), [("authors", 1), ("observers", 1), ("attendance", 2)])
def test_how_many_rows(folder: Path, name: str, count: int) -> None:
    assert len(read(folder, name)) == count


def test_gazettes_follow_each_other_and_are_counted(tmp_path: Path) -> None:
    with table_writer(tmp_path) as write:
        counts = [write(gazette(stem)) for stem in ("a", "b")]
    assert [count["attendance"] for count in counts] == [2, 2]
    assert [row["gazette"] for row in read(tmp_path, "personnel")] == ["a", "b"]


def test_the_file_stem_is_that_of_the_source_as_built(tmp_path: Path) -> None:
    renamed = gazette()
    renamed.source = replace(renamed.source, stem="yun~1")
    with table_writer(tmp_path) as write:
        write(renamed)
    assert read(tmp_path, "votes")[0]["gazette"] == "yun~1"


def test_line_breaks_in_a_cell_survive(tmp_path: Path) -> None:
    odd = gazette()
    odd.positions = [replace(odd.positions[0], title='书\n记,"一"')]
    with table_writer(tmp_path) as write:
        write(odd)
    assert read(tmp_path, "positions")[0]["title"] == '书\n记,"一"'
