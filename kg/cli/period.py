"""The options that choose a day or a period."""

from __future__ import annotations

import click

from kg.cli.options import Command

FIRST, LAST = 0, 1


def period_options(command: Command) -> Command:
    """What every command has that can look at a part of time: `on`, and `between`, the first and the last day."""
    on = click.option("--on", metavar="DAY", callback=_day, help="Only what held on this day.")
    between = click.option(
        "--between",
        nargs=2,
        metavar="FROM UNTIL",
        callback=_days,
        help="Only what held on some day of this time; dates may be days, months or years.",
    )
    return on(between(command))


def given_period(on: str | None, between: tuple[str, str] | None) -> tuple[str, str] | None:
    """The first and the last day asked for. Raises `click.UsageError` where both options are given."""
    if on is not None and between is not None:
        raise click.UsageError("--on and --between exclude each other; give one of them")
    return (on, on) if on is not None else between


def _day(context: click.Context, option: click.Parameter, value: str | None) -> str | None:
    first, last = _bounds(value)
    if (first is None and value is not None) or first != last:
        raise click.BadParameter(f"{value!r} is no day; write it as 2024-09-26")
    return first


def _days(context: click.Context, option: click.Parameter, value: tuple[str, str] | None) -> tuple[str, str] | None:
    if value is None:
        return None
    first, last = _bounds(value[FIRST])[FIRST], _bounds(value[LAST])[LAST]
    for text, day in zip(value, (first, last), strict=True):
        if day is None:
            raise click.BadParameter(f"{text!r} is no date; write it as 2024-09-26, 2024-09 or 2024")
    if first is None or last is None or first > last:
        raise click.BadParameter(f"{value[FIRST]} is after {value[LAST]}; give the earlier date first")
    return first, last


def _bounds(text: str | None) -> tuple[str | None, str | None]:
    from kg.model.dates import bounds

    return bounds(text)
