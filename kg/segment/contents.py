"""The contents page: which lines it takes, and the titles it lists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.model.source import Passage
from kg.segment.lines import Line

_HEAD = re.compile(r"^(?:本期)?(?:目录|目次|要目|总目录)(?:CONTENTS)?[：:]?$", re.IGNORECASE)
_PAGE = re.compile(r"(?:[·.…•・﹒⋯]{2,}|\.{3,})?(?:（\d{1,4}）|\d{1,4})$|[·.…•・⋯]{3,}")
_TAIL = re.compile(r"(?:[·.…•・﹒⋯]{2,}.*|（\d{1,4}）)$")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Contents:
    """Lines `first` to `last` (indices, inclusive) and the titles listed there, without author and page.

    `passages` are the same titles with the way back to the source.
    """

    first: int
    last: int
    passages: tuple[Passage, ...]

    @property
    def titles(self) -> tuple[str, ...]:
        """The titles as text."""
        return tuple(passage.text for passage in self.passages)


def find_contents(lines: Sequence[Line]) -> Contents | None:
    """The contents page, where there is one in the first lines."""
    first = next((i for i, line in enumerate(lines[:60]) if _HEAD.match(line.text)), None)
    if first is None or first + 1 >= len(lines):
        return None
    last = _last_line(lines, first)
    return Contents(first, last, tuple(_titles(lines[first + 1 : last + 1])))


def _last_line(lines: Sequence[Line], first: int) -> int:
    """The contents end before the first title comes again, or behind the last line with a page number."""
    opening = _TAIL.sub("", lines[first + 1].text)[:14]
    for index in range(first + 2, min(len(lines), first + _LONGEST)):
        if _joined(lines, index).startswith(opening) and not _looks_listed(lines, index):
            return index - 1
    last = first
    for index in range(first + 1, min(len(lines), first + _LONGEST)):
        if _PAGE.search(lines[index].text):
            last = index
        elif index - last > 2:
            break
    return last


def _joined(lines: Sequence[Line], index: int) -> str:
    return "".join(line.text for line in lines[index : index + 2])


def _looks_listed(lines: Sequence[Line], index: int) -> bool:
    return any(_PAGE.search(line.text) for line in lines[index : index + 2])


def _titles(lines: Sequence[Line]) -> list[Passage]:
    """Titles put together over wrapped lines; each ends where a page or dots are printed."""
    titles: list[Passage] = []
    chars: list[tuple[str, int]] = []
    for line in lines:
        raw = line.raw.split("\t")[0] if "\t" in line.raw.strip() else line.raw
        printed = _TAIL.sub("", raw)
        chars += [(char, line.start + at) for at, char in enumerate(printed) if not char.isspace()]
        if _PAGE.search(line.text):
            text = _TAIL.sub("", "".join(char for char, _ in chars))
            titles.append(Passage(text, [offset for _, offset in chars[: len(text)]]))
            chars = []
    return [title for title in titles if title.text]


def keys(title: str) -> frozenset[str]:
    """The forms in which the contents may list a title: whole, or from 关于 on, without the body in front."""
    plain = _plain(title)
    about = plain.find("关于")
    return frozenset({plain, plain[about:]} if 0 < about < len(plain) - 9 else {plain})


def _plain(title: str) -> str:
    return re.sub(r"[\s·.…（）()《》“”、，]", "", title)
