"""`kg load`: a build into a SPARQL server."""

from __future__ import annotations

from pathlib import Path

import click

from kg.model.address import Address


@click.command("load", short_help="Send a build to a SPARQL server.")
@click.argument("output", type=click.Path(path_type=Path))
@click.option("--to", "url", required=True, metavar="URL", help="The server, or its query endpoint.")
@click.option("--update-url", metavar="URL", help="Where it takes updates, if that is not found by itself.")
@click.option("--prune", is_flag=True, help="Remove graphs that were sent before and are in the build no more.")
@click.option("--quiet", is_flag=True, help="Do not tell each graph.")
def load_command(output: Path, url: str, update_url: str | None, prune: bool, quiet: bool) -> None:
    """Send the named graphs of the build in OUTPUT to a SPARQL 1.1 server, one gazette after another.

    What is there already is not sent again, so that a run that broke off is simply run again; a corrected gazette takes
    the place of its old graph. Two graphs more are kept: graph/all with every statement once, which `--store` asks, and
    graph/loaded with the digests of what is there. A user with the right to write stands in the address, or in
    KG_STORE_USER and KG_STORE_PASSWORD.

    \b
    kg load output --to http://127.0.0.1:7878
    kg load output --to http://dba:dba@127.0.0.1:8890/sparql --prune
    """
    from kg.query.opening import STORE, read_manifest
    from kg.store import open_store
    from kg.store.load import Target, send

    base = read_manifest(output)["base"]
    store = open_store(output / STORE)
    target = Target(Address(url), update_url)
    try:
        sent = send(store, base, target, prune=prune, step=lambda said: None if quiet else click.echo(said, err=True))
    finally:
        target.close()
    click.echo(
        f"{Address(url)}: graphs sent {sent.new}, replaced {sent.replaced}, there already {sent.skipped}, "
        f"removed {sent.removed}; {sent.statements:,} statements sent",
        err=True,
    )
    if sent.left:
        click.echo(f"Not in the build any more: {sent.left} graphs; --prune removes them.", err=True)
