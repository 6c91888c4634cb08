"""`kg entities`: what stands in a text."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from kg.cli.options import format_option
from kg.cli.output import print_json_rows, print_rows

COLUMNS = ("label", "text", "line")


@click.command("entities", short_help="Show the people, bodies, documents … named in a file.")
@click.argument("file", type=click.Path(path_type=Path))
@format_option
@click.option("--json", "as_json", is_flag=True, help="The same as `--format json`: with offsets, and who found it.")
@click.option("--html", "page", type=click.Path(path_type=Path), help="Also write the text with its entities marked.")
@click.option("--model", help="A spaCy model, by name or folder, that adds entities where no rule has found any.")
def entities_command(file: Path, form: str, as_json: bool, page: Path | None, model: str | None) -> None:
    """Print what the spaCy pipeline finds in FILE, each entity with its line.

    It finds people, titles, bodies, laws and other documents, projects, meetings, dates, money and places.

    \b
    kg entities gazette.txt
    kg entities gazette.txt --html entities.html
    kg entities gazette.txt --model zh_core_web_sm --format csv
    """
    from kg.pipeline import find_entities
    from kg.read import read_source
    from kg.recognise.entities import html

    pages = find_entities(read_source(file), model=model)
    if page is not None:
        page.write_text(html(pages), encoding="utf-8")
        click.echo(f"{page}: {sum(len(one.entities) for one in pages)} entities", err=True)
    found = [entity for one in pages for entity in one.entities]
    if as_json or form == "json":
        print_json_rows(map(asdict, found))
    else:
        print_rows(COLUMNS, ((one.label, one.text, one.line) for one in found), form)
