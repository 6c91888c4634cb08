"""Who came to a meeting: lists of those present, on leave and observing, with their printed counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from kg.extract.attendance.attendees import Reading, Roll, read_entry
from kg.extract.attendance.counts import Counts, printed_counts
from kg.extract.attendance.labels import COUNT, NUMBERING, label_of, labels_in_cells, opens_list, status_words
from kg.extract.attendance.marks import attached, instead, own_status, signed
from kg.extract.attendance.rolls import entries, rows, words
from kg.extract.context import Context
from kg.model.facts import Attendance, MeetingRef
from kg.model.source import Passage
from kg.recognise.numbers import number
from kg.recognise.posts import Post
from kg.segment.lines import Line

__all__ = ["Counts", "attendance", "attended", "opens_list", "tells_of_meeting"]

_ONLY_COUNT = re.compile(rf"^{COUNT}$")
_LAYOUT = re.compile(r"^[-—─=_\s|+:：]+$|^（[^）]*）$|^(?:\d{4}|[〇零一二三四五六七八九]{4})年.{1,3}月.{1,3}日$")
_PROSE = re.compile(r"召开|举行|主持会议|(?:出席|列席|参加|主持)了?(?:本次|这次)?会议|因[病事公]请假[，；。]|。.")
_OWN = re.compile(r"^(?:本届|本|区|县|市|省)?(?:常务委员会|常委会)(?!党)")
_COMMITTEE_TITLES = ("主任", "副主任", "秘书长", "副秘书长", "委员", "委员长", "副委员长")
_NO_LISTS = frozenset(
    ["agenda", "decision", "resolution", "personnel_list", "resignation_letter", "resignation_decision"]
)


def attendance(ctx: Context) -> tuple[list[Attendance], Counts]:
    """The rows of the lists of an item, and the counts it prints; a count its list contradicts is an issue."""
    if ctx.meeting is None or not tells_of_meeting(ctx):
        _name_unread(ctx)
        return [], Counts()
    known = len(ctx.issues)
    reader = _Lists(ctx, ctx.meeting)
    reader.read()
    _check(ctx, reader.sections)
    rows_found = [row for section in reader.sections for row in section.found]
    if not rows_found and len(ctx.issues) == known and ctx.type in ("attendance", "observers"):
        _nothing_read(ctx)
    return rows_found, printed_counts(ctx)


def _check(ctx: Context, sections: Sequence[_Section]) -> None:
    """Compare the people of each part with the number printed above them."""
    lines = [section.line for section in sections]
    for section in sections:
        people = len({row.person for row in section.found})
        # Several labels on one line only sum up: 应到20人，实到17人，请假3人.
        if section.line is None or (not people and lines.count(section.line) > 1):
            continue
        if people and section.count not in (None, people):
            message = f"the list prints {section.count} and {people} names were read; compare it with the source"
            ctx.issue("count_mismatch", section.line, message)
        elif section.lost(last=section is sections[-1]):
            ctx.issue("unread_list", section.line, "nobody was read below this label; compare it with the source")


def _name_unread(ctx: Context) -> None:
    """A roll of a meeting that is not known, and one inside a paper of another kind, goes to the issues."""
    if ctx.type in ("attendance", "observers"):
        _nothing_read(ctx)
    elif ctx.type in _NO_LISTS - {"agenda"}:
        rolls = (line for line in ctx.draft.body if opens_list(line.text, ctx.lexicon) and not _PROSE.search(line.text))
        for line in islice(rolls, 1):
            ctx.issue("unread_list", line, "a roll in a paper of another kind was not read; check it by hand")


def _nothing_read(ctx: Context) -> None:
    """A list from which nobody was read, though words in it may be names, goes to the issues."""
    for line in ctx.draft.body:
        bare = _LAYOUT.match(line.text) or _PROSE.search(line.text)
        kinds = [read_entry(word, ctx.lexicon).kind for word in re.split(r"[、，；：|]", line.text)]
        if not bare and ("person" in kinds or "unread" in kinds):
            ctx.issue("unread_list", line, "nobody was read from this list; compare it with the source")
            return


def tells_of_meeting(ctx: Context) -> bool:
    """Whether an item can say who came: no report, and no paper about a meeting that is still to come."""
    if ctx.type in ("attendance", "observers"):
        return True
    never = ctx.is_report or ctx.type in _NO_LISTS or ctx.meeting is None or ctx.meeting.session is None
    return not never and not re.search(ctx.lexicon.attendance.not_minutes, ctx.title)


def attended(
    meeting: MeetingRef, person: str, status: str, posts: tuple[Post, ...], source: tuple[Context, Passage, str]
) -> Iterator[Attendance]:
    """The rows of one person: one for each post, or one without; a bare 主任 is one of the committee that meets."""
    ctx, passage, rule = source
    evidence = ctx.evidence(passage, rule, 1.0 if rule == "attendance.list" else 0.9)
    standing = meeting.body.endswith("常务委员会")
    # What somebody was before is no affiliation of the day.
    for post in [post for post in posts if not post.former] or [Post("", "")]:
        own = standing and status != "observer" and not post.body and post.title in _COMMITTEE_TITLES
        body = meeting.body if own else _OWN.sub(meeting.body, post.body) if standing else post.body
        yield Attendance(meeting, person, status, body or None, post.title or None, evidence)


# What an entry says, where it stands in the line, and its text.
_Entry = tuple[Reading, int, str]
_TOWN = re.compile(r"^[一-龥]{2,6}(?:镇|乡|苏木)$")


@dataclass(slots=True)
class _Section:
    """One part of a list: who is in it, how many it says there are, and whether it has entries that name nobody."""

    status: str | None
    count: int | None = None
    line: Line | None = None
    found: list[Attendance] = field(default_factory=list)
    others: bool = False

    def lost(self, *, last: bool) -> bool:
        """Whether its people must stand elsewhere: it counts some, or is the `last`, and holds no entry at all."""
        bare = self.status is not None and not self.found and not self.others
        return bare and self.count != 0 and (last or self.count is not None)


class _Lists:
    """Reads the lines of an item's lists, section by section."""

    def __init__(self, ctx: Context, meeting: MeetingRef) -> None:
        self._ctx = ctx
        self._meeting = meeting
        self._listed = ctx.type in ("attendance", "observers")
        self._signed = signed(ctx.draft.body, status_words(ctx.lexicon))
        self._roll = Roll(ctx.lexicon)
        self.sections = [_Section(self._status_of_title() if self._listed else None)]

    def read(self) -> None:
        """Fill `sections` from the item's body."""
        body = (line for line in self._ctx.draft.body if not _LAYOUT.match(line.text))
        for line, passage in rows(body, self._ctx.lexicon):
            labels = labels_in_cells(passage, self._ctx)
            opens = opens_list(passage.text, self._ctx.lexicon) or labels == [0]
            if len(labels) > 1:
                self._columns(line)
                continue
            if not opens and (
                _PROSE.search(passage.text) or re.search(self._ctx.lexicon.attendance.ends, passage.text)
            ):
                self._open(None, line)
            elif opens or self._listed or self.sections[-1].status:
                self._line(line, passage, certain=self._listed or opens)

    def _status_of_title(self) -> str | None:
        """A list that no label parts has the status that its title names, if it names one."""
        lexicon, title = self._ctx.lexicon, self._ctx.title
        found = {status for word, status in status_words(lexicon).items() if word in title}
        labelled = any(
            label_of(lexicon).match(line.text) or opens_list(line.text, lexicon) for line in self._ctx.draft.body
        )
        # …会议出席人员（22人）: the title is the label of the first part, others may follow.
        first = bool(re.search(r"人员（[^（）]{1,5}）$", title))
        return found.pop() if len(found) == 1 and (first or not labelled or self._ctx.type == "observers") else None

    def _columns(self, line: Line) -> None:
        """A head with a column for each status: who stands in which column below is not read."""
        self._open(None, line)
        self._listed = False
        self._ctx.issue("unread_list", line, "a roll with a column for each status was not read; check it by hand")

    def _open(self, status: str | None, line: Line, count: int | None = None) -> None:
        self.sections.append(_Section(status, count, line))
        self._roll = Roll(self._ctx.lexicon)

    def _line(self, line: Line, passage: Passage, *, certain: bool) -> None:
        """One line: labels open sections or hold for the names behind them; `certain`: all of it is a list."""
        lexicon = self._ctx.lexicon
        numbering = re.match(NUMBERING, passage.text)
        passage = passage[numbering.end() if numbering else 0 :]
        found = [(passage.text[a:b], a) for a, b in words(passage, self._ctx.source.text, lexicon)]
        found = attached(found, passage.text) if self._signed else found
        readings = [self._reading(text) for text, _ in found]
        if not certain and any(reading.kind == "unread" for reading in readings):
            self._open(None, line)
            return
        self._roll.clear()
        # A table may have a column for the status: 章若川 出席.
        column = next(
            (status_words(lexicon)[text] for text, start in found if start and text in status_words(lexicon)), None
        )
        batch: list[_Entry] = []
        for (text, start), reading in zip(found, _with_towns(found, readings), strict=True):
            if self._is_label(text, reading, first=start == 0, alone=len(found) == 1):
                self._people(line, passage, batch, column)
                batch = []
                self._apply(text, line)
            else:
                batch.append((reading, start, text))
        self._people(line, passage, batch, column)

    def _reading(self, text: str) -> Reading:
        if label_of(self._ctx.lexicon).match(text):
            return Reading("nothing")
        return read_entry(text.removesuffix("："), self._ctx.lexicon)

    def _is_label(self, text: str, reading: Reading, *, first: bool, alone: bool) -> bool:
        """Whether a word says what holds for those behind it: the opening of a section, a count, a post or a body."""
        label = label_of(self._ctx.lexicon).match(text)
        if text.endswith("：") or _ONLY_COUNT.match(text) or (label and (first or label["count"])):
            return True
        return alone and reading.kind in ("body", "post", "unnamed")

    def _apply(self, text: str, line: Line) -> None:
        label, count = label_of(self._ctx.lexicon).match(text), _ONLY_COUNT.match(text)
        section = self.sections[-1]
        if label:
            status = status_words(self._ctx.lexicon).get(label["kind"])
            self._open(status, line, number(label["count"]) if label["count"] and status else None)
        elif count:
            section.count = number(count["count"]) if section.status and not section.found else section.count
        elif re.search(self._ctx.lexicon.attendance.other_labels, text):
            self._open(None, line)
        else:
            whose = re.sub(r"^(?:部分|应邀|特邀)", "", text.removesuffix("："))
            reading = read_entry(whose, self._ctx.lexicon)
            section.others = section.others or reading.kind == "unnamed"
            self._roll.label(reading, whose)

    def _people(self, line: Line, passage: Passage, batch: list[_Entry], column: str | None) -> None:
        section = self.sections[-1]
        general = column or section.status
        statuses = {
            id(one): own_status(text, status_words(self._ctx.lexicon), ticks=self._signed is True)
            for one, _, text in batch
        }
        section.others = section.others or any(reading.kind != "person" for reading, _, _ in batch)
        if not batch or (general is None and not any(statuses.values())):
            return
        places = {id(reading): (start, text) for reading, start, text in batch}
        for reading, _, text in batch:
            if reading.kind == "unread":
                self._ctx.issue("unread_entry", line, f"{text}: no name was recognised in this entry of the list")
        for reading, posts in entries(self._roll, [reading for reading, _, _ in batch]):
            start, text = places[id(reading)]
            status = statuses[id(reading)] or (None if self._unsigned(general) else general)
            if status is None:
                self._ctx.issue("unread_entry", line, f"{text}: whether they came was not read from this sign-in list")
            else:
                self._person(section, passage[start : start + len(text)], (reading, posts), status)

    def _unsigned(self, general: str | None) -> bool:
        """Whether one without a mark is in a list in which those who came have one."""
        return self._signed is not False and general in (None, "present")

    def _person(self, section: _Section, entry: Passage, found: tuple[Reading, tuple[Post, ...]], status: str) -> None:
        """The rows of one person, or of whoever came instead."""
        ctx = self._ctx
        reading, posts = instead(entry.text, found[1], ctx.lexicon) or found
        if reading.kind == "unread":
            ctx.issue("unread_entry", entry, f"{entry.text}: who came instead was not read")
            return
        name = ctx.printed(entry, *reading.name)
        section.found += attended(self._meeting, name, status, posts, (ctx, entry, "attendance.list"))


def _with_towns(found: list[tuple[str, int]], readings: list[Reading]) -> Iterator[Reading]:
    """A word that looks like a name and like a town is the town where a name follows: 白沙镇 安正清."""
    for (text, _), reading, following in zip(found, readings, [*readings[1:], Reading("nothing")], strict=True):
        bare = reading.kind == "person" and not reading.head and _TOWN.match(text)
        yield Reading("body", body=text) if bare and following.kind == "person" else reading
