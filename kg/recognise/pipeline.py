"""The spaCy pipeline: one token a character, our recognisers as components, their finds as entities and spans.

`doc.ents` holds PERSON, TITLE, ORG, DATE and MEETING; `doc.spans["people"]` and `doc.spans["posts"]` what was found of
people and their posts; `doc.user_data["appositions"]` says which person goes with which post.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from weakref import WeakValueDictionary

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans, registry
from spacy.vocab import Vocab

from kg.lexicon import Lexicon, load
from kg.recognise.appositions import Apposition, appositions
from kg.recognise.dates import find_dates
from kg.recognise.meetings import find_meetings

# A component's settings are plain data, so they name a lexicon, and the registry hands it out.
_LEXICONS: WeakValueDictionary[str, Lexicon] = WeakValueDictionary()
_OF_PACKAGE = "package"
# Putting a text together from its tokens again costs more than all rules do.
_TEXT = "text"


def lexicon_named(name: str) -> Lexicon:
    """The lexicon that a pipeline's settings name; `package` is the one that comes with kg."""
    return load() if name == _OF_PACKAGE else _LEXICONS[name]


registry.misc.register("kg.lexicon.v1", func=lexicon_named)


class CharacterTokenizer:
    """One token a character, so that character offsets are token offsets."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """A document whose tokens are the characters of the text."""
        return Doc(self.vocab, words=list(text), spaces=[False] * len(text), user_data={_TEXT: text})


class PostComponent:
    """Finds people and their posts."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def __call__(self, doc: Doc) -> Doc:
        """The document with the people, bodies and titles found in it."""
        found = list(appositions(_text(doc), self._lexicon))
        doc.user_data["appositions"] = found
        doc.spans["people"] = [doc[start:end] for one in found for start, end in one.names]
        doc.spans["posts"] = [doc[one.start : one.end] for one in found]
        return _with_entities(doc, [entity for one in found for entity in _entities(doc, one)])


class TimeComponent:
    """Finds dates and meetings."""

    def __call__(self, doc: Doc) -> Doc:
        """The document with the dates and meetings found in it."""
        text = _text(doc)
        dates = [Span(doc, mention.start, mention.end, "DATE") for mention in find_dates(text)]
        meetings = [Span(doc, mention.start, mention.end, "MEETING") for mention in find_meetings(text)]
        return _with_entities(doc, meetings + dates)


def _text(doc: Doc) -> str:
    text: str = doc.user_data.get(_TEXT) or doc.text
    return text


def _with_entities(doc: Doc, found: list[Span]) -> Doc:
    if found:
        doc.ents = filter_spans([*doc.ents, *found])
    return doc


def _entities(doc: Doc, found: Apposition) -> Iterator[Span]:
    """The people of an apposition, and of its posts the bodies and titles that are printed."""
    for start, end in found.names:
        yield Span(doc, start, end, "PERSON")
    text, at = _text(doc), found.start
    for post in found.posts:
        body = text.find(post.body, at, found.end) if post.body else -1
        if body >= 0:
            at = body + len(post.body)
            yield Span(doc, body, at, "ORG")
        title = text.find(post.title, at, found.end)
        if title >= 0:
            at = title + len(post.title)
            yield Span(doc, title, at, "TITLE")


@Language.factory("kg_posts", default_config={"lexicon": {"@misc": "kg.lexicon.v1", "name": _OF_PACKAGE}})
def _posts(nlp: Language, name: str, lexicon: Lexicon) -> PostComponent:
    return PostComponent(lexicon)


@Language.factory("kg_times")
def _times(nlp: Language, name: str) -> TimeComponent:
    return TimeComponent()


@cache
def pipeline(lexicon: Lexicon) -> Language:
    """The pipeline with a lexicon of one's own; it is an ordinary `nlp` object."""
    key = f"lexicon-{id(lexicon)}"
    _LEXICONS[key] = lexicon
    nlp = spacy.blank("zh")
    nlp.tokenizer = CharacterTokenizer(nlp.vocab)
    nlp.add_pipe("kg_posts", config={"lexicon": {"@misc": "kg.lexicon.v1", "name": key}})
    nlp.add_pipe("kg_times")
    return nlp
