"""The parts of a page as plain data, so that the template only writes them down."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.publish.pages.foreign import called
from kg.publish.pages.links import Links
from kg.publish.pages.words import words
from kg.query import Graph, Iri, Passage
from kg.query.describing import Pointing, Stated, Value, details, labels
from kg.query.describing.labels import short
from kg.query.sparql import Cell

# Rows of one kind on a page; the rest is counted.
SHOWN = 30
# What stands elsewhere in the row of a fact, or tells the same in another form.
_ASIDE = ("personMention", "candidateMention", "agentMention", "authorMention", "authorStatement", "actDate", "onDate")
_ASIDE_TEXT = ("actDateText", "onDateText", "asOfText", "personName", "startLine", "endLine")
# Every act is one besides what it is.
_ABOVE = "PersonnelAct"


Told = Sequence[tuple[str, Cell]]


@dataclass(frozen=True, slots=True)
class Link:
    """Something with a name that may lead to its page."""

    text: str
    href: str | None


@dataclass(frozen=True, slots=True)
class Pair:
    """A property and a value of it."""

    property: Link
    value: Link
    derived: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact in a list: when, what it is, what it is about; gazette, lines and words of each passage that states it."""

    date: str | None
    kind: Link
    about: tuple[Pair, ...]
    passages: tuple[tuple[Link, str, str], ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Facts or things of one kind; `more` counts those that are left out."""

    title: Link
    rows: tuple[Fact | Link, ...]
    more: int
    derived: bool = False

    @property
    def count(self) -> int:
        """How many there are, shown or not."""
        return len(self.rows) + self.more


class Names:
    """IRIs as links with their labels; ask `learn` for many at once first."""

    def __init__(self, graph: Graph, links: Links) -> None:
        self._graph, self._links = graph, links
        self.language = links.language
        self._known: dict[str, str] = {}

    def learn(self, iris: Iterable[str]) -> None:
        """Look up what is not known yet."""
        wanted = {iri for iri in iris if not iri.startswith("_:")} - self._known.keys()
        self._known |= labels(self._graph, wanted, self._links.language) if wanted else {}

    def link(self, value: Cell) -> Link:
        """A value as a link where it is a thing, else as text."""
        if not isinstance(value, Iri):
            return Link(_written(value, self.language), None)
        text = self._known.get(value) or short(self._graph, value)
        return Link(called(text, self._links.language), self._links.thing(value))

    def term(self, name: str) -> Iri:
        """A term of the ontology."""
        return Iri(self._graph.prefixes["gz"] + name)


def pairs(names: Names, values: Sequence[Value]) -> list[Pair]:
    """The statements of a thing."""
    names.learn([*(one.property for one in values), *(one.value for one in values if isinstance(one.value, Iri))])
    return [Pair(names.link(Iri(one.property)), names.link(one.value), one.derived) for one in values]


def pointing(names: Names, told: Sequence[Pointing], stated: set[str]) -> list[Group]:
    """What points to a thing and is no fact with words of its own, by property."""
    found: dict[str, list[Pointing]] = {}
    for one in told:
        if one.other not in stated:
            found.setdefault(one.property, []).append(one)
    names.learn([*found, *(one.other for some in found.values() for one in some[:SHOWN])])
    return [
        Group(
            names.link(Iri(property_)),
            tuple(names.link(Iri(one.other)) for one in some[:SHOWN]),
            len(some[SHOWN:]),
            all(one.derived for one in some),
        )
        for property_, some in found.items()
    ]


def facts(
    graph: Graph, names: Names, iri: str, stated: Sequence[Stated], classes: dict[str, tuple[str, ...]]
) -> list[Group]:
    """The facts about a thing by kind, those of one kind in order of time."""
    above = names.term(_ABOVE)
    by_kind: dict[str, list[Stated]] = {}
    for one in stated:
        kinds = classes.get(one.fact, ())
        by_kind.setdefault(above if above in kinds else next(iter(kinds), ""), []).append(one)
    shown = {one.fact for some in by_kind.values() for one in some[:SHOWN]}
    told = details(graph, shown, names.language)
    names.learn(property_ for some in told.values() for property_, _ in some)
    names.learn(value for some in told.values() for _, value in some if isinstance(value, Iri))
    names.learn([*(kind for fact in shown for kind in classes.get(fact, ())), above])
    return [
        Group(
            names.link(Iri(kind)),
            tuple(_fact(names, iri, one, classes.get(one.fact, ()), told.get(one.fact, [])) for one in some[:SHOWN]),
            len(some[SHOWN:]),
        )
        for kind, some in sorted(by_kind.items(), key=lambda pair: (pair[0] != above, -len(pair[1]), pair[0]))
    ]


def _fact(names: Names, iri: str, one: Stated, classes: Sequence[str], told: Told) -> Fact:
    kind = next((kind for kind in classes if kind != names.term(_ABOVE)), names.term(_ABOVE))
    # An item of a gazette has its day itself; a fact has that of its item.
    days = [str(value) for property_, value in told if property_ == names.term("onDateText")]
    return Fact(
        one.date or min(days, default=None),
        Link(names.link(Iri(kind)).text, names.link(Iri(one.fact)).href),
        tuple(Pair(names.link(Iri(property_)), names.link(value)) for property_, value in _about(names, iri, told)),
        tuple(_passage(names, passage, issue) for passage, issue in one.passages),
    )


def _about(names: Names, iri: str, told: Told) -> Told:
    aside = {names.term(name) for name in (*_ASIDE, *_ASIDE_TEXT)}
    has = {property_ for property_, _ in told}
    # The post tells the title, and says of which body.
    aside |= {names.term("title")} if has & {names.term("post"), names.term("attendedAs")} else set()
    return [(property_, value) for property_, value in told if property_ not in aside and value != iri]


def _passage(names: Names, passage: Passage, issue: str | None) -> tuple[Link, str, str]:
    gazette = Link(passage.gazette, names.link(Iri(issue)).href if issue else None)
    return gazette, lines(passage), passage.words


def lines(passage: Passage) -> str:
    """The lines of a passage, from the first to the last."""
    return "–".join(dict.fromkeys((str(passage.lines[0]), str(passage.lines[-1]))))


def _written(value: Cell, language: str) -> str:
    if isinstance(value, bool):
        return words(language)["js_yes" if value else "js_no"]
    return "" if value is None else str(value)
