"""`kg changes`: who came and who left between two dates."""

from __future__ import annotations

from dataclasses import asdict

import click

from kg.answers.changes import change_cells, changes_rows
from kg.cli.options import asking_options
from kg.cli.output import filled, print_csv, print_json, print_table
from kg.model.address import Where

TABLE = ("date", "kind", "event", "name", "qualifier", "post", "evidence", "words")


@click.command("changes", short_help="Tell who came and who left between two dates.")
@click.option(
    "--between",
    nargs=2,
    required=True,
    metavar="FROM UNTIL",
    help="The time, both dates included; they may be days, months or years (2024-09-26, 2024-09, 2024年9月26日).",
)
@click.option("--body", metavar="NAME", help="Only posts in this body, and what became of it.")
@click.option("--place", metavar="NAME", help="Only people and bodies of this place.")
@asking_options
def changes_command(between: tuple[str, str], body: str | None, place: str | None, output: Where, form: str) -> None:
    """Tell all changes between two dates, by date: entries into posts, exits from them, and bodies that became others.

    A change that several texts state is one row; `evidence` names all of their lines, and `words` are those of the
    first. Only what a text states is a change: bounds that are inferred are told by `kg holders` and `kg history`.

    \b
    kg changes --between 2023-09 2024-03
    kg changes --between 2024 2025 --body 区财政局 --format csv
    """
    from kg.query import changes, open_graph

    found = changes(open_graph(output), *between, body=body, place=place)
    if form == "json":
        print_json(asdict(found))
    elif form == "csv":
        print_csv(changes_rows(found))
    else:
        print_table(*filled(TABLE, [[change_cells(change)[name] for name in TABLE] for change in found.changes]))
    if found.undated:
        click.echo(f"Left out, without a date: {found.undated}.", err=True)
