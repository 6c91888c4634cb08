"""`kg export`: a build in the formats of other programs."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.options import graph_option
from kg.publish.export.formats import BY_NAME, FORMATS, Format

LISTED = "\n".join(f"  {form.name:10}{form.said}" for form in FORMATS)


@click.command("export", short_help="Write a build in a format of other programs.", epilog=f"\b\nFormats:\n{LISTED}\n")
@click.argument("name", type=click.Choice(tuple(BY_NAME)), required=False, metavar="[FORMAT]")
@graph_option
@click.option(
    "-o", "--output", "path", type=click.Path(path_type=Path), help="The file to write; - for standard output."
)
@click.option("--gazette", metavar="STEM", help="Only what this gazette states: the name of its file without suffix.")
@click.option("--excel", is_flag=True, help="With csv: a mark of UTF-8, and no cell that a spreadsheet would run.")
def export_command(name: str | None, output: Path, path: Path | None, gazette: str | None, excel: bool) -> None:
    """Write a build in FORMAT; without FORMAT, list the formats.

    The same build gives the same bytes. A file of that name is replaced, once the new one is whole. All of it is kept:
    evidence, the four bounds of each tenure, and what is derived, in graphs of its own where the format has graphs.

    \b
    kg export turtle -o graph.ttl
    kg export trig -g output --gazette qingwu-2025-2 -o qingwu.trig
    kg export ntriples -o - | gzip > graph.nt.gz
    kg export csv --excel -o tables
    """
    from kg.publish.export.statements import write_file, write_statements
    from kg.query import open_graph

    if name is None:
        click.echo(LISTED)
        return
    form = BY_NAME[name]
    if path is None or (path == Path("-") and not form.ending):
        raise click.UsageError(f"say where to write with -o: {_targets(form)}")
    if excel and name != "csv":
        raise click.UsageError("--excel goes with csv alone")
    if not form.ending:
        _tables(output, path, gazette, excel=excel)
        return
    graph = open_graph(output)
    if path == Path("-"):
        write_statements(output, graph, form, sys.stdout.buffer, gazette)
        return
    write_file(output, graph, form, path, gazette)
    click.echo(f"{path}: {path.stat().st_size:,} bytes", err=True)


def _targets(form: Format) -> str:
    return f"a file, as `-o graph.{form.ending}`, or `-o -`" if form.ending else "a folder, as `-o tables`"


def _tables(output: Path, folder: Path, gazette: str | None, *, excel: bool) -> None:
    from kg.publish.export.sheets import write_tables
    from kg.query.opening import read_manifest

    if gazette is not None:
        raise click.UsageError("--gazette goes with statements alone; each table has a column of that name")
    read_manifest(output)
    click.echo(f"{folder}: {write_tables(output, folder, excel=excel)} tables", err=True)
