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


@pytest.mark.parametrize(
    ("sentence", "read", "no_act"),
    [
        ("会议决定任命常山为县财政局局长。", 1, 0),
        ("会议任命了48名人民陪审员。", 0, 1),
        ("会议免去部分审判人员职务，补选市人大代表2名。", 0, 1),
        ("根据规定，撤销职务应当报告。", 0, 1),
        ("会议补选市人大代表2名：具体名单见附件。", 0, 0),
    ],
)
def test_how_a_sentence_ends(sentence: str, read: int, no_act: int, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("2021年3月5日，白沙县第九届人民代表大会常务委员会举行第十二次会议。\n" + sentence, encoding="utf-8")
    counts = read_gazette(read_source(page)).triggers
    assert (counts.facts, counts.non_acts, counts.issues) == (read, no_act, 1 - read - no_act)
