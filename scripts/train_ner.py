"""Train a small statistical recogniser of names, and measure what it adds to the rules.

It learns from reference gazettes: their sentences, with the names of the reference facts marked in them and, where none
stands, what the rules find. Each gazette in turn is left out of the training and then read three times: by the rules
alone, by the model alone, and by the rules with the model, as `kg entities FILE --model DIR` does it. What counts is the
set of names found in that gazette, each with its kind, against the reference names that its text prints.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import sys
import tempfile
import time
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.training import Example
from spacy.util import fix_random_seed, minibatch

from kg.pipeline import find_entities
from kg.read import read_source
from kg.recognise.entities import Page

ROOT = Path(__file__).resolve().parent.parent
KINDS = {"PERSON": "people", "ORG": "bodies", "PROJECT": "projects"}
READERS = ("rules", "model", "rules + model")
# The model is worth shipping if it raises F1 by so much over all gazettes, and lowers it in none.
CLEARLY = 0.01
# Of the sentences without a name, and of those so long that they are tables, only some or the beginning are learned from.
EMPTY_SHARE, LONGEST = 0.15, 200
_PEOPLE_TABLES = ("personnel", "positions", "attendance", "votes", "deputies")
_SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]?")
_QUOTES = re.compile(r"[\s《》“”‘’\"']+")
# Two characters over and below each other in a small net: what stands up to eight characters away can be seen.
_TOK2VEC = {
    "@architectures": "spacy.Tok2Vec.v2",
    "embed": {
        "@architectures": "spacy.MultiHashEmbed.v2",
        "width": 64,
        "attrs": ["NORM", "SHAPE"],
        "rows": [3000, 200],
        "include_static_vectors": False,
    },
    "encode": {
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "width": 64,
        "depth": 4,
        "window_size": 2,
        "maxout_pieces": 2,
    },
}
_MODEL = {
    "@architectures": "spacy.TransitionBasedParser.v2",
    "state_type": "ner",
    "extra_state_tokens": False,
    "hidden_width": 64,
    "maxout_pieces": 2,
    "use_upper": True,
    "tok2vec": _TOK2VEC,
}

Name = tuple[str, str]  # its label, and its words
Marked = tuple[str, list[tuple[int, int, str]]]  # a sentence, and where names stand in it


class NoReference(Exception):
    """The reference gazettes are not where they are looked for."""


@dataclass(frozen=True, slots=True)
class Gazette:
    """A reference gazette: its text as the rules read it, and the names that its reference facts hold."""

    path: Path
    pages: list[Page]
    names: frozenset[Name]
    optional: frozenset[Name] = field(default_factory=frozenset)

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


@dataclass(frozen=True, slots=True)
class Row:
    """What one reader found of one kind in a gazette that the model was not trained on."""

    gazette: str
    kind: str
    reader: str
    all: Score
    unseen: Score


def say(words: str) -> None:
    """Talk to the user."""
    print(words, file=sys.stderr, flush=True)


def tight(name: str) -> str:
    """A name in one width, without blanks and quotation marks."""
    return _QUOTES.sub("", unicodedata.normalize("NFKC", name))


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
    pattern = "|".join(map(re.escape, sorted(labels, key=lambda name: (-len(name), name))))
    for match in re.finditer(pattern, text):
        start, end = match.span()
        if text[start - 1 : start] != "《" or text[end : end + 1] != "》":
            yield start, end, (labels[match.group()], match.group())


def read(text: Path, facts: Path) -> Gazette:
    """A gazette with the reference names that its text prints."""
    pages = find_entities(read_source(text))
    rows = dict(reference_names({}) if not facts.exists() else _names_of(facts))
    stands = {name for page in pages for _, _, name in occurrences(page.text, rows)}
    optional = frozenset(name for name in stands if rows[name])
    return Gazette(text, pages, frozenset(stands) - optional, optional)


def _names_of(facts: Path) -> Iterator[tuple[Name, bool]]:
    """The names of a file of facts; one that is optional somewhere and required elsewhere is required."""
    found = list(reference_names(json.loads(facts.read_text(encoding="utf-8"))))
    yield from sorted(found, key=lambda one: not one[1])


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


def marked(gazette: Gazette) -> Iterator[Marked]:
    """The sentences of a gazette with their names: those of the reference, and the rules' where they cross none."""
    for page in gazette.pages:
        known = [(start, end, name[0]) for start, end, name in occurrences(page.text, gazette.names | gazette.optional)]
        taken = {place for start, end, _ in known for place in range(start, end)}
        spans = sorted(known + [span for span in page.spans if taken.isdisjoint(range(span[0], span[1]))])
        for match in _SENTENCE.finditer(page.text):
            first, last = match.start(), min(match.end(), match.start() + LONGEST)
            inside = [(start - first, end - first, label) for start, end, label in spans if start >= first and end <= last]
            yield page.text[first:last], inside


def sample(gazettes: Iterable[Gazette], seed: int) -> list[Marked]:
    """What is learned from: every sentence with a name, and some of those without."""
    chance = random.Random(seed)
    every = [sentence for gazette in gazettes for sentence in marked(gazette)]
    return [(text, spans) for text, spans in every if spans or chance.random() < EMPTY_SHARE]


def train(sentences: list[Marked], epochs: int, seed: int) -> Language:
    """A model that has learned from sentences; the same for the same sentences, epochs and seed."""
    fix_random_seed(seed)
    chance = random.Random(seed)
    nlp = spacy.blank("zh")  # one token a character, as our own tokenizer does it, and any spaCy can load it
    nlp.add_pipe("ner", config={"model": _MODEL})
    examples = [Example.from_dict(nlp.make_doc(text), {"entities": spans}) for text, spans in sentences]
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(epochs):
        chance.shuffle(examples)
        for batch in minibatch(examples, size=16):
            nlp.update(batch, drop=0.2, sgd=optimizer)
    return nlp


