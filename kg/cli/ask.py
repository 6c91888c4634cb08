"""`kg ask`: the questions of the library, by name."""

from __future__ import annotations

import shlex
from itertools import groupby
from typing import TYPE_CHECKING

import click

from kg.answers.questions import parameters, questions_rows
from kg.cli.options import asking_options
from kg.cli.output import print_rows
from kg.cli.query import short_rows
from kg.model.address import Where
from kg.model.errors import ParameterError

if TYPE_CHECKING:
    from kg.query.library import Question


@click.command("ask", short_help="Ask a question of the library, or list them.")
@click.argument("name", required=False)
@click.option(
    "-p", "--param", "params", multiple=True, metavar="NAME=VALUE", help="What to ask about; may be repeated."
)
@click.option("--theme", help="List only the questions of this theme.")
@click.option("--show", is_flag=True, help="Print the SPARQL as it would be asked, and ask nothing.")
@click.option("--describe", is_flag=True, help="Tell what the question answers and which parameters it has.")
@asking_options
def ask_command(
    name: str | None,
    params: tuple[str, ...],
    theme: str | None,
    show: bool,
    describe: bool,
    output: Where,
    form: str,
) -> None:
    """Ask the question NAME of the library; without a name, list the questions.

    People, posts, bodies, meetings, projects and places are given by any name that the other commands understand, or
    an IRI. Dates: `from` and `until` may be months or years. A list without a place is one of the whole graph.

    \b
    kg ask
    kg ask holders-of-post -p post=青梧区财政局局长
    kg ask appointments-between -p place=青梧区 -p from=2024
    kg ask holders-of-post -p post=青梧区财政局局长 --show > question.rq
    """
    from kg.query.library import question

    if name is None:
        if params or show or describe:
            raise click.UsageError("--param, --show and --describe need the NAME of a question; `kg ask` lists them")
        _list(theme, form)
        return
    if theme is not None:
        raise click.UsageError("--theme lists questions; leave out the NAME, or --theme")
    asked = question(name)
    if describe:
        _describe(asked)
    else:
        _ask(asked, _given(params), output, form, show)


def _given(params: tuple[str, ...]) -> dict[str, str]:
    given: dict[str, str] = {}
    for param in params:
        name, sign, value = param.partition("=")
        if not sign or name in given:
            raise click.UsageError(f"--param {param}: write NAME=VALUE, each name once")
        given[name] = value
    return given


def _ask(asked: Question, given: dict[str, str], output: Where, form: str, show: bool) -> None:
    from kg.query import open_graph
    from kg.query.library import answer, fill_in

    graph = open_graph(output)
    try:
        if show:
            click.echo(fill_in(graph, asked, given), nl=False)
            return
        table = answer(graph, asked, given)
    except ParameterError as error:
        raise ParameterError(f"{error}. For example: {example(asked)}") from error
    print_rows(table.columns, short_rows(table, graph, form), form)


def example(asked: Question) -> str:
    """The command that asks a question about its example."""
    return " ".join(["kg", "ask", asked.name, *(f"-p {_word(f'{k}={v}')}" for k, v in asked.example.items())])


def _word(text: str) -> str:
    """A word as a shell takes it; Chinese needs no quotes."""
    return text if text.replace("=", "").replace("-", "").isalnum() else shlex.quote(text)


def _list(theme: str | None, form: str) -> None:
    from kg.query.library import questions

    known = questions()
    themes = list(dict.fromkeys(one.theme for one in known))
    if theme is not None and theme not in themes:
        raise click.UsageError(f"no theme is called {theme!r}; there are {', '.join(themes)}")
    chosen = [one for one in known if theme in {None, one.theme}]
    if form != "table":
        flat = questions_rows(chosen)
        print_rows(flat.columns, flat.rows, form)
        return
    for heading, group in groupby(chosen, key=lambda one: one.theme):
        click.echo("\n" * (heading != chosen[0].theme) + heading)
        for one in group:
            click.echo(f"  {one.name}{''.join(f' {word}' for word in parameters(one))}")
            click.echo(f"      {one.title['zh']}  {one.title['en']}")


def _describe(asked: Question) -> None:
    click.echo(f"{asked.name} ({asked.theme})")
    for language in ("zh", "en"):
        click.echo(f"{asked.title[language]}\n  {asked.description[language]}")
    for one in asked.parameters:
        click.echo(f"{one.name} ({one.kind}{'' if one.required else ', optional'}): {one.description}")
    click.echo(f"Example: {example(asked)}")
