"""The first page, the lists of all things of a kind, and what a search finds."""

from __future__ import annotations

from kg.publish.pages.links import Links
from kg.publish.pages.templates import render
from kg.publish.pages.thing.parts import Link
from kg.query import Graph, Iri, find
from kg.query.describing import counted, labels, listed

# What people look for, and then what gazettes state of it: classes of the ontology.
THINGS = ("Person", "Body", "Post", "Meeting", "Project", "GazetteIssue", "GazetteItem")
FACTS = (
    "PersonnelAct", "DeputyChange", "Attendance", "Vote", "Decision", "AgendaItem", "Responsibility", "ProjectStatus",
    "DeliberationOpinion", "Demand", "FollowUpReport", "PlanTopic", "FiscalFigure", "BodyChange",
)  # fmt: skip
DERIVED = ("Tenure", "PostChange", "IdentityJudgement", "Finding")
AT_ONCE = 200
LISTED = (*THINGS, *FACTS, *DERIVED)
_MOST_FOUND = 100
# Pages to turn to before and behind this one, besides the first and the last.
_NEAR = 4


def home_page(graph: Graph, links: Links) -> str:
    """What the graph holds, as numbers that lead to lists."""
    parts = (("holds", THINGS), ("stated", FACTS), ("derived_things", DERIVED))
    found = counted(graph, LISTED)
    space = graph.prefixes["gz"]
    called = labels(graph, (space + name for name in found), links.language)
    rows = {name: (called[space + name], links.listing(name), count) for name, count in found.items() if count}
    told = [(title, [rows[name] for name in some if name in rows]) for title, some in parts]
    return render("home.html.j2", links, parts=[(title, some) for title, some in told if some])


def pages_of(count: int) -> int:
    """How many pages the list of so many things takes."""
    return max(1, -(-count // AT_ONCE))


def list_page(graph: Graph, name: str, page: int, links: Links) -> str | None:
    """A page of the list of all things of a class, by name; None where there is no such page."""
    if name not in LISTED or page < 1:
        return None
    things, count = listed(graph, name, links.language, (page - 1) * AT_ONCE, AT_ONCE)
    last = pages_of(count)
    if page > last:
        return None
    near = sorted({1, last, *range(max(1, page - _NEAR), min(last, page + _NEAR) + 1)})
    iri = graph.prefixes["gz"] + name
    title = labels(graph, [iri], links.language)[iri]
    return render(
        "list.html.j2", links, title=title, count=count, page=page,
        things=[Link(one.label, links.thing(one.iri)) for one in things],
        pages=[(number, links.listing(name, number)) for number in near],
    )  # fmt: skip


def error_page(status: int, message: str, links: Links) -> str:
    """Why there is no page, with the way back; `message` is what programs are told."""
    return render("error.html.j2", links, status=status, message=message)


def search_page(graph: Graph, typed: str, links: Links) -> str:
    """What a text may mean: a name as printed, shortened, in pinyin or initials, a part of it, or an IRI."""
    found = find(graph, typed)
    shown = found[:_MOST_FOUND]
    space = graph.prefixes["gz"]
    classes = {one.kind: space + one.kind.capitalize() for one in shown}
    called = labels(graph, classes.values(), links.language)
    rows = [
        (Link(one.name, links.thing(Iri(one.iri))), called[classes[one.kind]], one.where, one.held[:4], one.iri)
        for one in shown
    ]
    how = f"by_{found[0].how}" if found else ""
    return render(
        "search.html.j2", links, typed=typed, rows=rows, count=len(found), how=how, more=len(found[_MOST_FOUND:])
    )
