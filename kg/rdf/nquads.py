"""N-Quads lines: written without a detour, sorted without holding them all."""

from __future__ import annotations

import heapq
import re
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import IO

from rdflib import Literal, URIRef
from rdflib.namespace import XSD

Node = URIRef | Literal
Triple = tuple[URIRef, URIRef, Node]

# A sorted chunk of this many lines is about 50 MB of text.
CHUNK_LINES = 50_000
# More open files than this at once meets the limits of common systems.
MAX_OPEN = 200

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_SPECIAL = re.compile('[\x00-\x1f"\\\\\x7f\ud800-\udfff]')
_OBJECT = r'(?:<[^>]*>|"(?:[^"\\]|\\.)*"(?:\^\^<[^>]*>|@[A-Za-z0-9-]+)?)'
_LINE = re.compile(rf"(?P<triple><[^>]*> <[^>]*> {_OBJECT})(?: <(?P<graph>[^>]*)>)? \.")


def write_term(term: Node) -> str:
    """One term as N-Quads text."""
    if isinstance(term, URIRef):
        return f"<{term}>"
    text = f'"{_SPECIAL.sub(_escape, term)}"'
    if term.language is not None:
        return f"{text}@{term.language}"
    if term.datatype is None or term.datatype == XSD.string:
        return text
    return f"{text}^^<{term.datatype}>"


def write_lines(triples: Iterable[Triple], graph: URIRef | None) -> Iterator[str]:
    """The triples as lines of one graph, `None` for the default graph; each line ends with a newline."""
    end = " .\n" if graph is None else f" <{graph}> .\n"
    terms: dict[Node, str] = {}
    for triple in triples:
        yield " ".join([terms.get(term) or terms.setdefault(term, write_term(term)) for term in triple]) + end


def split_line(line: str) -> tuple[str, str | None]:
    """A line as its triple (text without the full stop) and its graph, `None` for the default graph.

    Raises ValueError for what is no N-Quads line of ours.
    """
    found = _LINE.match(line)
    if found is None:
        raise ValueError(f"no N-Quads statement: {line[:120]!r}")
    return found["triple"], found["graph"]


def write_sorted(lines: Iterable[str], path: Path, *, chunk_lines: int = CHUNK_LINES) -> int:
    """Write all lines sorted and each once; give their number. Memory holds one chunk, whatever the number of lines.

    The chunks lie beside `path` while it works. Raises OSError when they cannot be written.
    """
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".sort-") as folder:
        chunks = _spill(lines, Path(folder), chunk_lines)
        while len(chunks) > MAX_OPEN:
            chunks = [*chunks[MAX_OPEN:], _merge(chunks[:MAX_OPEN], Path(folder) / f"m{len(chunks)}")[0]]
        return _merge(chunks, path)[1]


def _spill(lines: Iterable[str], folder: Path, chunk_lines: int) -> list[Path]:
    source = iter(lines)
    chunks: list[Path] = []
    while chunk := sorted(set(islice(source, chunk_lines))):
        chunks.append(folder / str(len(chunks)))
        with _open(chunks[-1], "w") as target:
            target.writelines(chunk)
    return chunks


def _merge(chunks: list[Path], path: Path) -> tuple[Path, int]:
    count, last = 0, ""
    with ExitStack() as stack:
        target = stack.enter_context(_open(path, "w"))
        for line in heapq.merge(*(stack.enter_context(_open(chunk, "r")) for chunk in chunks)):
            if line != last:
                target.write(line)
                count, last = count + 1, line
    for chunk in chunks:
        chunk.unlink()
    return path, count


def _open(path: Path, mode: str) -> IO[str]:
    # newline="\n": the same bytes on every system, and no line end inside a line.
    return path.open(mode, encoding="utf-8", newline="\n")


def _escape(found: re.Match[str]) -> str:
    character = found.group()
    return _ESCAPES.get(character) or f"\\u{ord(character):04X}"
