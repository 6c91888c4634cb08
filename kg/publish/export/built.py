"""The tables that a build has written, read back as they stand."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from kg.model.errors import OutputError
from kg.publish.export.tables import TABLES, Table

# The words of a fact may be longer than the 131,072 characters that the reader of Python allows by itself.
LONGEST_CELL = 1 << 30


def built_tables(output: Path) -> list[tuple[Table, Path]]:
    """Every table with its file. Raises `OutputError` when the build in `output` lacks one."""
    found = [(table, output / "tables" / f"{table.name}.csv") for table in TABLES]
    if missing := [path for _, path in found if not path.is_file()]:
        raise OutputError(f"{missing[0]}: is not there; build again")
    return found


def rows_of(path: Path) -> Iterator[list[str]]:
    """The rows of a table, the header first. Raises OSError when it cannot be read."""
    csv.field_size_limit(LONGEST_CELL)
    with path.open(encoding="utf-8", newline="") as source:
        yield from csv.reader(source)
