"""The topics of work plans: month, forum, topic and the bodies that answer for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.context import Context
from kg.extract.reports.plan.bodies import Entry, read_names
from kg.extract.reports.plan.columns import Column, fits, fitting, forum_name, head, is_same
from kg.extract.reports.plan.entries import MARKER, entries, is_whole, starts_topic, unmarked
from kg.extract.reports.plan.headings import (
    LEVEL,
    behind_label,
    is_forum_line,
    is_heading,
    is_title,
    month_label,
    names_bodies,
    opening_year,
    opens,
    printed_year,
    session_label,
    style,
    titled_forum,
    unbracketed,
    unmarked_heading,
)
from kg.extract.reports.plan.months import Month, leading_month, whole_month
from kg.extract.reports.plan.rows import Row, rows, spaced
from kg.model.reports import PlanTopic
from kg.model.source import Passage
from kg.recognise.numbers import number
from kg.segment.lines import Line

_TYPES = frozenset(("work_plan", "agenda", "other"))
_TOTAL = re.compile(r"^(?:合计|小计|共计|总计|备注|注)")
_SKIP = re.compile(r"^（?(?:续上?表|接上?表|单位[：:].{0,8})[一二三四五六七八九十\d]*）?$")
_NOTE = re.compile(r"^(?:备注|附注|注|说明)[：:]")
_ANNEX = re.compile(r"^附(?:件|表)?[一二三四五\d]*[：:]?$")
# What a row says of all its topics is read before them, wherever its column stands.
_ORDER = {"month": 0, "forum": 1, "topic": 2, "body": 3, "other": 4}
# A cell may hold many topics; a line that is longer is no schedule.
_LONGEST_TOPIC, _LONGEST_LINE = 160, 4000


def topics(ctx: Context) -> Iterator[PlanTopic]:
    """The topics that an item schedules: a work plan with its tables, or a list of topics on its own."""
    if ctx.type != "work_plan" and not (ctx.type in _TYPES and is_title(ctx.title, ctx.lexicon)):
        return
    schedule = _Schedule(ctx)
    found = rows(_lines(ctx), ctx.source)
    for at, row in enumerate(found):
        schedule.read(row, found[at + 1 : at + 3])
    schedule.flush()
    yield from schedule.topics


def _lines(ctx: Context) -> list[Line]:
    """The body, and what was taken for authors: the head of a table below the title looks like them."""
    above = ctx.draft.heading.authors if ctx.draft.heading else ()
    return sorted([*above, *ctx.draft.body], key=lambda line: line.start)


class _Schedule:
    """A plan read row by row: the heading, the columns and the month that hold until others are printed."""

    def __init__(self, ctx: Context) -> None:
        self._ctx = ctx
        self._lexicon = ctx.lexicon
        self.topics: list[PlanTopic] = []
        self._year = _year(ctx)
        self._forum = titled_forum(ctx.title, ctx.lexicon)
        self._row_forum: str | None = None
        self._month: Month | None = None
        self._columns: tuple[Column, ...] = ()
        self._open: Passage | None = None
        self._bodies: Passage | None = None
        self._tabular = False
        self._level = ""

    def read(self, row: Row, following: Sequence[Row]) -> None:
        """Take the next row; `following` are the rows behind it, which tell a heading."""
        if not row.cells:
            self.flush()
        elif row.drawn and any(cell.text for cell in row.cells):
            self._read_row(row)
        else:
            self._read_line(row.cells[0], following)

    def flush(self) -> None:
        """Close the topic that is open, and note what it says."""
        passage, bodies = self._open, self._bodies
        self._open = self._bodies = None
        if passage is None:
            return
        named = read_names(bodies.text, self._lexicon) if bodies else None
        for entry in entries(passage, self._lexicon):
            self._note(replace(entry, bodies=entry.bodies or named[0]) if named else entry)

    def _note(self, entry: Entry) -> None:
        entry = self._with_month(entry)
        month = entry.month or self._month
        text = entry.topic.text
        if not self._is_topic(entry, month):
            return
        year = month.year if month and month.year else self._year
        evidence = self._ctx.evidence(entry.topic, "plan.row" if self._tabular else "plan.line")
        forum = self._row_forum or self._forum
        self.topics.append(PlanTopic(year, forum, month.text if month else None, text, entry.bodies, evidence))

    def _with_month(self, entry: Entry) -> Entry:
        """下半年，听取… behind a semicolon: a month of its own."""
        month = leading_month(entry.topic.text, self._lexicon)
        if month is None or not opens(entry.topic, month, self._lexicon):
            return entry
        return replace(entry, topic=behind_label(entry.topic[month.end :]), month=month)

    def _is_topic(self, entry: Entry, month: Month | None) -> bool:
        """Whether an entry schedules something: a row of a table, a month, or a verb with the bodies that do it."""
        text = entry.topic.text
        if len(text) < 4 or len(text) > _LONGEST_TOPIC or not re.search(r"[一-龥]{3}", text):
            return False
        if self._tabular or month:
            return True
        return bool(entry.bodies and self._forum and starts_topic(text, self._lexicon))

    def _read_row(self, row: Row) -> None:
        found = head(row.cells, self._lexicon)
        if found:
            self.flush()
            self._columns, self._tabular = found, True
            return
        columns = fitting(self._columns, row.cells, self._lexicon)
        cells = list(zip(columns, row.cells, strict=True))
        month = next((whole_month(cell.text, self._lexicon) for column, cell in cells if column.kind == "month"), None)
        if not self._columns and not month and not self._tabular:
            return
        whole = len(row.cells) == len(self._columns)
        if whole and not month and not fits(self._columns, row.cells, self._lexicon):
            self._unread(row)
            return
        self._tabular = True
        for column, cell in sorted(cells, key=lambda pair: _ORDER[pair[0].kind]):
            self._take(column, cell, month)

    def _unread(self, row: Row) -> None:
        first = next(cell for cell in row.cells if cell.text)
        if not _TOTAL.match(first.text):
            self._ctx.issue("unread_plan", first, "a row of a schedule was not read; check it by hand")

    def _take(self, column: Column, cell: Passage, month: Month | None) -> None:
        """The cell of a column: one that is empty, or says 同上, carries on what stands above."""
        if column.kind == "month" and month:
            self.flush()
            self._month, self._row_forum = month, None
        elif column.kind == "forum" and not is_same(cell.text):
            self.flush()
            self._row_forum = forum_name(cell.text, self._lexicon)
        elif column.kind == "topic" and not is_same(cell.text):
            self._take_topic(column, cell)
        elif column.kind == "body" and cell.text and self._open:
            self._bodies = self._bodies + cell if self._bodies else cell

    def _take_topic(self, column: Column, cell: Passage) -> None:
        goes_on = self._open and not self._bodies and not column.forum and not self._begins(cell.text)
        if self._open and goes_on and not is_whole(self._open, self._lexicon):
            self._open = self._open + cell
            return
        self.flush()
        self._row_forum = column.forum or self._row_forum
        self._open = cell

    def _begins(self, text: str) -> bool:
        return bool(MARKER.match(text)) or starts_topic(text, self._lexicon)

    def _read_line(self, line: Passage, following: Sequence[Row]) -> None:
        text = line.text
        if not text or len(text) > _LONGEST_LINE or _SKIP.match(text) or _ANNEX.match(text):
            return
        note = _NOTE.match(text)
        if note or (self._open and len(self._open) > _LONGEST_LINE):
            self.flush()
        if note:
            self._month = None
            return
        cells = spaced(line, self._ctx.source)
        if len(cells) > 1 and self._is_row(cells):
            self._read_row(Row(cells))
        elif is_title(text, self._lexicon):
            self._read_title(text)
        elif self._reads_month(line):
            return
        elif self._is_heading(text, following):
            self._read_heading(text)
        else:
            self._read_text(line)

    def _is_row(self, cells: tuple[Passage, ...]) -> bool:
        """Whether words set apart by wide blanks are a row: of a head, of a month, or below such a head."""
        if head(cells, self._lexicon) or any(whole_month(cell.text, self._lexicon) for cell in cells):
            return True
        return self._tabular and len(self._columns) - len(cells) in (0, 1)

    def _read_title(self, text: str) -> None:
        """The title of an annex: 附件：2035年度主要议题安排."""
        self._close()
        self._year = printed_year(text) or self._year
        self._forum = titled_forum(text, self._lexicon)

    def _close(self) -> None:
        self.flush()
        self._month, self._columns, self._row_forum, self._tabular = None, (), None, False

    def _reads_month(self, line: Passage) -> bool:
        """Whether a line opens a month; what stands behind it is a forum, or the first topic."""
        found = month_label(line, self._lexicon)
        if found is None:
            return self._reads_session(line)
        level, month, rest = found
        if level and self._goes_on_as_span(level, month):
            span = line.text[: len(line) - len(rest)].rstrip("：:，、")
            level, month = "", replace(month, text=span.replace("份", ""))
        self.flush()
        self._month, self._tabular, self._level = month, False, style(level)
        forum = unbracketed(rest.text) if rest.text else ""
        if is_forum_line(forum, self._lexicon):
            self._row_forum = forum_name(forum, self._lexicon)
        elif rest.text:
            self._open = rest
        else:
            self._row_forum = None
        return True

    def _reads_session(self, line: Passage) -> bool:
        found = session_label(line.text, self._lexicon)
        if found is None:
            return False
        self.flush()
        self._month, self._tabular, self._level = found[1], False, ""
        self._row_forum = None if self._forum else found[0]
        return True

    def _goes_on_as_span(self, number_in_front: str, month: Month) -> bool:
        """十、十一月 among months without numbers: the two months, and no number of a heading."""
        first = number(number_in_front.strip("（）、.．"))
        return bool(self._month and not self._level and first and month.text == str(first + 1))

    def _is_heading(self, text: str, following: Sequence[Row]) -> bool:
        broken = self._open and not LEVEL.match(text) and not is_whole(self._open, self._lexicon)
        return not broken and is_heading(text, following, self._lexicon, in_month=self._month is not None)

    def _read_heading(self, text: str) -> None:
        """A heading ends the month, unless it stands below it: 一、三月, （一）常委会会议."""
        month = self._month if self._level == "一、" and style(text) == "（一）" else None
        self._close()
        self._month = month
        bare = unmarked_heading(text)
        self._year = printed_year(bare) or self._year
        self._forum = forum_name(bare, self._lexicon)

    def _read_text(self, line: Passage) -> None:
        """A line under a month or a heading: a topic, the rest of one that is broken, or prose that ends the month."""
        if self._open and not self._starts(line):
            if not is_whole(self._open, self._lexicon):
                self._open = self._open + line
                return
            if self._names_only(line.text):
                self._bodies = line[1:-1] if line.text[0] in "（〔[【" else line
                return
        self.flush()
        self._tabular = False
        if self._starts(line) or (self._month and len(line) <= _LONGEST_TOPIC and not line.text.endswith("：")):
            self._open = line
        else:
            self._month = None
            self._read_prose(line)

    def _read_prose(self, line: Passage) -> None:
        """4月份，听取… in running text: the clauses that begin with a month and a verb."""
        forum, self._forum, self._row_forum = self._forum, None, None
        for entry in entries(line, self._lexicon):
            dated = self._with_month(entry)
            if dated.month and dated is not entry and starts_topic(dated.topic.text, self._lexicon):
                self._note(dated)
        self._forum = forum

    def _names_only(self, text: str) -> bool:
        return read_names(unbracketed(text), self._lexicon) is not None

    def _starts(self, line: Passage) -> bool:
        text = unmarked(line).text
        named = len(text) < len(line) and bool(self._month or names_bodies(text, self._lexicon))
        return named or starts_topic(text, self._lexicon)


def _year(ctx: Context) -> int | None:
    """The year of the plan: of its title, or of the sentence that it opens with."""
    return printed_year(ctx.title) or (opening_year(ctx.paragraphs[0].text[:20]) if ctx.paragraphs else None)
