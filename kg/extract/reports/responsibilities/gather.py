"""All duties that an item states."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from kg.extract.context import Context
from kg.extract.reports.responsibilities import entrusted as commission
from kg.extract.reports.responsibilities import groups as group
from kg.extract.reports.responsibilities.agents import Slots
from kg.extract.reports.responsibilities.labels import Above, below, labelled
from kg.extract.reports.responsibilities.leaders import Division
from kg.extract.reports.responsibilities.nouns import named_for, nouns
from kg.extract.reports.responsibilities.proposals import TRIGGER as HANDLES
from kg.extract.reports.responsibilities.proposals import proposals
from kg.extract.reports.responsibilities.running import Duty, told, verbs
from kg.extract.reports.responsibilities.tables import tabled
from kg.extract.rosters import roster
from kg.lexicon import Lexicon
from kg.model.reports import Responsibility
from kg.model.source import Passage
from kg.recognise.running_names import any_of
from kg.segment.paragraphs import sentences

_NOUN = re.compile(r"(?:单位|部门|主体|责任人|指挥|调度|[召牵][集头]人?|负责)(?:$|[，。；、：（）])")
_PROPOSED = re.compile(r"件|办理《|(?:建议|提案|议案)[”》]?，?[已现具体统一分别交]{0,4}由")
# No real sentence is longer.
_LONGEST = 2000
# Lists of these kinds have tables of their own.
_OWN_TABLES = frozenset(("attendance", "observers", "agenda"))


def responsibilities(ctx: Context) -> Iterator[Responsibility]:
    """Who leads, answers for, heads, handles, assists, belongs or was commissioned, in the order of the text."""
    if ctx.type in _OWN_TABLES:
        return
    for row, duty in tabled(ctx):
        yield from _facts(ctx, row, (duty,), "duty.table")
    listed = [entry for entry in roster(ctx) if entry.below]
    above, division = Above(ctx.title, ctx.lexicon), Division(ctx.lexicon)
    number = 0
    for paragraph in ctx.paragraphs:
        shared = list(division.read(paragraph))
        yield from _facts(ctx, paragraph, shared, "duty.division")
        yield from _facts(ctx, paragraph, labelled(paragraph, above, ctx.lexicon), "duty.label")
        for entry in (one for one in listed if paragraph.offsets[0] <= one.passage.offsets[0] <= paragraph.offsets[-1]):
            yield from _facts(ctx, entry.passage, below(entry.label, entry.name, above, ctx.lexicon), "duty.label")
        above.passed(paragraph.text, paragraph=True)
        told_of = bool(_triggers(ctx.lexicon).search(paragraph.text))
        for sentence in _sentences(paragraph) if told_of else (paragraph,):
            if told_of:
                yield from _of_sentence(ctx, sentence, number, above, divided=bool(shared))
            above.passed(sentence.text, paragraph=False)
            number += 1


def _sentences(paragraph: Passage) -> Iterator[Passage]:
    """The sentences; what goes on without an end, as a list does, is cut at a sign."""
    for sentence in sentences(paragraph):
        start = 0
        while len(sentence) - start > _LONGEST:
            cut = max(sentence.text.rfind(sign, start, start + _LONGEST) for sign in "；，、")
            end = cut + 1 if cut > start else start + _LONGEST
            yield sentence[start:end]
            start = end
        yield sentence[start:]


@cache
def _triggers(lexicon: Lexicon) -> re.Pattern[str]:
    """Any word for which a paragraph is cut into its sentences."""
    words = [word for row in (*lexicon.duties.verbs.values(), *lexicon.duties.nouns.values()) for word in row]
    return re.compile(f"受[^。]{{2,40}}委[托派]|{group.TRIGGER.pattern}|{HANDLES.pattern}|{any_of(words)}")


def _of_sentence(
    ctx: Context, sentence: Passage, number: int, above: Above, *, divided: bool
) -> Iterator[Responsibility]:
    text = sentence.text
    bracketed = "（" in text or "：" in text
    slots = Slots(text, ctx.lexicon, above.task if bracketed and verbs(ctx.lexicon).search(text) else None)
    if "委托" in text or "委派" in text:
        yield from _facts(ctx, sentence, commission.entrusted(ctx, sentence, slots, number), "duty.entrusted")
    if group.TRIGGER.search(text):
        yield from _facts(ctx, sentence, group.grouped(slots, above), "duty.group")
    counted = list(proposals(slots, ctx.title)) if HANDLES.search(text) and _PROPOSED.search(text) else []
    yield from _facts(ctx, sentence, counted, "duty.proposal")
    if _NOUN.search(text) and nouns(ctx.lexicon).search(text):
        yield from _facts(ctx, sentence, named_for(slots), "duty.noun")
    if not divided and verbs(ctx.lexicon).search(text):
        handled = {agent.name for duty in counted for agent in duty.agents}
        duties = (duty for duty in told(slots) if not (duty.kind == "handle" and handled & _names(duty)))
        yield from _facts(ctx, sentence, duties, "duty.verb")


def _names(duty: Duty) -> set[str]:
    return {agent.name for agent in duty.agents}


def _facts(ctx: Context, passage: Passage, duties: Iterable[Duty], rule: str) -> Iterator[Responsibility]:
    for duty in duties:
        if not duty.agents:
            ctx.issue("unread_duty", passage, f"who stands under {duty.role} was not read; check it by hand")
            continue
        evidence = ctx.evidence(passage, rule, 0.9)
        for agent in duty.agents:
            yield Responsibility(agent.name, agent.kind, duty.role, duty.kind, duty.object, evidence)
