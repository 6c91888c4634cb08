"""From a store to `index.html`."""

from __future__ import annotations

from pathlib import Path

from kg.model.errors import OutputError
from kg.network.ask import Asked, records
from kg.network.build import duties, network
from kg.network.choose import NODE_LIMIT, first_view
from kg.network.layout import LABEL, LINES
from kg.network.records import Records
from kg.publish.view.data import Lens, page_data
from kg.publish.view.page import render
from kg.rdf.names import base_iri, prefixes


def write_view(store: Asked, path: Path) -> None:
    """Write the viewer of all that a store holds.

    Raises OutputError when the file cannot be written.
    """
    page = view(records(store, prefixes(base_iri())))
    try:
        path.write_text(page, encoding="utf-8", newline="\n")
    except OSError as error:
        raise OutputError(f"{path}: the viewer cannot be written ({error}); choose another folder") from error


def view(known: Records, limit: int = NODE_LIMIT) -> str:
    """The page as text; its first view holds at most `limit` nodes."""
    graphs = {"posts": (network(known), LABEL), "duties": (duties(known), LINES)}
    return render(
        page_data(
            known, {name: Lens(graph, first_view(graph, limit, slot), slot) for name, (graph, slot) in graphs.items()}
        )
    )