def score(found: set[Name], gazette: Gazette, label: str, leave_out: frozenset[Name] = frozenset()) -> Score:
    """Names found against those of the reference, of one kind; optional ones count neither way."""
    of_kind = {name for name in found if name[0] == label} - gazette.optional - leave_out
    reference = {name for name in gazette.names if name[0] == label} - leave_out
    return Score(len(reference), len(of_kind), len(of_kind & reference))


def leave_one_out(held: Gazette, others: list[Gazette], epochs: int, seed: int) -> Iterator[Row]:
    """The rows of one gazette, read with a model that was trained on the others."""
    nlp = train(sample(others, seed), epochs, seed)
    alone = names_in((one.label_, one.text) for page in held.pages for line in page.text.split("\n") for one in nlp(line).ents)
    with tempfile.TemporaryDirectory() as folder:
        nlp.to_disk(folder)
        pages = find_entities(read_source(held.path), model=folder)
    together = names_in((one.label, one.text) for page in pages for one in page.entities)
    seen = frozenset().union(*(other.names | other.optional | other.found for other in others))
    for reader, found in zip(READERS, (held.found, alone, together), strict=True):
        for label, kind in KINDS.items():
            yield Row(held.path.stem, kind, reader, score(found, held, label), score(found, held, label, seen))


def total(rows: Iterable[Row], reader: str, unseen: bool = False) -> Score:
    """What a reader found in all of some rows."""
    return sum((row.unseen if unseen else row.all for row in rows if row.reader == reader), Score())


def groups(rows: list[Row]) -> Iterator[tuple[str, list[Row], bool]]:
    """The lines of the table: each gazette, each kind, all names, and all that the training never showed."""
    for gazette in dict.fromkeys(row.gazette for row in rows):
        yield gazette, [row for row in rows if row.gazette == gazette], False
    for kind in KINDS.values():
        yield kind, [row for row in rows if row.kind == kind], False
    yield "all", rows, False
    yield "all, not seen in training", rows, True


def table(rows: list[Row]) -> str:
    """The table as text, in the form of Markdown."""
    head = ["names", "reference", *(f"{reader}: P | R | F1" for reader in READERS)]
    lines = [f"| {' | '.join(head)} |", "|---|" + "--:|" * (1 + 3 * len(READERS))]
    for title, chosen, unseen in groups(rows):
        scores = [total(chosen, reader, unseen) for reader in READERS]
        cells = [f"{one.precision:.3f} | {one.recall:.3f} | {one.f1:.3f}" for one in scores]
        lines.append(f"| {title} | {scores[0].reference} | {' | '.join(cells)} |")
    return "\n".join(lines)


def gain(rows: list[Row]) -> float:
    """By how much the model raises F1 of the rules."""
    return total(rows, READERS[2]).f1 - total(rows, READERS[0]).f1


def verdict(rows: list[Row]) -> str:
    """Whether the model raises F1 clearly, in words."""
    before, after = total(rows, READERS[0]).f1, total(rows, READERS[2]).f1
    stems = dict.fromkeys(row.gazette for row in rows)
    worse = [stem for stem in stems if gain([row for row in rows if row.gazette == stem]) < 0]
    wins = gain(rows) >= CLEARLY and not worse
    return (
        f"F1 of the rules {before:.3f}, with the model {after:.3f} ({gain(rows):+.3f}); it falls in {len(worse)} of {len(stems)} "
        f"gazettes. The model is {'worth adding' if wins else 'not worth adding'}: that takes {CLEARLY:+.2f}, and a fall in none."
    )


def as_json(rows: list[Row], seconds: float) -> str:
    """The table for programs: counts and figures of each line and reader."""
    written = [
        {
            "names": title,
            "reader": reader,
            **{key: getattr(one, key) for key in ("reference", "found", "correct")},
            **{key: round(getattr(one, key), 4) for key in ("precision", "recall", "f1")},
        }
        for title, chosen, unseen in groups(rows)
        for reader in READERS
        for one in [total(chosen, reader, unseen)]
    ]
    return json.dumps({"rows": written, "verdict": verdict(rows)}, ensure_ascii=False, indent=1)


def main() -> None:
    """Parse the arguments, train, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--epochs", type=int, default=8, help="how often the sentences are gone through (8)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--output", type=Path, metavar="DIR", help="also write a model trained on all gazettes")
    parser.add_argument("--json", action="store_true", help="the table for programs")
    arguments = parser.parse_args()
    start = time.perf_counter()
    try:
        gazettes = gazettes_of(Path(os.environ.get("KG_SHARED") or ROOT.parent / "shared"))
    except NoReference as error:
        sys.exit(str(error))
    rows: list[Row] = []
    for held in gazettes:
        rows += leave_one_out(held, [one for one in gazettes if one is not held], arguments.epochs, arguments.seed)
        say(f"{held.path.stem}: read with a model of the others, {time.perf_counter() - start:.0f} s")
    print(as_json(rows, 0) if arguments.json else f"{table(rows)}\n\n{verdict(rows)}")
    if arguments.output:
        train(sample(gazettes, arguments.seed), arguments.epochs, arguments.seed).to_disk(arguments.output)
        say(f"{arguments.output}: a model trained on all {len(gazettes)} gazettes")


if __name__ == "__main__":
    main()
