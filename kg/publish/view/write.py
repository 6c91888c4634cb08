"""From a store to `index.html`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from kg.model.errors import OutputError
from kg.network.ask import Asked, records
from kg.network.build import Network, duties, network
from kg.network.choose import NODE_LIMIT, first_view
from kg.network.layout import LABEL, LINES, Slot
from kg.network.lenses import meetings, organisation, projects
from kg.network.records import Records
from kg.publish.view.data import Lens, page_data
from kg.publish.view.page import render
from kg.publish.view.questions import questions
from kg.rdf.names import base_iri, prefixes

# What each lens draws, and the room that its labels take.
LENSES: Mapping[str, tuple[Callable[[Records], Network], Slot]] = {
    "posts": (network, LABEL),
    "duties": (duties, LINES),
    "meetings": (meetings, LINES),
    "bodies": (organisation, LINES),
    "projects": (projects, LINES),
}


def write_view(store: Asked, path: Path, texts: Path | None = None) -> None:
    """Write the viewer of all that a store holds; `texts` is the folder of the gazettes' texts, one `SHA.txt` each.

    Raises OutputError when the file cannot be written.
    """
    known = records(store, prefixes(base_iri()))
    page = view(known, printed=() if texts is None else _printed(known, texts))
    try:
        path.write_text(page, encoding="utf-8", newline="\n")
    except OSError as error:
        raise OutputError(f"{path}: the viewer cannot be written ({error}); choose another folder") from error


def view(known: Records, limit: int = NODE_LIMIT, printed: Iterable[str | None] = ()) -> str:
    """The page as text; its first view holds at most `limit` nodes, `printed` are the texts of its gazettes."""
    lenses = {
        name: Lens(graph := make(known), first_view(graph, limit, slot), slot) for name, (make, slot) in LENSES.items()
    }
    data = page_data(known, lenses) | {"sparql": questions(prefixes(base_iri()))}
    return render(data, printed)


def _printed(known: Records, texts: Path) -> Iterator[str | None]:
    for gazette in known.gazettes:
        path = texts / f"{gazette.id.rpartition('/')[2]}.txt"
        yield path.read_text(encoding="utf-8") if path.is_file() else None
