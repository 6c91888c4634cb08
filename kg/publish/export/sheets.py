"""The tables of a build once more, as they stand or so that a spreadsheet opens them rightly.

A spreadsheet guesses: without a mark of byte order it takes UTF-8 for a local encoding, and it runs a cell that begins
like a formula. Both are met here, and only here: other programs want the cells as they are.
"""

from __future__ import annotations

import csv
import re
import shutil
from pathlib import Path

from kg.publish.export.built import built_tables, rows_of
from kg.publish.folder import replacing

# A figure below zero is no formula, and has to stay a figure.
_FORMULA = re.compile(r"[=+\-@\t\r]")
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")


def write_tables(output: Path, folder: Path, *, excel: bool = False) -> None:
    """Write the tables of the build in `output` to `folder`, which is replaced when they are whole.

    Raises `OutputError` when the build lacks a table, or when `folder` holds other files or cannot be written.
    """
    files = [path for _, path in built_tables(output)]
    with replacing(folder, [path.name for path in files]) as staging:
        for path in files:
            if excel:
                _write_for_excel(path, staging / path.name)
            else:
                shutil.copyfile(path, staging / path.name)


def guarded(cell: str) -> str:
    """A cell that no spreadsheet runs: an apostrophe stands before what begins like a formula."""
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell


def _write_for_excel(source: Path, target: Path) -> None:
    with target.open("w", encoding="utf-8-sig", newline="") as sheet:
        writer = csv.writer(sheet, lineterminator="\r\n")
        writer.writerows([guarded(cell) for cell in row] for row in rows_of(source))
