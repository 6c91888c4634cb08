"""An answer as an object: rows to go through, dictionaries, a data frame, and a table in a notebook."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from kg.answers.flat import Cell, Flat, Row
from kg.api.display import as_html, as_text

if TYPE_CHECKING:
    import pandas as pd

    from kg.network.analyse import Analysis, Network

Item = TypeVar("Item")


@dataclass(frozen=True, repr=False, eq=False)
class Answer(Generic[Item]):
    """What a question gave, evidence included.

    `rows` are the objects that it consists of, frozen dataclasses with all passages; going through the answer, its
    length and its indices are those of `rows`. `found` is the whole, where it says more than its rows. `columns` and
    `cells` are the flat form: the same that the command prints as CSV. `notes` say what was left out, and why.
    """

    title: str
    found: object
    rows: tuple[Item, ...]
    columns: tuple[str, ...]
    cells: tuple[Row, ...]
    kinds: dict[str, type]
    notes: tuple[str, ...] = ()
    shown: tuple[str, ...] = field(default=(), kw_only=True)

    def __iter__(self) -> Iterator[Item]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, at: int) -> Item:
        return self.rows[at]

    def __repr__(self) -> str:
        return as_text(self.title, *self._for_people(), self.notes)

    def _repr_html_(self) -> str:
        """The answer in a notebook; all that comes from a gazette is escaped."""
        return as_html(self.title, *self._for_people(), self.notes)

    def to_dicts(self) -> list[dict[str, Cell]]:
        """The flat rows, by column; `None` where nothing is known."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.cells]

    def to_frame(self) -> pd.DataFrame:
        """The flat rows as a data frame of pandas.

        Counts are `Int64` and what is true or false `boolean`, so that what is not known stays apart from 0 and False.
        Dates stay texts: many are known to the month or the year alone, and a day would be invented. Raises
        `ImportError` where pandas is not installed.
        """
        from kg.api.frames import frame

        return frame(self.columns, self.cells, self.kinds)

    def _for_people(self) -> tuple[tuple[str, ...], list[list[Cell]]]:
        """The columns that say something to a person, and their cells."""
        wanted = [at for at, name in enumerate(self.columns) if not self.shown or name in self.shown]
        used = [at for at in wanted if any(row[at] is not None for row in self.cells)] or wanted
        return tuple(self.columns[at] for at in used), [[row[at] for at in used] for row in self.cells]


@dataclass(frozen=True, repr=False, eq=False)
class NetworkAnswer(Answer[Any]):
    """An analysis: its rows, and in `graph` the graph of networkx that it was made on.

    All of it is derived; `notes` count what is only possible and what else was left out.
    """

    analysis: Analysis[Any] = field(kw_only=True)

    @property
    def graph(self) -> Network:
        """The graph: nodes are people and bodies with `label` and `kind`, edges carry `evidence`."""
        return self.analysis.graph


def answer_of(
    title: str,
    found: object,
    rows: tuple[Item, ...],
    flat: Flat,
    *,
    notes: tuple[str, ...] = (),
    shown: tuple[str, ...] = (),
) -> Answer[Item]:
    """An answer of what a question found and its flat form, which is read to its end."""
    cells = tuple(map(tuple, flat.rows))
    return Answer(title, found, rows, flat.columns, cells, dict(flat.kinds), notes, shown=shown)
