"""Agenda items for which the gazette prints no paper, though it prints those of the same meeting."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from kg.model.facts import AgendaItem, MeetingRef
from kg.verify.record import Contradiction, Paper, Record, finding

# A gazette that prints a selection misses nothing: most of the points must have their papers.
_LEAST, _SHARE = 3, 0.7
_ALIKE = 0.5
_PAPER = re.compile(r"(?:报告|决定|决议|办法|条例|要点|规则)")
_LEAD = re.compile(
    r"^(?:听取|和|并|、|审议|审查|批准|讨论|表决|通过|书面|分组|评议|关于|对|[区县市省州镇乡](?:人大常委会|人民政府|政府|监察委员会|人民法院|人民检察院|法院|检察院))+"
)
_TYPES = (
    (re.compile(r"代表资格"), frozenset(("deputy_qualification_report",)), re.compile(r"代表资格")),
    (re.compile(r"人事任免|任免(?:事项|案|名单)"), frozenset(("personnel_list",)), re.compile(r"任免|任命|免职")),
    (
        re.compile(r"接受.*辞[去职]"),
        frozenset(("resignation_decision", "resignation_letter", "announcement")),
        re.compile(r"辞[去职]"),
    ),
    (re.compile(r"召开.*(?:会议|大会).*决定"), frozenset(("announcement",)), re.compile(r"召开")),
)
_COMMON = re.compile(
    r"关于|情况|工作|报告|本[区县市省]|[0-9〇零一二三四五六七八九十]+年度?|（草案）|草案|的|《|》|有关|事项|和|及|上半年|[1１]?[—-][6６]月"
)


def missing_documents(record: Record) -> Iterator[Contradiction]:
    """The points of a meeting's own agenda without a paper, where most points have theirs."""
    points: dict[MeetingRef, list[AgendaItem]] = defaultdict(list)
    for row in record.gazette.agenda:
        paper = record.paper(row.evidence)
        if paper and paper.item.type == "agenda" and paper.item.meeting == row.meeting:
            points[row.meeting].append(row)
    for meeting, rows in points.items():
        papers = [paper for paper in record.papers if paper.item.meeting in (meeting, None)]
        papers = [paper for paper in papers if paper.item.type != "agenda"]
        checked = [(row, _has_paper(row, papers)) for row in rows if _PAPER.search(row.text) or "任免" in row.text]
        with_paper = sum(has for _, has in checked)
        if with_paper >= _LEAST and with_paper >= _SHARE * len(checked):
            for row, has in checked:
                if not has:
                    yield finding("missing_document", {"point": row.text}, row.evidence, confidence=0.9)


def _has_paper(row: AgendaItem, papers: list[Paper]) -> bool:
    for asked, types, title in _TYPES:
        if asked.search(row.text):
            return any(paper.item.type in types or title.search(paper.item.title) for paper in papers)
    clauses = re.split(r"[，；]", row.text)
    told = next((clause for clause in clauses if _PAPER.search(clause)), row.text)
    wanted = _pairs(_LEAD.sub("", told))
    return any(_shared(wanted, _pairs(paper.item.title)) >= _ALIKE for paper in papers) or not wanted


def _pairs(text: str) -> set[str]:
    """The pairs of neighbouring characters of what is particular in a title."""
    parts = [part for part in re.split(r"[，。、；：“”（）]", _COMMON.sub("，", text)) if part]
    return {part[i : i + 2] for part in parts for i in range(max(1, len(part) - 1))}


def _shared(one: set[str], other: set[str]) -> float:
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0
