"""Votes that are counted: whose or what's, how many, and with which result."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.ballots import ballots
from kg.extract.candidates import LEAD, in_front, of_act
from kg.extract.context import Context
from kg.extract.tallies import Counts, find_counts
from kg.model.facts import Vote
from kg.model.source import Passage
from kg.recognise.numbers import NUMERAL, number

_MEMBERS = re.compile(
    rf"(?:组成人员|应到(?:会)?|应出席|全体|总数)[^，。；\d]{{0,12}}?(?:共|为|有)?(?P<n>{NUMERAL})[名人位]"
)
_PRESENT = re.compile(rf"(?:实际?到会?|实际出席|出席(?:会议)?|到会)[^，。；\d]{{0,12}}?(?P<n>{NUMERAL})[名人位]")
_FAILED = re.compile(
    r"未获|未通过|未能|未被|未当选|没有当选|不足.{0,14}半数|未(?:超|达).{0,12}半数|没有(?:获得)?通过|落选|否决|不予"
)
_PASSED = re.compile(r"通过|当选|有效|过半数|超过.{0,12}半数|获得?批准|任命|免去")
_WINNERS = re.compile(r"(?:^|[。，；：])(?P<names>[^。；：]{2,200}?)(?:等[^，。；]{1,6})?(?:同志)?当选")
_SUBJECT = re.compile(
    r"(?:表决(?:通过)?(?:了)?|审议|通过了?|对)?(?P<subject>(?:关于|补选|选举|任命|免去|决定|接受|批准|罢免|《)[^。；]{2,80}?)(?:[：，。]|的议案|进行|$)"
)
_NUMBER_OF = re.compile(rf"{NUMERAL}[名人位]$")


def votes(ctx: Context) -> Iterator[Vote]:
    """The votes that an item counts, in sentences and in tables."""
    yield from ballots(ctx, _first(ctx, _MEMBERS), _first(ctx, _PRESENT))
    for paragraph in ctx.paragraphs:
        if "成" in paragraph.text or "同意" in paragraph.text:
            yield from _in_paragraph(ctx, paragraph)


def _in_paragraph(ctx: Context, paragraph: Passage) -> Iterator[Vote]:
    text = paragraph.text
    found = find_counts(text)
    for number_, counts in enumerate(found):
        start = found[number_ - 1].end if number_ else 0
        end = found[number_ + 1].start if number_ + 1 < len(found) else len(text)
        yield _vote(ctx, paragraph, counts, text[start : counts.start], text[counts.end : end])


def _first(ctx: Context, pattern: re.Pattern[str]) -> int | None:
    for paragraph in ctx.paragraphs:
        match = pattern.search(paragraph.text)
        if match:
            return number(match["n"])
    return None


def _vote(ctx: Context, paragraph: Passage, counts: Counts, before: str, after: str) -> Vote:
    behind = re.split(r"[。；]", after)[0]
    person = _person(ctx, before, behind)
    return Vote(
        ctx.meeting,
        _subject(ctx, before, paragraph.text[: counts.start], behind),
        person,
        counts.numbers.get("for"),
        counts.numbers.get("against"),
        counts.numbers.get("abstain"),
        _first(ctx, _MEMBERS),
        _first(ctx, _PRESENT),
        _passed(paragraph.text, person, before, behind, adopted(ctx)),
        ctx.evidence(paragraph[counts.start : counts.end], "votes.count"),
    )


def _person(ctx: Context, before: str, behind: str) -> str | None:
    """Whose vote it is, by the words in front of the count, else by the act behind it, else by the title."""
    segment = re.split(r"[。；]", before)[-1]
    name = in_front(segment, ctx)
    texts = (segment, before.rsplit("。", 1)[-1], behind, ctx.title)
    return name or next(filter(None, (of_act(text, ctx) for text in texts)), None)


def _subject(ctx: Context, before: str, whole: str, behind: str) -> str | None:
    """What is voted on: the act in front of the count, else what the paragraph announces, else the title."""
    for text in (re.split(r"[。；]", before)[-1], whole, behind):
        match = _SUBJECT.search(LEAD.sub("", text))
        if match:
            return _NUMBER_OF.sub("", match["subject"])
    return ctx.title or None


def _passed(text: str, person: str | None, before: str, behind: str, whole: bool | None) -> bool | None:
    """The result: what stands behind the count, or who is said to be elected, or what the sentence says is done."""
    winners = [match["names"] for match in _WINNERS.finditer(text) if not _FAILED.search(match.group())]
    if _FAILED.search(behind) and not (person and any(person in names for names in winners)):
        return False
    if person and winners:
        return any(person in names for names in winners)
    clause = re.split(r"[。；]", before)[-1]
    if _FAILED.search(clause):
        return False
    if _PASSED.search(behind):
        return True
    return True if re.search(r"补选|选举|通过|当选", clause) and "议案" not in clause else whole


def adopted(ctx: Context) -> bool | None:
    """What the note of a resolution says of the whole."""
    heading = ctx.draft.heading
    return (
        True if heading and heading.note and heading.note.adopted and ctx.type in ("resolution", "decision") else None
    )
