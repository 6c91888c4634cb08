"""`kg findings`: where the record contradicts itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from itertools import groupby
from typing import TYPE_CHECKING

import click

from kg.answers.records import findings_rows
from kg.cli.options import asking_options
from kg.cli.output import print_csv, print_json_rows, shown
from kg.model.address import Where

if TYPE_CHECKING:
    from kg.query import Found


@click.command("findings", short_help="Tell where gazettes contradict themselves.")
@click.option("--kind", "kinds", multiple=True, help="Only this kind, such as sum_mismatch; may be given again.")
@asking_options
def findings_command(kinds: tuple[str, ...], output: Where, form: str) -> None:
    """Tell where gazettes contradict themselves, by kind, each with the lines and words of both sides.

    CSV has a row a finding, its passages separated by a bar; JSON has them apart.

    \b
    kg findings -g output
    kg findings --kind sum_mismatch --kind count_mismatch --format csv
    """
    from kg.query import findings, open_graph

    found = findings(open_graph(output), kinds)
    if form == "json":
        print_json_rows(asdict(one) for one in found)
    elif form == "csv":
        print_csv(findings_rows(found))
    else:
        _print_list(found)


def _print_list(found: Iterable[Found]) -> None:
    """A heading for each kind, below it what contradicts what, and each passage with its place."""
    total = 0
    for kind, group in groupby(found, key=lambda one: one.kind):
        ones = list(group)
        click.echo("\n" * (total > 0) + f"{kind} ({len(ones)})")
        total += len(ones)
        for one in ones:
            click.echo(f"  {shown(one.text)}")
            for side in one.sides:
                click.echo(f"    {one.gazette}:{','.join(map(str, side.lines))}  {shown(side.words)}")
    if not total:
        click.echo("No finding: nothing in this graph contradicts itself.", err=True)
