"""Every term of the ontology on one page that opens without a network."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from kg.publish.pages.ontology.diagram import draw
from kg.publish.pages.ontology.uses import Use
from kg.publish.policy import policy
from kg.rdf.names import DEFAULT_BASE
from kg.rdf.vocabulary import Term, Vocabulary, read_vocabulary

# The parts of the page, in order: the kind of term, and its name in both languages.
PARTS = (
    ("class", "类", "Classes"),
    ("object", "对象属性", "Object properties"),
    ("data", "数据属性", "Data properties"),
    ("value", "取值", "Named values"),
)
_MATCH = {"close": ("近义", "close to"), "broad": ("更广", "narrower than"), "related": ("相关", "related to")}


def ontology_page(base: str = DEFAULT_BASE, uses: Mapping[str, Use] | None = None) -> str:
    """The page as text: `#Tenure` leads to the term of that name. `uses` gives an example of a term by its IRI.

    Raises OutputError when the ontology is not found.
    """
    vocabulary = read_vocabulary(base)
    by_kind: dict[str, list[Term]] = defaultdict(list)
    codes: dict[str | None, list[Term]] = defaultdict(list)
    for term in vocabulary.terms:
        by_kind[term.kind].append(term)
        codes[term.scheme].append(term)
    style, script = _asset("ontology.css"), _asset("ontology.js")
    links = _Links(vocabulary)
    return _environment().get_template("ontology.html.j2").render(
        policy=policy(style, [script]), style=Markup(style), script=Markup(script), vocabulary=vocabulary,
        base=base, parts=[(*part, by_kind[part[0]]) for part in PARTS], schemes=by_kind["scheme"], codes=codes,
        picture=Markup(draw(vocabulary)), link=links.link, example=links.example, uses=uses or {},
        pointing=_pointing(vocabulary), matches=_MATCH,
    )  # fmt: skip


def _pointing(vocabulary: Vocabulary) -> dict[str, dict[str, list[str]]]:
    """Of each class: the properties that it may have, those that lead to it, and its subclasses or values."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for term in vocabulary.terms:
        for role, others in (("has", term.domain), ("of", term.range), ("below", term.parents)):
            for other in others:
                found[other][role].append(term.iri)
    return found


class _Links:
    """IRIs as links: to the place on the page where they are one of ours, else to where they lead."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._short = vocabulary.short
        self._names = {term.iri: term.name for term in vocabulary.terms}

    def link(self, iri: str) -> Markup:
        """A link to a term."""
        if iri in self._names:
            name = self._names[iri]
            return Markup('<a href="#{}"><code>{}</code></a>').format(name, name)
        return Markup('<a class="foreign" href="{}"><code>{}</code></a>').format(iri, self._short(iri))

    def example(self, use: Use) -> Markup:
        """A statement as Turtle would write it."""
        return Markup("<code>{} {} {} .</code>").format(*map(self._turtle, (use.subject, use.predicate, use.value)))

    def _turtle(self, part: str) -> str:
        if part.startswith("<"):
            return self._short(part.strip("<>"))
        text, mark, kind = part.partition("^^")
        return text + mark + self._turtle(kind) if mark else part


def _environment() -> Environment:
    loader = PackageLoader("kg.publish.pages", "ontology")
    return Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip


def _asset(name: str) -> str:
    return resources.files("kg.publish.pages.ontology").joinpath(name).read_text(encoding="utf-8")
