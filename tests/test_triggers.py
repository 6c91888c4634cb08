"""Nothing in silence: every sentence with a word of appointment or removal is read, recognised as no act, or logged."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.extract.context import Context
from kg.lexicon import load
from kg.model.source import Source
from kg.pipeline import read_gazette
from kg.read import read_source
from kg.segment.items import segment

HERE = Path(__file__).parent
LEXICON = load()
TEXTS = sorted([*(HERE / "cases").glob("*.txt"), *(HERE.parent / "examples").glob("*.txt")])


def sentences_with_a_trigger(source: Source) -> int:
    """How many sentences of all items hold such a word, counted apart from the reading."""
    items = (Context(source, LEXICON, draft, 1, ()) for draft in segment(source, LEXICON).drafts)
    words = LEXICON.formulae.triggers
    return sum(any(word in sentence.text for word in words) for item in items for sentence in item.sentences)


def check(path: Path) -> None:
    source = read_source(path)
    gazette = read_gazette(source)
    counts = gazette.triggers
    assert counts.facts + counts.non_acts + counts.issues == sentences_with_a_trigger(source)
    assert all(reason for reason in counts.reasons)
    assert counts.issues <= len(gazette.issues)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_the_three_counts_are_all_sentences(path: Path) -> None:
    check(path)


def test_of_the_reference_gazettes(shared: Path) -> None:
    for path in sorted((shared / "gazettes").glob("*.txt")):
        check(path)
