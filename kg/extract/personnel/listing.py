"""What is known of the list or the table that is being read, and what of it was not understood."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.model.source import Passage, Source


@dataclass(slots=True)
class Listing:
    """The state of one list.

    `source` tells white space apart (None: by gaps alone), `title` is that of the item; `announced` is an event of
    which the text has said that the names follow; `section` is the body that a heading of its own names for the labels
    below it. `columns` are the kinds of a table's columns, `above` the people of its last row, `held` a row that is
    not whole yet. `heading` printed how many people are `expected`, `found` were read. `unread` and `unknown` are the
    entries and the heads of tables that were not understood, `mismatches` the headings with other numbers.
    """

    source: Source | None = None
    title: str = ""
    announced: str | None = None
    section: str = ""
    paused: bool = False
    columns: tuple[str, ...] = ()
    own_table: bool = False
    above: tuple[str, ...] = ()
    held: dict[str, str] = field(default_factory=dict)
    heading: Passage | None = None
    expected: int | None = None
    found: int = 0
    unread: list[Passage] = field(default_factory=list)
    unknown: list[Passage] = field(default_factory=list)
    mismatches: list[tuple[Passage, str]] = field(default_factory=list)

    def settle(self) -> None:
        """Compare the printed number with the names read, once."""
        if self.heading is not None and self.expected is not None and self.expected != self.found:
            told = f"{self.expected} people are announced, {self.found} were read; check the list by hand"
            self.mismatches.append((self.heading, told))
        self.heading, self.expected, self.found = None, None, 0
