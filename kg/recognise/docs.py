"""What all components of the spaCy pipeline share: the text of a document, its entities, and the lexicon by name."""

from __future__ import annotations

from collections.abc import Iterable
from weakref import WeakValueDictionary

from spacy.tokens import Doc, Span
from spacy.util import filter_spans, registry

from kg.lexicon import Lexicon, load

# A component's settings are plain data, so they name a lexicon, and the registry hands it out.
_LEXICONS: WeakValueDictionary[str, Lexicon] = WeakValueDictionary()
_OF_PACKAGE = "package"
LEXICON = {"@misc": "kg.lexicon.v1", "name": _OF_PACKAGE}
# Putting a text together from its tokens again costs more than all rules do.
TEXT = "text"


def lexicon_named(name: str) -> Lexicon:
    """The lexicon that a pipeline's settings name; `package` is the one that comes with kg."""
    return load() if name == _OF_PACKAGE else _LEXICONS[name]


registry.misc.register("kg.lexicon.v1", func=lexicon_named)


def register(lexicon: Lexicon | None) -> dict[str, str]:
    """The settings that name a lexicon; without one, that of the package."""
    if lexicon is None:
        return LEXICON
    key = f"lexicon-{id(lexicon)}"
    _LEXICONS[key] = lexicon
    return {**LEXICON, "name": key}


def text_of(doc: Doc) -> str:
    """The text of a document."""
    text: str = doc.user_data.get(TEXT) or doc.text
    return text


def with_entities(doc: Doc, found: Iterable[Span]) -> Doc:
    """The document with more entities; of two that overlap the longer stays."""
    spans = list(found)
    if spans:
        doc.ents = filter_spans([*doc.ents, *spans])
    return doc
