"""What a report's sentences state of projects."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.context import Context
from kg.extract.reports.projects.allotted import allotted
from kg.extract.reports.projects.clauses import Slot, clauses, masked, slots
from kg.extract.reports.projects.details import Details, amount_told, details
from kg.extract.reports.projects.going_on import priced, stage_told
from kg.extract.reports.projects.lists import pieces
from kg.extract.reports.projects.names import fits, kind_of, name_in
from kg.extract.reports.projects.plans import plans
from kg.extract.reports.projects.sites import site_alone, sites
from kg.extract.reports.projects.tables import tables
from kg.extract.reports.projects.words import Words, words
from kg.model.reports import Project
from kg.model.source import Passage

_TYPES = frozenset(
    ("work_report", "research_report", "examination_report", "inspection_report", "explanation", "follow_up_report",
     "deliberation_opinion", "work_plan", "audit_report", "government_work_report", "decision", "resolution", "other")
)  # fmt: skip
_PLANNED_TYPES = frozenset(("deliberation_opinion", "work_plan"))
_HEADING = re.compile(r"^(?:[一二三四五六七八九十]+、|[一二三四五六七八九十]+[.．])")
_AHEAD = re.compile(r"下一?步|下半年|下一?阶段")
_PHASE = re.compile(r"^[一二三四五六七八九十]期")
_FROM_PHASE = re.compile(r"[一二三四五六七八九十]期.*$")
# A predicate that tells of a stage alone: 完成桩基施工.
_STAGE = re.compile(r"^[^，]{0,20}(?:结构|投资|施工|定标|审批|签约|批复|桩基|工程量|征询|招标|围护|征收|前期)")
_LONGEST_HEADING = 40


def projects(ctx: Context) -> Iterator[Project]:
    """The projects, plans and schemes that an item names, each once for what is said of it."""
    if ctx.type not in _TYPES:
        return
    known = words(ctx.lexicon)
    listed, taken = tables(ctx, known)
    yield from listed
    planned = ctx.type in _PLANNED_TYPES
    for sentence in ctx.sentences:
        if taken and ctx.source.line_of(sentence.offsets[0]) in taken:
            continue
        planned = _planned(sentence.text, planned, known)
        yield from plans(ctx, sentence, known)
        told = _of_sentence(ctx, sentence, planned, known) if known.holds.search(sentence.text) else []
        names = [project.name for project in told]
        yield from told
        for project in allotted(ctx, sentence, known):
            if not any(project.name in name or name in project.name for name in names):
                yield project


def _planned(text: str, before: bool, known: Words) -> bool:
    """Whether a sentence stands below a heading of what is still to be done."""
    if len(text) > _LONGEST_HEADING or not _HEADING.match(text):
        return before
    if known.past_headings.search(text) and not _AHEAD.search(text):
        return False
    return bool(known.planned_headings.search(text)) or before


def _of_sentence(ctx: Context, sentence: Passage, planned: bool, known: Words) -> list[Project]:
    """The projects of a sentence; a clause that only tells an amount or a stage gives it to the one in front."""
    found: list[Project] = []
    last: list[Project] = []
    told_of = known.token.search(sentence.text) or "总投资" in sentence.text
    parts = clauses(sentence, ctx.source) if told_of else ()
    for start, end in parts:
        text = sentence.text[start:end]
        held = known.holds.search(text)
        before = found[-1].name if found else ""
        here = list(_of_clause(ctx, sentence[start:end], planned, before, known)) if held else []
        here = here or (list(priced(ctx, sentence[start:end], known)) if held else [])
        if not here and len(last) == 1 and (more := _more(text, last[0], planned, known)):
            found[-1] = more
            last = [more]
            continue
        last = here
        found += here
    return [*found, *_of_sites(ctx, sentence, planned, [project.name for project in found], known)]


def _more(text: str, last: Project, planned: bool, known: Words) -> Project | None:
    """The project of the clause in front with what a clause without a subject adds: its amount, how far it is."""
    told = amount_told(text) if last.amount is None else None
    if told:
        return replace(last, amount=told[0], unit=told[1])
    status = stage_told(text, known) if last.status is None else None
    return replace(last, status="planned" if planned else status) if status else None


def _of_sites(ctx: Context, sentence: Passage, planned: bool, told: list[str], known: Words) -> Iterator[Project]:
    """The sites that a sentence names outside the names of projects, each with the clause around it."""
    for name, printed, at in sites(sentence.text, known):
        if any(printed in other or name in other for other in told):
            continue
        for start, end in clauses(sentence, ctx.source):
            if start <= at < end:
                clause, slot = sentence[start:end], Slot(at - start, at - start, None, None)
                yield _project(
                    ctx, clause, name, slot, planned, details(clause.text, name, name, "", alone=False), known
                )


def _of_clause(ctx: Context, clause: Passage, planned: bool, last: str, known: Words) -> Iterator[Project]:
    covered = masked(clause.text)
    token = known.token.search(covered)
    agent = known.adverbs.without(clause.text[: token.start()]) if token else ""
    if token is None:
        return
    for slot in slots(covered, known):
        printed = clause.text[slot.start : slot.end]
        if not known.holds.search(printed):
            continue
        parts, collective, refused = pieces(printed, known)
        names = list(_names(parts, slot, collective, refused, last, known))
        # 配合推进: who helps with a project, or goes by it, does not answer for it.
        answers = slot.verb and not any(word in clause.text[token.start() : slot.start] for word in known.beside)
        for part, name in names:
            alone = len(names) == 1 and not collective
            beside = details(clause.text, part, name, agent if answers else "", alone=alone)
            yield _project(ctx, clause, name, slot, planned, beside, known)


def _names(
    parts: list[str], slot: Slot, collective: str | None, refused: bool, last: str, known: Words
) -> Iterator[tuple[str, str]]:
    """The parts that name a project, each with the name; 二期 takes its name from the one before."""
    for part in parts:
        whole = _FROM_PHASE.sub("", last) + part if last and _PHASE.match(part) else part
        name = name_in(whole, known, listed=bool(collective))
        if name and fits(name, slot, collective, refused, known):
            last = name
            yield part, site_alone(name, known)


def _project(
    ctx: Context, clause: Passage, name: str, slot: Slot, planned: bool, beside: Details, known: Words
) -> Project:
    status = _status(clause.text, slot, planned, known)
    evidence = ctx.evidence(clause, "projects.clause", 0.8)
    kind = kind_of(name, known, clause.text)
    return Project(name, kind, status, beside.body, beside.place, beside.amount, beside.unit, beside.period, evidence)


def _status(text: str, slot: Slot, planned: bool, known: Words) -> str | None:
    if planned or known.planned_words.search(text[: slot.start]):
        return "planned"
    status = known.predicates.get(slot.predicate or "")
    if status != "planned" and slot.predicate and _STAGE.match(text[slot.end + len(slot.predicate) :]):
        return "under_construction"
    return status or known.verbs.get(slot.verb or "")
