"""`kg duties`: what a body or a person answers for."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import asking_options
from kg.cli.output import Cell, print_json_rows, print_rows

if TYPE_CHECKING:
    from kg.query import Duty

_COLUMNS = ("agent", "kind", "role", "object", "gazette", "line", "words")


@click.command("duties", short_help="Tell what a body or a person answers for.")
@click.argument("name")
@asking_options
def duties_command(name: str, output: Path, form: str) -> None:
    """Tell all duties of the body or the person called NAME: role, object, gazette, line and words.

    A body may be named in full or in a short form that a gazette prints. `kind` groups the printed roles: lead, answer,
    head, handle, assist, member, entrusted.

    \b
    kg duties 云岭省松河市青梧区财政局
    kg duties 区财政局 -g output --format csv
    """
    from kg.query import duties, open_graph

    found = duties(open_graph(output), name)
    if form == "json":
        print_json_rows(asdict(duty) for duty in found)
    else:
        print_rows(_COLUMNS, map(_cells, found), form)
    if not found:
        click.echo(f"{name} is known, and no duty of theirs is stated.", err=True)


def _cells(duty: Duty) -> tuple[Cell, ...]:
    lines = " ".join(map(str, duty.lines))
    return duty.agent, duty.kind, duty.role, duty.object, duty.gazette, lines, duty.words
