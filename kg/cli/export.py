"""`kg export`: a build in the formats of other programs."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import click

from kg.cli.options import graph_option
from kg.model.errors import OutputError
from kg.publish.export.formats import BY_NAME, FORMATS, Format

STREAM = Path("-")
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

    The same build gives the same bytes. What stands at -o is replaced once the new one is whole. Each format tells what
    is certain and what is only possible apart, and leads to gazette and line; docs/formats.md says how.

    \b
    kg export turtle -o graph.ttl
    kg export trig -g output --gazette qingwu-2025-2 -o qingwu.trig
    kg export ntriples -o - | gzip > graph.nt.gz
    kg export csv --excel -o tables
    kg export neo4j -o import
    """
    if name is None:
        click.echo(LISTED)
        return
    form = BY_NAME[name]
    if path is None or (path == STREAM and not form.ending):
        raise click.UsageError(f"say where to write with -o: {_targets(form)}")
    if excel and form.name != "csv":
        raise click.UsageError("--excel goes with csv alone")
    if gazette is not None and form.made_of not in ("triples", "graphs"):
        raise click.UsageError("--gazette goes with the formats of RDF alone; the others are made of all gazettes")
    if path != STREAM and path.resolve().is_relative_to(output.resolve()):
        raise OutputError(f"{path}: lies in the build itself; name a place outside {output} with -o")
    if form.made_of == "tables":
        _tables(output, form, path, excel=excel)
    elif form.made_of == "things":
        _things(output, form, path)
    else:
        _statements(output, form, path, gazette)
    _tell(path)


def _targets(form: Format) -> str:
    return f"a file, as `-o graph.{form.ending}`, or `-o -`" if form.ending else f"a folder, as `-o {form.name}`"


def _tables(output: Path, form: Format, folder: Path, *, excel: bool) -> None:
    from kg.publish.export.parquet import write_parquet
    from kg.publish.export.sheets import write_tables
    from kg.query.opening import read_manifest

    read_manifest(output)
    if form.name == "parquet":
        write_parquet(output, folder)
    else:
        write_tables(output, folder, excel=excel)


def _things(output: Path, form: Format, path: Path) -> None:
    from kg.publish.export.placing import placing
    from kg.publish.export.writers import write_known
    from kg.query import open_graph

    graph = open_graph(output)
    if not form.ending:
        write_known(graph, form, path)
    elif path == STREAM:
        with tempfile.TemporaryDirectory() as folder:
            whole = Path(folder) / form.name
            write_known(graph, form, whole)
            sys.stdout.buffer.write(whole.read_bytes())
    else:
        with placing(path) as whole:
            write_known(graph, form, whole)


def _statements(output: Path, form: Format, path: Path, gazette: str | None) -> None:
    from kg.publish.export.placing import placing
    from kg.publish.export.statements import write_statements
    from kg.query import open_graph

    graph = open_graph(output)
    if path == STREAM:
        write_statements(output, graph, form, sys.stdout.buffer, gazette)
        return
    with placing(path) as whole, whole.open("wb") as target:
        write_statements(output, graph, form, target, gazette)


def _tell(path: Path) -> None:
    if path.is_dir():
        click.echo(f"{path}: {sum(1 for _ in path.iterdir())} files", err=True)
    elif path != STREAM:
        click.echo(f"{path}: {path.stat().st_size:,} bytes", err=True)
