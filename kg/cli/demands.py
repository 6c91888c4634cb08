"""`kg demands`: what was demanded, and whether it was answered."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from kg.answers.records import demands_rows
from kg.cli.options import asking_options
from kg.cli.output import Row, print_csv, print_json_rows, print_table
from kg.model.address import Where

if TYPE_CHECKING:
    from kg.query import Demand

NO_ANSWER = "no answer found"
_IN_TABLE = ("date", "title", "addressee", "points", "answered_on", "days", "answer", "gazette", "line")


@click.command("demands", short_help="List what was demanded, and what answered it.")
@click.option("--unanswered", is_flag=True, help="Only demands to which no answer was found.")
@click.option("--to", "addressee", default="", help="Only demands on bodies whose name holds this text.")
@asking_options
def demands_command(unanswered: bool, addressee: str, output: Where, form: str) -> None:
    """List the opinions and the advice of all gazettes, each with the report that answers it and the days it took.

    An answer is found by the title that a later report names, or by its subject and its dates; which of both, the
    column `basis` of CSV and JSON tells. A gazette that is not in the build may hold an answer that is not found.

    \b
    kg demands -g output
    kg demands --unanswered --to 人民政府 --format csv
    """
    from kg.query import demands, open_graph

    found = demands(open_graph(output), unanswered=unanswered, addressee=addressee)
    if form == "json":
        print_json_rows(asdict(demand) for demand in found)
    elif form == "csv":
        print_csv(demands_rows(found))
    else:
        print_table(_IN_TABLE, map(_table_row, found))


def _table_row(demand: Demand) -> Row:
    cells = {**asdict(demand), "points": len(demand.points), "answer": demand.answer or NO_ANSWER}
    return [cells[name] for name in _IN_TABLE]
