"""Rows on standard output, as a table for people, or as CSV or JSON for programs."""

from __future__ import annotations

import csv
import json
import shutil
import sys
from collections.abc import Iterable, Sequence

import click

from kg.answers.flat import Cell, Flat, Row
from kg.answers.text import filled, fit, pad, shorten, shown, table_lines, width

__all__ = [
    "Cell",
    "Row",
    "filled",
    "fit",
    "pad",
    "print_csv",
    "print_json",
    "print_json_rows",
    "print_rows",
    "print_table",
    "shorten",
    "shown",
    "table_lines",
    "width",
]


def print_rows(columns: Sequence[str], rows: Iterable[Row], form: str) -> None:
    """Print rows in one of `kg.cli.options.FORMATS`; CSV and JSON are written as the rows come."""
    if form == "json":
        print_json_rows(dict(zip(columns, row, strict=True)) for row in rows)
    elif form == "csv":
        _print_csv(columns, rows)
    else:
        print_table(columns, rows)


def print_csv(flat: Flat) -> None:
    """The rows of an answer as CSV."""
    _print_csv(flat.columns, flat.rows)


def print_json_rows(rows: Iterable[object]) -> None:
    """A JSON array with one row a line."""
    lines = (json.dumps(row, ensure_ascii=False) for row in rows)
    first = next(lines, None)
    if first is None:
        click.echo("[]")
        return
    click.echo("[\n" + first, nl=False)
    for line in lines:
        click.echo(",\n" + line, nl=False)
    click.echo("\n]")


def print_json(value: object) -> None:
    """One JSON object, for people to read too."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))


def print_table(columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Columns under each other, a Chinese character counting as two; on a terminal no wider than it."""
    click.echo(table_lines(columns, rows, shutil.get_terminal_size().columns if sys.stdout.isatty() else None))


def _print_csv(columns: Sequence[str], rows: Iterable[Row]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow(["" if cell is None else shown(cell) if isinstance(cell, bool) else cell for cell in row])
