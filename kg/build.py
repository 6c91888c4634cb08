"""The build: gazettes in, a folder out that holds their graph, tables, issues and view.

Gazettes are handled one at a time and nothing of one is kept but counts, so that memory does not grow with their
number. The output takes its place only when it is whole.
"""

from __future__ import annotations

import json
import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import TextIO

from kg import __version__
from kg.derived import DERIVED_ISSUES, Derivation, is_derived, people_counts, write_derived
from kg.lexicon import Lexicon, load
from kg.model.errors import SourceError
from kg.model.gazette import Gazette, Triggers
from kg.model.issues import Issue
from kg.model.source import Source
from kg.pipeline import read_gazette
from kg.publish.export.tables import table_writer
from kg.publish.folder import replacing
from kg.publish.view import write_view
from kg.query.opening import JUDGEMENTS, MANIFEST, STORE, TEXTS, read_manifest
from kg.rdf.names import base_iri
from kg.rdf.nquads import write_sorted
from kg.rdf.ontology import ontology_quads
from kg.rdf.quads import gazette_quads
from kg.rdf.validate import check_quotes
from kg.read.gather import Entry, Gathered, unread_issue
from kg.resolve.people.judgements import Judgements, read_judgements
from kg.store import create

GRAPH = "graph.nq"
TABLES = "tables"
ISSUES = "issues.jsonl"
VIEW = "index.html"
OWN = frozenset((GRAPH, STORE, TABLES, ISSUES, VIEW, TEXTS, MANIFEST))
# Comes with the repository to say what the folder is for.
KEPT = frozenset((JUDGEMENTS, "README.md", ".gitkeep", ".gitignore"))


@dataclass(slots=True)
class Summary:
    """What a build read, found, and did not understand; `unread` are the sources that were left out."""

    read: int = 0
    characters: int = 0
    found: Counter[str] = field(default_factory=Counter)
    statements: int = 0
    people: int = 0
    undecided: int = 0
    unread: list[Issue] = field(default_factory=list)
    repeated: list[tuple[str, str]] = field(default_factory=list)
    issues: Counter[str] = field(default_factory=Counter)
    triggers: Triggers = field(default_factory=Triggers)

    def add(self, gazette: Gazette) -> None:
        """Count a gazette that was read."""
        self.read += 1
        self.characters += len(gazette.source.text)
        self.triggers.facts += gazette.triggers.facts
        self.triggers.issues += gazette.triggers.issues
        self.triggers.reasons.update(gazette.triggers.reasons)


def build(
    gathered: Gathered,
    output: Path,
    step: Callable[[], None] = lambda: None,
    *,
    lexicon: Lexicon | None = None,
    judgements: Path | None = None,
) -> Summary:
    """Build the gathered sources into `output`, and say what was found; `step` is called after each source.

    `judgements` is the file of what people have decided, that of the output if none is named. A source that cannot be
    read becomes an issue, and the others are built. Raises `SourceError` when none can be, `QueryError` when a line of
    the judgements is wrong, and `OutputError` when `output` cannot be written; what was there is then left as it was.
    """
    summary = Summary(unread=list(gathered.unread), repeated=list(gathered.repeated))
    decided = read_judgements(judgements or output / JUDGEMENTS)
    known = lexicon or load()
    with replacing(output, OWN, KEPT) as folder:
        base = base_iri()
        lines = _read_all(folder, base, gathered, summary, step, known)
        _write_statements(_Work(folder, base, known, decided), chain(lines, ontology_quads(base)), summary)
        if summary.read == 0:
            raise NothingRead(summary)
        _write_manifest(folder, base)
    return summary


def derive_again(output: Path, *, lexicon: Lexicon | None = None, judgements: Path | None = None) -> Summary:
    """Drop all that is derived in a build and derive it again, by the decisions of now; no gazette is read.

    Raises `OutputError` when there is no build, `QueryError` when a line of the judgements is wrong.
    """
    base = read_manifest(output)["base"]
    decided = read_judgements(judgements or output / JUDGEMENTS)
    summary = Summary(read=1)
    with replacing(output, OWN, KEPT) as folder:
        shutil.copytree(output / TABLES, folder / TABLES)
        if (output / TEXTS).is_dir():
            shutil.copytree(output / TEXTS, folder / TEXTS)
        shutil.copy2(output / MANIFEST, folder / MANIFEST)
        _copy_issues(output / ISSUES, folder / ISSUES)
        with (output / GRAPH).open(encoding="utf-8", newline="\n") as lines:
            stated = (line for line in lines if not is_derived(line, base))
            _write_statements(_Work(folder, base, lexicon or load(), decided), stated, summary)
    return summary


class NothingRead(SourceError):
    """No source could be read; carries the summary that says why."""

    def __init__(self, summary: Summary) -> None:
        self.summary = summary
        super().__init__("no source could be read, so nothing was built; an older output is left as it was")


@dataclass(frozen=True, slots=True)
class _Work:
    """Where a build is put together, and by what it derives."""

    folder: Path
    base: str
    lexicon: Lexicon
    judgements: Judgements


