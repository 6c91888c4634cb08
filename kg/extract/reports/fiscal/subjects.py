"""What an amount is of, read from the words in front of it or behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kg.extract.reports.fiscal.words import SIDE, YEAR, Words

_KEPT = re.compile(r"总计|合计|总量|总额|总数|共计")
_QUOTES = re.compile(r"[“”\"‘’]")
_BRACKET = re.compile(r"（[^（）]*）")
_OWN = re.compile(r"^(?:本|我)?[省市区县州盟旗镇乡](?=[一-龥])")
_APPROVED = re.compile(r"^.{0,40}(?:批准|通过|审定|审议)的")
_AND = re.compile(r"[、和及与]")
_SUFFIX = re.compile(
    rf"(?:债务)?(?:限额|余额)$|(?:预算)?{SIDE}(?:总计|合计|总量|总额|决算数|执行数|预算数)?$|债券$|(?:总计|合计|决算数|执行数|预算数)$"
)


@dataclass(frozen=True, slots=True)
class Subject:
    """What an amount is of: its name, its sort (total, balance, debt_limit, …), and of a total its account and side."""

    item: str
    sort: str
    level: str = ""
    fund: str = ""
    side: str = ""
    prefix: str = ""

    def of_level(self, level: str | None) -> Subject:
        """The same of another level: 全市…完成3亿元，市本级完成1亿元."""
        if not level or self.sort != "total":
            return self
        return replace(self, level=level, item=level + self.item.removeprefix(self.level))


def total(label: str, words: Words) -> Subject | None:
    """A total of an account: 区一般公共预算收入决算数为."""
    text = _BRACKET.sub("", _QUOTES.sub("", label))
    match = words.total.search(text)
    if match is None or not words.lead.match(text[: match.start()]):
        return None
    return _total(match["level"] or "", words.account(match["fund"]), match["side"], match["measure"])


def _total(level: str, fund: str, side: str, measure: str) -> Subject:
    kept = _KEPT.search(measure)
    return Subject(f"{level}{fund}{side}{kept.group() if kept else ''}", "total", level, fund, side)


def rest_of_total(label: str, before: Subject | None, words: Words) -> Subject | None:
    """收入总计, 支出, 总计: the account, and where it is left out the side, are those told before."""
    match = words.bare_total.match(_QUOTES.sub("", label))
    if match is None:
        return None
    side = match["side"] or (before.side if before and _KEPT.search(match["measure"]) else "")
    if not side:
        return None
    fund = (before.fund if before else "") + (match["inner"] or "")
    fund = fund.replace("本级", "")
    return _total(match["level"] or (before.level if before else ""), fund, side, match["measure"])


def debt(label: str, within: Subject | None, words: Words) -> Subject | None:
    """A limit or balance of the government's debt; 一般债务 behind 债务限额 is a part of the limit."""
    text = _BRACKET.sub("", label)
    match = words.debt.search(text)
    if match:
        item = (match["level"] or "") + match["item"]
        lead = text[: match.start()]
        if within and within.prefix and re.match(r"一般|专项", item):
            item = within.prefix + item
        if words.not_public.search(lead[-8:]) or words.comparison.search(lead):
            return None
        if item in ("债务限额", "债务余额") and within is None and not lead:
            return None
        prefix = "新增" if item.startswith("新增") else ""
        return Subject(item, "debt_limit" if "限额" in item else "debt_balance", prefix=prefix)
    part = words.debt_part.match(text) if within else None
    if part is None or within is None or not part["item"]:
        return None
    kind = "限额" if "限额" in part["item"] or (within.sort == "debt_limit" and "余额" not in part["item"]) else "余额"
    item = re.sub(r"(?:债务|债券)?(?:限额|余额)?$", "", part["item"])
    sort = "debt_limit" if kind == "限额" else "debt_balance"
    return Subject(f"{within.prefix}{item or '政府'}债务{kind}", sort, prefix=within.prefix)


def service(label: str, words: Words) -> Subject | None:
    """Repayment or interest of public debt."""
    match = words.service.search(_BRACKET.sub("", label))
    if match is None or words.not_public.search(label[: match.start()][-8:]):
        return None
    return Subject(match["item"].replace("的", ""), "debt_service")


def bond(label: str, behind: str, within: Subject | None, words: Words) -> Subject | None:
    """Bonds in front of their amount or behind it: 新增债券64.10亿元, 64.10亿元债券, 1.50亿元为一般债券."""
    text = _BRACKET.sub("", label)
    match = words.bond.search(text)
    if match:
        lead, item = text[: match.start()], (match["level"] or "") + match["item"]
    else:
        found = words.bond_behind.match(behind)
        if found is None or re.match(r"[一-龥]{0,3}(?:项目|公司|基金)", behind[found.end() :]):
            return None
        lead, item = text, found["item"]
        prefix = words.bond_prefix.findall(lead[-4:])
        item = (prefix[-1] if prefix and not words.bond_prefix.match(item) else "") + item
    if not words.bond_lead.search(lead) or not (words.bond_kind.search(item) or within):
        return None
    if within and not words.bond_prefix.search(item):
        item = within.prefix + item
    return Subject(item, "bond", prefix=(words.bond_prefix.findall(item) or [""])[0])


def balance(label: str, balanced: bool, fund: str, words: Words) -> Subject | None:
    """What is left at the end, where the clause before balances income and expenditure."""
    match = words.balance.match(label)
    if match is None or match["item"].startswith("结转") or not (balanced or len(match["item"]) > 2):
        return None
    return Subject(fund + match["item"], "balance")


def tidy(label: str, words: Words) -> str:
    """A name without what leads to it: who approved it, years, the own place, quotes."""
    text = _APPROVED.sub("", _QUOTES.sub("", label).replace("的“", "“"))
    for pattern in (words.opening, re.compile(rf"^{YEAR}度?"), _OWN):
        text = pattern.sub("", text)
    text = re.sub(r"(?:年初)?(?:调整)?(?:预算|决算|执行)(?:总)?数$", "", words.ending.sub("", text))
    return text.strip("的，、")


def several(text: str, words: Words) -> list[str]:
    """Subjects that share a verb, each whole: 一般公共预算收入、支出总计 are two totals of one account."""
    parts = [part for part in _AND.split(_QUOTES.sub("", text)) if part]
    if len(parts) < 2:
        return parts
    suffix = _SUFFIX.search(parts[-1])
    head = re.match(rf"^(?P<head>.*?)(?:总)?{SIDE}", parts[0])
    whole = []
    for part in parts:
        if head and part is not parts[0] and re.match(rf"^(?:总)?{SIDE}", part):
            part = head["head"] + part
        if words.level.match(part):
            part += words.level_before.sub("", parts[-1])
        elif suffix and part is not parts[-1]:
            part = _completed(part, suffix.group())
        whole.append(part)
    return whole


def _completed(part: str, suffix: str) -> str:
    """A subject with the end that the last one prints for all."""
    if re.search(rf"{SIDE}$", part):
        measure = re.search(r"(?:总计|合计|总量|总额|[决预]算数|执行数)$", suffix)
        return part + (measure.group() if measure else "")
    return part if _SUFFIX.search(part) else part.removesuffix("债务" if suffix.startswith("债务") else "") + suffix
