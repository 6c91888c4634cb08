"""The tables of a build once more, as they stand or so that a spreadsheet opens them rightly.

A spreadsheet guesses: without a mark of byte order it takes UTF-8 for a local encoding, and it runs a cell that begins
like a formula. Both are met here, and only here: other programs want the cells as they are.
"""

from __future__ import annotations

import csv
import re
import shutil
from pathlib import Path

from kg.model.errors import OutputError
from kg.publish.export.tables import TABLES
from kg.publish.folder import replacing

TABLES_FOLDER = "tables"
# A figure below zero is no formula, and has to stay a figure.
_FORMULA = re.compile(r"[=+\-@\t\r]")
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")


def write_tables(output: Path, folder: Path, *, excel: bool = False) -> int:
    """Write the tables of the build in `output` to `folder`, which is replaced when they are whole; give their number.

    Raises `OutputError` when the build has no tables, or when `folder` holds other files or cannot be written.
    """
    source = output / TABLES_FOLDER
    names = [f"{table.name}.csv" for table in TABLES]
    if missing := [name for name in names if not (source / name).is_file()]:
        raise OutputError(f"{source}: holds no table {missing[0]}; build again")
    with replacing(folder, names) as staging:
        for name in names:
            if excel:
                _write_for_excel(source / name, staging / name)
            else:
                shutil.copyfile(source / name, staging / name)
    return len(names)


def guarded(cell: str) -> str:
    """A cell that no spreadsheet runs: an apostrophe stands before what begins like a formula."""
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell


def _write_for_excel(source: Path, target: Path) -> None:
    with (
        source.open(encoding="utf-8", newline="") as plain,
        target.open("w", encoding="utf-8-sig", newline="") as sheet,
    ):
        writer = csv.writer(sheet, lineterminator="\r\n")
        writer.writerows([guarded(cell) for cell in row] for row in csv.reader(plain))
