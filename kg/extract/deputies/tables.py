"""Tables of by-elected deputies: constituency or electing unit, winner, and what the winner is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.context import Context
from kg.extract.personnel.columns import row_cells
from kg.model.source import Passage
from kg.recognise.names import is_name

_HEADS = {
    "unit": re.compile(r"^(?:原?选区(?:名称|号)?|选举单位|代表团|选出单位)$"),
    "name": re.compile(r"^(?:当选(?:人|代表|者)(?:姓名)?|(?:补选)?代表姓名|姓名)$"),
    "described": re.compile(r"^(?:(?:工作)?单位(?:及|和|、)?职务|现任职务|职务|职业)$"),
    "other": re.compile(r"^(?:序号|编号|性别|民族|党派|学历|出生年月|得票(?:数|情况)?|选票|票数|赞成票?|备注)$"),
}
_ELECTED = re.compile(r"当选|补选")
_PROPOSED = re.compile(r"候选|推荐|拟")


@dataclass(frozen=True, slots=True)
class Row:
    """A winner as a table prints it."""

    name: str
    unit: str
    described: str | None
    passage: Passage


def winners_in_tables(ctx: Context) -> Iterator[Row]:
    """The rows of all tables that say who was elected where; a table of candidates has none."""
    columns: tuple[str, ...] | None = None
    said = ctx.title
    for line in ctx.draft.body:
        cells, _ = row_cells(line.tight, ctx.source, ctx.lexicon)
        heads = _columns(cells)
        if heads is not None:
            named = _ELECTED.search("".join(cells) + said) and not _PROPOSED.search("".join(cells) + said[-40:])
            columns = heads if named else None
        elif columns is not None and len(cells) == len(columns):
            row = dict(zip(columns, cells, strict=True))
            if is_name(row["name"], ctx.lexicon) and row["unit"]:
                yield Row(row["name"], row["unit"], row.get("described") or None, line.tight)
        else:
            columns = None
            said = line.text


def _columns(cells: list[str]) -> tuple[str, ...] | None:
    """The kinds of the columns of a head that has both a unit and a name."""
    kinds = [next((kind for kind, pattern in _HEADS.items() if pattern.match(cell)), None) for cell in cells]
    known = [kind for kind in kinds if kind]
    both = known.count("unit") == known.count("name") == 1
    return tuple(known) if both and len(known) == len(cells) else None
