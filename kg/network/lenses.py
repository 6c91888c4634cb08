"""Graphs of meetings, of what bodies are part of, and of projects; like those of `build`, each of hubs and leaves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import networkx as nx

from kg.network.build import Network, in_order
from kg.network.records import Body, Fact, Person, Records, Said, Task

# What links something to a meeting: what was decided, asked and answered, who came into posts or left them, who sat.
MET = ("decided", "opinion", "answer", "changed", "voted", "present", "observer", "on_leave")
# How far a project is by its last statement; `unstated` is none that we read.
STATUSES = ("completed", "under_construction", "started", "planned", "unstated")
PART = "part"
_SEATED = {"present": "present", "on_leave": "on_leave", "observer": "observer", "observed": "observer"}
_PAPERS = {"opinion": "opinion", "answer": "answer"}


def outcomes(records: Records) -> list[Task]:
    """What came of meetings, each a leaf of the graph of meetings: decisions, opinions, and reports that answer one."""
    decided = (Task(fact.id, _subject(fact), "decision") for fact in records.facts if _is_outcome(fact))
    known = {meeting.id for meeting in records.meetings}
    of = _meeting_of(records)
    said = (Task(one.id, one.text, one.kind) for one in records.said if one.kind in _PAPERS and _met(one, of, known))
    return [*decided, *said]


def meetings(records: Records) -> Network:
    """The graph of meetings: who sat in them, whom they put into posts, and what came of them.

    A node has `kind` (`meeting`, `person` or `task`) and `record`. An edge has `kind="met"`, `state` (one of `MET`),
    `title`, and the `facts` or the `said` that tell it.
    """
    graph: Network = nx.Graph(leaves=("person", "task"))
    graph.add_nodes_from((one.id, {"kind": "meeting", "record": one}) for one in records.meetings)
    people = {person.id: person for person in records.people}
    papers = {paper.id: paper for paper in outcomes(records)}
    for (leaf, met), facts in _at_meetings(records.facts, graph).items():
        record: Person | Task | None = papers.get(leaf) or people.get(leaf)
        if record is not None:
            graph.add_node(leaf, kind="task" if leaf in papers else "person", record=record)
            state, title = _met_state(facts)
            graph.add_edge(leaf, met, kind="met", state=state, title=title, facts=facts)
    of = _meeting_of(records)
    for one in records.said:
        if one.id in papers and (meeting := _met(one, of, graph)):
            graph.add_node(one.id, kind="task", record=papers[one.id])
            graph.add_edge(one.id, meeting, kind="met", state=_PAPERS[one.kind], title=None, said=(one,))
    return graph


def organisation(records: Records) -> Network:
    """The graph of what bodies are part of.

    A body has `kind="body"` where it has parts and `kind="part"` where it has none. An edge has `kind="belongs"`,
    `state="part"`, `title` None, and `part`, the id of the smaller of the two.
    """
    graph: Network = nx.Graph(leaves=(PART,))
    known = {body.id for body in records.bodies}
    child = [body for body in records.bodies if body.parent in known and body.parent != body.id]
    whole = {body.parent for body in child}
    for body in records.bodies:
        graph.add_node(body.id, kind="body" if body.id in whole else PART, record=body)
    for body in child:
        # Two that name each other as their whole have one line.
        if body.parent is not None and not graph.has_edge(body.id, body.parent):
            graph.add_edge(body.id, body.parent, kind="belongs", state=PART, title=None, part=body.id)
    return graph


def projects(records: Records) -> Network:
    """The graph of projects and who acts in them; a project of nobody stands with those of its kind.

    A node has `kind` (`body`, `person`, `sector` or `task`) and `record`. An edge has `kind="project"`, `state` (one of
    `STATUSES`), `title` None and `said`, all statements of the project.
    """
    graph: Network = nx.Graph(leaves=("task",))
    agents: dict[str, Body | Person] = {body.id: body for body in records.bodies}
    agents |= {person.id: person for person in records.people}
    told: defaultdict[str, list[Said]] = defaultdict(list)
    for one in sorted(records.said, key=lambda one: (one.date or "", one.id)):
        if one.task is not None:
            told[one.task].append(one)
    for task in records.tasks:
        if task.sort != "project":
            continue
        graph.add_node(task.id, kind="task", record=task)
        named = sorted({who for one in told[task.id] for part, who in one.about if part == "agent" and who in agents})
        for hub, kind, record in _project_hubs(task, named, agents):
            graph.add_node(hub, kind=kind, record=record)
            said = tuple(told[task.id])
            graph.add_edge(task.id, hub, kind="project", state=_status(said), title=None, said=said)
    return graph


def sectors(records: Records) -> list[Task]:
    """The kinds of projects, as hubs for those that nobody is named with."""
    kinds = {task.sector or "other" for task in records.tasks if task.sort == "project"}
    return [_sector(kind) for kind in sorted(kinds)]


def _sector(kind: str) -> Task:
    return Task(f"sector/{kind}", kind, "sector")


def _project_hubs(
    task: Task, named: list[str], agents: dict[str, Body | Person]
) -> Iterator[tuple[str, str, Body | Person | Task]]:
    for who in named:
        yield who, "body" if isinstance(agents[who], Body) else "person", agents[who]
    if not named:
        sector = _sector(task.sector or "other")
        yield sector.id, "sector", sector


def _status(said: Iterable[Said]) -> str:
    found = [one.sort for one in said if one.kind == "project" and one.sort in STATUSES]
    return found[-1] or "unstated" if found else "unstated"


def _is_outcome(fact: Fact) -> bool:
    return fact.event == "decision" and fact.at is not None


def _subject(fact: Fact) -> str:
    return (fact.note or "").partition(" · ")[0] or fact.meeting or fact.id


def _met(said: Said, of: dict[str, str], known: Iterable[str]) -> str | None:
    """The meeting of the paper that a statement stands in."""
    found = (of.get(quote.paper or "") for quote in said.quotes)
    return next((meeting for meeting in found if meeting is not None and meeting in known), None)


def _meeting_of(records: Records) -> dict[str, str]:
    return {paper.id: paper.meeting for paper in records.papers if paper.meeting is not None}


def _at_meetings(facts: Iterable[Fact], graph: Network) -> dict[tuple[str, str], tuple[Fact, ...]]:
    found: defaultdict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        leaf = fact.id if _is_outcome(fact) else fact.person
        if leaf is not None and fact.at is not None and fact.at in graph:
            found[leaf, fact.at].append(fact)
    return {pair: in_order(group) for pair, group in sorted(found.items())}


def _met_state(facts: Iterable[Fact]) -> tuple[str, str | None]:
    """The strongest of what a meeting was for somebody, with the title that it is said of."""
    ranked = sorted(facts, key=lambda fact: MET.index(_met_as(fact)))
    return _met_as(ranked[0]), ranked[0].title


def _met_as(fact: Fact) -> str:
    if fact.event == "decision":
        return "decided"
    return "voted" if fact.event == "vote" else _SEATED.get(fact.event, "changed")
