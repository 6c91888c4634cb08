"""The spaCy pipeline: one token a character, our recognisers as components, their finds as entities and spans.

`doc.ents` holds what was found, none of it overlapping; `doc.spans["people"]` and `doc.spans["posts"]` what was found
of people and their posts; `doc.user_data["appositions"]` says which person goes with which post. Reading a gazette
needs the first two components alone; the others (`kg.recognise.components`) are for who asks for them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from kg.lexicon import Lexicon
from kg.recognise.appositions import Apposition, appositions
from kg.recognise.components import COMPONENTS
from kg.recognise.dates import find_dates
from kg.recognise.docs import LEXICON, TEXT, register, text_of, with_entities
from kg.recognise.meetings import find_meetings

# What reading a gazette needs, and all that stands in a text; where two finds overlap the longer one wins.
BASIC = ("kg_posts", "kg_times")
EVERYTHING = (*BASIC, *COMPONENTS)


class CharacterTokenizer:
    """One token a character, so that character offsets are token offsets."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """A document whose tokens are the characters of the text."""
        return Doc(self.vocab, words=list(text), spaces=[False] * len(text), user_data={TEXT: text})


class PostComponent:
    """Finds people and their posts."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def __call__(self, doc: Doc) -> Doc:
        """The document with the people, bodies and titles found in it."""
        found = list(appositions(text_of(doc), self._lexicon))
        doc.user_data["appositions"] = found
        doc.spans["people"] = [doc[start:end] for one in found for start, end in one.names]
        doc.spans["posts"] = [doc[one.start : one.end] for one in found]
        return with_entities(doc, [entity for one in found for entity in _entities(doc, one)])


class TimeComponent:
    """Finds dates and meetings."""

    def __call__(self, doc: Doc) -> Doc:
        """The document with the dates and meetings found in it."""
        text = text_of(doc)
        dates = [Span(doc, mention.start, mention.end, "DATE") for mention in find_dates(text)]
        ends = [date.end for date in dates]
        meetings = [
            Span(doc, max([mention.start, *(end for end in ends if end < mention.end)]), mention.end, "MEETING")
            for mention in find_meetings(text)
        ]
        return with_entities(doc, meetings + dates)


def _entities(doc: Doc, found: Apposition) -> Iterator[Span]:
    """The people of an apposition, and of its posts the bodies and titles that are printed."""
    for start, end in found.names:
        yield Span(doc, start, end, "PERSON")
    text, at = text_of(doc), found.start
    for post in found.posts:
        body = text.find(post.body, at, found.end) if post.body else -1
        if body >= 0:
            at = body + len(post.body)
            yield Span(doc, body, at, "ORG")
        title = text.find(post.title, at, found.end)
        if title >= 0:
            at = title + len(post.title)
            yield Span(doc, title, at, "TITLE")


@Language.factory("kg_posts", default_config={"lexicon": LEXICON})
def _posts(nlp: Language, name: str, lexicon: Lexicon) -> PostComponent:
    return PostComponent(lexicon)


@Language.factory("kg_times")
def _times(nlp: Language, name: str) -> TimeComponent:
    return TimeComponent()


@cache
def pipeline(
    lexicon: Lexicon | None = None,
    components: tuple[str, ...] = BASIC,
    place: tuple[str, ...] = (),
    model: str | None = None,
    known: tuple[tuple[str, tuple[str, ...]], ...] = (),
) -> Language:
    """The pipeline as an ordinary `nlp` object, with a lexicon of one's own or that of the package.

    `components` are any of `EVERYTHING`, in order; `place` is the chain of places that the texts are about, so that
    区财政局 is known to be a body. `model` is a spaCy model, by name or folder, whose entities are added where no rule
    has found any. `known` are names to find wherever they stand, by label. Raises `ModelError` without the model.
    """
    settings = register(lexicon)
    nlp = spacy.blank("zh")
    nlp.tokenizer = CharacterTokenizer(nlp.vocab)
    for name in components:
        nlp.add_pipe(name, config=_settings(name, settings, place))
    if known:
        nlp.add_pipe("kg_known", config={"names": {label: list(names) for label, names in known}})
    if model is not None:
        nlp.add_pipe("kg_model", config={"model": model})
    return nlp


def _settings(name: str, lexicon: dict[str, str], place: tuple[str, ...]) -> dict[str, Any]:
    settings: dict[str, Any] = {} if name == "kg_times" else {"lexicon": lexicon}
    return {**settings, "place": list(place)} if COMPONENTS.get(name) else settings
