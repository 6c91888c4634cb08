"""`kg project`: what became of a project."""

from __future__ import annotations

from dataclasses import asdict, astuple, fields
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import asking_options
from kg.cli.output import filled, print_json_rows, print_rows, print_table

if TYPE_CHECKING:
    from kg.query import ProjectHistory, Statement


@click.command("project", short_help="Tell what gazettes say of a project.")
@click.argument("name")
@asking_options
def project_command(name: str, output: Path, form: str) -> None:
    """Tell all that is said of the project called NAME, in order, each with its gazette, line and words.

    A part of the name is enough. Where several names hold it, the table lists them; CSV and JSON tell all of
    each. A date is that of the item that says it.

    \b
    kg project 双河水库
    kg project 双河水库除险加固工程 -g output --format json
    """
    from kg.query import open_graph, project_history

    projects = project_history(open_graph(output), name)
    if form == "json":
        print_json_rows(asdict(project) for project in projects)
    elif form == "csv":
        _print_csv(projects)
    elif len(projects) > 1:
        _print_list(projects)
    else:
        _print_one(projects[0])


def _columns() -> tuple[str, ...]:
    from kg.query import Statement

    return tuple("line" if field.name == "lines" else field.name for field in fields(Statement))


def _cells(statement: Statement) -> tuple[str | None, ...]:
    return tuple(" ".join(map(str, value)) if isinstance(value, tuple) else value for value in astuple(statement))


def _print_csv(projects: list[ProjectHistory]) -> None:
    rows = (
        (project.project, project.name, project.region, project.kind, *_cells(statement))
        for project in projects
        for statement in project.statements
    )
    print_rows(("project", "name", "region", "kind", *_columns()), rows, "csv")


def _print_list(projects: list[ProjectHistory]) -> None:
    rows = [(one.name, one.region, one.kind, len(one.statements), *_span(one)) for one in projects]
    print_table(("name", "region", "kind", "statements", "first", "last"), rows)
    click.echo(f"{len(projects)} projects; give the whole name of one to see what is said of it.", err=True)


def _span(project: ProjectHistory) -> tuple[str | None, str | None]:
    dates = sorted(one.date for one in project.statements if one.date)
    return (dates[0], dates[-1]) if dates else (None, None)


def _print_one(project: ProjectHistory) -> None:
    click.echo(f"{project.name}（{project.region or '?'}，{project.kind}）")
    print_table(*filled(_columns(), [_cells(statement) for statement in project.statements]))
