"""`kg history`: what became of a person."""

from __future__ import annotations

from dataclasses import asdict, astuple, fields
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import asking_options
from kg.cli.output import filled, print_json_rows, print_rows, print_table

if TYPE_CHECKING:
    from kg.query import Event, PersonHistory


@click.command("history", short_help="Tell all posts and events of a person.")
@click.argument("name")
@click.option("--presences/--no-presences", default=True, help="Also tell who came to which meeting.")
@asking_options
def history_command(name: str, presences: bool, output: Path, form: str) -> None:
    """Tell all posts and events of everybody called NAME, in order, each with its gazette, line and words.

    Two people of one name are two answers: a table each, a column `person` in CSV, two objects in JSON.

    \b
    kg history 钱一
    kg history 钱一 -g output --no-presences --format json
    """
    from kg.query import history, open_graph

    people = history(open_graph(output), name, presences=presences)
    if form == "json":
        print_json_rows(asdict(person) for person in people)
    elif form == "csv":
        _print_csv(people)
    else:
        _print_tables(people)


def _columns() -> tuple[str, ...]:
    from kg.query import Event

    return tuple("line" if field.name == "lines" else field.name for field in fields(Event))


def _cells(event: Event) -> tuple[str | None, ...]:
    return tuple(" ".join(map(str, value)) if isinstance(value, tuple) else value for value in astuple(event))


def _print_csv(people: list[PersonHistory]) -> None:
    rows = ((person.person, person.name, person.place, *_cells(event)) for person in people for event in person.events)
    print_rows(("person", "name", "place", *_columns()), rows, "csv")


def _print_tables(people: list[PersonHistory]) -> None:
    for number, person in enumerate(people):
        click.echo("\n" * (number > 0) + f"{person.name}（{person.place or '?'}）")
        print_table(*filled(_columns(), [_cells(event) for event in person.events]))
    if len(people) > 1:
        name = people[0].name
        click.echo(
            f"{len(people)} people, as far as is known, are called {name}; `kg review --name` says why.", err=True
        )
