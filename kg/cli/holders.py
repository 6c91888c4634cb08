"""`kg holders`: who held a post, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from kg.answers.tenures import holders_rows, why
from kg.cli.options import asking_options
from kg.cli.output import print_csv, print_json, shown
from kg.cli.period import given_period, period_options
from kg.cli.tenures import UNKNOWN, Row, person_of, print_rows_in_time, row_of
from kg.model.address import Where

if TYPE_CHECKING:
    from kg.query import Holders

SEATS = {True: "several seats", False: "one seat", None: "how many seats is not known, so gaps are not named"}


@click.command("holders", short_help="Tell who held a post, one after the other.")
@click.argument("post")
@period_options
@click.option("--merged/--unmerged", default=True, help="Follow the post when its body is renamed, or not.")
@asking_options
def holders_command(
    post: str, on: str | None, between: tuple[str, str] | None, merged: bool, output: Where, form: str
) -> None:
    """Tell who held POST, in order of time, with the gaps in which nobody is known and the overlaps.

    POST is a body and a title, such as 区财政局局长; the body may be shortened, or all of it in pinyin, or an IRI. Gaps
    and overlaps are told of a post that has one seat. An end that no gazette tells is `?`, and not the present.

    \b
    kg holders 区财政局局长
    kg holders 云岭省松河市青梧区财政局局长 --on 2024-09 --format json
    """
    from kg.query import holders, open_graph

    given_period(on, between)
    found = holders(open_graph(output), post, on=on, between=between, merged=merged)
    if form == "json":
        print_json(asdict(found))
    elif form == "csv":
        print_csv(holders_rows(found))
    else:
        click.echo(f"{shown(found.label)}（{SEATS[found.several]}）")
        print_rows_in_time(list(_rows(found)))
    if not found.tenures:
        click.echo("Nobody is known to have held it" + (" then." if on or between else "."), err=True)


def _rows(found: Holders) -> Iterator[tuple[str, Row]]:
    """The rows of holders and of stretches, each with the day it stands at."""
    for tenure in found.tenures:
        lead = {"name": person_of(tenure), "post": tenure.label if len(found.posts) > 1 else None}
        yield tenure.start.latest or tenure.start.earliest or tenure.end.latest or "~", row_of(tenure, lead)
    for stretch in found.stretches:
        times = {"from": stretch.since, "until": stretch.until or UNKNOWN, "why": why(stretch)}
        yield f"{stretch.since}~", {"name": f"({stretch.kind})", **times}
