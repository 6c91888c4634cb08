"""Tables of votes: a heading names the columns, each row below is a candidate or a bill."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.context import Context
from kg.extract.votes.candidates import of_act
from kg.extract.votes.tallies import KINDS
from kg.lexicon import Lexicon
from kg.model.facts import Vote
from kg.model.source import Passage
from kg.recognise.names import is_name, merge_spaced
from kg.recognise.numbers import number
from kg.segment.lines import Line

_NAME = re.compile(r"^(?:候选人)?(?:姓名|候选人|名单|人员)(?:姓名)?$")
_POST = re.compile(r"^(?:拟?任?(?:（免）|免)?(?:现任)?职务|职位|拟任职|当选职务|任免职务|岗位)$")
_SUBJECT = re.compile(r"^(?:表决)?(?:事项|议题|议案|内容|项目|名称)(?:名称)?$")
_RESULT = re.compile(r"^(?:表决|选举)?(?:结果|备注|是否(?:当选|通过))$")
_NUMBER = re.compile(r"^(?:序号|编号|号)$")
_OTHER = re.compile(
    r"^(?:另选他人|另选|无效票?|废票|空白票|未(?:按|投|表决).*|性别|民族|得票率|赞成率|得票比例)(?:票?数)?$"
)
_COUNT = re.compile(
    rf"^(?P<kind>{'|'.join(sorted(KINDS, key=len, reverse=True))})(?:票)?(?:数)?$|^(?P<votes>得票(?:数)?)$"
)
_SPLIT = re.compile(r"\t+|[|│┃｜]+")
_GAP = re.compile(r"\s+")
_RULES = re.compile(r"^[\s─━┄┈┌┐└┘├┤┬┴┼═╔╗╚╝╠╣╦╩╬+|│┃=-]+$")
_NOTHING = re.compile(r"^[—\-－/／]*$")
_SUM = re.compile(r"^(?:合计|共计|总计|小计)")
_LOST = re.compile(r"未|没有|落选|否")
_WON = re.compile(r"当选|通过|获任|√")


@dataclass(frozen=True, slots=True)
class Ballot:
    """A row of a table of votes."""

    person: str | None
    post: str | None
    subject: str | None
    result: str | None
    numbers: dict[str, int]
    passage: Passage


def ballots(ctx: Context, members: int | None, present: int | None) -> Iterator[Vote]:
    """The votes of all tables of an item."""
    for row in rows(ctx):
        yield Vote(
            ctx.meeting,
            row.subject or (f"选举{row.post}" if row.post and "选" in ctx.title else row.post) or ctx.title or None,
            row.person or (of_act(row.subject, ctx) if row.subject else None),
            row.numbers.get("for"),
            row.numbers.get("against"),
            row.numbers.get("abstain"),
            members,
            present,
            won(row),
            ctx.evidence(row.passage, "votes.table"),
        )


def won(row: Ballot) -> bool | None:
    """What the column of results says."""
    if row.result is None:
        return None
    return False if _LOST.search(row.result) else True if _WON.search(row.result) else None


def rows(ctx: Context) -> Iterator[Ballot]:
    """The rows of the tables; a heading holds until a line does not fit its columns."""
    columns: list[str] | None = None
    for line in ctx.draft.lines:
        if _RULES.match(line.raw):
            continue
        heading = _columns(line, ctx.lexicon)
        if heading is not None:
            columns = heading
        elif columns is not None and not _SUM.match(line.text):
            row = _row(line, columns, ctx)
            if row is not None:
                yield row
            elif _of_table(line, columns):
                _note(line, ctx)
            else:
                columns = None


def _columns(line: Line, lexicon: Lexicon) -> list[str] | None:
    """The kinds of the columns, if the line is the heading of a table of votes."""
    cells = _cells(line.raw)
    kinds = [_kind(cell) for cell, _, _ in merge_spaced([(cell, i, i + 1) for i, cell in enumerate(cells)], lexicon)]
    if kinds.count("for") != 1 or None in kinds or len(kinds) < 2:
        return None
    return [kind for kind in kinds if kind]


def _kind(cell: str) -> str | None:
    count = _COUNT.match(cell)
    if count:
        return KINDS[count["kind"]] if count["kind"] else "for"
    table = (
        ("name", _NAME),
        ("post", _POST),
        ("subject", _SUBJECT),
        ("result", _RESULT),
        ("serial", _NUMBER),
        ("other", _OTHER),
    )
    return next((kind for kind, pattern in table if pattern.match(cell)), None)


def _cells(raw: str) -> list[str]:
    """The cells of a line: at tabs or rules, else at white space; the blanks inside a cell go."""
    stripped = raw.strip().strip("|│┃｜")
    if _SPLIT.search(stripped):
        return [_GAP.sub("", cell) for cell in _SPLIT.split(stripped)]
    return _GAP.split(stripped)


def _drawn(raw: str) -> list[str]:
    """The cells between tabs, empty ones too."""
    return [_GAP.sub("", cell) for cell in raw.strip(" \u3000").split("\t")]


def _of_table(line: Line, columns: Sequence[str]) -> bool:
    """Whether a line that was not read is a row all the same, which does not end its table."""
    return len(columns) in (len(_drawn(line.raw)), len(_cells(line.raw))) and "\t" in line.raw


def _note(line: Line, ctx: Context) -> None:
    """A row that was not read goes to the issues, but not the heading of a group, alone in its row."""
    if sum(map(bool, _drawn(line.raw))) > 1:
        ctx.issue("unread_entry", line, "a row of this table of votes was not read; check it by hand")


def _row(line: Line, columns: Sequence[str], ctx: Context) -> Ballot | None:
    cells = _cells(line.raw)
    if len(cells) != len(columns) and "\t" in line.raw:
        cells = _drawn(line.raw)
    if len(cells) > len(columns):
        merged = merge_spaced([(cell, i, i + 1) for i, cell in enumerate(cells)], ctx.lexicon)
        cells = [text for text, _, _ in merged]
    if len(cells) != len(columns):
        return None
    numbers = {
        kind: number(cell.removesuffix("票"))
        for kind, cell in zip(columns, cells, strict=True)
        if kind in KINDS.values() and not _NOTHING.match(cell)
    }
    if any(value is None for value in numbers.values()) or not numbers:
        return None
    text = dict(zip(columns, cells, strict=True))
    name = re.sub(r"（[^（）]*）|同志$", "", text.get("name", ""))
    if "name" in text and not is_name(name, ctx.lexicon):
        return None
    counts = {kind: value for kind, value in numbers.items() if value is not None}
    return Ballot(
        name or None, text.get("post") or None, text.get("subject") or None, text.get("result"), counts, line.tight
    )
