"""Tables of money: bonds by project, limits and balances of debt, totals before and after an adjustment."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.context import Context
from kg.extract.reports.fiscal import subjects
from kg.extract.reports.fiscal.frame import Frame
from kg.extract.reports.fiscal.money import figure
from kg.extract.reports.fiscal.subjects import Subject
from kg.extract.reports.fiscal.words import Words
from kg.model.reports import FiscalFigure
from kg.segment.lines import Line

_SPLIT = re.compile(r"\t|[|│┃｜]")
_UNIT = re.compile(
    r"(?:单位|计量单位|金额单位)[：:]?(?:人民币)?(?P<unit>[千百]?[亿万]?元)|（(?P<own>[千百]?[亿万]?元)）"
)
_NAME = re.compile(
    r"^(?:建设|债券|预算|收支|支出|收入)?(?:项目|科目)(?:名称)?$|^(?:名称|项目单位|地区|区县|单位|区划|市县)(?:名称)?$"
)
_NUMBER = re.compile(r"^(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?$")
_OLD = re.compile(r"年初|原预算|调整前|^预算数|批准预算|变动前")
_NEW = re.compile(r"调整后|变动后|^调整预算数?|调整预算数$")
_CHANGE = re.compile(r"增减|调增|调减|变动数|调整数|调整额|比[上年]|[%％]|占")
_MONEY = re.compile(r"金额|额度|资金|债券|限额|余额|合计|总额")
_SUM = re.compile(r"^(?:合计|总计|小计|共计)$")
_SERIAL = re.compile(r"^序号$|^编号$")


@dataclass
class _Table:
    """The columns of a table, its unit, and the account or bond that its caption names."""

    name: int
    columns: list[str]
    unit: str
    caption: str
    account: Subject | None = None


def tabular(line: Line) -> bool:
    """Whether a line is a row of cells."""
    return bool(_SPLIT.search(line.raw.strip()))


def table_figures(ctx: Context, frame: Frame, words: Words) -> Iterator[FiscalFigure]:
    """The figures of an item's tables; a heading of columns holds until a line is no row."""
    table: _Table | None = None
    unit, caption = "", ctx.title
    for line in ctx.draft.lines:
        found = _UNIT.search(line.text)
        unit = (found["unit"] or found["own"]) if found else unit
        if not tabular(line):
            caption = line.text if len(line.text) < 60 and not found else caption
            table = table if found else None
            continue
        cells = [re.sub(r"\s+", "", cell) for cell in _SPLIT.split(line.raw.strip("\n\r |│┃｜"))]
        heading = _heading(cells, unit, caption + ctx.title)
        table = heading or table
        if table and not heading and len(cells) == len(table.columns):
            for item, amount, before, kind in _row(table, cells, frame, words):
                evidence = ctx.evidence(line.tight, "fiscal.table")
                yield FiscalFigure(item, frame.year, amount, table.unit, before, kind, evidence)


def _heading(cells: Sequence[str], unit: str, caption: str) -> _Table | None:
    """The columns, where one is a name and another an amount whose unit is known."""
    names = [i for i, cell in enumerate(cells) if _NAME.match(cell)]
    if not names or any(_NUMBER.match(cell) for cell in cells):
        return None
    own = next((match["own"] for cell in cells if (match := _UNIT.search(cell)) and match["own"]), "")
    columns = [re.sub(r"（[^（）]*）", "", cell) for cell in cells]
    return _Table(names[0], columns, own or unit, caption) if own or unit else None


def _row(table: _Table, cells: Sequence[str], frame: Frame, words: Words) -> Iterator[tuple[str, str, str | None, str]]:
    """Item, amount, amount before, kind."""
    name = re.sub(r"^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.、])", "", cells[table.name])
    numbers = {i: cell for i, cell in enumerate(cells) if _NUMBER.match(cell) and not _SERIAL.match(table.columns[i])}
    old = next((i for i in numbers if _OLD.search(table.columns[i])), None)
    new = next((i for i in numbers if _NEW.search(table.columns[i])), None)
    if new is not None:
        item = _total(table, name, frame, words)
        if item and frame.paper:
            yield item, figure(cells[new]), figure(cells[old]) if old is not None else None, "adjustment"
    elif frame.paper and name:
        yield from _of_debt(table, name, {i: cell for i, cell in numbers.items() if i != table.name})


def _total(table: _Table, name: str, frame: Frame, words: Words) -> str | None:
    """The row of a total: 一般公共预算收入总计, or 收入总计 below a caption that names the account."""
    fund = words.fund.search(table.caption)
    before = table.account or Subject("", "total", fund=words.account(fund.group()) if fund else frame.fund)
    found = subjects.total(name, words)
    if found is None and re.search(r"总计|合计", name):
        found = subjects.rest_of_total(name, before, words)
    if found:
        table.account = found
    return found.item if found else None


def _of_debt(table: _Table, name: str, numbers: dict[int, str]) -> Iterator[tuple[str, str, str | None, str]]:
    """Bonds, limits and balances, a row for each project or place; of several columns each names its own."""
    columns = [i for i in numbers if _MONEY.search(table.columns[i]) and not _CHANGE.search(table.columns[i])]
    kinds = {i: _kind(table.columns[i], table.caption) for i in columns}
    columns = [i for i in columns if kinds[i]]
    named = [i for i in columns if not _SUM.match(table.columns[i])] if len(columns) > 1 else columns
    for i in named:
        what = table.columns[i] if len(named) > 1 or kinds[i] != "bond" else "债券" if _SUM.match(name) else ""
        item = f"{what}{name}" if _SUM.match(name) else f"{name}{what}"
        yield item, figure(numbers[i]), None, kinds[i] or "bond"


def _kind(column: str, caption: str) -> str | None:
    for kind, word in (("debt_limit", "限额"), ("debt_balance", "余额"), ("bond", "债券")):
        if word in column and (kind == "bond" or "债" in column + caption):
            return kind
    return "bond" if "债券" in caption else None
