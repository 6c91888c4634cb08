"""Tables of projects: each row is read by what the head says of its columns, in any order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.extract.context import Context
from kg.extract.personnel.columns import row_cells
from kg.extract.reports.projects.names import bare, cell_name, kind_of
from kg.extract.reports.projects.words import Words
from kg.model.reports import Project
from kg.model.source import Passage
from kg.segment.lines import Line

_UNIT = re.compile(r"（?(?:单位[：:])?(?P<unit>(?:万亿|亿|百万|万|千)?(?:美|港|欧|日)?元)）?")
_AMOUNT = re.compile(r"^(?:约|共)?(?P<amount>\d[\d,.]*)(?P<unit>(?:万亿|亿|百万|万|千)?(?:美|港|欧|日)?元)?(?:左右)?$")
_HEAD_NOTE = re.compile(r"（.*）$|[/／].*$")
_AGAIN = re.compile(r"^（?(?:续上?表|接上?表)[一二三四五六七八九十\d]*）?$")
_SUM = re.compile(r"^(?:合计|共计|总计|小计|总投资合计|备注|注[：:]|说明[：:])")
_NUMBER = re.compile(r"^(?:\d{1,4}|[一二三四五六七八九十]+|[①-⑳]|（[\d一二三四五六七八九十]+）)[.、．]?$")
_NUMBERED = re.compile(r"^(?:\d{1,3}[.、．]|（\d{1,3}）|[①-⑳])(?!\d)")
_EMPTY = re.compile(r"^[—\-－–/／×无空〃″\"]*$")
_DRAWN = re.compile(r"^[|｜\-—+:：\s]+$")
_LONGEST_HEAD = 120
_PROSE = re.compile(r"。|；$")


@dataclass
class _Table:
    """A table that is being read: its columns, the unit of its money, and the row that may go on below."""

    columns: tuple[str, ...]
    unit: str | None
    row: dict[str, str] = field(default_factory=dict)
    at: Passage | None = None
    unread: bool = False


def tables(ctx: Context, words: Words) -> tuple[list[Project], set[int]]:
    """The projects that stand in tables, and the numbers of the lines that these tables take."""
    found: list[Project] = []
    taken: set[int] = set()
    table: _Table | None = None
    unit: str | None = None
    for line in ctx.draft.body:
        if _DRAWN.match(line.raw) or (table and _AGAIN.match(line.text)):
            taken |= {line.number} if table else set()
            continue
        head = _head(ctx, line, words)
        if head:
            found += _project(ctx, table, words) if table else []
            table = _Table(head, _unit_of(line) or unit)
        elif table:
            whole = _read(ctx, table, line, words)
            if whole is None:
                found += _project(ctx, table, words)
                table = None
                continue
            found += whole
        else:
            unit = _unit_of(line) if line.text.startswith(("单位", "（单位")) else None
            continue
        taken.add(line.number)
    return found + (list(_project(ctx, table, words)) if table else []), taken


def _head(ctx: Context, line: Line, words: Words) -> tuple[str, ...] | None:
    """The kinds of a head's columns, where one holds the names of projects and another tells something of them."""
    text = line.text
    if ("项目" not in text and "名称" not in text) or len(text) > _LONGEST_HEAD or "，" in text or "。" in text:
        return None
    cells, _ = row_cells(line.tight, ctx.source, ctx.lexicon)
    bares = [_HEAD_NOTE.sub("", cell) for cell in cells]
    if len(cells) < 2 or any(words.other_columns.search(cell) for cell in bares):
        return None
    kinds = tuple(words.columns.get(cell, "unknown") for cell in bares)
    told = [kind for kind in kinds if kind not in ("name", "unknown", "known")]
    own = any(words.columns.get(cell) == "name" and cell != "项目" for cell in bares)
    if kinds.count("name") != 1 or not (told or (own and "known" in kinds)):
        return None
    return kinds


def _unit_of(line: Line) -> str | None:
    found = _UNIT.search(line.text)
    return found["unit"] if found else None


def _read(ctx: Context, table: _Table, line: Line, words: Words) -> list[Project] | None:
    """The project that a line completes, if any; None where the line is no part of the table, which then ends."""
    cells, drawn = row_cells(line.tight, ctx.source, ctx.lexicon)
    cells = [cell.strip("|｜") for cell in cells]
    if _SUM.match(line.text) or (len(cells) == 1 and not _PROSE.search(line.text) and len(line.text) <= 30):
        return []
    if len(cells) < 2 or (not drawn and _PROSE.search(line.text)):
        return None
    if drawn:
        cells += [""] * (len(table.columns) - len(cells))
    if len(cells) != len(table.columns):
        _unread(ctx, table, line)
        return []
    row = dict.fromkeys(table.columns, "")
    for kind, cell in zip(table.columns, cells, strict=True):
        row[kind] = row[kind] or ("" if _EMPTY.match(cell) else cell)
    if _goes_on(row, cells, table):
        table.row = {kind: table.row.get(kind, "") + text for kind, text in row.items()}
        table.at = table.at + line.tight if table.at else line.tight
        return []
    done = list(_project(ctx, table, words))
    table.row, table.at = row, line.tight
    return done


def _goes_on(row: dict[str, str], cells: list[str], table: _Table) -> bool:
    """Whether a row is the rest of the one above: its number is empty, or most cells are."""
    if not table.row:
        return False
    numbered = table.columns[0] == "known" and bool(_NUMBER.match(table.row.get("known", "")))
    if numbered:
        return not cells[0]
    return not row["name"] or sum(bool(cell) for cell in cells) * 3 <= len(cells)


def _unread(ctx: Context, table: _Table, line: Line) -> None:
    if not table.unread:
        table.unread = True
        message = "the row of a table of projects has not the cells of its head; check the table by hand"
        ctx.issue("unread_project_row", line, message)


def _project(ctx: Context, table: _Table, words: Words) -> Iterator[Project]:
    row, at = table.row, table.at
    table.row, table.at = {}, None
    printed = _NUMBERED.sub("", row.get("name", ""))
    if at is None or len(printed) < 2 or _NUMBER.match(printed) or _SUM.match(printed):
        return
    name = bare(cell_name(printed))
    amount = _AMOUNT.match(row.get("amount", ""))
    yield Project(
        name,
        kind_of(name, words),
        next((status for status, stage in words.stages if stage.search(row.get("status", ""))), None),
        row.get("body") or None,
        row.get("place") or None,
        amount["amount"] if amount else None,
        (amount["unit"] or table.unit) if amount else None,
        row.get("period") or None,
        ctx.evidence(at, "projects.table"),
    )
