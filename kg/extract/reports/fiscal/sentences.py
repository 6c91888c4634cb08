"""Sentences that state amounts, clause by clause: each amount with the words in front of it, or none."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from kg.extract.context import Context
from kg.extract.reports.fiscal import subjects
from kg.extract.reports.fiscal.adjustments import adjustments
from kg.extract.reports.fiscal.clauses import Clause, clauses
from kg.extract.reports.fiscal.frame import Frame
from kg.extract.reports.fiscal.money import Amount, amounts
from kg.extract.reports.fiscal.subjects import Subject
from kg.extract.reports.fiscal.words import YEAR, Words
from kg.model.reports import FiscalFigure
from kg.model.source import Passage

# The name of a project may be a list of places; what is longer is no name.
_LONGEST_LABEL = 240
_YEAR_BEFORE = 600
_LINK = re.compile(r"^[、和及与]$")
_AND = re.compile(r"[、和及与]")
_SHARED = re.compile(r"(?:分别|均|各|都)[一-龥]{0,6}$")
_SUMMED = re.compile(r"(?:收入|支出|收支|，)(?:合计|总计|总量)")
_OTHER_YEAR = re.compile(r"去年|(?<![比较])上年|同期")
_OF_YEARS = re.compile(r"(?<![〇零一二三四五六七八九])[两三四五十]年(?:来|间|共|累计)|以来|“.五”|时期|期间")
_OPENS_WITH_YEAR = re.compile(YEAR)
_SHARE = re.compile(r"^(?:左右|以上)?的\d")
_CHANGED_TO = re.compile(r"(?:调整|调增|调减|核增|核减)(?:(?:后的?)?(?:预算)?数?(?:为|到|至|达)|后的?(?:预算)?数?)$")
_FIRST = re.compile(r"年初|原(?:定|来)?(?:预算|安排)")


@dataclass
class Reader:
    """One item's sentences on the way to figures, with what those before have told."""

    ctx: Context
    words: Words
    frame: Frame
    account: Subject | None = None
    subject: Subject | None = None
    debt: Subject | None = None
    bond: Subject | None = None
    text: str = ""
    offsets: list[int] = field(default_factory=list)
    summed: bool = False
    first: str | None = None
    spending: bool = False
    adding: bool = False
    balanced: bool = False

    def begin_paragraph(self) -> None:
        """Nothing of the paragraph before goes on but the headings."""
        self.account = self.subject = None
        self.frame.begin_paragraph()

    def read(self, sentence: Passage) -> Iterator[FiscalFigure]:
        """The figures of a sentence."""
        self.text = text = sentence.text
        self.offsets = list(sentence.offsets)
        found = list(amounts(text)) if "亿" in text or "元" in text else []
        self.subject = self.debt = self.bond = self.first = None
        self.spending = self.adding = self.balanced = False
        if not self.frame.paper:
            self.account = None
        self._see_year(text)
        self.summed = bool(_SUMMED.search(text))
        if not found:
            return
        taken = 0
        pending = list(adjustments(text, self._fund(text), self.frame.paper, self.words))
        for clause in clauses(text, found):
            while pending and pending[0].verb < clause.end:
                one = pending.pop(0)
                taken = max(taken, one.end)
                yield self._figure(one.item, one.new, one.unit, sentence[one.start : one.end], "adjustment", one.old)
            free = [one for one in clause.amounts if one.start >= taken]
            if free or not clause.amounts:
                yield from self._clause(sentence, clause, free, taken)

    def _clause(self, sentence: Passage, clause: Clause, free: list[Amount], start: int) -> Iterator[FiscalFigure]:
        text = sentence.text
        if self.words.addends.search(text[clause.start : clause.end]):
            self.adding = True
        if not free:
            self._told(text[clause.start : clause.end])
            return
        start = max(start, clause.start)
        if len(free) > 1 and all(_LINK.match(text[one.end : two.start]) for one, two in pairwise(free)):
            yield from self._list(sentence, start, free)
            return
        for one, following in zip(free, [*free[1:], None], strict=True):
            behind = text[one.end : following.start if following else clause.end]
            yield from self._single(sentence, start, one, behind)
            start = one.end + self._read_behind(behind)

    def _read_behind(self, behind: str) -> int:
        """How much of the words behind an amount belongs to it: 2亿元新增债券用于某项目1亿元."""
        match = self.words.bond_behind.match(behind) if self.bond else None
        return match.end() if match else 0

    def _told(self, text: str) -> None:
        """What a clause without an amount says of the clauses behind it."""
        text = text[-_LONGEST_LABEL:]
        self.balanced = self.balanced or bool(self.words.balanced.search(text))
        self.spending = self.spending or bool(self.bond and self.words.bond_uses.search(text))
        found = subjects.total(text, self.words)
        if found:
            self.account = self.subject = found
        elif not self.words.rate.match(text):
            self.subject = None

    def _list(self, sentence: Passage, start: int, found: list[Amount]) -> Iterator[FiscalFigure]:
        """Several amounts of as many subjects: A、B分别为3亿元和4亿元."""
        label = sentence.text[max(start, found[0].start - _LONGEST_LABEL) : found[0].start]
        shared = _SHARED.search(label)
        named = subjects.several(label[: shared.start()], self.words) if shared else []
        if len(named) != len(found):
            return
        for name, one in zip(named, found, strict=True):
            yield from self._known(name, "", label, one, sentence[start : found[-1].end])

    def _single(self, sentence: Passage, start: int, one: Amount, behind: str) -> Iterator[FiscalFigure]:
        start = max(start, one.start - _LONGEST_LABEL)
        linked = _AND.match(sentence.text, start)
        start = linked.end() if linked else start
        label = sentence.text[start : one.start]
        told = self.words.bond_behind.match(behind)
        passage = sentence[start : one.end + (told.end() if told else 0)]
        compared = self.words.comparison.search(label)
        if compared or _SHARE.match(behind):
            self.subject = (subjects.total(label[: compared.start()], self.words) if compared else None) or self.subject
            return
        change = self.words.change.search(label)
        if _CHANGED_TO.search(label):
            yield from self._changed_to(label, one, passage)
        elif change:
            yield from self._change(label, change, one, passage)
        elif (shared := _SHARED.search(label)) and len(
            named := subjects.several(label[: shared.start()], self.words)
        ) > 1:
            for name in named:
                yield from self._known(name, "", label, one, passage)
        else:
            yield from self._known(re.split(r"、(?![^（]*）)", label)[-1], behind, label, one, passage)

    def _changed_to(self, label: str, one: Amount, passage: Passage) -> Iterator[FiscalFigure]:
        """调整为B, the amount before told elsewhere in the sentence or not at all."""
        front = label[: _CHANGED_TO.search(label).start()]  # type: ignore[union-attr]
        found = subjects.total(front, self.words) or (self.subject if self.words.bare_verb.match(front) else None)
        if found:
            yield self._figure(found.item, one.figure, one.unit, passage, "adjustment", self.first)

    def _change(self, label: str, change: re.Match[str], one: Amount, passage: Passage) -> Iterator[FiscalFigure]:
        """调增某项支出3亿元; 调增 alone repeats what an adjustment has said."""
        item = subjects.tidy(label[change.end() :], self.words) or subjects.tidy(label[: change.start()], self.words)
        if item and self.frame.paper:
            yield self._figure(change.group() + item, one.figure, one.unit, passage, "adjustment")

    def _known(self, name: str, behind: str, label: str, one: Amount, passage: Passage) -> Iterator[FiscalFigure]:
        """The figure of an amount whose subject is known; any other ends what the sentence spoke of."""
        found = self._subject(name, behind)
        if found is None:
            self.subject = None
            return
        kind = found.sort
        if found.sort in ("total", "balance"):
            kind = self.frame.kind_of(label, self.text, self.words)
            self.first = one.figure if _FIRST.search(label) else self.first
        yield self._figure(found.item, one.figure, one.unit, passage, kind, no_year=self._of_no_year(label))

    def _of_no_year(self, label: str) -> bool:
        """Whether an amount is of a year before, or of several together."""
        return bool(_OTHER_YEAR.search(label) or ("累计" in label and _OF_YEARS.search(self.text)))

    def _subject(self, name: str, behind: str) -> Subject | None:
        words = self.words
        if found := subjects.debt(name, self.debt, words):
            self.debt = found
        elif not self.adding and not self.summed and (found := subjects.service(name, words)):
            pass
        elif not self.adding and (found := subjects.bond(name, behind, self.bond, words)):
            self.bond = self.bond if self.bond and self.bond.prefix else found
        elif found := subjects.total(name, words) or self._rest(name):
            self.account = self.subject = found
            self.adding = False
        elif not self.adding and (found := subjects.balance(name, self.balanced, self._account_name, words)):
            pass
        elif self.subject and name and (match := words.bare_verb.match(name)):
            found = self.subject.of_level(match["level"])
        elif self.bond and self.frame.paper and (self.spending or words.bond_uses.search(name)):
            use = words.bond_use.match(name)
            found = Subject(use["item"], "bond") if use else None
            self.spending = self.spending or found is not None
        return found

    def _rest(self, name: str) -> Subject | None:
        """A total told by its side alone, of the account told before or of the heading's."""
        if not self.frame.paper and self.account is None:
            return None
        before = self.account or Subject("", "total", self.frame.level, self.frame.fund)
        found = subjects.rest_of_total(name, before, self.words)
        return None if found and self.adding and found.item[-2:] in ("收入", "支出") else found

    def _figure(
        self,
        item: str,
        amount: str,
        unit: str,
        passage: Passage,
        kind: str,
        before: str | None = None,
        *,
        no_year: bool = False,
    ) -> FiscalFigure:
        year = None if no_year else self._year(passage)
        return FiscalFigure(item, year, amount, unit, before, kind, self.ctx.evidence(passage, f"fiscal.{kind}"))

    def _see_year(self, text: str) -> None:
        """The year that a sentence begins with; of a report that is not on money, one that is the subject of all."""
        if self.frame.paper or _OPENS_WITH_YEAR.match(text):
            self.frame.see_year(text)

    def _year(self, passage: Passage) -> int | None:
        """A report that is not on money speaks of many years; there only the one that holds on counts."""
        if not self.frame.paper:
            return self.frame.year
        end = bisect_left(self.offsets, passage.offsets[-1]) + 1
        return self.frame.year_of(self.text[max(0, end - _YEAR_BEFORE) : end])

    def _fund(self, text: str) -> str:
        """The account that a sentence is about: its own, else that of the heading."""
        match = self.words.fund.search(text)
        return self.words.account(match.group()) if match and "财政" not in match.group() else self.frame.fund

    @property
    def _account_name(self) -> str:
        return self.account.fund if self.account else self.frame.fund
