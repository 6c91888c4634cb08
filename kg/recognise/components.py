"""Components of the spaCy pipeline for what reading a gazette finds by other ways: bodies, documents, money, places."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.lexicon import Lexicon
from kg.model.errors import ModelError
from kg.recognise.bodies import find_bodies
from kg.recognise.docs import LEXICON, text_of, with_entities
from kg.recognise.documents import find_documents
from kg.recognise.institutions import find_institutions
from kg.recognise.named_places import find_places
from kg.recognise.project_names import find_projects

# The names of the components, and whether they need to know the place that a text is about.
COMPONENTS = {"kg_documents": False, "kg_bodies": True, "kg_projects": False, "kg_money": False, "kg_places": True}
_AMOUNT = re.compile(
    r"(?:人民币|美元|港币)?(?:\d[\d,]*(?:\.\d+)?|[一二三四五六七八九十百千两〇零]+)(?:余|多)?"
    r"(?:[十百千]?[万亿]){0,2}(?:余|多)?(?:元|美元|港元|欧元|日元)(?!宵|旦|素|件)"
)
# The labels of common models, and of models trained on what the rules find, as ours.
_LABELS = {
    "PROJECT": "PROJECT", "TITLE": "TITLE", "PLACE": "PLACE", "DOCUMENT": "DOCUMENT", "MEETING": "MEETING",
    "PERSON": "PERSON", "PER": "PERSON", "ORG": "ORG", "NORP": "ORG", "GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE",
    "LAW": "LAW", "WORK_OF_ART": "DOCUMENT", "EVENT": "MEETING", "DATE": "DATE", "MONEY": "MONEY",
}  # fmt: skip
_Find = Callable[[str], Iterator[tuple[int, int, str]]]


class RuleComponent:
    """Adds what a finder finds in the text: start, end and label of each entity."""

    def __init__(self, find: _Find) -> None:
        self._find = find

    def __call__(self, doc: Doc) -> Doc:
        """The document with the entities found in it."""
        return with_entities(doc, [Span(doc, start, end, label) for start, end, label in self._find(text_of(doc))])


class ModelComponent:
    """Adds the entities of an installed spaCy model where no rule has found any."""

    def __init__(self, model: Language) -> None:
        self._model = model

    def __call__(self, doc: Doc) -> Doc:
        """The document with the model's entities, their labels as ours; the rules' own stay as they are."""
        taken = {place for entity in doc.ents for place in range(entity.start, entity.end)}
        found = []
        for entity in self._model(text_of(doc)).ents:
            label = _LABELS.get(entity.label_)
            if label and taken.isdisjoint(range(entity.start_char, entity.end_char)):
                found.append(Span(doc, entity.start_char, entity.end_char, label, span_id="model"))
        return with_entities(doc, found)


def _bodies(text: str, lexicon: Lexicon, place: tuple[str, ...]) -> Iterator[tuple[int, int, str]]:
    for body in find_bodies(text, place, lexicon):
        yield body.start, body.end, "ORG"
    for institution in find_institutions(text, place, lexicon):
        yield institution.start, institution.end, "ORG"


def _documents(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int, str]]:
    for document in find_documents(text, lexicon):
        yield document.start, document.end, "LAW" if document.kind == "law" else "DOCUMENT"


def _projects(text: str) -> Iterator[tuple[int, int, str]]:
    for start, end in find_projects(text):
        yield start, end, "PROJECT"


def _any_of(names: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name)))))


def _known(text: str, names: dict[str, re.Pattern[str]]) -> Iterator[tuple[int, int, str]]:
    """What is known by name, such as people whom a list names without any word around."""
    for label, pattern in names.items():
        for match in pattern.finditer(text):
            yield match.start(), match.end(), label


def _money(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _AMOUNT.finditer(text) if "元" in text else ():
        yield match.start(), match.end(), "MONEY"


def _places(text: str, lexicon: Lexicon, place: tuple[str, ...]) -> Iterator[tuple[int, int, str]]:
    for start, end in find_places(text, place, lexicon):
        yield start, end, "PLACE"


@Language.factory("kg_bodies", default_config={"lexicon": LEXICON, "place": []})
def _bodies_component(nlp: Language, name: str, lexicon: Lexicon, place: list[str]) -> RuleComponent:
    return RuleComponent(partial(_bodies, lexicon=lexicon, place=tuple(place)))


@Language.factory("kg_documents", default_config={"lexicon": LEXICON})
def _documents_component(nlp: Language, name: str, lexicon: Lexicon) -> RuleComponent:
    return RuleComponent(partial(_documents, lexicon=lexicon))


@Language.factory("kg_projects", default_config={"lexicon": LEXICON})
def _projects_component(nlp: Language, name: str, lexicon: Lexicon) -> RuleComponent:
    return RuleComponent(_projects)


@Language.factory("kg_money", default_config={"lexicon": LEXICON})
def _money_component(nlp: Language, name: str, lexicon: Lexicon) -> RuleComponent:
    return RuleComponent(_money)


@Language.factory("kg_places", default_config={"lexicon": LEXICON, "place": []})
def _places_component(nlp: Language, name: str, lexicon: Lexicon, place: list[str]) -> RuleComponent:
    return RuleComponent(partial(_places, lexicon=lexicon, place=tuple(place)))


@Language.factory("kg_known", default_config={"names": {}})
def _known_component(nlp: Language, name: str, names: dict[str, list[str]]) -> RuleComponent:
    return RuleComponent(partial(_known, names={label: _any_of(row) for label, row in names.items() if row}))


@Language.factory("kg_model")
def _model_component(nlp: Language, name: str, model: str) -> ModelComponent:
    try:
        loaded = spacy.load(model)
    except (OSError, ImportError) as error:
        raise ModelError(
            f"{model}: no spaCy model of this name is installed; see `python -m spacy info`, or give the path of one"
        ) from error
    if not {"ner", "entity_ruler", "span_ruler"} & set(loaded.pipe_names):
        raise ModelError(f"{model}: this spaCy model finds no entities; choose one with a component `ner`")
    return ModelComponent(loaded)
