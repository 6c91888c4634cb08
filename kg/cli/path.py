"""`kg path`: how two people or bodies are connected."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from kg.cli.options import asking_options
from kg.cli.output import print_json, print_rows, print_table, shown
from kg.cli.tenures import lines_of
from kg.model.address import Where

if TYPE_CHECKING:
    from kg.query import Connections, Step

CSV = ("connection", "step", "from_iri", "from", "relation", "to_iri", "to", "what", "gazette", "line", "words")
TABLE = ("from", "relation", "to", "what", "evidence", "words")
# Each relation as it is told from its subject, and from its object.
RELATIONS = {
    "held": ("held", "held by"),
    "sat_in": ("held a post in", "where a post was held by"),
    "attended": ("came to", "attended by"),
    "decided_on": ("appointed or removed at", "appointed or removed"),
    "listed": ("named in", "names"),
    "met": ("meeting of", "met in"),
    "part_of": ("part of", "with the part"),
    "same_task": ("answers for the same as", "answers for the same as"),
    "project": ("answers for", "project of"),
    "asked": ("gave an opinion to", "got an opinion from"),
    "became": ("became", "came out of"),
    "continued": ("goes on in", "goes on from"),
}


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
        print_rows(CSV, ([row[name] for name in CSV] for row in _rows(found)), form)
    else:
        _print(found)
    if not found.connections:
        click.echo(
            f"{found.one_name} and {found.other_name}: no connection found within {found.searched} steps.", err=True
        )


def _rows(found: Connections) -> Iterator[dict[str, str | int | None]]:
    for number, connection in enumerate(found.connections, 1):
        for place, step in enumerate(connection.steps, 1):
            first = step.passages[0] if step.passages else None
            yield {
                "connection": number, "step": place, "from_iri": step.one, "from": step.one_name,
                "relation": _relation(step), "to_iri": step.other, "to": step.other_name, "what": step.what or None,
                "gazette": first.gazette if first else None, "line": " ".join(map(str, first.lines)) if first else None,
                "words": first.words if first else None,
            }  # fmt: skip


def _relation(step: Step) -> str:
    return RELATIONS[step.relation][step.back]


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
    return [step.one_name, _relation(step), step.other_name, what, lines_of(step.passages), words]
