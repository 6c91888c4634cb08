"""Options that several commands share, so that they mean the same everywhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click
from click.core import ParameterSource

from kg.model.address import Address, Where

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


def _remember(ctx: click.Context, option: click.Parameter, url: str | None) -> None:
    """Keep the address for `_where`, and whether it was typed or stands in the environment."""
    if url:
        ctx.meta["kg.store"] = (
            Address(url),
            ctx.get_parameter_source(option.name or "") is ParameterSource.COMMANDLINE,
        )


def _where(ctx: click.Context, option: click.Parameter, folder: Path) -> Where:
    """The one of folder and server that is meant; what is typed is stronger than the environment."""
    address, typed = ctx.meta.get("kg.store", (None, False))
    named = ctx.get_parameter_source(option.name or "") is ParameterSource.COMMANDLINE
    if named and typed:
        raise click.UsageError("-g names a folder and --store a server; give one of them")
    return folder if address is None or named else address


where_option = click.option(
    "-g",
    "--graph",
    "output",
    type=click.Path(path_type=Path),
    default=Path("output"),
    show_default=True,
    callback=_where,
    help="The folder that `kg build` wrote.",
)

store_option = click.option(
    "--store",
    "store",
    metavar="URL",
    envvar="KG_STORE",
    is_eager=True,
    expose_value=False,
    callback=_remember,
    help="Ask this SPARQL server instead of a folder; `kg load` sends a build there.",
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
    return where_option(store_option(format_option(command)))
