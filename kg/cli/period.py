"""The options that choose a day or a period."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kg.cli.options import Command

if TYPE_CHECKING:
    from kg.query import Period


def period_options(command: Command) -> Command:
    """What every command has that can look at a part of time: `on`, one date, and `between`, two of them."""
    on = click.option(
        "--on",
        metavar="DATE",
        help="Only what was so on this day (2024-09-26, 2024年9月26日), or in this month or year (2024-09, 2024); of "
        "these, certain is what was so all through.",
    )
    between = click.option(
        "--between",
        nargs=2,
        metavar="FROM UNTIL",
        help="Only what was so on some day of this time; dates may be days, months or years.",
    )
    return on(between(command))


def given_period(on: str | None, between: tuple[str, str] | None) -> Period | None:
    """The days asked for. Raises `click.UsageError` where both options are given, `DateError` where a date is none."""
    from kg.query.periods import window

    if on is not None and between is not None:
        raise click.UsageError("--on and --between exclude each other; give one of them")
    return window(on, between)
