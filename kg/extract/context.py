"""What an item's facts have in common: where it stands, which meeting, which day, who decides."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from kg.extract.ledger import Ledger
from kg.lexicon import Lexicon
from kg.model.facts import Evidence, MeetingRef
from kg.model.issues import Issue
from kg.model.source import Passage, Source
from kg.recognise.dates import days, find_dates
from kg.recognise.meetings import MeetingMention, find_meetings, own_place
from kg.recognise.numbers import NUMERAL
from kg.recognise.numbers import number as numeral
from kg.recognise.telling import dateline_day, published_on, told_day, without_dateline
from kg.segment.items import Draft
from kg.segment.lines import Line
from kg.segment.notes import find_notes
from kg.segment.paragraphs import paragraphs, sentences

_DATE_ALONE = re.compile(r"^(?:（)?(?:\d{4}|[〇零一二三四五六七八九]{4})年.{1,3}月.{1,3}日(?:）)?(?:【[^】]*】)?$")
# News that does not say when: its day is that of the paper at best.
_LATELY = re.compile(r"日前|近日|近期|不久前|前不久")
_DECLARED = re.compile(r"(?:特此|现予)(?:公告|公布|通告|通知)|^此告")
_SIGNED = re.compile(
    r"(?:特此|现予)(?:公告|公布|通告|通知)[。，]?[一-龥]{0,40}(?P<date>\d{4}年\d{1,2}月\d{1,2}日)[|]?$"
)
_SESSION = re.compile(rf"^(?:会议)?第?({NUMERAL})次会议")
# The second part of a roll, under a heading of its own.
_PART_OF_ROLL = re.compile(
    r"^(?:大会|会议)?(?:出席|列席|请假|缺席)(?:会议)?(?:人员|名单|情况|人员名单)(?:（[^（）]{1,8}）)?$"
)
# Captions and crumbs of a page are shorter than what tells of a meeting.
_SHORTEST = 12
_REPORTS = frozenset(
    (
        "work_report",
        "research_report",
        "examination_report",
        "inspection_report",
        "explanation",
        "follow_up_report",
        "deliberation_opinion",
        "work_plan",
        "audit_report",
        "government_work_report",
    )
)


@dataclass
class Context:
    """One item on its way to facts: the draft, the number of the item, and the issues found on the way.

    `points` are the words of each point of an opinion, by the evidence of the opinion.
    """

    source: Source
    lexicon: Lexicon
    draft: Draft
    number: int
    place: tuple[str, ...]
    year: int | None = None
    issues: list[Issue] = field(default_factory=list)
    ledger: Ledger = field(default_factory=Ledger)
    before: MeetingMention | None = None
    points: dict[Evidence, tuple[Evidence, ...]] = field(default_factory=dict)
    _stated: dict[tuple[int, int, int, str], Evidence] = field(default_factory=dict, repr=False)

    @property
    def type(self) -> str:
        """The kind of the item."""
        return self.draft.type

    @property
    def is_report(self) -> bool:
        """Whether the item tells at length, so that acts in it are retold and not done."""
        return self.type in _REPORTS

    @property
    def title(self) -> str:
        """The title, tight; of text without a heading its first line, where that is short."""
        heading = self.draft.heading
        if heading:
            return heading.title.text
        first = self.draft.lines[0].text
        return first if len(first) <= 40 and not first.endswith("。") else ""

    @cached_property
    def paragraphs(self) -> list[Passage]:
        """The body's paragraphs; in lists a short line stands alone."""
        told = self.is_report or self.type == "deputy_qualification_report"
        return list(paragraphs(self.draft.body, self.lexicon, strict=not told))

    @cached_property
    def sentences(self) -> list[Passage]:
        """The body's sentences."""
        return [sentence for paragraph in self.paragraphs for sentence in sentences(paragraph)]

    @cached_property
    def text(self) -> str:
        """The body's text, tight."""
        return "".join(paragraph.text for paragraph in self.paragraphs)

    @cached_property
    def note(self) -> Passage | None:
        """The note below the heading."""
        heading = self.draft.heading
        return heading.note.passage if heading and heading.note else None

    @cached_property
    def mention(self) -> MeetingMention | None:
        """The meeting that the item belongs to: of its title, its note, or the first that its text names.

        The title wins over the note: where they contradict each other, the note is the likelier slip.
        """
        texts = [
            self.title if self.type in ("agenda", "attendance", "observers") else "",
            self.note.text if self.note else "",
            self.title,
        ]
        if not self.is_report:
            texts += [sentence.text for sentence in self.sentences[:4]]
        for text in texts:
            found = find_meetings(text)
            if found:
                return found[0]
        # 第十二次会议列席名单: of the meeting that the item before belongs to.
        number = _SESSION.match(self.title) if self.type in ("attendance", "observers") else None
        same = number and self.before and self.before.session == numeral(number.group(1))
        return self.before if same or _PART_OF_ROLL.match(self.title) else None

    @cached_property
    def meeting(self) -> MeetingRef | None:
        """The meeting with its body as printed."""
        return self.ref(self.mention) if self.mention else None

    @cached_property
    def date(self) -> str | None:
        """The day of the item: adopted at its foot, of its note, its signature, the meeting's mention, or its title."""
        for note in (self._foot, self.note):
            if note and (found := find_dates(note.text, self.year)):
                return days(found[-1])[-1] if found[0].until else found[0].iso
        return self.signed or self._date_in_text()

    @property
    def _foot(self) -> Passage | None:
        """The note of adoption at the foot of a paper whose note below the title tells of its reading alone."""
        heading = self.draft.heading
        if not heading or not heading.note or heading.note.adopted:
            return None
        return next((note.passage for note in reversed(find_notes(self.draft.lines[-3:])) if note.adopted), None)

    @cached_property
    def signed(self) -> str | None:
        """The day printed as a line of its own."""
        for line in reversed(self.draft.lines):
            if _DATE_ALONE.match(line.text):
                return find_dates(line.text)[0].iso if find_dates(line.text) else None
        # A page may run the whole announcement on, its signature included.
        run_on = _SIGNED.search(self.sentences[-1].text) if self.sentences else None
        return next((mention.iso for mention in find_dates(run_on["date"])), None) if run_on else None

    @cached_property
    def declared(self) -> bool:
        """Whether the text says of itself that it announces: 特此公告, 现予公布."""
        return any(_DECLARED.search(sentence.text) for sentence in self.sentences[-4:])

    @cached_property
    def published(self) -> str | None:
        """The day of the paper or page that tells of the acts: of its dateline, or printed around the text."""
        opening = "".join(sentence.text for sentence in self.sentences[:2])
        return dateline_day(opening, self.year) or (published_on(self.source.text) if self.note is None else None)

    def days_of(self, text: str, year: int | None) -> list[str]:
        """The days that a text tells, a span by its month, each as far as it is certain; that of a dateline is none."""
        found = [mention for mention in find_dates(without_dateline(text), year) if len(mention.iso) == 10]
        if found or self.published is None:
            return [mention.iso[:7] if mention.until else mention.iso for mention in found]
        told = told_day(text, self.published)
        return [told] if told else []

    def _date_in_text(self) -> str | None:
        told = [sentence.text for sentence in self.sentences if len(sentence) >= _SHORTEST][
            : 0 if self.is_report else 4
        ]
        # 时间：… is the day of the page where the text tells one of its own.
        for text in sorted([self.title, *told], key=lambda text: "时间：" in text):
            found = self.days_of(text, self.year)
            if found:
                return found[0]
            if self.published and _LATELY.search(text):
                return None
        title_year = find_dates(self.title)
        return title_year[0].iso if title_year and self.is_report else None

    def evidence(self, passage: Passage, rule: str, confidence: float = 1.0) -> Evidence:
        """The evidence of a passage of this item; of many facts in one passage it is the same."""
        start, end = passage.span
        key = start, end, len(passage), rule
        if key not in self._stated:
            self._stated[key] = self._evidence(passage, rule, confidence)
        return self._stated[key]

    def _evidence(self, passage: Passage, rule: str, confidence: float) -> Evidence:
        start, end = passage.span
        lines = passage.lines(self.source)
        words = self.printed(passage, 0, len(passage))
        return Evidence(self.source.stem, lines, start, end, words, rule, confidence, self.number)

    def issue(self, kind: str, passage: Passage | Line, message: str) -> None:
        """Note something that was not understood."""
        line = passage.number if isinstance(passage, Line) else self.source.line_of(passage.offsets[0])
        self.issues.append(Issue(self.source.stem, line, kind, passage.text[:200], message))

    def ref(self, mention: MeetingMention) -> MeetingRef:
        """The reference of a mention, its body as printed but without the words in front."""
        place = own_place(mention, self.place, self.lexicon)
        if mention.cppcc:
            return MeetingRef(f"中国人民政治协商会议{place}委员会", mention.term, mention.session)
        body = place + "人民代表大会" + ("常务委员会" if mention.standing else "")
        return MeetingRef(body, mention.term, mention.session)

    def printed(self, passage: Passage, start: int, end: int) -> str:
        """The characters of the source behind a part of a passage: names keep the spelling that is printed."""
        return "".join(self.source.text[offset] for offset in passage.offsets[start:end])
