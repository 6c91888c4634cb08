"""The columns of a schedule: told by its head, or by what its cells hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kg.extract.reports.plan.bodies import read_names
from kg.extract.reports.plan.months import whole_month
from kg.lexicon import Lexicon
from kg.model.source import Passage

_SAME = re.compile(r"^(?:同上|[〃″”\"])$")
_LONGEST_FORUM = 14


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds: `month`, `topic`, `body`, `forum` or `other`; `forum` is the one that a head names."""

    kind: str
    forum: str | None = None


def head(cells: Sequence[Passage], lexicon: Lexicon) -> tuple[Column, ...] | None:
    """The columns that a row announces; None where it is no head of a schedule."""
    columns = tuple(_column(cell.text, lexicon) for cell in cells)
    kinds = [column.kind for column in columns if column]
    if None in columns or "topic" not in kinds or not {"month", "body", "forum", "other"} & set(kinds):
        return None
    return tuple(column for column in columns if column)


def _column(text: str, lexicon: Lexicon) -> Column | None:
    kind = _kinds(lexicon).get(text)
    if kind or not text:
        return Column(kind or "other")
    named = len(text) <= _LONGEST_FORUM and _forums(lexicon).search(text)
    return Column("topic", forum_name(text, lexicon)) if named else None


def by_content(cells: Sequence[Passage], lexicon: Lexicon) -> tuple[Column, ...]:
    """The columns as the cells of one row tell them, where no head does: the longest cell left over is the topic."""
    kinds = [_kind(cell.text, lexicon) for cell in cells]
    topics = [len(cell) if kind == "topic" else 0 for cell, kind in zip(cells, kinds, strict=True)]
    longest = topics.index(max(topics))
    return tuple(Column("other" if kind == "topic" and at != longest else kind) for at, kind in enumerate(kinds))


def fitting(columns: tuple[Column, ...], cells: tuple[Passage, ...], lexicon: Lexicon) -> tuple[Column, ...]:
    """The columns of a row: those of the head, unless the cells do not fit them; a row may lack its first or last."""
    if len(cells) < len(columns):
        short = columns[len(columns) - len(cells) :]
        columns = short if fits(short, cells, lexicon) else columns[: len(cells)]
    if len(cells) != len(columns) or not fits(columns, cells, lexicon):
        return by_content(cells, lexicon)
    return columns


def fits(columns: tuple[Column, ...], cells: tuple[Passage, ...], lexicon: Lexicon) -> bool:
    """Whether the months of a row stand in the column of the months and nowhere else."""
    for column, cell in zip(columns, cells, strict=True):
        if column.kind == "month" and not is_same(cell.text) and not whole_month(cell.text, lexicon):
            return False
        if column.kind != "month" and whole_month(cell.text, lexicon):
            return False
    return True


def _kind(text: str, lexicon: Lexicon) -> str:
    if not text or text.isdigit():
        return "other"
    if whole_month(text, lexicon):
        return "month"
    if read_names(text, lexicon):
        return "body"
    if len(text) <= _LONGEST_FORUM and text.endswith("会议") and _forums(lexicon).search(text):
        return "forum"
    return "topic"


def is_same(text: str) -> bool:
    """Whether a cell says that the one above carries on."""
    return not text or bool(_SAME.match(text))


def is_forum(text: str, lexicon: Lexicon) -> bool:
    """Whether a text holds the word of a forum."""
    return bool(_forums(lexicon).search(text))


def forum_name(text: str, lexicon: Lexicon) -> str:
    """The forum that a heading names, without the words around it; a heading of nothing else stays as it is."""
    name = re.sub(r"^(?:(?:\d{4}|[一二][〇零九].{2})年(?:度)?|附件?[一二三四五\d]*[：:]?)+", "", text).rstrip("：:。")
    leads, tails = _around(lexicon)
    name = leads.sub("", name)
    while (shorter := tails.sub("", name)) and shorter != name:
        name = shorter
    return name


@cache
def _kinds(lexicon: Lexicon) -> dict[str, str]:
    return {word: kind for kind, words in lexicon.plans.columns.items() for word in words}


@cache
def _forums(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(lexicon.plans.forums)


@cache
def _around(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    plans = lexicon.plans
    return re.compile(rf"^(?:{plans.forum_leads})(?=..)"), re.compile(rf"(?<=..)(?:{plans.forum_tails})$")
