"""`kg build`: from gazettes to a graph."""

from __future__ import annotations

import shlex
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

import click

from kg.cli.options import judgements_option

if TYPE_CHECKING:
    from kg.build import Summary
    from kg.model.gazette import Triggers
    from kg.read.gather import Gathered


@click.command("build", short_help="Read gazettes and write their graph, tables and view.")
@click.argument("sources", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="SOURCE...")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=Path("output"),
    show_default=True,
    help="The folder to write; an older build in it is replaced when the new one is whole.",
)
@click.option(
    "--lexicon",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A YAML file of kinds of body, titles, places or formulae to add to the program's own (docs/lexicon.md).",
)
@judgements_option
@click.pass_context
def build_command(
    ctx: click.Context, sources: tuple[Path, ...], output: Path, lexicon: Path | None, judgements: Path | None
) -> None:
    """Build the graph of all gazettes in SOURCE: files, folders (all texts and web pages in them), or - for stdin.

    Writes graph.nq, store/, tables/, texts/, issues.jsonl and index.html. A source that cannot be read is told, the
    others are built, and the exit code is 1.

    \b
    kg build gazettes/ -o output
    kg build gazettes/ --lexicon mine.yml
    pdftotext -layout gazette.pdf - | kg build - -o output
    """
    from kg.read.gather import gather

    with _terminated_as_interrupted():
        gathered = gather(sources, sys.stdin.buffer)
        summary = _build(gathered, output, lexicon, judgements)
    _print_summary(summary, output)
    if summary.unread:
        ctx.exit(1)


def _build(gathered: Gathered, output: Path, extra: Path | None, judgements: Path | None) -> Summary:
    """Build, and tell what was left out, also when that was everything."""
    from kg.build import NothingRead, build
    from kg.lexicon import load

    lexicon = load(extra)
    try:
        with _progress(len(gathered.entries)) as step:
            summary = build(gathered, output, step, lexicon=lexicon, judgements=judgements)
    except NothingRead as error:
        _tell_unread(error.summary)
        raise
    _tell_unread(summary)
    return summary


@contextmanager
def _progress(length: int) -> Iterator[Callable[[], None]]:
    """A bar on a terminal, nothing in a file."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    with click.progressbar(length=length, label="Reading", file=sys.stderr) as bar:
        yield lambda: bar.update(1)


@contextmanager
def _terminated_as_interrupted() -> Iterator[None]:
    """A termination takes the same way out as Ctrl-C, so that nothing half-written stays."""

    def interrupt(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _tell_unread(summary: Summary) -> None:
    for issue in summary.unread:
        click.echo(f"Not read: {issue.message}", err=True)
    for path, kept in summary.repeated:
        click.echo(f"Read once: {path} is the same text as {kept}", err=True)


def _print_summary(summary: Summary, output: Path) -> None:
    found = ", ".join(f"{name} {count}" for name, count in summary.found.items() if count and name != "gazette")
    rest = ", ".join(f"{kind} {count}" for kind, count in sorted(summary.issues.items()))
    click.echo(f"Read:           {summary.read} gazettes, {summary.characters:,} characters")
    click.echo(f"Found:          {found or 'nothing'}")
    click.echo(f"Acts:           {_acts(summary.triggers)}")
    undecided = f", {summary.undecided} pairs may be one person (see kg review)" if summary.undecided else ""
    click.echo(f"People:         {summary.people:,} told apart{undecided}")
    click.echo(f"Not understood: {rest or 'nothing'}" + (f" (see {output / 'issues.jsonl'})" if rest else ""))
    click.echo(f"Written:        {summary.statements:,} statements to {output}")
    click.echo(f"Network:        {output / 'index.html'}")
    folder = shlex.quote(str(output))
    click.echo(f"Pages:          kg serve -g {folder}, or as files kg pages -g {folder} -o FOLDER")


def _acts(triggers: Triggers) -> str:
    """How the sentences with a word of appointment or removal ended; the three counts are all of them."""
    why = ", ".join(f"{reason} {count}" for reason, count in sorted(triggers.reasons.items()))
    total = triggers.facts + triggers.non_acts + triggers.issues
    no_act = f"{triggers.non_acts} no act" + (f" ({why})" if why else "")
    return f"{total} sentences speak of one: {triggers.facts} read, {no_act}, {triggers.issues} not understood"
