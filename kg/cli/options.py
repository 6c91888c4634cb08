"""Options that several commands share, so that they mean the same everywhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])

FORMATS = ("table", "csv", "json")

graph_option = click.option(
    "-g",
    "--graph",
    "output",
    type=click.Path(path_type=Path),
    default=Path("output"),
    show_default=True,
    help="The folder that `kg build` wrote.",
)

format_option = click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="table",
    show_default=True,
    help="How to print rows; only csv and json are meant for other programs.",
)

judgements_option = click.option(
    "-j",
    "--judgements",
    type=click.Path(path_type=Path, dir_okay=False),
    envvar="KG_JUDGEMENTS",
    help="The file of decisions; judgements.tsv in the output folder if none is named.",
)


def asking_options(command: Command) -> Command:
    """What every command has that asks a graph and prints rows."""
    return graph_option(format_option(command))
