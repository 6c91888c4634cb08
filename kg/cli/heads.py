"""Who headed a responsible body: an option and a column, both of which say that it is derived."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kg.cli.options import Command
from kg.cli.tenures import UNKNOWN

if TYPE_CHECKING:
    from kg.query import Heads

COLUMN = "derived_head"


def heads_options(command: Command) -> Command:
    """`--heads`, for the day of each paper, and `--on`, for one day."""
    heads = click.option(
        "--heads", is_flag=True, help="Also who headed the responsible body that day: derived, stated by no gazette."
    )
    on = click.option(
        "--on", metavar="DATE", help="The same, for this day, month or year instead of that of each paper."
    )
    return heads(on(command))


def heads_text(heads: Heads | None) -> str | None:
    """The heads of a body in one cell, each with how sure it is; `?` and the reason where nobody can be named."""
    if heads is None:
        return None
    if heads.unknown is not None:
        return f"{UNKNOWN} {heads.unknown}"
    return "、".join(
        f"{head.name}{f'（{head.qualifier}）' if head.qualifier else ''} ({head.status})" for head in heads.people
    )
