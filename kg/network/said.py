"""What reports say, asked of the store: duties, projects, opinions and their answers, topics of plans, findings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from kg.network.records import Quote, Said, Task
from kg.network.rows import Row, every, first, grouped, text

_KINDS = {
    "said_duties": "duty", "said_projects": "project", "said_opinions": "opinion",
    "said_answers": "answer", "said_topics": "topic", "said_findings": "finding",
    "said_points": "point",
}  # fmt: skip


def said(ask: Callable[[str], list[Row]], quotes: Mapping[str, Quote], meetings: Mapping[str, str]) -> tuple[Said, ...]:
    """All statements of reports, sorted by their ids; `ask` answers a question by its name."""
    points, answers = _points(ask("demands")), _answers(ask("responses"))
    chinese = {text(finding): words for finding, words in ask("findings_zh")}
    found: dict[str, Said] = {}
    projects: dict[tuple[str, str], str] = {}
    # Projects first: who answers for something by the name of a project of that gazette answers for the project.
    for question in sorted(_KINDS, key=lambda name: name != "said_projects"):
        for node, rows in grouped(ask(question)):
            one = _statement(_KINDS[question], node, rows, quotes, meetings, projects)
            found[node] = replace(
                one, points=points.get(node, ()), answers=answers.get(node, ()), chinese=chinese.get(node)
            )
    return tuple(found[node] for node in sorted(found))


def tasks(statements: Iterable[Said]) -> Iterator[Task]:
    """What duties and projects are about, one of each, sorted by id."""
    found: dict[str, Task] = {}
    for one in statements:
        if one.task is not None and (one.kind == "project" or one.task not in found):
            found[one.task] = Task(one.task, one.text, _task_sort(one), one.role if one.kind == "project" else None)
    yield from (found[node] for node in sorted(found))


def _task_sort(one: Said) -> str:
    if one.kind == "project":
        return "project"
    return "report" if one.sort == "entrusted" else "task"


def _statement(
    kind: str, node: str, rows: list[Row], quotes: Mapping[str, Quote], meetings: Mapping[str, str],
    projects: dict[tuple[str, str], str],
) -> Said:  # fmt: skip
    about = sorted({(part, who) for row in rows if (part := row[7]) and (who := row[8])})
    spans = tuple(quotes[span] for span in every(rows, 9) if span in quotes)
    words = first(rows, 1) or ""
    return Said(
        node, kind, words, tuple(pair for pair in about if pair[0] != "meeting"),
        first(rows, 2), first(rows, 3), first(rows, 4), text(first(rows, 5)).strip() or None,
        _task(kind, words, first(rows, 6), spans, projects),
        meetings=tuple(meetings[who] for part, who in about if part == "meeting" and who in meetings),
        quotes=tuple(sorted(spans, key=lambda quote: (quote.gazette, quote.lines))),
    )  # fmt: skip


def _task(
    kind: str, words: str, project: str | None, spans: tuple[Quote, ...], projects: dict[tuple[str, str], str]
) -> str | None:
    """The id of what is answered for: a project, or the words within one item.

    The same words of two reports (检查组) need not mean the same.
    """
    gazette = spans[0].gazette if spans else ""
    if project is not None:
        projects[gazette, words] = project
        return project
    if kind != "duty":
        return None
    where = (spans[0].paper if spans else None) or gazette
    base, mark, tail = where.partition("/id/")
    return projects.get((gazette, words)) or (f"{base}{mark}task/{tail}/{words}" if mark else f"task/{where}/{words}")


def _points(rows: Iterable[Row]) -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for opinion, place, point in rows:
        found[text(opinion)].append((int(place or 0), text(point)))
    return {opinion: tuple(point for _, point in sorted(pairs)) for opinion, pairs in found.items()}


def _answers(rows: Iterable[Row]) -> dict[str, tuple[tuple[str, str | None], ...]]:
    found: defaultdict[str, list[tuple[str, str | None]]] = defaultdict(list)
    for opinion, report, days in rows:
        found[text(opinion)].append((text(report), days))
    return {opinion: tuple(pairs) for opinion, pairs in found.items()}
