"""Opens the output of a build to be asked, or the server that holds one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.model.address import Address, Where
from kg.model.errors import OutputError
from kg.rdf.names import prefixes
from kg.store import Reader, open_store

MANIFEST = "build.json"
STORE = "store"
# The gazettes as they were read, one SHA.txt each.
TEXTS = "texts"
# What people have decided of who is who; theirs, and never written by a build.
JUDGEMENTS = "judgements.tsv"


@dataclass(frozen=True, slots=True)
class Graph:
    """A store with the base of its IRIs and the prefixes that every question may use."""

    store: Reader
    base: str
    prefixes: Mapping[str, str]


def open_graph(where: Where) -> Graph:
    """Open what `kg build` wrote into a folder, or what `kg load` has sent to a server.

    The base is that of the build, whatever `KG_BASE` says now. Raises `OutputError` when there is no build.
    """
    if isinstance(where, Address):
        # The client of servers takes long to import, and most questions need none.
        from kg.store.remote import open_remote

        remote = open_remote(where)
        return Graph(remote, remote.base, prefixes(remote.base))
    base = read_manifest(where)["base"]
    return Graph(open_store(where / STORE), base, prefixes(base))


def read_manifest(output: Path) -> dict[str, str]:
    """What a build says of itself: `base` and `version`. Raises `OutputError` when there is none."""
    advice = "build one with `kg build SOURCE... -o OUTPUT`, or name another with -g"
    if not output.is_dir():
        raise OutputError(f"{output}: no such folder; {advice}")
    try:
        manifest = json.loads((output / MANIFEST).read_text(encoding="utf-8"))
        return {"base": str(manifest["base"]), "version": str(manifest["version"])}
    except FileNotFoundError as error:
        raise OutputError(f"{output}: holds no build (no {MANIFEST} in it); {advice}") from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise OutputError(f"{output / MANIFEST}: cannot be read ({error}); build again") from error
