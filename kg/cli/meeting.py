"""`kg meeting`: what happened at a meeting."""

from __future__ import annotations

from dataclasses import asdict
from itertools import groupby
from typing import TYPE_CHECKING

import click

from kg.answers.meetings import meeting_cells, meeting_rows
from kg.answers.tenures import lines_of
from kg.cli.options import asking_options
from kg.cli.output import Cell, print_csv, print_json, shown
from kg.cli.tenures import Row, print_table_of, without
from kg.model.address import Where

if TYPE_CHECKING:
    from kg.query import Meeting


@click.command("meeting", short_help="Tell what happened at a meeting.")
@click.argument("meeting")
@asking_options
def meeting_command(meeting: str, output: Where, form: str) -> None:
    """Tell of MEETING its days and counts, agenda, who came, votes, decisions, and whom it appointed or removed.

    MEETING is named by its body and numbers as people write them, or by its IRI. In CSV, `part` tells what a row is.

    \b
    kg meeting 区人大常委会第13次会议
    kg meeting 第7届第13次 --format json
    """
    from kg.query import meeting as ask_meeting
    from kg.query import open_graph

    found = ask_meeting(open_graph(output), meeting)
    if form == "json":
        print_json(asdict(found))
    elif form == "csv":
        print_csv(meeting_rows(found))
    else:
        _print(found)


def _print(found: Meeting) -> None:
    click.echo(shown(found.name))
    counts = (("members", found.members), ("present", found.present), ("on leave", found.on_leave))
    told = [" ".join(found.days) or "day unknown", *(f"{name} {count}" for name, count in counts if count is not None)]
    where = lines_of(found.passages)
    click.echo("，".join(told) + (f"  ({where})" if where else ""))
    for part, rows in groupby(meeting_cells(found), key=lambda row: row["part"]):
        _print_part(str(part), list(rows), found.body_name or "")


def _print_part(part: str, rows: list[dict[str, Cell]], body: str) -> None:
    click.echo(f"\n{part} ({len(rows)})")
    place = body.partition("人民代表大会")[0]
    if part == "attendance":
        _print_people(rows, place)
        return
    names = (
        "number",
        "what",
        "name",
        "qualifier",
        "post",
        "text",
        "votes_for",
        "votes_against",
        "abstentions",
        "passed",
    )
    table: list[Row] = []
    for row in rows:
        cells = {name: None if row.get(name) is None else shown(row[name]) for name in names}
        post = cells["post"]
        table.append({**cells, "post": without(place, post) if post else None, "evidence": str(row["_"])})
    print_table_of(table)


def _print_people(rows: list[dict[str, Cell]], place: str) -> None:
    """Names in running text: a table of fifty rows that say little would hide the rest."""
    for status, group in groupby(rows, key=lambda row: row["what"]):
        people = list(group)
        named = (
            f"{one['name']}（{without(place, str(one['post']))}）" if one.get("post") else str(one["name"])
            for one in people
        )
        click.echo(f"{status} ({len(people)}): {shown('、'.join(named))}")
