"""The pages as files that open without a server."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from kg.model.errors import OutputError
from kg.publish.folder import replacing
from kg.publish.pages.home import home_page, list_page, pages_of
from kg.publish.pages.links import LANGUAGES, FileLinks
from kg.publish.pages.static import asset, names
from kg.publish.pages.thing import thing_page
from kg.query import MANIFEST, Graph
from kg.query.describing import listed

# The kinds that may have pages, by the first part of the path of their IRIs, and their classes.
KINDS = {
    "person": "Person", "body": "Body", "post": "Post", "meeting": "Meeting", "project": "Project",
    "issue": "GazetteIssue", "item": "GazetteItem", "act": "PersonnelAct", "tenure": "Tenure", "vote": "Vote",
    "decision": "Decision", "responsibility": "Responsibility", "opinion": "DeliberationOpinion",
}  # fmt: skip
USUAL = ("person", "body", "post", "meeting", "project", "issue", "item")
FIRST = "index.html"


def write_pages(graph: Graph, folder: Path, kinds: Collection[str] = USUAL, texts: Path | None = None) -> int:
    """Write the pages of all things of some of `KINDS` in both languages, with lists and a first page; how many.

    `texts` is the folder of the texts that a build keeps.
    What was in the folder is replaced. Raises `OutputError` when it cannot be written, or holds something else.
    """
    if (folder / MANIFEST).exists():
        raise OutputError(f"{folder}: holds a build, whose viewer the pages would replace; name another with -o")
    links = FileLinks(graph.base, {kind: KINDS[kind] for kind in sorted(kinds)})
    written = 0
    with replacing(folder, {FIRST, "index.en.html", "static", "list", *KINDS}) as new:
        try:
            for name in names():
                _write(new / "static" / name, asset(name))
            for file, page in _pages(graph, links, texts):
                _write(new / file, page.encode())
                written += 1
        except OSError as error:
            raise OutputError(f"{folder}: cannot be written ({error.strerror}); name another with -o") from error
    return written


def _pages(graph: Graph, links: FileLinks, texts: Path | None) -> Iterator[tuple[str, str]]:
    """The name of each file, and the page in it."""
    for language in LANGUAGES:
        first = FileLinks(links.base, links.kinds, language)
        yield first.file(), home_page(graph, first)
        for name in links.kinds.values():
            things, count = listed(graph, name, language)
            for number in range(1, pages_of(count) + 1):
                here = links.list_of(name, number, language)
                yield here.file(), list_page(graph, name, number, here) or ""
            for one in things:
                own = links.at(one.iri, language)
                yield own.file(), thing_page(graph, one.iri, own, texts) or ""


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
