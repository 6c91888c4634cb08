"""Printed counts against the lists that they count: who came, assessors, points of an agenda."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model.source import Passage
from kg.recognise.numbers import NUMERAL, number
from kg.verify.record import Contradiction, Paper, Record, finding

_LABEL = re.compile(
    rf"^(?:[一二三四五六七八九十\d]+[、.．])?(?P<kind>应出席|应到|出席|实到|到会|请假|缺席)"
    rf"(?:会议|人员|委员|常委会|组成人员|名单|情况|的|人数|、)*[（：]{{0,2}}(?:共|计)?(?P<count>{NUMERAL})[名人位]"
)
_KINDS = {"出席": "present", "实到": "present", "到会": "present", "请假": "on_leave", "缺席": "on_leave"}
_ASSESSORS = re.compile(rf"(?P<count>{NUMERAL})[名位人](?:同志)?(?:担任|为)?[^，。；、]{{0,25}}?人民陪审员")
_POINTS = re.compile(rf"(?:议程|议题)(?:共|有|共有|为)?(?P<count>{NUMERAL})项|共(?P<count2>{NUMERAL})项(?:议程|议题)")
_LEAST = 3
_NO_NAMES = re.compile(r"[-—\s、，。；：_|·]|会议|[全半]天|[上下]午|(?:副?主任|副?秘书长|委员|共)+")


def counts_against_lists(record: Record) -> Iterator[Contradiction]:
    """The counts of all lists that can be counted."""
    for paper in record.of_type("attendance"):
        yield from _attendance(record, paper)
    for paper in record.of_type("personnel_list", "decision"):
        yield from _assessors(record, paper)
    for paper in record.of_type("agenda"):
        yield from _points(record, paper)


def _attendance(record: Record, paper: Paper) -> Iterator[Contradiction]:
    """A part of a list against its people, and those expected against those present and on leave."""
    labels = _labels(paper)
    if not labels or _unread(record, paper) or not _alone(record, paper):
        return
    for status in ("present", "on_leave"):
        told = [(count, side) for kind, count, side in labels if kind == status]
        people = {
            row.person: row.evidence
            for row in record.gazette.attendance
            if row.meeting == paper.item.meeting and row.status == status and row.evidence.item == paper.item.number
        }
        if told and people and sum(count for count, _ in told) != len(people) and not _left_over(record, paper):
            printed = sum(count for count, _ in told)
            sides = [paper.side(side) for _, side in told]
            last = list(people.values())[-1]
            message = "listed_present" if status == "present" else "listed_on_leave"
            yield finding(message, {"printed": printed, "listed": len(people)}, *sides, last)
    yield from _expected(paper, labels)


def _left_over(record: Record, paper: Paper) -> str:
    """What stands in a list besides names, posts and labels: it may be a name that was not read."""
    lines = (line.text for line in paper.ctx.draft.body if not _LABEL.match(line.text))
    rest = re.sub(r"（[^（）]*）", "", "，".join(lines))
    people = {row.person for row in record.gazette.attendance if row.meeting == paper.item.meeting}
    for name in sorted(people, key=len, reverse=True):
        rest = rest.replace(name, "")
    return _NO_NAMES.sub("", rest)


def _expected(paper: Paper, labels: list[tuple[str, int, Passage]]) -> Iterator[Contradiction]:
    counts = {kind: [(count, side) for found, count, side in labels if found == kind] for kind, _, _ in labels}
    if any(len(found) != 1 for found in counts.values()) or set(counts) != {"expected", "present", "on_leave"}:
        return
    expected, present, leave = (counts[kind][0][0] for kind in ("expected", "present", "on_leave"))
    if present > expected or present + leave != expected:
        told = {"expected": expected, "present": present, "leave": leave}
        yield finding("expected", told, *(paper.side(counts[kind][0][1]) for kind in counts))


def _labels(paper: Paper) -> list[tuple[str, int, Passage]]:
    found = []
    for line in paper.ctx.draft.body:
        match = _LABEL.match(line.text)
        count = number(match["count"]) if match else None
        if match and count is not None:
            kind = _KINDS.get(match["kind"], "expected")
            found.append((kind, count, line.tight[match.start() : match.end()]))
    return found


def _unread(record: Record, paper: Paper) -> bool:
    """Whether a word of the paper was not understood: then the list read is not the list printed."""
    item = paper.item
    return any(
        issue.line is not None and item.start_line <= issue.line <= item.end_line and issue.kind.startswith("unread")
        for issue in record.gazette.issues
    )


def _alone(record: Record, paper: Paper) -> bool:
    """Whether it is the only list of its meeting: of two, the facts of the second are those of the first."""
    return sum(other.item.meeting == paper.item.meeting for other in record.of_type("attendance")) == 1


def _assessors(record: Record, paper: Paper) -> Iterator[Contradiction]:
    """N名人民陪审员 against those who are appointed or removed in the same paper."""
    printed = [
        (number(match["count"]), paragraph[match.start() : match.end()])
        for paragraph in paper.paragraphs
        if "陪审员" in paragraph.text
        for match in _ASSESSORS.finditer(paragraph.text)
    ]
    events = [
        row for row in record.gazette.personnel if row.evidence.item == paper.item.number and row.title == "人民陪审员"
    ]
    people = {row.person for row in events}
    if len(printed) != 1 or len(people) < _LEAST or len({row.event for row in events}) != 1 or _unread(record, paper):
        return
    count, side = printed[0]
    if count != len(people):
        told = {"printed": count, "listed": len(people)}
        yield finding("assessors", told, paper.side(side), events[-1].evidence)


def _points(record: Record, paper: Paper) -> Iterator[Contradiction]:
    """共N项议程 against the numbered points."""
    points = [row for row in record.gazette.agenda if row.evidence.item == paper.item.number and row.number]
    for paragraph in paper.paragraphs:
        match = _POINTS.search(paragraph.text)
        count = number(match["count"] or match["count2"]) if match else None
        if match and count and points and count != len(points) == points[-1].number:
            side = paper.side(paragraph[match.start() : match.end()])
            told = {"announced": count, "listed": len(points)}
            yield finding("agenda_points", told, side, points[-1].evidence)
