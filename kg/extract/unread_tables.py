"""Tables of people whose rows no reader took: each goes to the issues once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.extract.context import Context
from kg.extract.personnel.columns import drawn_cells
from kg.extract.personnel.tables import is_name_head
from kg.model.facts import Evidence
from kg.recognise.names import is_name
from kg.segment.lines import Line

# What a column says of the people in a table that a gazette's facts could come from.
_TOLD = re.compile(r"职务|职位|岗位|单位|任命|任职|任免|免去|免职|出席|请假|到会|赞成|得票")

_DRAWN = re.compile(r"[\t|｜]")
# Candidates and telephones are no facts of these.
_NO_FACTS = re.compile(r"候选|拟|建议|推荐|提名|电话|手机|传真|邮箱|邮编|地址|联系|公示")


def report_tables(ctx: Context, told: Iterable[Evidence]) -> None:
    """Note each table of people with rows of which no fact tells and no issue either."""
    tables = list(_tables(ctx))
    if not tables:
        return
    noted = {issue.line for issue in ctx.issues}
    stated = {line for evidence in told if evidence.item == ctx.number for line in evidence.lines}
    for head, rows in tables:
        unread = [row for row in rows if row.number not in stated]
        if unread and not noted & {head.number, *(row.number for row in rows)}:
            message = f"{len(unread)} of {len(rows)} rows of this table of people were not read; check it by hand"
            ctx.issue("unread_table", unread[0], message)


def _tables(ctx: Context) -> Iterator[tuple[Line, list[Line]]]:
    """The heads of tables of people, each with the rows below that name somebody."""
    head: Line | None = None
    column, rows = 0, list[Line]()
    for line in ctx.draft.lines:
        cells = drawn_cells(line.tight, ctx.source) if _DRAWN.search(line.raw.strip()) else None
        if cells is not None and (at := _name_column(cells)) is not None:
            if head is not None:
                yield head, rows
            head, column, rows = line, at, []
        elif head is not None and cells is not None and len(cells) > column and is_name(cells[column], ctx.lexicon):
            rows.append(line)
    if head is not None:
        yield head, rows


def _name_column(cells: list[str]) -> int | None:
    """Which column holds the names, if the cells are the head of such a table and not one of candidates or phones."""
    told = any(_TOLD.search(cell) for cell in cells) and not any(_NO_FACTS.search(cell) for cell in cells)
    return next((at for at, cell in enumerate(cells) if is_name_head(cell)), None) if told else None
