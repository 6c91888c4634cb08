"""The text of one source, and passages of it that never lose the way back."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Source:
    """One file as text.

    `text` is the decoded text with `\\n` line ends; offsets everywhere are code points into it, 0-based, half-open.
    """

    stem: str
    path: str
    sha256: str
    encoding: str
    text: str
    line_starts: tuple[int, ...] = field(repr=False)

    def line_of(self, offset: int) -> int:
        """The 1-based line of an offset."""
        return bisect_right(self.line_starts, offset)

    def line(self, number: int) -> str:
        """The text of a 1-based line, without its end."""
        start = self.line_starts[number - 1]
        end = self.line_starts[number] - 1 if number < len(self.line_starts) else len(self.text)
        return self.text[start:end]

    def __len__(self) -> int:
        """The number of lines."""
        return len(self.line_starts)


@dataclass(frozen=True, slots=True)
class Passage:
    """Text put together from a source: `offsets[i]` is where character `i` stands in the source.

    `wraps` are the source offsets at which a broken line goes on: white space there is layout and separates nothing.
    """

    text: str
    offsets: Sequence[int] = field(repr=False)
    wraps: frozenset[int] = field(default=frozenset(), repr=False)

    def __len__(self) -> int:
        return len(self.text)

    def __getitem__(self, part: slice) -> Passage:
        return Passage(self.text[part], self.offsets[part], self.wraps)

    def __add__(self, other: Passage) -> Passage:
        wraps = self.wraps | other.wraps | frozenset(other.offsets[:1])
        return Passage(self.text + other.text, [*self.offsets, *other.offsets], wraps)

    def gaps(self, start: int = 0, end: int | None = None) -> list[int]:
        """The indices before which the source has white space that separates.

        Where a broken line goes on counts only among words that are set apart by white space anyway.
        """
        offsets, wraps = self.offsets, self.wraps
        spaces = [i for i in range(start + 1, len(self) if end is None else end) if offsets[i] - offsets[i - 1] > 1]
        return spaces if any(offsets[i] not in wraps for i in spaces) else []

    @property
    def span(self) -> tuple[int, int]:
        """From the first to behind the last character, in the source."""
        return self.offsets[0], self.offsets[-1] + 1

    def lines(self, source: Source) -> tuple[int, ...]:
        """The 1-based source lines that hold a character of it."""
        return tuple(dict.fromkeys(_lines(self.offsets, source)))


def _lines(offsets: Sequence[int], source: Source) -> Iterator[int]:
    number, end = 0, -1
    starts = source.line_starts
    for offset in offsets:
        if offset >= end or offset < starts[number - 1]:
            number = source.line_of(offset)
            end = starts[number] if number < len(starts) else len(source.text) + 1
        yield number