def _write_statements(work: _Work, lines: Iterable[str], summary: Summary) -> None:
    folder, stated = work.folder, work.folder / "stated.nq"
    write_sorted(lines, stated)
    if summary.read == 0:
        return
    store = create(folder / STORE)
    store.load(stated)
    derivation = Derivation(store, work.base, folder, work.lexicon, work.judgements)
    write_derived(derivation)
    summary.people, summary.undecided = people_counts(derivation)
    store.flush()
    write_view(store, folder / VIEW, folder / TEXTS)
    with (folder / ISSUES).open("a", encoding="utf-8", newline="\n") as issues:
        for issue in derivation.issues:
            _log(issue, issues, summary)
    summary.statements = _merge([stated, *derivation.parts], folder / GRAPH)


def _copy_issues(old: Path, new: Path) -> None:
    """The issues of reading; those of deriving are found anew."""
    with old.open(encoding="utf-8") as source, new.open("w", encoding="utf-8", newline="\n") as target:
        target.writelines(line for line in source if json.loads(line)["kind"] not in DERIVED_ISSUES)


def _read_all(
    folder: Path, base: str, gathered: Gathered, summary: Summary, step: Callable[[], None], lexicon: Lexicon
) -> Iterator[str]:
    """The N-Quads lines of all gazettes; on the way their tables and issues are written."""
    with (
        table_writer(folder / TABLES) as write_tables,
        (folder / ISSUES).open("w", encoding="utf-8", newline="\n") as issues,
    ):
        for issue in gathered.unread:
            _log(issue, issues, summary)
        for entry in gathered.entries:
            try:
                gazette, statements = _read(entry, base, lexicon)
            except SourceError as error:
                issue = unread_issue(Path(entry.path), error)
                summary.unread.append(issue)
                _log(issue, issues, summary)
            else:
                yield from statements
                summary.found.update(write_tables(gazette))
                _write_text(folder / TEXTS, gazette.source)
                summary.add(gazette)
                for issue in gazette.issues:
                    _log(issue, issues, summary)
            step()


def _write_text(folder: Path, source: Source) -> None:
    """The text that lines and offsets count in, so that whoever reads a fact can read all around it."""
    folder.mkdir(exist_ok=True)
    (folder / f"{source.sha256}.txt").write_text(source.text, encoding="utf-8", newline="\n")


def _read(entry: Entry, base: str, lexicon: Lexicon) -> tuple[Gazette, list[str]]:
    """A gazette and its statements, complete before anything of it is written."""
    source = entry.load()
    try:
        gazette = read_gazette(source, lexicon)
        gazette.issues.extend(_misquoted(gazette))
        statements = list(gazette_quads(gazette, base, lexicon))
    except SourceError:
        raise
    except Exception as error:
        # A fault of ours in one gazette must not cost the others; it is told, and KG_DEBUG shows it.
        if os.environ.get("KG_DEBUG") == "1":
            raise
        fault = f"{type(error).__name__}: {error}"
        raise SourceError(f"{entry.path}: the program failed on it ({fault}); report it with the file") from error
    if not _is_gazette(gazette):
        raise SourceError(f"{entry.path}: nothing of a gazette was found in it; check that it is one, and its encoding")
    return gazette, statements


def _is_gazette(gazette: Gazette) -> bool:
    """Whether anything in a text is of the kind that gazettes print."""
    typed = any(item.type != "other" for item in gazette.items)
    told = gazette.meetings or gazette.personnel or gazette.decisions or gazette.triggers.non_acts
    # Anything may tell of what was founded; what was renamed or merged is told of bodies.
    return typed or bool(told) or any(change.kind != "founded" for change in gazette.body_changes)


def _misquoted(gazette: Gazette) -> list[Issue]:
    """Facts whose words do not stand where they say: a fault of ours that a reader must be able to see."""
    return [
        Issue(gazette.source.stem, broken.line, "misquoted", broken.value or "", f"{broken.focus}: {broken.message}")
        for broken in check_quotes(gazette)
    ]


def _log(issue: Issue, target: TextIO, summary: Summary) -> None:
    summary.issues[issue.kind] += 1
    record = {
        "id": issue.id,
        "gazette": issue.gazette,
        "line": issue.line,
        "kind": issue.kind,
        "text": issue.text,
        "message": issue.message,
    }
    target.write(json.dumps(record, ensure_ascii=False) + "\n")


def _merge(parts: list[Path], target: Path) -> int:
    with ExitStack() as stack:
        files = [stack.enter_context(part.open(encoding="utf-8", newline="\n")) for part in parts]
        count = write_sorted(chain.from_iterable(files), target)
    for part in parts:
        part.unlink()
    return count


def _write_manifest(folder: Path, base: str) -> None:
    text = json.dumps({"base": base, "version": __version__}, indent=1) + "\n"
    (folder / MANIFEST).write_text(text, encoding="utf-8")
