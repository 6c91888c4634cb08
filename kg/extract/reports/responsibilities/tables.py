"""Tables of tasks: columns for what is to be done and for who leads, answers or helps."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.context import Context
from kg.extract.reports.responsibilities.clauses import as_object
from kg.extract.reports.responsibilities.labels import label_kinds, nobody, read_agents
from kg.extract.reports.responsibilities.running import Duty
from kg.lexicon import Lexicon
from kg.model.source import Passage
from kg.segment.lines import Line

_CELLS = re.compile(r"[\t|｜│┃]")
_RULE = re.compile(r"^[-—─━═+┼├┤┌┐└┘┬┴|｜│\s:：]*$")
_PERSONAL = re.compile(r"[组河湖林路链田街片段]长|指挥|召集|成员|责任人|领导|主任")
_OBJECT_END = re.compile(r"[，。；]")


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column says what is to be done, and which say who has which role."""

    task: int
    roles: tuple[tuple[int, str], ...]
    count: int


def tabled(ctx: Context) -> Iterator[tuple[Passage, Duty]]:
    """The duties of every row of a table of tasks, each with its row."""
    columns: Columns | None = None
    task: str | None = None
    for line in ctx.draft.body:
        if not _CELLS.search(line.raw) or not _CELLS.search(line.raw.strip()):
            columns = None if not _RULE.match(line.raw) else columns
            continue
        if _RULE.match(line.raw):
            continue
        cells = _cells(line)
        head = _head(cells, ctx.lexicon)
        if head is not None:
            columns, task = head, None
        elif columns is not None:
            task = _task(cells, columns, task, ctx.lexicon)
            yield from ((line.tight, duty) for duty in _row(cells, columns, task, ctx.lexicon))


def _cells(line: Line) -> list[Passage]:
    """The cells of a line, empty ones too, without the frame."""
    raw = line.raw
    bounds = [-1, *(match.start() for match in _CELLS.finditer(raw)), len(raw)]
    cells = [_between(line, a + 1, b) for a, b in itertools.pairwise(bounds)]
    framed = raw.strip().startswith(("|", "｜", "│", "┃"))
    return cells[1:-1] if framed else cells


def _between(line: Line, start: int, end: int) -> Passage:
    tight = line.tight
    kept = range(bisect_left(tight.offsets, line.start + start), bisect_left(tight.offsets, line.start + end))
    text = "".join(tight.text[i] for i in kept)
    inner = [i for i, char in enumerate(text) if char not in "|｜│┃"]
    return Passage("".join(text[i] for i in inner), [tight.offsets[kept[i]] for i in inner])


def _head(cells: Sequence[Passage], lexicon: Lexicon) -> Columns | None:
    kinds, tasks = label_kinds(lexicon), lexicon.duties.tasks
    names = [re.sub(r"（[^（）]*）", "", cell.text) for cell in cells]
    roles = tuple((at, name) for at, name in enumerate(names) if name in kinds)
    found = [at for word in tasks for at, name in enumerate(names) if name == word]
    return Columns(found[0], roles, len(cells)) if roles and found else None


def _task(cells: Sequence[Passage], columns: Columns, above: str | None, lexicon: Lexicon) -> str | None:
    """What the row is about; an empty cell carries on the value above."""
    if len(cells) != columns.count:
        return None
    text = cells[columns.task].text
    return as_object(_OBJECT_END.split(re.sub(r"^\d{1,3}[.、．]", "", text))[0], lexicon) if text else above


def _row(cells: Sequence[Passage], columns: Columns, task: str | None, lexicon: Lexicon) -> Iterator[Duty]:
    if task is None:
        return
    for at, label in columns.roles:
        if len(cells[at]):
            agents = read_agents(cells[at], lexicon, personal=bool(_PERSONAL.search(label)))
            if agents or not nobody(cells[at].text, lexicon):
                yield Duty(agents, label, label_kinds(lexicon)[label], task)
