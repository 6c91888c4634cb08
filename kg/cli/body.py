"""`kg body`: what is known of a body."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from kg.answers.bodies import body_rows
from kg.answers.tenures import lines_of
from kg.cli.options import asking_options
from kg.cli.output import print_csv, print_json, shown
from kg.cli.tenures import person_of, print_table_of, row_of, without
from kg.model.address import Where

if TYPE_CHECKING:
    from kg.query import Body, BodyLink, BodyPost


@click.command("body", short_help="Tell what is known of a body.")
@click.argument("body")
@click.option("--on", metavar="DATE", help="Only who held its posts on this day, in this month or year.")
@asking_options
def body_command(body: str, on: str | None, output: Where, form: str) -> None:
    """Tell of BODY its kind, its parents and parts, other names, the bodies before and after it, its posts and holders.

    BODY is a name in full or shortened, its pinyin, or an IRI. In CSV, `part` tells what a row is.

    \b
    kg body 区财政局
    kg body 区人大常委会 --on 2024-09-26
    """
    from kg.query import body as ask_body
    from kg.query import open_graph

    found = ask_body(open_graph(output), body, on=on)
    if form == "json":
        print_json(asdict(found))
    elif form == "csv":
        print_csv(body_rows(found))
    else:
        _print(found)


def _print(found: Body) -> None:
    click.echo(f"{shown(found.name)}（{found.kind or '?'}）")
    for label, values in (
        ("part of", found.parents),
        ("parts", tuple(without(found.name, part) for part in found.parts)),
        ("also called", found.names),
        ("before", tuple(map(_link, found.before))),
        ("after", tuple(map(_link, found.after))),
    ):
        if values:
            click.echo(f"{label + ':':13}{shown('、'.join(values))}")
    click.echo(f"{'duties:':13}{found.duties}" + (" (see kg duties)" if found.duties else ""))
    if found.posts:
        click.echo()
        print_table_of([row for post in found.posts for row in _rows(post)])


def _link(link: BodyLink) -> str:
    others = f" {'、'.join(link.others)}" if link.others else ""
    return f"{link.event}{others} ({link.date or 'day unknown'}; {lines_of(link.passages)})"


def _rows(post: BodyPost) -> Iterator[dict[str, str | None]]:
    """A row for each holder, and one for a post of which no holder is known."""
    title = (post.title or post.label) + (" *" if post.head else "")
    for tenure in post.tenures:
        yield row_of(tenure, {"post": title, "name": person_of(tenure)})
    if not post.tenures:
        yield {"post": title, "name": "?"}
