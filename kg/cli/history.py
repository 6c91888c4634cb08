"""`kg history`: what became of a person."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from kg.answers.people import event_cells, event_columns, history_notes, history_rows
from kg.cli.options import asking_options
from kg.cli.output import filled, print_csv, print_json_rows, print_rows, print_table, shown
from kg.cli.period import given_period, period_options
from kg.cli.tenures import print_tenures, without
from kg.model.address import Where

if TYPE_CHECKING:
    from kg.query import Event, Graph, PersonHistory


@click.command("history", short_help="Tell all posts and events of a person.")
@click.argument("person")
@period_options
@click.option("--presences/--no-presences", default=True, help="Also tell who came to which meeting.")
@click.option("--why", is_flag=True, help="Tell instead why it is one person, and who else it may be.")
@asking_options
def history_command(
    person: str, on: str | None, between: tuple[str, str] | None, presences: bool, why: bool, output: Where, form: str
) -> None:
    """Tell the posts of everybody called PERSON, from when until when, and all that is stated, with gazette and line.

    PERSON is a name, its pinyin, a part of it, or an IRI. What is certain of a post, what is possible and what is not
    known stand apart: an end that no gazette tells is `?`, and not the present. Two people of one name are two answers.

    \b
    kg history 钱一
    kg history qianyi --on 2024-09-26
    kg history 钱一 -g output --no-presences --format json
    kg history 钱一 --why
    """
    from kg.query import history, open_graph

    given_period(on, between)
    graph = open_graph(output)
    people = history(graph, person, presences=presences, on=on, between=between)
    if why:
        _print_why(graph, people, form)
    elif form == "json":
        print_json_rows(asdict(person) for person in people)
    elif form == "csv":
        print_csv(history_rows(people))
    else:
        _print_tables(people)
    _tell(people)


def _print_why(graph: Graph, people: list[PersonHistory], form: str) -> None:
    """Every join of a person with its reason, and every open question."""
    from kg.query import identity

    columns = ("person", "verdict", "score", "kind", "left", "right", "reason", "other", "by")
    rows = [
        (person.person, link.verdict, link.score, link.kind, link.left, link.right, link.reason, link.other, link.by)
        for person in people
        for link in identity(graph, person.person)
    ]
    if form != "table":
        print_rows(columns, rows, form)
        return
    for number, person in enumerate(people):
        own = [row for row in rows if row[0] == person.person]
        click.echo("\n" * (number > 0) + f"{shown(person.name)}（{shown(person.place or '?')}）")
        if own:
            print_table(columns[1:6], [row[1:6] for row in own])
        else:
            click.echo("one mention, and nobody else of that name to compare it with")


def _print_tables(people: list[PersonHistory]) -> None:
    for number, person in enumerate(people):
        click.echo("\n" * (number > 0) + f"{shown(person.name)}（{shown(person.place or '?')}）")
        _print_posts(person)
        if person.events:
            click.echo()
            print_table(*filled(event_columns(), [_shortened(event, person.place) for event in person.events]))


def _print_posts(person: PersonHistory) -> None:
    if not person.tenures:
        click.echo("no post is known, here or in the time asked for")
        return
    print_tenures(person.tenures, lambda one: {"post": without(person.place, one.label), "qualifier": one.qualifier})


def _shortened(event: Event, place: str | None) -> list[str | None]:
    """The cells of an event without the place, which stands above the table."""
    return [
        cell if name == "words" or cell is None else without(place, cell) for name, cell in event_cells(event).items()
    ]


def _tell(people: list[PersonHistory]) -> None:
    """What a reader has to know beside the rows, on standard error."""
    for note in history_notes(people):
        click.echo(note, err=True)
    if len(people) > 1:
        name = shown(people[0].name)
        click.echo(
            f"{len(people)} people are called {name}, as far as is known; `kg review --name {name}` tells more.",
            err=True,
        )
