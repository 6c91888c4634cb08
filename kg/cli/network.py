"""`kg network`: analyses of who sat where, with whom, before and after whom."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.options import asking_options
from kg.cli.output import filled, print_csv, print_json_rows, print_rows, print_table
from kg.cli.period import given_period, period_options
from kg.model.address import Where

if TYPE_CHECKING:
    from kg.network.analyse import Analysis

KINDS = {
    "membership": "Who sat in which body, in which posts.",
    "comembership": "Who sat in one body at the same time, or came to one meeting. A body or meeting of more than "
    "--largest people gives no pairs, which is told; membership holds all of them.",
    "succession": "Who followed whom in a post of one seat, the longest lines first, with the days between them and "
    "the days that the first one stayed.",
    "stays": "How long people stayed in a post, the shortest first.",
    "careers": "Which body feeds which: people who left one and next took a post in another.",
    "overlap": "Which bodies share people at the same time; jaccard is their part of all people of the two.",
    "centrality": "Which people and bodies link the most. degree: the bodies of a person, the people of a body; "
    "betweenness, 0 to 1: the part of the shortest paths between two others that lead over it; pagerank: how often a "
    "walk along random edges comes by, all together 1.",
    "communities": "Which people and bodies hang together more closely than with the rest (Louvain); inside and "
    "outside count the links within a group and out of it.",
    "turnover": "Who came to a body and who left it; turnover is the part of its people who left, of those whom "
    "gazettes name.",
}
WIDTH = 76
LISTED = "\n".join(
    textwrap.fill(said, WIDTH, initial_indent=f"  {kind:14}", subsequent_indent=" " * 16)
    for kind, said in KINDS.items()
)
MEASURES = ("degree", "betweenness", "pagerank")
LARGEST = 100
ROWS_OF_TABLE = 20
# A table shows the first of a long list; csv and json hold all of it.
SHOWN_LINES, SHOWN_NAMES, SHOWN_REASONS = 2, 3, 8


@click.command("network", short_help="Analyse who sat where, with whom, after whom.", epilog=f"\b\nKinds:\n{LISTED}\n")
@click.argument("kind", type=click.Choice(tuple(KINDS)), required=False, metavar="[KIND]")
@period_options
@click.option("--by", type=click.Choice(("year",)), help="The figures of each year instead.")
@click.option(
    "--body", metavar="NAME", help="Only bodies of this name: in full, shortened, in pinyin, a part of it, or an IRI."
)
@click.option("--possible", is_flag=True, help="Also take in what is only possible, as a date is not known.")
@click.option("--sort", "by_measure", type=click.Choice(MEASURES), default="degree", help="The order of centrality.")
@click.option(
    "--largest",
    type=click.IntRange(min=2),
    default=LARGEST,
    show_default=True,
    help="The most people of a body or meeting that gives pairs.",
)
@click.option("--top", type=click.IntRange(min=0), help=f"So many rows, 0 for all; a table has {ROWS_OF_TABLE}.")
@click.option("--graphml", type=click.Path(path_type=Path), help="Also write the graph as GraphML.")
@click.option("--gexf", type=click.Path(path_type=Path), help="Also write the graph as GEXF, with time where known.")
@asking_options
def network_command(kind: str | None, output: Where, form: str, **options: Any) -> None:
    """Analyse the graph of people and bodies; without KIND, list the kinds.

    All of it is derived from tenures and attendance, with the lines behind each row. A row is certain where it follows
    from the dates that are known, whatever the others are. What is only possible is left out and counted on standard
    error; so is all else that is left out. A graph file holds all rows, whatever --top says.

    \b
    kg network succession --body 财政局
    kg network comembership --on 2024-09-26 --format csv > pairs.csv
    kg network careers --possible --gexf careers.gexf
    kg network turnover --by year --body 人民代表大会常务委员会
    """
    if kind is not None:
        _analyse(kind, output, form, **options)
    elif form == "table":
        click.echo(LISTED)
    else:
        print_rows(("kind", "what"), KINDS.items(), form)


def _analyse(
    kind: str,
    output: Where,
    form: str,
    *,
    on: str | None,
    between: tuple[str, str] | None,
    by: str | None,
    body: str | None,
    possible: bool,
    by_measure: str,
    largest: int,
    top: int | None,
    graphml: Path | None,
    gexf: Path | None,
) -> None:
    from kg.answers.network import network_rows
    from kg.network.analyse import analyse, asked, columns, known
    from kg.query import open_graph

    given_period(on, between)
    graph = open_graph(output)
    scope, bodies = asked(graph, body=body, on=on, between=between, possible=possible)
    if len(bodies) > 1:
        click.echo(f"{body} names {len(bodies)} bodies: {_listed([one.name for one in bodies], SHOWN_NAMES)}", err=True)
    yearly = by is not None
    found = analyse(kind, known(graph.store, graph.prefixes), scope, yearly=yearly, largest=largest, by=by_measure)
    shown = len(found.rows) if top == 0 or (top is None and form != "table") else top or ROWS_OF_TABLE
    if form == "csv":
        print_csv(network_rows(replace(found, rows=found.rows[:shown]), yearly=yearly))
    else:
        _print(columns(kind, yearly=yearly), found.rows[:shown], form)
    _tell(found, shown)
    _write(found, graphml, gexf)


def _print(columns: Sequence[str], rows: Sequence[Any], form: str) -> None:
    if form == "json":
        print_json_rows({**{name: _json(getattr(row, name)) for name in columns}, "derived": True} for row in rows)
    elif rows:
        kept = [name for name in columns if not name.endswith("iri")]
        print_table(*filled(kept, [[_shown(name, getattr(row, name)) for name in kept] for row in rows]))


def _json(value: Any) -> Any:
    return list(map(str, value)) if isinstance(value, tuple) else value


def _shown(name: str, value: Any) -> str | None:
    if isinstance(value, tuple):
        parts = list(map(str, value))
        return _listed(parts, SHOWN_LINES, " ") if name == "evidence" else _listed(parts, SHOWN_NAMES)
    return None if value is None else str(value)


def _listed(parts: Sequence[str], most: int, separator: str = "、") -> str:
    more = f" +{len(parts) - most}" if len(parts) > most else ""
    return separator.join(parts[:most]) + more


def _tell(found: Analysis[Any], shown: int) -> None:
    """What is not printed, and why."""
    if not found.rows:
        click.echo("No rows.", err=True)
    left_out, rows = found.left_out, len(found.rows) - shown
    for reason in left_out[:SHOWN_REASONS]:
        click.echo(f"Left out: {reason}", err=True)
    if len(left_out) > SHOWN_REASONS:
        click.echo(f"Left out: for {len(left_out) - SHOWN_REASONS} more reasons", err=True)
    if rows > 0:
        click.echo(f"Left out: {rows:,} more rows (--top 0 prints all)", err=True)


def _write(found: Analysis[Any], graphml: Path | None, gexf: Path | None) -> None:
    from kg.network.analyse import write_gexf, write_graphml

    for path, write in ((graphml, write_graphml), (gexf, write_gexf)):
        if path is not None:
            write(found.graph, path)
            click.echo(f"{path}: {len(found.graph):,} nodes, {found.graph.number_of_edges():,} edges", err=True)
