"""`kg duties`: what a body or a person answers for."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from kg.answers.duties import duties_rows, duty_cells, duty_columns
from kg.cli.heads import heads_options
from kg.cli.options import asking_options
from kg.cli.output import print_csv, print_json_rows, print_table
from kg.model.address import Where

if TYPE_CHECKING:
    from kg.query import Duty


@click.command("duties", short_help="Tell what a body or a person answers for.")
@click.argument("name")
@heads_options
@asking_options
def duties_command(name: str, heads: bool, on: str | None, output: Where, form: str) -> None:
    """Tell all duties of the body or the person called NAME: role, object, gazette, line and words.

    A body may be named in full, in a short form, in pinyin, or by its IRI. `kind` groups the printed roles: lead,
    answer, head, handle, assist, member, entrusted; `date` is that of the paper that states it.

    \b
    kg duties 云岭省松河市青梧区财政局
    kg duties 区财政局 -g output --format csv
    kg duties qucaizhengju --heads
    """
    from kg.query import duties, open_graph

    found = duties(open_graph(output), name, heads=heads, on=on)
    told = heads or on is not None
    if form == "json":
        print_json_rows(_json(duty, told) for duty in found)
    elif form == "csv":
        print_csv(duties_rows(found, heads=told))
    elif found:
        click.echo(found[0].agent)
        columns = [name for name in duty_columns(told) if name != "agent"]
        print_table(columns, ([duty_cells(duty)[name] for name in columns] for duty in found))
    if not found:
        click.echo(f"{name} is known, and no duty of theirs is stated.", err=True)


def _json(duty: Duty, told: bool) -> dict[str, object]:
    cells = asdict(duty)
    return cells if told else {name: value for name, value in cells.items() if name != "derived_heads"}
