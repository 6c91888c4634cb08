"""Titles of the contents against the headings in the text, and titles with a doubled word."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Iterator

from kg.verify.record import Contradiction, Paper, Record, finding

_ALIKE = 0.85
# More characters than these are no slip: the contents shorten a title, or list several papers in one line.
_SLIP = 3
_SIGNS = re.compile(r"[^一-龥A-Za-z0-9〇]")
_NUMBERED = re.compile(r"^(?:[一二三四五六七八九十]+、|\d+[.、．])")
_TWICE = re.compile(r"([一-龥]{2,6})\1")


def titles(record: Record) -> Iterator[Contradiction]:
    """Slips in titles: the contents print another than the heading, or a word stands twice."""
    yield from _contents(record)
    for paper in record.of_type("agenda"):
        yield from _doubled(record, paper)


def _contents(record: Record) -> Iterator[Contradiction]:
    """A title of the contents without a heading of its own words, and a heading that is nearly the same."""
    contents = record.segmentation.contents
    if contents is None:
        return
    headings: dict[str, list[Paper]] = defaultdict(list)
    for paper in record.papers:
        if paper.ctx.draft.heading:
            headings[_key(paper.item.title)].append(paper)
    listed = {_key(passage.text) for passage in contents.passages}
    for passage in contents.passages:
        key = _key(passage.text)
        if key in headings or any(key.startswith(other) or other.endswith(key) for other in headings):
            continue
        free = [other for other in headings if other not in listed and not any(_holds(one, other) for one in listed)]
        near = max(free, key=lambda other: _alike(key, other), default=None)
        if near is not None and _ALIKE <= _alike(key, near) < 1:
            paper = headings[near].pop(0) if len(headings[near]) > 1 else headings[near][0]
            heading = paper.ctx.draft.heading
            sides = [record.side(passage, paper.item.evidence)]
            told = {"listed": passage.text, "heading": paper.item.title}
            sides.append(paper.side(heading.title if heading else passage))
            yield finding("contents", told, *sides)


def _holds(one: str, other: str) -> bool:
    """Whether one of two titles is the other with more words around it, such as who decides."""
    return one.endswith(other) or other.endswith(one) or one.startswith(other)


def _alike(one: str, other: str) -> float:
    if abs(len(one) - len(other)) > _SLIP:
        return 0.0
    matcher = difflib.SequenceMatcher(None, one, other, autojunk=False)
    changed = sum(max(b - a, d - c) for kind, a, b, c, d in matcher.get_opcodes() if kind != "equal")
    return matcher.ratio() if changed <= _SLIP else 0.0


def _key(title: str) -> str:
    return _SIGNS.sub("", _NUMBERED.sub("", title))


def _doubled(record: Record, agenda: Paper) -> Iterator[Contradiction]:
    """代表代表资格 in the agenda, where the paper itself has the word once."""
    for row in record.gazette.agenda:
        match = _TWICE.search(row.text) if row.evidence.item == agenda.item.number else None
        if match is None:
            continue
        once = row.text[: match.start()] + match.group(1) + row.text[match.end() :]
        tail = _key(once)[-12:]
        for paper in record.papers:
            if _key(paper.item.title).endswith(tail) and paper.item.number != agenda.item.number:
                told = {"doubled": match.group(), "word": match.group(1)}
                yield finding("doubled_word", told, row.evidence, paper.item.evidence)
                break
