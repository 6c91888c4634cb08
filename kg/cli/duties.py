"""`kg duties`: what a body or a person answers for."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from kg.cli.heads import COLUMN, heads_options, heads_text
from kg.cli.options import asking_options
from kg.cli.output import print_json_rows, print_rows, print_table
from kg.model.address import Where

if TYPE_CHECKING:
    from kg.query import Duty

_COLUMNS = ("agent", "date", "kind", "role", "object", "gazette", "line", "words")


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
        print_rows(_columns(told), ([_cells(duty)[name] for name in _columns(told)] for duty in found), form)
    elif found:
        click.echo(found[0].agent)
        columns = [name for name in _columns(told) if name != "agent"]
        print_table(columns, ([_cells(duty)[name] for name in columns] for duty in found))
    if not found:
        click.echo(f"{name} is known, and no duty of theirs is stated.", err=True)


def _columns(told: bool) -> tuple[str, ...]:
    return (*_COLUMNS[:5], COLUMN, *_COLUMNS[5:]) if told else _COLUMNS


def _cells(duty: Duty) -> dict[str, str | None]:
    return {
        "agent": duty.agent,
        "date": duty.date,
        "kind": duty.kind,
        "role": duty.role,
        "object": duty.object,
        COLUMN: heads_text(duty.derived_heads),
        "gazette": duty.gazette,
        "line": " ".join(map(str, duty.lines)),
        "words": duty.words,
    }


def _json(duty: Duty, told: bool) -> dict[str, object]:
    cells = asdict(duty)
    return cells if told else {name: value for name, value in cells.items() if name != "derived_heads"}
