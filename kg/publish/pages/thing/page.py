"""From an IRI to a page: what the thing is, who held what, what gazettes state, and every statement of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kg.publish.pages.links import DATA, Links
from kg.publish.pages.templates import render
from kg.publish.pages.thing.careers import career
from kg.publish.pages.thing.findings import contradictions
from kg.publish.pages.thing.met import met
from kg.publish.pages.thing.parts import Names, facts, pairs, pointing
from kg.publish.pages.thing.printed import printed
from kg.query import Graph, Iri, identity
from kg.query.describing import MOST, Description, describe
from kg.query.naming.iris import iris


def thing_page(graph: Graph, iri: str, links: Links, texts: Path | None = None) -> str | None:
    """The page of a thing of any kind, a term of the ontology also; None where the graph holds nothing of it.

    `texts` is the folder of the texts that a build keeps: of an item, all that is printed is shown.
    """
    told = describe(graph, iri, links.language)
    if told is None:
        return None
    names = Names(graph, links)
    names.learn([iri])
    kind = _kind(graph, told)
    stated = {one.fact for one in told.stated}
    return render(
        "thing/thing.html.j2",
        links,
        iri=iri,
        title=names.link(Iri(iri)).text,
        kind=kind,
        career=career(graph, links, iri, kind),
        identity=_identity(graph, iri, names) if kind == "person" else [],
        facts=facts(graph, names, iri, told.stated, told.classes),
        met=met(graph, names, links, iri) if kind == "meeting" else [],
        contradictions=contradictions(graph, names, stem) if (stem := _stem(graph, told)) else [],
        printed=printed(graph, iri, texts),
        statements=pairs(names, told.values),
        pointing=pointing(names, told.pointing, stated),
        cut=MOST if told.cut else 0,
        classes=_classes(names, told),
        data=[(name, links.data(iri, media)) for name, media in DATA.items()],
        sparql=links.action("sparql", query=_question(iri)),
    )


def page_of(graph: Graph, typed: str, links: Links, texts: Path | None = None) -> str | None:
    """The page of what somebody typed as an IRI, whole or with a prefix; None where the graph holds nothing of it."""
    try:
        return next(filter(None, (thing_page(graph, iri, links, texts) for iri in iris(graph, typed))), None)
    except ValueError:  # no IRI at all
        return None


def _kind(graph: Graph, told: Description) -> str:
    classes = set(told.classes.get(told.iri, ()))
    space = graph.prefixes["gz"]
    return next((name.lower() for name in ("Person", "Post", "Body", "Meeting") if space + name in classes), "")


def _stem(graph: Graph, told: Description) -> str:
    """The name of the file of an issue; nothing for anything else."""
    space = graph.prefixes["gz"]
    if space + "GazetteIssue" not in told.classes.get(told.iri, ()):
        return ""
    return next((str(one.value) for one in told.values if one.property == space + "stem"), "")


def _classes(names: Names, told: Description) -> list[object]:
    own = told.classes.get(told.iri, ())
    names.learn(own)
    return [names.link(Iri(one)) for one in own]


def _identity(graph: Graph, iri: str, names: Names) -> list[tuple[object, object]]:
    """The comparisons of a person, each with the person of the other side where it is another."""
    found = identity(graph, iri)
    names.learn(one.other for one in found)
    told = [replace(one, reason=_half(one.reason, names.language)) for one in found]
    return [(one, names.link(Iri(one.other)) if one.other != iri else None) for one in told]


def _half(reason: str, language: str) -> str:
    """The words of one language of `中文 / English`, each half with the same names in it; others as they are."""
    parts = reason.split(" / ")
    middle, rest = divmod(len(parts), 2)
    if rest:
        return reason
    return " / ".join(parts[middle:] if language == "en" else parts[:middle])


def _question(iri: str) -> str:
    return f"""\
SELECT ?subject ?property ?value WHERE {{
  {{ BIND(<{iri}> AS ?subject) <{iri}> ?property ?value }}
  UNION {{ BIND(<{iri}> AS ?value) ?subject ?property <{iri}> }}
}}
ORDER BY ?subject ?property ?value
LIMIT 1000
"""
