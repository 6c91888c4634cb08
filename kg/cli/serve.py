"""`kg serve`: the graph on the net."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.options import graph_option


@click.command("serve", short_help="Serve the graph over HTTP: SPARQL, linked data, the viewer.")
@graph_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at; 0.0.0.0 is all.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes a free one.")
@click.option("--workers", type=click.IntRange(1, 256), help="Processes that answer.  [default: the cores, 2 at least]")
@click.option("--timeout", type=click.FloatRange(0.1), default=30, show_default=True, help="Seconds for one question.")
@click.option("--max-rows", type=click.IntRange(1), default=100_000, show_default=True, help="Rows of one answer.")
@click.option("--memory", type=click.IntRange(64), default=2048, show_default=True, help="MiB that a worker may take.")
def serve_command(
    output: Path, host: str, port: int, workers: int | None, timeout: float, max_rows: int, memory: int
) -> None:
    """Serve the graph read-only at /sparql (SPARQL 1.1 Protocol), /rdf-graph-store, /void, and every IRI.

    A question that takes too long or too much is stopped, and others go on. An answer that is cut carries the header
    X-KG-Truncated.

    \b
    kg serve -g output
    kg serve -g output --host 0.0.0.0 --port 8080 --timeout 10 --max-rows 10000
    """
    from kg.publish.serve import Limits, serve
    from kg.publish.serve.limits import cores

    limits = Limits(workers or cores(), timeout, max_rows, memory << 20)
    serve(output, host, port, limits, lambda text: click.echo(text, err=True))
