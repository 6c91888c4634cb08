"""`kg check`: whether a build keeps its own rules."""

from __future__ import annotations

import click

from kg.cli.options import asking_options
from kg.cli.output import print_rows, shorten
from kg.model.address import Where

COLUMNS = ("gazette", "line", "message", "fact", "value")


@click.command("check", short_help="Find the broken facts of a build.")
@asking_options
@click.pass_context
def check_command(ctx: click.Context, output: Where, form: str) -> None:
    """Check a build against the shapes of the ontology; exit 1 with the broken facts when there are any.

    \b
    kg check -g output
    kg check -g output --format json
    """
    from kg.query import open_graph
    from kg.rdf.validate import check

    graph = open_graph(output)
    broken = sorted(
        check(graph.store, graph.base), key=lambda found: (found.gazette or "", found.line or 0, found.focus)
    )
    if form != "table" or broken:
        rows = ((b.gazette, b.line, b.message, shorten(b.focus, graph.prefixes), b.value) for b in broken)
        print_rows(COLUMNS, rows, form)
    click.echo(f"{output}: {len(broken)} broken facts" if broken else f"{output}: no broken fact", err=True)
    if broken:
        ctx.exit(1)
