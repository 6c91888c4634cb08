"""`kg export`: a build in the formats of other programs."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.options import graph_option
from kg.publish.export.formats import BY_NAME, FORMATS

LISTED = "\n".join(f"  {form.name:10}{form.said}" for form in FORMATS)


@click.command("export", short_help="Write a build in a format of other programs.", epilog=f"\b\nFormats:\n{LISTED}\n")
@click.argument("name", type=click.Choice(tuple(BY_NAME)), required=False, metavar="[FORMAT]")
@graph_option
@click.option(
    "-o", "--output", "path", type=click.Path(path_type=Path), help="The file to write; - for standard output."
)
@click.option("--gazette", metavar="STEM", help="Only what this gazette states: the name of its file without suffix.")
def export_command(name: str | None, output: Path, path: Path | None, gazette: str | None) -> None:
    """Write a build in FORMAT; without FORMAT, list the formats.

    The same build gives the same bytes. A file of that name is replaced, once the new one is whole. All of it is kept:
    evidence, the four bounds of each tenure, and what is derived, in graphs of its own where the format has graphs.

    \b
    kg export turtle -o graph.ttl
    kg export trig -g output --gazette qingwu-2025-2 -o qingwu.trig
    kg export ntriples -o - | gzip > graph.nt.gz
    """
    from kg.publish.export.statements import write_file, write_statements
    from kg.query import open_graph

    if name is None:
        click.echo(LISTED)
        return
    if path is None:
        raise click.UsageError(f"say where to write with -o, as `-o graph.{BY_NAME[name].ending}`, or `-o -`")
    graph = open_graph(output)
    if path == Path("-"):
        write_statements(output, graph, BY_NAME[name], sys.stdout.buffer, gazette)
        return
    write_file(output, graph, BY_NAME[name], path, gazette)
    click.echo(f"{path}: {path.stat().st_size:,} bytes", err=True)
