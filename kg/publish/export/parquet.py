"""The tables of a build as Parquet: columns of whole numbers, truth values and texts, and empty cells as nothing.

A date stays a text, because the text of a gazette may tell a year or a month alone, and a column has one type.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from kg.model.errors import ModelError, OutputError
from kg.publish.export.built import built_tables, rows_of
from kg.publish.export.tables import TABLES
from kg.publish.folder import replacing

ROW_GROUP = 50_000
_READ: dict[str, Callable[[str], object]] = {
    "integer": int,
    "number": float,
    "boolean": lambda cell: {"true": True, "false": False}[cell],
    "text": str,
}


def write_parquet(output: Path, folder: Path) -> None:
    """Write a file for each table of the build in `output` to `folder`, which is replaced when all are whole.

    Memory holds one row group. Raises `ModelError` when pyarrow is not installed, `OutputError` when the build lacks a
    table or one does not hold what it should, or when `folder` holds other files or cannot be written.
    """
    try:
        import pyarrow  # noqa: F401
    except ImportError as error:
        raise ModelError(
            "Parquet needs the package pyarrow; install it with pip install 'gazette-kg[parquet]'"
        ) from error
    tables = built_tables(output)
    with replacing(folder, [f"{table.name}.parquet" for table in TABLES]) as staging:
        for table, path in tables:
            _write(path, table.types, staging / f"{table.name}.parquet")


def _write(source: Path, types: dict[str, str], target: Path) -> None:
    import pyarrow
    from pyarrow.parquet import ParquetWriter

    named = {
        "integer": pyarrow.int64(),
        "number": pyarrow.float64(),
        "boolean": pyarrow.bool_(),
        "text": pyarrow.string(),
    }
    schema = pyarrow.schema([(name, named[kind]) for name, kind in types.items()])
    rows = rows_of(source)
    if next(rows, None) != list(types):
        raise OutputError(f"{source}: has other columns than this version writes; build again")
    with ParquetWriter(target, schema) as writer:
        for columns in _groups(rows, types, source):
            writer.write_table(pyarrow.table(columns, schema=schema))


def _groups(rows: Iterator[list[str]], types: dict[str, str], source: Path) -> Iterator[dict[str, list[Any]]]:
    while group := list(islice(rows, ROW_GROUP)):
        try:
            yield {
                name: [_READ[kind](cell) if cell else None for cell in cells]
                for (name, kind), cells in zip(types.items(), zip(*group, strict=True), strict=True)
            }
        except (KeyError, ValueError) as error:
            raise OutputError(f"{source}: holds {error}, which is none of its column; build again") from error
