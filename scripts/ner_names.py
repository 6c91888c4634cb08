"""Names of people, bodies and projects: what reference gazettes hold of them, and what of it was found."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.pipeline import find_entities
from kg.read import read_source
from kg.recognise.entities import Page

KINDS = {"PERSON": "people", "ORG": "bodies", "PROJECT": "projects"}
_PEOPLE_TABLES = ("personnel", "positions", "attendance", "votes", "deputies")
# The reference writes names without these signs, where a text may print them around a name and within it.
_SIGNS = r"[\s《》“”‘’\"']"
_QUOTES = re.compile(f"{_SIGNS}+")

Name = tuple[str, str]  # its label, and its words


class NoReference(Exception):
    """The reference gazettes are not where they are looked for."""


@dataclass(frozen=True, slots=True)
class Gazette:
    """A reference gazette: its text as the rules read it, and the names that its reference facts hold."""

    path: Path
    pages: list[Page]
    names: frozenset[Name]
    optional: frozenset[Name]

    @property
    def found(self) -> set[Name]:
        """The names that the rules find."""
        return names_in((one.label, one.text) for page in self.pages for one in page.entities)


@dataclass(frozen=True, slots=True)
class Score:
    """How many names the reference holds, how many were found, and how many of these are right."""

    reference: int = 0
    found: int = 0
    correct: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.reference + other.reference, self.found + other.found, self.correct + other.correct)

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.correct / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of the reference that was found."""
        return self.correct / self.reference if self.reference else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.correct / (self.found + self.reference) if self.correct else 0.0


def one_form(text: str) -> str:
    """A text in one width, every character in its place."""
    wide = ((sign, unicodedata.normalize("NFKC", sign)) for sign in text)
    return "".join(narrow if len(narrow) == 1 else sign for sign, narrow in wide)


def tight(name: str) -> str:
    """A name in one width, without blanks and quotation marks."""
    return _QUOTES.sub("", one_form(name))


def names_in(found: Iterable[Name]) -> set[Name]:
    """The names of the kinds that count, as they are compared."""
    return {(label, tight(words)) for label, words in found if label in KINDS and tight(words)}


def reference_names(facts: dict[str, list[dict[str, Any]]]) -> Iterator[tuple[Name, bool]]:
    """The names that reference facts hold, and whether each is optional there."""
    people = [row for table in _PEOPLE_TABLES for row in facts.get(table, ())]
    people += [author for item in facts.get("items", ()) for author in item.get("authors") or ()]
    for row in people:
        if row.get("person") and "某" not in row["person"]:
            yield ("PERSON", tight(row["person"])), bool(row.get("optional"))
    for row in facts.get("bodies", ()):
        for name in (row["name"], *(row.get("aliases") or ())):
            yield ("ORG", tight(name)), bool(row.get("optional"))
    for row in facts.get("projects", ()):
        yield ("PROJECT", tight(row["name"])), bool(row.get("optional"))


def occurrences(text: str, names: Iterable[Name]) -> Iterator[tuple[int, int, Name]]:
    """Where names stand in a text, the longest first; a title in 《》 is a document's, whatever it names."""
    labels = {name: label for label, name in sorted(names) if len(name) > 1}
    if not labels:
        return
    longest = sorted(labels, key=lambda name: (-len(name), name))
    pattern = "|".join(f"{_SIGNS}*".join(map(re.escape, name)) for name in longest)
    for match in re.finditer(pattern, one_form(text)):
        start, end = match.span()
        if text[start - 1 : start] != "《" or text[end : end + 1] != "》":
            name = tight(match.group())
            yield start, end, (labels[name], name)


def read(text: Path, facts: Path) -> Gazette:
    """A gazette with the reference names that its text prints; one both optional and required is required."""
    pages = find_entities(read_source(text))
    rows = list(reference_names(json.loads(facts.read_text(encoding="utf-8"))))
    printed = {words for page in pages for _, _, (_, words) in occurrences(page.text, {name for name, _ in rows})}
    required = {name for name, optional in rows if name[1] in printed and not optional}
    optional = {name for name, optional in rows if name[1] in printed} - required
    return Gazette(text, pages, frozenset(required), frozenset(optional))


def gazettes_of(folder: Path) -> list[Gazette]:
    """The gazettes of a folder that have reference facts; raises `NoReference`."""
    texts = sorted((folder / "gazettes").glob("*.txt"))
    pairs = [(text, folder / "gold" / f"{text.stem}.json") for text in texts]
    pairs = [(text, facts) for text, facts in pairs if facts.exists()]
    if len(pairs) < 2:
        raise NoReference(
            f"{folder}: two gazettes or more with reference facts are needed, gazettes/NAME.txt and gold/NAME.json; "
            "set KG_SHARED to the folder that holds them"
        )
    return [read(text, facts) for text, facts in pairs]


def score(found: set[Name], gazette: Gazette, label: str, leave_out: frozenset[Name] = frozenset()) -> Score:
    """Names found against those of the reference, of one kind; optional ones count neither way."""
    of_kind = {name for name in found if name[0] == label} - gazette.optional - leave_out
    reference = {name for name in gazette.names if name[0] == label} - leave_out
    return Score(len(reference), len(of_kind), len(of_kind & reference))
