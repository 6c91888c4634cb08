"""The spaCy pipeline: one token a character, our recognisers as components, their finds as entities and spans.

`doc.spans["titles"]`, `doc.spans["people"]` and `doc.spans["posts"]` hold what was found; `doc.user_data["appositions"]` says which
person goes with which post.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from kg.lexicon import Lexicon, load
from kg.recognise.appositions import appositions
from kg.recognise.dates import find_dates
from kg.recognise.meetings import find_meetings

if TYPE_CHECKING:
    from spacy.vocab import Vocab


class CharacterTokenizer:
    """One token a character, so that character offsets are token offsets."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        return Doc(self.vocab, words=list(text), spaces=[False] * len(text))


class PostComponent:
    """Finds people and their posts."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def __call__(self, doc: Doc) -> Doc:
        found = list(appositions(doc.text, self._lexicon))
        doc.user_data["appositions"] = found
        doc.spans["people"] = [doc[start:end] for one in found for start, end in one.names]
        doc.spans["posts"] = [doc[one.start : one.end] for one in found]
        return doc


class TimeComponent:
    """Finds dates and meetings."""

    def __call__(self, doc: Doc) -> Doc:
        text = doc.text
        doc.spans["dates"] = [doc[mention.start : mention.end] for mention in find_dates(text)]
        doc.spans["meetings"] = [doc[mention.start : mention.end] for mention in find_meetings(text)]
        return doc


@Language.factory("kg_posts")
def _posts(nlp: Language, name: str) -> PostComponent:
    return PostComponent(load())


@Language.factory("kg_times")
def _times(nlp: Language, name: str) -> TimeComponent:
    return TimeComponent()


@cache
def pipeline(lexicon: Lexicon) -> Language:
    """The pipeline with a lexicon of one's own; it is an ordinary `nlp` object."""
    nlp = spacy.blank("zh")
    nlp.tokenizer = CharacterTokenizer(nlp.vocab)
    nlp.add_pipe("kg_posts")
    nlp.get_pipe("kg_posts")._lexicon = lexicon  # type: ignore[attr-defined]
    return nlp
