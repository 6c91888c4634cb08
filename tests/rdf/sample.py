"""An invented gazette, built by hand: no text needs to be read to test what becomes of its facts."""

from __future__ import annotations

import hashlib

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
from kg.model.reports import (
    BodyChange,
    Document,
    Finding,
    FiscalFigure,
    FollowUp,
    OfficeSeat,
    Opinion,
    PlanTopic,
    Project,
    Responsibility,
)
from kg.model.source import Source

PLACE = ("海州市", "临江区")
DISTRICT = "".join(PLACE)
CONGRESS = DISTRICT + "人民代表大会"
COMMITTEE = CONGRESS + "常务委员会"
FINANCE = DISTRICT + "财政局"
COURT = DISTRICT + "人民法院"
MEETING = MeetingRef(COMMITTEE, 9, 3)
DAY = "2031-05-20"
AUTHORS = (Author("柏远", FINANCE, "局长"), Author(None, COMMITTEE, None))

LINES = (
    "海州市临江区人大常委会公报 2031年第1期",
    "任免名单",
    "任命柏远为区财政局局长，任命舒望为区人民法院审判员。",
    "接受 覃岚 辞去区财政局局长职务的请求。",
    "出席：柏远、舒望 列席：区财政局副局长 骆川",
    "赞成 21 票，反对 0 票，弃权 1 票。",
    "议程：一、审议“财政<决算>”\\报告",
    "选举 柏远 为第5选区代表。",
)


def sample(stem: str = "linjiang-2031-1", place: tuple[str, ...] = PLACE, lines: tuple[str, ...] = LINES) -> Gazette:
    """A small gazette with every kind of fact."""
    text = "\n".join(lines)
    starts = tuple(sum(len(line) + 1 for line in lines[:number]) for number in range(len(lines)))
    sha256 = hashlib.sha256((stem + text).encode()).hexdigest()
    source = Source(stem, f"{stem}.txt", sha256, "utf-8", text, starts)
    gazette = Gazette(source, Masthead("临江公报", COMMITTEE, 2031, 1, 88, place, evidence(source, 1)))
    gazette.items = [
        Item(1, "任免名单", "personnel_list", DAY, MEETING, AUTHORS, COMMITTEE, 2, 8, evidence(source, 2)),
    ]
    gazette.meetings = [Meeting(MEETING, (DAY, "2031-05-21"), None, 25, 22, 3, evidence(source, 5))]
    gazette.agenda = [AgendaItem(MEETING, 1, "审议“财政<决算>”\\报告", evidence(source, 7))]
    gazette.personnel = [
        event(source, 3, "appoint", "柏远", FINANCE, "局长"),
        event(source, 3, "appoint", "舒望", COURT, "审判员"),
        event(source, 4, "accept_resignation", "覃岚", FINANCE, "局长"),
    ]
    gazette.votes = [Vote(MEETING, "任命", "柏远", 21, 0, 1, 25, 22, True, evidence(source, 6))]
    gazette.deputies = [DeputyChange("柏远", CONGRESS, 9, "第5选区", "elected", None, None, evidence(source, 8))]
    gazette.attendance = [
        Attendance(MEETING, "柏远", "present", None, None, evidence(source, 5)),
        Attendance(MEETING, "骆川", "observer", FINANCE, "副局长", evidence(source, 5)),
    ]
    gazette.positions = [Position("覃岚", FINANCE, "局长", DAY, True, evidence(source, 4))]
    gazette.decisions = [
        Decision(
            "关于接受辞职的决定", "accept_resignation", COMMITTEE, DAY, MEETING, "覃岚", None, None, evidence(source, 4)
        )
    ]
    gazette.projects = [
        Project("江滨路改造", "renewal", "started", FINANCE, "江滨路", "1.20", "亿元", "2031", evidence(source, 8))
    ]
    gazette.responsibilities = [
        Responsibility(FINANCE, "body", "牵头", "lead", "江滨路改造", evidence(source, 7)),
        Responsibility("柏远", "person", "负责", "answer", "江滨路改造", evidence(source, 7)),
    ]
    gazette.opinions = [
        Opinion("审议意见", FINANCE, COMMITTEE, DAY, ("加快进度", "管好资金"), "落实情况的报告", evidence(source, 7))
    ]
    gazette.follow_ups = [FollowUp("落实情况的报告", "审议意见", FINANCE, DAY, "2030-11", evidence(source, 7))]
    gazette.plan = [PlanTopic(2031, "常委会会议", "7-8月", "听取决算报告", (FINANCE,), evidence(source, 7))]
    gazette.fiscal = [FiscalFigure("债务限额", 2031, "30,000", "万元", "20000", "adjustment", evidence(source, 6))]
    gazette.documents = [Document("海州市预算条例", "law", None, ("预算条例",), evidence(source, 7))]
    gazette.body_changes = [
        BodyChange("renamed", (DISTRICT + "财政税务局",), (FINANCE,), "2030-11", evidence(source, 3)),
        BodyChange("founded", (), (COURT + "金融审判庭",), DAY, evidence(source, 3)),
    ]
    gazette.offices = [OfficeSeat(DISTRICT + "国资改革领导小组办公室", FINANCE, evidence(source, 3))]
    gazette.findings = [
        Finding("sum_mismatch", "21 + 0 + 1 不合 23", "21 + 0 + 1 ≠ 23", (evidence(source, 6), evidence(source, 5)))
    ]
    gazette.bodies = [Body(FINANCE, "department", DISTRICT + "人民政府", ("区财政局",))]
    return gazette


def evidence(source: Source, line: int, rule: str = "by-hand") -> Evidence:
    """One line as evidence."""
    start = source.line_starts[line - 1]
    text = source.line(line)
    return Evidence(source.stem, (line,), start, start + len(text), text.replace(" ", ""), rule, 0.9, 1)


def event(
    source: Source, line: int, kind: str, person: str, body: str | None, title: str, date: str | None = DAY
) -> PersonnelEvent:
    """One change in who holds a post, decided at the meeting."""
    return PersonnelEvent(
        kind, person, body, title, None, date, MEETING, COMMITTEE, None, None, evidence(source, line)
    )  # fmt: skip
