"""Which files a build reads, in which order, and under which names.

The answer depends on the texts alone, never on the order in which files are named: the entries are ordered by stem,
then by hash. Only names and hashes are kept, so that a million files fit into memory.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from kg.model.errors import SourceError
from kg.model.issues import Issue
from kg.model.source import Source
from kg.read.source import read_source, read_stream

ENDINGS = frozenset((".txt", ".text", ".html", ".htm"))
STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One source to build, and the stem that it has in the output; `held` is what cannot be read a second time."""

    stem: str
    sha256: str
    path: str
    held: Source | None = field(default=None, compare=False, repr=False)

    def load(self) -> Source:
        """The source under its stem in the output. Raises `SourceError` when the file has gone or changed."""
        source = self.held or read_source(Path(self.path))
        if source.sha256 != self.sha256:
            raise SourceError(f"{self.path}: it changed while it was read; build again")
        return replace(source, stem=self.stem)


@dataclass(frozen=True, slots=True)
class Gathered:
    """What there is to build: entries in order, files whose text is that of another, and files that cannot be read."""

    entries: tuple[Entry, ...]
    repeated: tuple[tuple[str, str], ...]
    unread: tuple[Issue, ...]


def gather(paths: Iterable[Path], stdin: BinaryIO | None = None) -> Gathered:
    """Find and look through all sources: files, folders (all texts and web pages in them), `-` for `stdin`.

    One text is read once, however often it is given. Different texts of one stem are told apart by `~` and the
    beginning of their hash.
    """
    entries: list[Entry] = []
    unread: list[Issue] = []
    for path in _unfolded(paths, unread):
        try:
            entries.append(_entry(path, stdin))
        except SourceError as error:
            unread.append(unread_issue(path, error))
    once, repeated = _once(sorted(set(entries)))
    return Gathered(
        tuple(sorted(_apart(once))), tuple(repeated), tuple(sorted(unread, key=lambda i: (i.gazette, i.message)))
    )


def unread_issue(path: Path, error: Exception) -> Issue:
    """The line of the issues log for a source that is left out."""
    return Issue(path.stem, None, "source", path.name, " ".join(str(error).split()))


def _unfolded(paths: Iterable[Path], unread: list[Issue]) -> Iterator[Path]:
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        found = [file for file in path.rglob("*") if file.suffix.lower() in ENDINGS and _is_shown(file, path)]
        if not found:
            error = SourceError(f"{path}: no text in this folder ({', '.join(sorted(ENDINGS))}); name another")
            unread.append(unread_issue(path, error))
        yield from found


def _is_shown(file: Path, folder: Path) -> bool:
    return file.is_file() and not any(part.startswith(".") for part in file.relative_to(folder).parts)


def _entry(path: Path, stdin: BinaryIO | None) -> Entry:
    if str(path) != STANDARD_INPUT:
        source = read_source(path)
        return Entry(source.stem, source.sha256, str(path))
    if stdin is None:
        raise SourceError("-: there is no standard input; name a file")
    held = read_stream(stdin, "stdin")
    return Entry(held.stem, held.sha256, "-", held)


def _once(entries: list[Entry]) -> tuple[list[Entry], list[tuple[str, str]]]:
    first: dict[str, Entry] = {}
    repeated = []
    for entry in entries:
        kept = first.setdefault(entry.sha256, entry)
        if kept is not entry:
            repeated.append((entry.path, kept.path))
    return list(first.values()), repeated


def _apart(entries: list[Entry]) -> Iterator[Entry]:
    """All texts of a shared stem get a longer one, so that a name does not depend on which of them came first."""
    shared = Counter(entry.stem for entry in entries)
    for entry in entries:
        yield replace(entry, stem=f"{entry.stem}~{entry.sha256[:8]}") if shared[entry.stem] > 1 else entry
