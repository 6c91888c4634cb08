"""`kg project`: what became of a project."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from kg.answers.duties import project_rows, statement_cells, statement_columns
from kg.cli.heads import heads_options
from kg.cli.options import asking_options
from kg.cli.output import filled, print_csv, print_json_rows, print_table, shown
from kg.model.address import Where

if TYPE_CHECKING:
    from kg.query import ProjectHistory


@click.command("project", short_help="Tell what gazettes say of a project.")
@click.argument("name")
@click.option("--between", nargs=2, metavar="FROM UNTIL", help="Only what was said in this time.")
@heads_options
@asking_options
def project_command(
    name: str, between: tuple[str, str] | None, heads: bool, on: str | None, output: Where, form: str
) -> None:
    """Tell all that is said of the project called NAME, in order, each with its gazette, line and words.

    A part of the name is enough, or its pinyin, or an IRI. Where several names hold it, the table lists them; CSV and
    JSON tell all of each. A date is that of the item that says it.

    \b
    kg project 双河水库
    kg project shuangheshuiku --between 2023 2024 --heads
    kg project 双河水库除险加固工程 -g output --format json
    """
    from kg.query import open_graph, project_history

    projects = project_history(open_graph(output), name, between=between, heads=heads, on=on)
    told = heads or on is not None
    if form == "json":
        print_json_rows(_json(project, told) for project in projects)
    elif form == "csv":
        print_csv(project_rows(projects, heads=told))
    elif len(projects) > 1:
        _print_list(projects)
    else:
        _print_one(projects[0], told)


def _json(project: ProjectHistory, told: bool) -> dict[str, Any]:
    cells = asdict(project)
    if not told:
        for statement in cells["statements"]:
            del statement["derived_heads"]
    return cells


def _print_list(projects: list[ProjectHistory]) -> None:
    rows = [(one.name, one.region, one.kind, len(one.statements), *_span(one)) for one in projects]
    print_table(("name", "region", "kind", "statements", "first", "last"), rows)
    click.echo(f"{len(projects)} projects; give the whole name of one to see what is said of it.", err=True)


def _span(project: ProjectHistory) -> tuple[str | None, str | None]:
    dates = sorted(one.date for one in project.statements if one.date)
    return (dates[0], dates[-1]) if dates else (None, None)


def _print_one(project: ProjectHistory, told: bool) -> None:
    click.echo(f"{shown(project.name)}（{shown(project.region or '?')}，{project.kind}）")
    print_table(
        *filled(statement_columns(told), [statement_cells(statement, told) for statement in project.statements])
    )
