"""Who headed a responsible body: an option, which says that it is derived."""

from __future__ import annotations

import click

from kg.cli.options import Command


def heads_options(command: Command) -> Command:
    """`--heads`, for the day of each paper, and `--on`, for one day."""
    heads = click.option(
        "--heads", is_flag=True, help="Also who headed the responsible body that day: derived, stated by no gazette."
    )
    on = click.option(
        "--on", metavar="DATE", help="The same, for this day, month or year instead of that of each paper."
    )
    return heads(on(command))
