"""`kg path`: how two people or bodies are connected."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from kg.answers.paths import path_rows, relation
from kg.answers.tenures import lines_of
from kg.cli.options import asking_options
from kg.cli.output import print_csv, print_json, print_table, shown
from kg.model.address import Where

if TYPE_CHECKING:
    from kg.query import Connections, Step


TABLE = ("from", "relation", "to", "what", "evidence", "words")


@click.command("path", short_help="Tell how two people or bodies are connected.")
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@click.option(
    "--length", type=click.IntRange(1, 8), default=4, show_default=True, help="The most steps between the two."
)
@asking_options
def path_command(one: str, other: str, length: int, output: Where, form: str) -> None:
    """Tell how A and B, two people or bodies, are connected, step by step, each with the words that state it.

    A step that connects few says more than one that connects many: a shared post is preferred to a shared body, and
    both to a meeting of many. Up to three connections are told, the best first.

    \b
    kg path 钱一 孙二
    kg path qianyi 区民政局 --length 3 --format json
    """
    from kg.query import connections, open_graph

    found = connections(open_graph(output), one, other, length=length)
    if form == "json":
        print_json(asdict(found))
    elif form == "csv":
        print_csv(path_rows(found))
    else:
        _print(found)
    if not found.connections:
        click.echo(
            f"{found.one_name} and {found.other_name}: no connection found within {found.searched} steps.", err=True
        )


def _print(found: Connections) -> None:
    for number, connection in enumerate(found.connections):
        steps = len(connection.steps)
        click.echo(
            "\n" * (number > 0)
            + f"{shown(found.one_name)} — {shown(found.other_name)}（{steps} step{'s' * (steps > 1)}）"
        )
        print_table(TABLE, map(_cells, connection.steps))


def _cells(step: Step) -> list[str]:
    # What only says again where the step leads to or from says nothing.
    what = "" if step.what in (step.one_name, step.other_name) else step.what
    words = step.passages[0].words if step.passages else "(by its name)"
    return [step.one_name, relation(step), step.other_name, what, lines_of(step.passages), words]
