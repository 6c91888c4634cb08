"""`kg roster`: who sat in a body."""

from __future__ import annotations

from dataclasses import asdict
from itertools import groupby
from typing import TYPE_CHECKING

import click

from kg.answers.tenures import roster_rows
from kg.cli.options import asking_options
from kg.cli.output import print_csv, print_json, shown
from kg.cli.period import given_period, period_options
from kg.cli.tenures import person_of, print_table_of, row_of, without
from kg.model.address import Where

if TYPE_CHECKING:
    from kg.query import Roster, Tenure


@click.command("roster", short_help="Tell who sat in a body.")
@click.argument("body")
@period_options
@click.option("--parts", is_flag=True, help="Also who sat in the bodies that are part of it.")
@asking_options
def roster_command(
    body: str, on: str | None, between: tuple[str, str] | None, parts: bool, output: Where, form: str
) -> None:
    """Tell who held a post in BODY, from when until when; of a day, who is certain and who is possible.

    BODY is a name in full or shortened, its pinyin, or an IRI. It is derived from what gazettes state, and they name
    not everybody. An end that no gazette tells is `?`, and not the present.

    \b
    kg roster 区人大常委会 --on 2024-09-26
    kg roster 青梧区人民代表大会 --parts --format csv
    """
    from kg.query import open_graph, roster

    given_period(on, between)
    found = roster(open_graph(output), body, on=on, between=between, parts=parts)
    if form == "json":
        print_json(asdict(found))
    elif form == "csv":
        print_csv(roster_rows(found))
    else:
        _print(found)
    if not found.tenures:
        click.echo(f"Nobody is known to have sat in {found.name}" + (" then." if on or between else "."), err=True)


def _print(found: Roster) -> None:
    click.echo(shown(found.name))
    for status, group in groupby(found.tenures, key=lambda one: one.status):
        people = list(group)
        if status is not None:
            click.echo(f"\n{status} ({len(people)})")
        rows = [row_of(one, {"name": person_of(one), "post": _post(one, found.name)}) for one in people]
        # The heading says it.
        print_table_of([{**row, "status": None} for row in rows])


def _post(tenure: Tenure, body: str) -> str:
    """The title in the body itself, the whole post in a part of it."""
    return tenure.title or "" if tenure.body_name == body else without(body, tenure.label)
