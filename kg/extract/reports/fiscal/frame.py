"""What headings and sentences before an amount make certain of it: the year, the account, whether it is a plan."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extract.context import Context
from kg.extract.reports.fiscal.words import YEAR, Words
from kg.recognise.numbers import number

_TITLE = re.compile(r"《[^》]*》|〔[^〕]*〕")
# A year that another is measured against, or up to which something lasts, is not the year of the amount.
_YEAR = re.compile(
    rf"(?<![比较自从到超])(?<![低高多少]于)(?<!(?<![截止])至)(?P<year>{YEAR})(?!以来|起|至|到|[-—–~]|提出)"
)
_BEGINS = re.compile(rf"^(?:截[至止]|到|至)?(?P<year>{YEAR})(?![-—–~至到])")
_TOP = re.compile(r"^(?:第?[一二三四五六七八九十]+[、.．部]|[一二三四五六七八九十]+、)")
_MARKED = re.compile(r"^(?:第?[一二三四五六七八九十]+[、.．部]|（[一二三四五六七八九十\d]+）|\d{1,2}[、.．])")
_FINAL = re.compile(r"决算")
_EXECUTION = re.compile(r"(?:预算|收支|计划)[^，。]{0,8}执行|执行情况")
_BUDGET = re.compile(r"预算(?:收支)?(?:草案|（草案）|安排|编制|建议)|(?:目标|主要任务|工作安排|收支安排|总体要求)")
_CHANGED = re.compile(r"调整(?:后)?(?:为|到|至)")
# 完成调整后预算的97% tells of a plan that was adjusted, and not of an adjustment.
_ADJUSTED = re.compile(r"调整后(?!的?(?:年度)?预算)")
_APPROVED = re.compile(r"(?:批准|同意)[^，。：]{0,24}预算(?:草案|（草案）)?(?:[：，。]|$)")
# 批准的某年支出为: a figure of a budget, where no final accounts are told of.
_APPROVED_FIGURE = re.compile(r"(?:批准|审定|审议通过)的(?![^，。：]*决算)[^，。：]{2,60}$")
_LONGEST_HEADING = 45


@dataclass
class Frame:
    """Where the reader is: in a paper on money, `whole` or in this part, and under which headings."""

    paper: bool
    kind: str
    year: int | None
    heading_kind: str | None = None
    fund: str = ""
    level: str = ""
    whole: bool = False
    base: int | None = None

    @classmethod
    def of(cls, ctx: Context, words: Words) -> Frame:
        """The frame that the title sets."""
        years = set(_years(ctx.title))
        paper = bool(words.papers.search(ctx.title))
        year = years.pop() if len(years) == 1 and paper else None
        return cls(
            paper,
            _kind(ctx.title) or "actual" if paper else "actual",
            year,
            whole=paper,
            base=year,
        )

    def enter(self, text: str, words: Words) -> None:
        """Take over what a heading says; one of the highest level ends the account of those before."""
        if _TOP.match(text):
            self.fund = self.level = ""
            self.heading_kind = None
            self.paper = self.whole or bool(words.papers.search(text))
        found = words.heading.search(text)
        if found and "财政" not in found["fund"]:
            self.fund, self.level = words.account(found["fund"]), found["level"] or ""
        self.heading_kind = _kind(text) or self.heading_kind
        years = _years(text)
        if years:
            self.year = self.base = years[-1]

    def see_year(self, text: str) -> None:
        """The year that a sentence begins with holds on in its paragraph."""
        match = _BEGINS.match(text)
        if match:
            self.year = number(match["year"].removesuffix("年")) or self.year

    def year_of(self, text: str) -> int | None:
        """The year of an amount: the last one in front of it in its sentence, else the one that holds on."""
        years = _years(text)
        return years[-1] if years else self.year

    def begin_paragraph(self) -> None:
        """A paragraph is again of the year of its heading, or of the title."""
        self.year = self.base if self.base is not None else self.year

    def kind_of(self, label: str, sentence: str, words: Words) -> str:
        """Whether a total is planned, carried out or accounted for: by its own words, its heading, the title."""
        if _ADJUSTED.search(sentence) or _CHANGED.search(label):
            return "adjustment"
        for kind, word in (("final_accounts", "决算数"), ("execution", "执行数")):
            if word in label:
                return kind
        if words.planned.search(label) or _APPROVED.search(sentence) or _APPROVED_FIGURE.search(label):
            return "budget"
        if _FINAL.search(_TITLE.sub("", sentence)):
            return "final_accounts"
        return self.heading_kind or self.kind


def is_heading(text: str) -> bool:
    """Whether a paragraph is a heading: short, and no sentence."""
    return len(text) <= _LONGEST_HEADING and not text.endswith(("。", "；", "，", "："))


def opens_part(text: str) -> bool:
    """Whether a sentence is a heading that runs on into its text."""
    return bool(_MARKED.match(text)) and len(text) <= _LONGEST_HEADING


def _years(text: str) -> list[int]:
    found = (number(match["year"].removesuffix("年")) for match in _YEAR.finditer(_TITLE.sub("", text)))
    return [year for year in found if year]


def _kind(text: str) -> str | None:
    """The kind that a heading names; of a plan told with its forerunner's results neither is certain."""
    plan = bool(_BUDGET.search(text))
    if _FINAL.search(text):
        return "final_accounts"
    if _EXECUTION.search(text):
        return "execution"
    return "budget" if plan else None
