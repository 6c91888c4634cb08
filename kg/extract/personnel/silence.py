"""Nothing that has the form of an act ends in silence.

A sentence is accounted for as a whole: one act read in it covers it, and one word (去年, 未获) takes all of it for no act.
Here its clauses are looked at one by one, when all readers have read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.extract.context import Context
from kg.extract.ledger import has_trigger
from kg.extract.personnel.acts import clauses
from kg.extract.personnel.nonacts import clause_no_act, conditional, excused, names_nobody, no_act_item, refused
from kg.lexicon import Lexicon
from kg.model.facts import Evidence, PersonnelEvent
from kg.model.source import Passage
from kg.recognise.posts import titles
from kg.recognise.running_names import any_of

# Papers that do what their sentences say; of others only the sentences in which an act was read are looked at.
_FORMAL = frozenset(
    ("personnel_list", "announcement", "decision", "resignation_decision", "resolution", "filing_report")
)
# Reasons that a word somewhere in a sentence gives; the others are given by its form.
_BY_A_WORD = frozenset(("retold", "mentioned", "rule", "refused", "anonymous", "filing_report"))


def report_silent(ctx: Context, events: Sequence[PersonnelEvent], stated: Sequence[Evidence]) -> None:
    """Note the clauses that have the form of an act and ended neither as a fact nor in the issues.

    `events` are those of the item; `stated` is the evidence of all its facts that acts can end in.
    """
    if no_act_item(ctx) not in (None, "filing_report"):
        return
    for sentence in ctx.sentences:
        if has_trigger(sentence, ctx.lexicon) and _looked_at(ctx, sentence, stated):
            for clause in _silent(ctx, sentence, events, stated):
                ctx.issue("unread_trigger", clause, "an act in this sentence was not read; check it by hand")
                ctx.ledger.not_understood(sentence)


def _looked_at(ctx: Context, sentence: Passage, stated: Sequence[Evidence]) -> bool:
    reason = ctx.ledger.reasons.get(sentence.offsets[0])
    return _told(sentence, stated) or (ctx.type in _FORMAL and reason in _BY_A_WORD)


def _silent(
    ctx: Context, sentence: Passage, events: Sequence[PersonnelEvent], stated: Sequence[Evidence]
) -> Iterator[Passage]:
    noted = [issue.text for issue in ctx.issues if issue.line == ctx.source.line_of(sentence.offsets[0])]
    for clause in _clauses(sentence, ctx.lexicon):
        told = _told(clause, stated) or any(_repeats(clause.text, event) for event in events)
        if told or names_nobody(clause.text, ctx.lexicon) or _excused(ctx, clause):
            continue
        if not any(clause.text in text or text in clause.text for text in noted):
            yield clause


def _excused(ctx: Context, clause: Passage) -> bool:
    """Whether a word of a clause tells that it is no act; in a list nothing but a proposal does, behind its verb."""
    if ctx.type == "personnel_list" and _opening(ctx.lexicon).match(clause.text):
        return clause_no_act(clause.text, ctx.lexicon) in ("proposed", "refused")
    return excused(clause.text, ctx.lexicon)


@cache
def _opening(lexicon: Lexicon) -> re.Pattern[str]:
    words = lexicon.formulae
    return re.compile(rf"(?:{any_of(words.openings)})*(?:{any_of([*words.appoint, *words.remove, *words.dismiss])})")


def _clauses(sentence: Passage, lexicon: Lexicon) -> Iterator[Passage]:
    """The clauses that have the form of an act, but for what would only follow or was refused."""
    if conditional(sentence.text):
        return
    for part in re.finditer(r"[^；。]+", sentence.text):
        if not refused(part.group(), lexicon):
            yield from (one for one in clauses(sentence[slice(*part.span())]) if _acts(lexicon).search(one.text))


def _repeats(text: str, event: PersonnelEvent) -> bool:
    """Whether a clause tells again what an event of the item says."""
    return event.person is not None and event.person in text and event.title in text


def _told(passage: Passage, stated: Sequence[Evidence]) -> bool:
    start, end = passage.span
    return any(evidence.start < end and evidence.end > start for evidence in stated)


@cache
def _acts(lexicon: Lexicon) -> re.Pattern[str]:
    """A verb with somebody and a title behind it, or a title that is said to end."""
    words = lexicon.formulae
    verbs = any_of([v for v in (*words.appoint, *words.remove, *words.dismiss) if len(v) > 1])
    verbs += rf"|(?:{any_of(words.accept)})[^，。；]{{2,60}}辞去"
    title = rf"(?:{titles(lexicon).words})(?:（[^（）]*）)?"
    ends = r"(?:相应|自然|自行|随之|同时|一并|即行|依法|予以|均|也)*(?:终止|免除|撤销)"
    return re.compile(
        rf"(?:{verbs})了?(?![^为的任]{{0,12}}(?:部分|有关|若干|个别)).{{2,80}}?{title}(?:的?职务|一职)?(?:的?(?:请求|申请))?$"
        rf"|{title}的?(?:职务|一职){ends}$|.{{2,40}}当选为?.{{2,40}}{title}$"
    )
