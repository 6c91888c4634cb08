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
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import repeat
from multiprocessing import get_context
from pathlib import Path

import spacy
from ner_names import KINDS, Gazette, Name, NoReference, Score, gazettes_of, names_in, occurrences, score
from spacy.language import Language
from spacy.training import Example
from thinc.api import fix_random_seed

from kg.pipeline import find_entities
from kg.read import read_source

ROOT = Path(__file__).resolve().parent.parent
READERS = ("rules", "model", "rules + model")
# The model is worth shipping if it raises F1 by so much over all gazettes, and lowers it in none.
CLEARLY = 0.01
# Of the sentences without a name, and of those so long that they are tables, only some or the beginning are learned from.
EMPTY_SHARE, LONGEST = 0.15, 200
BATCH = 8
_SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]?")
# Small on purpose: a wider net took longer and read a gazette left out no better.
_MODEL = {
    "@architectures": "spacy.TransitionBasedParser.v2", "state_type": "ner", "extra_state_tokens": False,
    "hidden_width": 64, "maxout_pieces": 2, "use_upper": True,
    "tok2vec": {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": 64, "attrs": ["NORM"], "rows": [3000], "include_static_vectors": False,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": 64, "depth": 3, "window_size": 1, "maxout_pieces": 2,
        },
    },
}  # fmt: skip

Marked = tuple[str, list[tuple[int, int, str]]]  # a sentence, and where names stand in it


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


def marked(gazette: Gazette) -> Iterator[Marked]:
    """The sentences of a gazette with their names: those of the reference, and the rules' where they cross none."""
    for page in gazette.pages:
        known = [(start, end, name[0]) for start, end, name in occurrences(page.text, gazette.names | gazette.optional)]
        taken = {place for start, end, _ in known for place in range(start, end)}
        ruled = [span for span in page.spans if span[2] in KINDS and taken.isdisjoint(range(span[0], span[1]))]
        spans = sorted(known + ruled)
        for match in _SENTENCE.finditer(page.text):
            first, last = match.start(), min(match.end(), match.start() + LONGEST)
            inside = [
                (start - first, end - first, label) for start, end, label in spans if start >= first and end <= last
            ]
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
        for first in range(0, len(examples), BATCH):
            nlp.update(examples[first : first + BATCH], drop=0.2, sgd=optimizer)
    return nlp


def leave_one_out(held: Gazette, others: list[Gazette], epochs: int, seed: int) -> list[Row]:
    """The rows of one gazette, read with a model that was trained on the others."""
    nlp = train(sample(others, seed), epochs, seed)
    lines = (line for page in held.pages for line in page.text.split("\n"))
    alone = names_in((one.label_, one.text) for line in lines for one in nlp(line).ents)
    with tempfile.TemporaryDirectory() as folder:
        nlp.to_disk(folder)
        pages = find_entities(read_source(held.path), model=folder)
    together = names_in((one.label, one.text) for page in pages for one in page.entities)
    seen = frozenset[Name]().union(*(other.names | other.optional | other.found for other in others))
    return [
        Row(held.path.stem, kind, reader, score(found, held, label), score(found, held, label, seen))
        for reader, found in zip(READERS, (held.found, alone, together), strict=True)
        for label, kind in KINDS.items()
    ]


def measure(gazettes: list[Gazette], epochs: int, seed: int, jobs: int) -> list[Row]:
    """The rows of all gazettes, each left out in turn."""
    others = [[one for one in gazettes if one is not held] for held in gazettes]
    work = leave_one_out, gazettes, others, repeat(epochs), repeat(seed)
    if jobs == 1:
        return told(map(*work))
    with ProcessPoolExecutor(jobs, get_context("spawn")) as pool:
        return told(pool.map(*work))


def told(found: Iterable[list[Row]]) -> list[Row]:
    """All rows; each gazette is named when its own are there."""
    rows: list[Row] = []
    for some in found:
        rows += some
        say(f"{some[0].gazette}: read with a model trained on the others")
    return rows


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
    before, after = total(rows, READERS[0]), total(rows, READERS[2])
    stems = dict.fromkeys(row.gazette for row in rows)
    worse = [stem for stem in stems if gain([row for row in rows if row.gazette == stem]) < 0]
    wins = gain(rows) >= CLEARLY and not worse
    return (
        f"The model adds {after.found - before.found} names, of which {after.correct - before.correct} are right. "
        f"F1 of the rules is {before.f1:.3f}, with the model {after.f1:.3f} ({gain(rows):+.3f}); "
        f"it falls in {len(worse)} of {len(stems)} gazettes.\n"
        f"{'Worth' if wins else 'Not worth'} shipping: that takes {CLEARLY:+.2f}, and a fall in none."
    )


def as_json(rows: list[Row]) -> str:
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


def positive(words: str) -> int:
    """A whole number from one upwards."""
    if not words.isdecimal() or int(words) < 1:
        raise argparse.ArgumentTypeError(f"{words} is no whole number from 1 upwards")
    return int(words)


def main(words: list[str] | None = None) -> None:
    """Parse the arguments, train, and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--epochs", type=positive, default=8, help="how often the sentences are gone through (8)")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same table (1)")
    parser.add_argument("--output", type=Path, metavar="DIR", help="also write a model trained on all gazettes")
    parser.add_argument("--json", action="store_true", help="the table for programs")
    parser.add_argument("--jobs", type=positive, default=2, help="how many models are trained at once (2)")
    arguments = parser.parse_args(words)
    if arguments.output and arguments.output.exists() and not arguments.output.is_dir():
        parser.error(f"{arguments.output} is a file; give --output a folder")
    try:
        gazettes = gazettes_of(Path(os.environ.get("KG_SHARED") or ROOT.parent / "shared"))
    except NoReference as error:
        sys.exit(str(error))
    rows = measure(gazettes, arguments.epochs, arguments.seed, arguments.jobs)
    print(as_json(rows) if arguments.json else f"{table(rows)}\n\n{verdict(rows)}")
    if arguments.output:
        train(sample(gazettes, arguments.seed), arguments.epochs, arguments.seed).to_disk(arguments.output)
        say(f"{arguments.output}: a model trained on all {len(gazettes)} gazettes")


if __name__ == "__main__":
    main()
