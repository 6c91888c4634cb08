"""`kg pages`: a page for every thing, as files."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.options import graph_option

# Named here, because the room that knows them is slow to load; a test compares.
KINDS = (
    "person", "body", "post", "meeting", "project", "issue", "item", "act", "tenure", "vote", "decision",
    "responsibility", "opinion",
)  # fmt: skip


@click.command("pages", short_help="Write a page for every person, body, post, meeting …, as files.")
@graph_option
@click.option(
    "-o", "--output", "folder", type=click.Path(path_type=Path, file_okay=False), required=True,
    help="The folder to write; pages in it are replaced.",
)  # fmt: skip
@click.option(
    "--kind", "kinds", type=click.Choice(KINDS), multiple=True,
    help="What to write pages of; may be repeated.  [default: person body post meeting project issue item]",
)  # fmt: skip
def pages_command(output: Path, folder: Path, kinds: tuple[str, ...]) -> None:
    """Write pages in Chinese and English that open without a server, as `kg serve` shows them.

    Each tells what a thing is, who held what and when, what gazettes state of it with line and words, and every
    statement in the graph. FOLDER/index.html is the first one, FOLDER/index.en.html the same in English.

    \b
    kg pages -g output -o pages
    kg pages -g output -o pages --kind person --kind post
    """
    from kg.publish.pages.files import USUAL, write_pages
    from kg.query import TEXTS, open_graph

    written = write_pages(open_graph(output), folder, kinds or USUAL, output / TEXTS)
    click.echo(f"Written: {written:,} pages to {folder}; begin with {folder / 'index.html'}", err=True)
