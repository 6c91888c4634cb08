"""The tables as Parquet hold the cells of the tables as CSV, typed."""

from __future__ import annotations

import csv
import sys
from pathlib import Path
from typing import Any

import pyarrow.parquet
import pytest

import kg.publish.export.parquet
from kg.model.errors import ModelError, OutputError
from kg.publish.export.parquet import write_parquet
from kg.publish.export.tables import TABLES
from tests.publish.test_export import export


def cell(value: Any) -> str:
    """A value as the tables write it."""
    if isinstance(value, float):
        return f"{value:g}"
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def test_cells_are_the_same(examples_build: Path, tmp_path: Path) -> None:
    assert export("parquet", "-g", examples_build, "-o", tmp_path / "tables").exit_code == 0
    assert {path.stem for path in (tmp_path / "tables").iterdir()} == {table.name for table in TABLES}
    for table in TABLES:
        read = pyarrow.parquet.read_table(tmp_path / "tables" / f"{table.name}.parquet")
        with (examples_build / "tables" / f"{table.name}.csv").open(encoding="utf-8", newline="") as source:
            header, *rows = csv.reader(source)
        assert read.column_names == header
        assert [[cell(value) for value in row.values()] for row in read.to_pylist()] == rows


def test_columns_are_typed() -> None:
    types = {table.name: table.types for table in TABLES}
    assert types["votes"]["for"] == "integer"
    assert types["votes"]["passed"] == "boolean"
    assert types["personnel"]["meeting_session"] == "integer"
    assert types["meetings"]["term"] == "integer"
    assert types["items"]["start_line"] == "integer"
    assert types["bodies"]["confidence"] == "number"
    assert {types["personnel"]["date"], types["personnel"]["line"], types["items"]["authors"]} == {"text"}


def copy(build: Path, folder: Path) -> Path:
    (folder / "tables").mkdir(parents=True)
    for path in (build / "tables").iterdir():
        (folder / "tables" / path.name).write_bytes(path.read_bytes())
    return folder


def test_row_groups(examples_build: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kg.publish.export.parquet, "ROW_GROUP", 2)
    write_parquet(examples_build, tmp_path / "tables")
    read = pyarrow.parquet.ParquetFile(tmp_path / "tables" / "items.parquet")
    assert read.num_row_groups == (read.metadata.num_rows + 1) // 2


@pytest.mark.parametrize(("table", "text"), [("votes", "other\n"), ("plan", None)])
def test_other_tables_are_refused(table: str, text: str | None, examples_build: Path, tmp_path: Path) -> None:
    output = copy(examples_build, tmp_path / "output")
    path = output / "tables" / f"{table}.csv"
    path.unlink() if text is None else path.write_text(text, encoding="utf-8")
    with pytest.raises(OutputError, match="build again"):
        write_parquet(output, tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_cell_of_another_type_is_refused(examples_build: Path, tmp_path: Path) -> None:
    output = copy(examples_build, tmp_path / "output")
    with (output / "tables" / "votes.csv").open("a", encoding="utf-8") as table:
        columns = next(one for one in TABLES if one.name == "votes").columns
        table.write(",".join("many" if name == "for" else "" for name in columns) + "\n")
    with pytest.raises(OutputError, match="many"):
        write_parquet(output, tmp_path / "new")


def test_missing_library_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ModelError, match=r"gazette-kg\[parquet\]"):
        write_parquet(tmp_path, tmp_path / "new")
